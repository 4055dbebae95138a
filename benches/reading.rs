//! What `tests/reading` says of the reading of ads: `cargo run --release --example reading -- FILE…` reads ads with their
//! labels (TOML, as `tests/reading/tuned.toml`, or lines, as `tests/reading/ads`) and prints, for each, whose work its
//! task sentences are.

use rolecall::catalog::Catalog;
use rolecall::domain::job::audit::scope;
use rolecall::domain::job::classifier::LabelledAd;
use rolecall::domain::job::fold::fold;
use rolecall::domain::job::lists::List;
use rolecall::domain::work::Work;

#[derive(serde::Deserialize)]
struct File {
    ad: Vec<Ad>,
}

#[derive(serde::Deserialize)]
struct Ad {
    id: String,
    lang: String,
    role: String,
    text: String,
}

#[expect(clippy::disallowed_methods, clippy::print_stdout, reason = "a tool of the tree, not the product")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let catalog = Catalog::builtin()?;
    let data = catalog.job_ads()?;
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path)?;
        let ads = if std::path::Path::new(&path).extension().is_some_and(|extension| extension == "tsv") {
            let ads = LabelledAd::all(&text).into_iter();
            ads.map(|ad| Ad { text: ad.text(), id: ad.id, lang: ad.lang, role: ad.role }).collect()
        } else {
            toml::from_str::<File>(&text)?.ad
        };
        for ad in ads {
            let folded = fold(&ad.text, data.lists.of(List::NameBeginnings));
            let lang = ad.lang.parse()?;
            let scope = scope::read(data, &folded, None, lang, &Work::unhurried())?;
            let work = &scope.work;
            println!(
                "{}\t{}\t{}\t{:.2}\t{:.2}\t{:.2}\t{:.2}\t{:?}",
                ad.id,
                ad.role,
                scope.described,
                work.community,
                work.social,
                work.content,
                work.neither,
                work.others
            );
        }
    }
    Ok(())
}
