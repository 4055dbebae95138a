//! How fast ads are read: `cargo bench --bench audit`. Beside the bare scan of the same words; never a timed test.

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a bench prints, and may stop")]
#![expect(clippy::disallowed_methods, reason = "the ads are files")]

use std::hint::black_box;
use std::time::Instant;

use aho_corasick::AhoCorasick;
use rolecall::domain::dated::parse_day;
use rolecall::domain::job::audit::{AuditQuestion, scan};
use rolecall::domain::job::fold::fold;
use rolecall::domain::job::lists::List;
use rolecall::domain::text::Lang;
use rolecall::domain::work::Work;
use rolecall::toolkit::{Asking, Toolkit, to_json};
use serde_json::json;

/// Seconds of one call, the best of several rounds.
fn seconds(rounds: u32, mut call: impl FnMut()) -> f64 {
    let mut best = f64::INFINITY;
    for _ in 0..rounds {
        let start = Instant::now();
        call();
        best = best.min(start.elapsed().as_secs_f64());
    }
    best
}

#[expect(clippy::cast_precision_loss, reason = "sizes of a few megabytes")]
fn main() {
    let toolkit = Toolkit::load(None).unwrap();
    let asking = Asking { lang: Lang::En, as_of: parse_day("2026-11-21").unwrap() };
    let data = toolkit.catalog().job_ads().unwrap();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/ads");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for (lang, code) in [(Lang::Fr, "-fr-"), (Lang::En, "-en-")] {
        let mut ads = String::new();
        for path in files.iter().filter(|path| path.to_string_lossy().contains(code)) {
            let table: toml::Table = std::fs::read_to_string(path).unwrap().parse().unwrap();
            ads.push_str(table["text"].as_str().unwrap());
            ads.push('\n');
        }
        let one = ads.clone();
        while ads.len() < 4 << 20 {
            ads.push_str(&one);
        }
        let size = ads.len() as f64 / 1e6;
        let names = data.lists.of(List::NameBeginnings);
        let folded = fold(&ads, names);
        let Ok(scanner) = AhoCorasick::new(data.lexicon.of(lang).body.heads()) else { continue };
        let bare = seconds(5, || {
            black_box(scanner.find_overlapping_iter(&folded.text).count());
        });
        let folding = seconds(5, || {
            black_box(fold(&ads, names));
        });
        let question = AuditQuestion { text: ads.clone(), language: Some(lang), ..AuditQuestion::default() };
        let read = seconds(5, || {
            black_box(scan(data, &question, &Work::unhurried())).unwrap();
        });
        println!("{lang}: {size:.1} MB of ads, one core");
        println!("  bare scan of the lexicon   {:>8.0} MB/s", size / bare);
        println!("  folding                    {:>8.0} MB/s", size / folding);
        println!(
            "  reading (all of the audit's passes) {:>5.0} MB/s: {:.1} times the bare scan",
            size / read,
            read / bare
        );
        let question = AuditQuestion {
            text: one.chars().take(3_000).collect(),
            language: Some(lang),
            ..AuditQuestion::default()
        };
        let whole = seconds(200, || {
            black_box(to_json(&toolkit.audit_text(&question, asking, &Work::unhurried()).unwrap()));
        });
        println!("  one ad of 3,000 characters, answer as JSON: {:.0} µs", whole * 1e6);
    }
    let draft = json!({ "role": "cm", "level": "mid", "language": "fr", "brief": { "goals": ["retention"], "place": { "city": "Lyon", "country": "FR" } } });
    let drafted = seconds(200, || {
        black_box(to_json(&toolkit.draft(&draft, asking).unwrap()));
    });
    println!("one draft as JSON: {:.0} µs", drafted * 1e6);
    println!("patterns on wording without a beginning to look for: {}", data.wording.searched_everywhere());
}
