//! Old findings beside new ones: `--fail-on`, `--baseline`.

use std::path::Path;

use serde_json::Value;

use super::rolecall;

/// Two errors in France: an age bracket, and a sex.
const AD: &str = "Community manager (H/F)\n\nVos missions : animer la communauté, répondre aux messages.\nVous avez entre 20 et 30 ans.\nSalaire : 30 000 € brut par an.\n";

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("ad.md"), AD).unwrap();
    folder
}

fn audit(folder: &Path, options: &[&str]) -> assert_cmd::assert::Assert {
    rolecall().current_dir(folder).args(["audit", "ad.md", "--country", "FR"]).args(options).assert()
}

#[test]
fn what_fails_is_what_was_asked_for() {
    let folder = folder();
    for (severity, code) in [("error", 1), ("warning", 1), ("notice", 1), ("never", 0)] {
        audit(folder.path(), &["--fail-on", severity]).code(code);
    }
    audit(folder.path(), &[]).code(1);
    // Without its error the ad has only lesser findings.
    let mild = AD.replace("Vous avez entre 20 et 30 ans.", "Disponible 24/7.");
    std::fs::write(folder.path().join("ad.md"), mild).unwrap();
    audit(folder.path(), &["--fail-on", "warning"]).code(1);
    audit(folder.path(), &["--fail-on", "error"]).code(0);
}

#[test]
fn only_what_is_new_counts() {
    let folder = folder();
    let file = folder.path().join("known.json");
    let known = ["--baseline", "known.json"];
    audit(folder.path(), &[known[0], known[1], "--write-baseline"]).code(0);
    let written: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    assert!(
        written["findings"].as_array().unwrap().iter().all(|finding| finding["file"] == "ad.md"),
        "{written}"
    );
    // No words of the ad leave it.
    assert!(!written.to_string().contains("20 et 30"), "{written}");
    audit(folder.path(), &known).code(0);
    // Lines move; the finding stays known.
    std::fs::write(folder.path().join("ad.md"), format!("Une ligne de plus.\n\n{AD}")).unwrap();
    audit(folder.path(), &known).code(0);
    // Something new is said, and counts.
    std::fs::write(folder.path().join("ad.md"), format!("{AD}\nSeuls les hommes peuvent postuler.\n"))
        .unwrap();
    let done = audit(folder.path(), &known).code(1);
    let remark = String::from_utf8(done.get_output().stderr.clone()).unwrap();
    assert!(remark.contains("known.json") && remark.contains("1 new"), "{remark}");
    // SARIF tells them apart.
    let done = audit(folder.path(), &[known[0], known[1], "--format", "sarif"]).code(1);
    let sarif: Value = serde_json::from_slice(&done.get_output().stdout).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let in_state = |state: &str| results.iter().filter(|result| result["baselineState"] == state).count();
    assert!(in_state("unchanged") > 0 && in_state("new") > 0, "{sarif}");
    assert!(results.iter().all(|result| result["partialFingerprints"]["rolecall/v1"].is_string()));
    assert!(
        results
            .iter()
            .all(|result| result["suppressions"].is_array() == (result["baselineState"] == "unchanged"))
    );
    // Several files at once are measured alike.
    std::fs::write(folder.path().join("other.md"), AD).unwrap();
    rolecall()
        .current_dir(folder.path())
        .args(["audit", "ad.md", "other.md", "--country", "FR", "--baseline", "known.json"])
        .assert()
        .code(1);
}

#[test]
fn a_baseline_that_cannot_be_used_is_said() {
    let folder = folder();
    for (text, word) in [
        (None, "--write-baseline"),
        (Some("{"), "line 1"),
        (Some(r#"{"version":9,"findings":[]}"#), "version 9"),
    ] {
        let file = folder.path().join("known.json");
        match text {
            None => drop(std::fs::remove_file(&file)),
            Some(text) => std::fs::write(&file, text).unwrap(),
        }
        let done = audit(folder.path(), &["--baseline", "known.json"]).code(2);
        let said = String::from_utf8(done.get_output().stderr.clone()).unwrap();
        assert!(said.contains("known.json") && said.contains(word), "{said}");
    }
    audit(folder.path(), &["--write-baseline"]).code(2);
    audit(folder.path(), &["--baseline", "no/such/folder/known.json", "--write-baseline"]).code(2);
}

#[test]
fn every_version_is_said_on_demand() {
    let done = rolecall().args(["--version", "--verbose"]).assert().success();
    let said = String::from_utf8(done.get_output().stdout.clone()).unwrap();
    let digest = super::toolkit().catalog().digest().to_owned();
    for line in [format!("rolecall {}", env!("CARGO_PKG_VERSION")), format!("digest {digest}")] {
        assert!(said.lines().any(|known| known == line), "{said}");
    }
    assert_eq!(said.lines().count(), 5, "{said}");
    rolecall().arg("--version").assert().success();
}
