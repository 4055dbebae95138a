//! The house: who may import whom, and what lies at the top.
//!
//! This is the one test that reads our source text: which module names which is what it is about, and the compiler does
//! not say.

use super::root;

/// Top-level modules and what each may use of ours.
const ALLOWED: [(&str, &[&str]); 11] = [
    ("main", &["cli", "server"]),
    ("lib", &[]),
    // The server takes the `Service` that the command line hands to `main`.
    ("server", &["api", "web", "app", "cli", "toolkit", "domain"]),
    ("api", &["app", "toolkit", "domain"]),
    ("web", &["app", "toolkit", "domain"]),
    // Of what runs, the command line knows the token that the service is started with.
    ("cli", &["app", "toolkit", "domain"]),
    ("app", &["toolkit", "domain"]),
    ("toolkit", &["catalog", "intake", "render", "domain"]),
    ("intake", &["domain"]),
    ("catalog", &["domain"]),
    ("render", &["catalog", "domain"]),
];

fn sources(folder: &std::path::Path, list: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, list);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            list.push(path);
        }
    }
}

fn imports<'t>(text: &'t str, prefix: &str) -> Vec<&'t str> {
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.split(prefix).skip(1))
        .map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or(""))
        .collect()
}

#[test]
fn modules_import_only_what_lies_below_them() {
    let src = root().join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    assert!(files.len() > 30);
    let mut wrong = Vec::new();
    for file in files {
        let inside = file.strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/");
        let module = inside.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
        if module == "build" {
            continue;
        }
        let text = std::fs::read_to_string(&file).unwrap();
        let allowed =
            ALLOWED.iter().find(|(name, _)| *name == module).map_or(&[][..], |(_, allowed)| *allowed);
        for used in imports(&text, "crate::").into_iter().chain(imports(&text, "rolecall::")) {
            let macro_of_ours = used == "domain" && module == "domain";
            if used != module
                && !macro_of_ours
                && !allowed.contains(&used)
                && src.join(used).with_extension("rs").exists() | src.join(used).is_dir()
            {
                wrong.push(format!("{inside} uses {used}; {module} may use {allowed:?}"));
            }
        }
        if module == "domain" {
            for banned in [
                "std::fs",
                "std::env",
                "std::net",
                "axum",
                "minijinja",
                "clap",
                "tokio",
                "SystemTime",
                "Utc::now",
                "Local::now",
            ] {
                if text.lines().any(|line| !line.trim_start().starts_with("//") && line.contains(banned)) {
                    wrong.push(format!(
                        "{inside} mentions {banned}; the domain knows no files, clock, network or templates"
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_top_level_is_as_agreed() {
    let agreed = [
        "Cargo.toml",
        "Cargo.lock",
        "src",
        "data",
        "docs",
        "templates",
        "tests",
        "benches",
        "openapi",
        "README.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "target",
    ];
    for entry in std::fs::read_dir(root()).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        assert!(
            name.starts_with('.') || agreed.contains(&name.as_str()),
            "{name} has no place at the top level"
        );
    }
}
