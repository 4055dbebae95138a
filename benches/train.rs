//! Trains the model that tells whose work a sentence describes, on the labelled sentences and ads of `tests/reading`, and
//! writes it to `data/job-ads/model.txt`: `cargo run --release --example train`, from the top of the tree.

use rolecall::catalog::Catalog;
use rolecall::domain::job::classifier::{LabelledAd, labelled, train};

#[expect(clippy::disallowed_methods, reason = "a tool of the tree, not the product")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let catalog = Catalog::builtin()?;
    let data = catalog.job_ads()?;
    let mut sentences = Vec::new();
    for language in ["fr", "en"] {
        let text = std::fs::read_to_string(format!("tests/reading/sentences-{language}.csv"))?;
        sentences.extend(labelled(&text, &data.lists)?);
    }
    let mut files: Vec<_> = std::fs::read_dir("tests/reading/ads")?.collect::<Result<_, _>>()?;
    files.sort_by_key(std::fs::DirEntry::path);
    for file in files {
        let ads = LabelledAd::all(&std::fs::read_to_string(file.path())?);
        sentences.extend(ads.iter().flat_map(|ad| ad.sentences(&data.lists)));
    }
    std::fs::write("data/job-ads/model.txt", train(&sentences))?;
    Ok(())
}
