use rolecall::catalog::Catalog;
use rolecall::domain::job::classifier::{Classifier, LabelledAd, labelled, train};
use rolecall::domain::job::fold::fold;
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let catalog = Catalog::builtin()?;
    let data = catalog.job_ads()?;
    let binary = std::env::args().nth(1).as_deref() == Some("binary");
    let copies: usize = std::env::args().nth(2).and_then(|n| n.parse().ok()).unwrap_or(1);
    let mut plain = Vec::new();
    for language in ["fr", "en"] {
        let text = std::fs::read_to_string(format!("tests/reading/sentences-{language}.csv"))?;
        plain.extend(labelled(&text, &data.lists)?.into_iter().map(|(_, t)| ("fine".to_owned(), t)));
    }
    let mut files: Vec<_> = std::fs::read_dir("tests/reading/ads")?.collect::<Result<_, _>>()?;
    files.sort_by_key(std::fs::DirEntry::path);
    for file in files {
        let ads = LabelledAd::all(&std::fs::read_to_string(file.path())?);
        plain.extend(ads.iter().flat_map(|ad| ad.sentences(&data.lists)).map(|(_, t)| ("fine".to_owned(), t)));
    }
    let held: Vec<_> = plain.iter().enumerate().filter(|(i, _)| i % 5 == 0).map(|(_, x)| x.clone()).collect();
    let mut sentences: Vec<_> = plain.iter().enumerate().filter(|(i, _)| i % 5 != 0).map(|(_, x)| x.clone()).collect();
    for language in ["fr", "en"] {
        let text = std::fs::read_to_string(format!("tests/reading/exclusion-{language}.csv"))?;
        for _ in 0..copies {
            sentences.extend(labelled(&text, &data.lists)?.into_iter().map(|(l, t)| (if binary && l != "fine" { "excludes".to_owned() } else { l }, t)));
        }
    }
    eprintln!("{} sentences", sentences.len());
    let model = Classifier::read(&train(&sentences))?;
    let fine = model.owners().iter().position(|o| o == "fine").unwrap();
    let bad = |text: &str| -> (f32, String) {
        let f = fold(text, &[]).text;
        f.lines().map(|line| { let p = model.probabilities(line); let best = p.iter().enumerate().filter(|(i,_)| *i != fine).max_by(|a,b| a.1.total_cmp(b.1)).unwrap().0; (1.0 - p[fine], model.owners()[best].clone()) }).max_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or((0.0, String::new()))
    };
    for language in ["fr", "en"] {
        let text = std::fs::read_to_string(format!("/work/fixtures/words/{language}-tuned.tsv"))?;
        for t in [0.3_f32, 0.4, 0.5, 0.6, 0.7, 0.8] {
            let (mut tp, mut n, mut fp, mut m) = (0, 0, 0, 0);
            for line in text.lines().skip(1) {
                let p: Vec<&str> = line.split('\t').collect();
                let b = bad(p[3]).0 > t;
                if p[2] == "bad" { n += 1; tp += usize::from(b); } else { m += 1; fp += usize::from(b); }
            }
            println!("{language} {t}: found {tp}/{n} false {fp}/{m}");
        }
    }
    for t in [0.3_f32, 0.4, 0.5, 0.6, 0.7, 0.8] {
        println!("held plain {t}: {}/{}", held.iter().filter(|(_, s)| bad(s).0 > t).count(), held.len());
    }
    let mut worst: Vec<_> = held.iter().map(|(_, s)| (bad(s), s)).collect();
    worst.sort_by(|a, b| b.0.0.total_cmp(&a.0.0));
    for ((p, g), s) in worst.iter().take(25) { println!("{p:.2} {g} {s}"); }
    Ok(())
}
