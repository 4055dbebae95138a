//! Trains the three models of sentences, on the labelled sentences and ads of `tests/reading`: whose work a sentence
//! describes (`data/job-ads/model.txt`), whether it shuts candidates out on a protected ground (`exclusion.txt`), and what
//! it states about the post (`statements.txt`).
//! `cargo run --release --example train`, from the top of the tree.

use rolecall::catalog::Catalog;
use rolecall::domain::job::classifier::{FINE, LabelledAd, NONE, labelled, train};

/// Of so many tasks one is shown as stating nothing: all of them would outweigh the lines that do.
const EVERY: usize = 8;

#[expect(clippy::disallowed_methods, reason = "a tool of the tree, not the product")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let catalog = Catalog::builtin()?;
    let data = catalog.job_ads()?;
    let (mut sentences, mut exclusion, mut statements) = (Vec::new(), Vec::new(), Vec::new());
    for language in ["fr", "en"] {
        let text = std::fs::read_to_string(format!("tests/reading/sentences-{language}.csv"))?;
        sentences.extend(labelled(&text, &data.lists)?);
        let text = std::fs::read_to_string(format!("tests/reading/exclusion-{language}.csv"))?;
        exclusion.extend(labelled(&text, &data.lists)?);
        let text = std::fs::read_to_string(format!("tests/reading/statements-{language}.csv"))?;
        statements.extend(labelled(&text, &data.lists)?);
    }
    let mut files: Vec<_> = std::fs::read_dir("tests/reading/ads")?.collect::<Result<_, _>>()?;
    files.sort_by_key(std::fs::DirEntry::path);
    for file in files {
        let ads = LabelledAd::all(&std::fs::read_to_string(file.path())?);
        sentences.extend(ads.iter().flat_map(|ad| ad.sentences(&data.lists)));
    }
    std::fs::write("data/job-ads/model.txt", train(&sentences))?;
    // A task states nothing about the post.
    let tasks = sentences.iter().filter(|(owner, _)| owner != NONE).step_by(EVERY);
    statements.extend(tasks.map(|(_, text)| (NONE.to_owned(), text.clone())));
    std::fs::write("data/job-ads/statements.txt", train(&statements))?;
    // What stands in ordinary ads shuts nobody out.
    exclusion.extend(sentences.into_iter().map(|(_, text)| (FINE.to_owned(), text)));
    std::fs::write("data/job-ads/exclusion.txt", train(&exclusion))?;
    Ok(())
}
