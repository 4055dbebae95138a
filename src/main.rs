//! x
use rolecall::toolkit::*;
fn main(){
  let t=Toolkit::load(None).unwrap();
  let js=std::env::args().nth(1).unwrap();
  let p=t.read_profile(js.as_bytes(),true);
  match p { Ok(p)=>{ let a=Asking{lang:rolecall::domain::text::Lang::Fr, as_of: "2026-11-21".parse().unwrap()};
    let r=t.recommend(&p,a).unwrap(); let v:serde_json::Value=serde_json::from_slice(&to_json(&r)).unwrap(); println!("{}", serde_json::to_string_pretty(&v).unwrap()); eprintln!("{} bytes", to_json(&r).len());
    let n=100000; let s=std::time::Instant::now(); let mut x=0; for _ in 0..n { let p=t.read_profile(js.as_bytes(),true).unwrap(); x+=t.decide(&p,a.as_of).unwrap().community_manager; } eprintln!("verdict {:?}/it {x}", s.elapsed()/n);
    let n=20000; let s=std::time::Instant::now(); let mut x=0; for _ in 0..n { let p=t.read_profile(js.as_bytes(),true).unwrap(); x+=to_json(&t.recommend(&p,a).unwrap()).len(); } eprintln!("full {:?}/it {x}", s.elapsed()/n);
    let s=std::time::Instant::now(); for _ in 0..n { let p=t.read_profile(js.as_bytes(),true).unwrap(); x+=t.recommend(&p,a).unwrap().reasons.len(); } eprintln!("no ser {:?}/it {x}", s.elapsed()/n);
  }, Err(e)=>println!("{e:?}") }
}
