//! The house: who may import whom, what lies at the top, and where code may choose by language.
//!
//! These are the only tests that read our source text: which module names which, and that no sentence is chosen in
//! code, is what they are about, and the compiler does not say.

use super::root;

/// Top-level modules and what each may use of ours.
const ALLOWED: [(&str, &[&str]); 12] = [
    ("main", &["cli", "server"]),
    ("lib", &[]),
    // The server takes the `Service` that the command line hands to `main`.
    ("server", &["api", "mcp", "web", "app", "cli", "toolkit", "domain"]),
    ("api", &["app", "toolkit", "domain"]),
    // Assistants meet the problems and the schemas of the API.
    ("mcp", &["api", "app", "toolkit", "domain"]),
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
        "integrations",
        "dist",
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

/// The files of a module tree by their path (`domain::pay::band`), with the paths that each names.
fn named_paths(src: &std::path::Path) -> std::collections::BTreeMap<String, Vec<String>> {
    let mut files = Vec::new();
    sources(src, &mut files);
    let module = |file: &std::path::Path| {
        let inside = file.strip_prefix(src).unwrap().with_extension("");
        let parts: Vec<String> = inside
            .iter()
            .map(|part| part.to_string_lossy().into_owned())
            .filter(|part| part != "mod")
            .collect();
        parts.join("::")
    };
    let tests = |path: &String| path.ends_with("::tests") || path.ends_with("::tiny");
    let mut graph = std::collections::BTreeMap::new();
    for file in files {
        let own = module(&file);
        if tests(&own) || ["lib", "main", "build"].contains(&own.as_str()) {
            continue;
        }
        let text = std::fs::read_to_string(&file).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap_or("");
        let code: String = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let parent: Vec<&str> = own.split("::").collect();
        let mut named = Vec::new();
        for (mark, base) in [
            ("crate::", 0),
            ("super::super::", parent.len().saturating_sub(2)),
            ("super::", parent.len() - 1),
        ] {
            for rest in code.split(mark).skip(1).filter(|rest| !rest.starts_with("super::")) {
                let end =
                    rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != ':').unwrap_or(rest.len());
                let path = parent[..base]
                    .iter()
                    .copied()
                    .chain(rest[..end].split("::").filter(|part| !part.is_empty()));
                let path = path.collect::<Vec<_>>().join("::");
                // `super::{a, b::c}` names each.
                let group =
                    rest[end..].strip_prefix('{').and_then(|group| group.split('}').next()).unwrap_or("");
                let first = |item: &str| item.trim().split("::").next().unwrap_or("").to_owned();
                named.extend(
                    group
                        .split(',')
                        .map(first)
                        .map(|item| format!("{path}::{item}").trim_start_matches("::").to_owned()),
                );
                named.push(path);
            }
        }
        graph.insert(own, named);
    }
    let known: Vec<String> = graph.keys().cloned().collect();
    let file_of = |path: &str| {
        let mut path = path.to_owned();
        while !known.contains(&path) {
            path = path.rsplit_once("::")?.0.to_owned();
        }
        Some(path)
    };
    graph.iter_mut().for_each(|(_, named)| *named = named.iter().filter_map(|path| file_of(path)).collect());
    graph
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let graph = named_paths(&root().join("src"));
    assert!(graph.len() > 150);
    // A module and the files of its folder are one thing told in parts: they may know each other.
    let family =
        |a: &str, b: &str| a == b || a.starts_with(&format!("{b}::")) || b.starts_with(&format!("{a}::"));
    let next = |file: &str| -> Vec<String> {
        graph[file].iter().filter(|other| !family(file, other)).cloned().collect()
    };
    let mut circles = Vec::new();
    for start in graph.keys() {
        let (mut seen, mut open) = (std::collections::BTreeSet::new(), next(start));
        while let Some(file) = open.pop() {
            if &file == start {
                circles.push(start.clone());
                break;
            }
            if seen.insert(file.clone()) {
                open.extend(next(&file));
            }
        }
    }
    assert!(circles.is_empty(), "files in a circle of imports: {circles:#?}");
}

/// Where code may choose by language, and what it chooses there: never a sentence.
const BY_LANGUAGE: [(&str, &str); 8] = [
    ("domain/message/", "the catalogue itself"),
    ("domain/text.rs", "which of the two texts of a record"),
    ("domain/locale.rs", "how numbers, amounts and dates are written"),
    ("domain/input/amount.rs", "how typed amounts are read"),
    ("domain/job/lexicon", "which words of the ad reader"),
    ("domain/job/audit/location.rs", "where an ad in French is from"),
    ("domain/job/audit/quality.rs", "which formula of ease of reading"),
    ("domain/job/audit/check/law.rs", "whether an ad is in French, as its law asks"),
];

#[test]
fn sentences_are_chosen_in_the_catalogue_alone() {
    let src = root().join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    let mut wrong = Vec::new();
    let mut used = std::collections::BTreeSet::new();
    for file in files {
        let inside = file.strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/");
        let text = std::fs::read_to_string(&file).unwrap();
        for (at, line) in text.lines().enumerate() {
            let code = line.trim_start();
            let chooses = ["Lang::Fr =>", "Lang::En =>", "== Lang::", "match lang ", "match self.lang "];
            if code.starts_with("//") || !chooses.iter().any(|choice| code.contains(choice)) {
                continue;
            }
            match BY_LANGUAGE.iter().find(|(place, _)| inside.starts_with(place)) {
                Some((place, _)) => {
                    used.insert(*place);
                }
                None => wrong.push(format!("src/{inside}:{}: {code}", at + 1)),
            }
        }
    }
    assert!(wrong.is_empty(), "put the sentence into data/messages/ and name it here:\n{}", wrong.join("\n"));
    assert_eq!(used.len(), BY_LANGUAGE.len(), "a place of the list no longer chooses: {used:?}");
}
