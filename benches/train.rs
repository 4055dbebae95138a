//! Trains the two models of sentences, on the labelled sentences and ads of `tests/reading`: whose work a sentence describes
//! (`data/job-ads/model.txt`), and whether it shuts candidates out on a protected ground (`data/job-ads/exclusion.txt`).
//! `cargo run --release --example train`, from the top of the tree.

use rolecall::catalog::Catalog;
use rolecall::domain::job::classifier::{FINE, LabelledAd, labelled, train};

#[expect(clippy::disallowed_methods, reason = "a tool of the tree, not the product")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let catalog = Catalog::builtin()?;
    let data = catalog.job_ads()?;
    let (mut sentences, mut exclusion) = (Vec::new(), Vec::new());
    for language in ["fr", "en"] {
        let text = std::fs::read_to_string(format!("tests/reading/sentences-{language}.csv"))?;
        sentences.extend(labelled(&text, &data.lists)?);
        let text = std::fs::read_to_string(format!("tests/reading/exclusion-{language}.csv"))?;
        exclusion.extend(labelled(&text, &data.lists)?);
    }
    let mut files: Vec<_> = std::fs::read_dir("tests/reading/ads")?.collect::<Result<_, _>>()?;
    files.sort_by_key(std::fs::DirEntry::path);
    for file in files {
        let ads = LabelledAd::all(&std::fs::read_to_string(file.path())?);
        sentences.extend(ads.iter().flat_map(|ad| ad.sentences(&data.lists)));
    }
    std::fs::write("data/job-ads/model.txt", train(&sentences))?;
    // What stands in ordinary ads shuts nobody out.
    exclusion.extend(sentences.into_iter().map(|(_, text)| (FINE.to_owned(), text)));
    std::fs::write("data/job-ads/exclusion.txt", train(&exclusion))?;
    Ok(())
}
