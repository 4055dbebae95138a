//! x
fn main(){
  let t=std::time::Instant::now();
  match rolecall::catalog::Catalog::builtin() { Ok(c)=>{ println!("ok {} {:?}", c.version(), t.elapsed()); let t=std::time::Instant::now(); for r in c.verify(){ println!("{} {:?}", serde_json::to_string_pretty(&r).unwrap(), t.elapsed()); }
   println!("{:?}", c.reference().map(|_|()));
  }, Err(e)=>println!("{e}\n{:?}", t.elapsed()) }
}
