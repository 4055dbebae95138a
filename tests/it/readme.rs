//! The README and the pages of `docs/` do what they say, and their links lead somewhere.

use std::collections::BTreeMap;
use std::path::Path;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{rolecall, root, up_to_date};

/// Adds the Markdown files of a folder, as paths from the root of the repository.
fn pages(folder: &str, list: &mut Vec<String>) {
    let entries = std::fs::read_dir(root().join(folder)).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    for name in names {
        let path = format!("{folder}/{name}");
        if root().join(&path).is_dir() {
            pages(&path, list);
        } else if Path::new(&path).extension().is_some_and(|extension| extension == "md") {
            list.push(path);
        }
    }
}

/// What people read: the README, the pages of `docs/`, and the two files that explain how to change things.
fn documents() -> Vec<String> {
    let mut list = Vec::from(["README.md", "CONTRIBUTING.md", "data/README.md"].map(str::to_owned));
    pages("docs", &mut list);
    assert!(list.len() > 10, "the pages of docs/ are found");
    list
}

/// Splits a command as a shell would, as far as the documents go: words and double or single quotes.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote) = (Vec::new(), String::new(), None);
    for c in line.chars() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            (None, ' ') => words.extend(Some(std::mem::take(&mut word)).filter(|word| !word.is_empty())),
            (_, c) => word.push(c),
        }
    }
    words.extend(Some(word).filter(|word| !word.is_empty()));
    words
}

/// What a command prints, as far as the document shows it.
fn printed(command: &str) -> String {
    let (command, head) = match command.split_once(" | head -n ") {
        Some((command, lines)) => (command, lines.trim().parse().unwrap()),
        None => (command, usize::MAX),
    };
    let mut args = words(command);
    assert_eq!(args.remove(0), "rolecall");
    let output = rolecall().args(&args).output().unwrap();
    assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let text: String = text.lines().take(head).map(|line| format!("{line}\n")).collect();
    format!("{}\n", text.trim_end())
}

#[test]
fn every_console_block_prints_what_it_shows() {
    let mut blocks = 0;
    for path in documents() {
        let text = std::fs::read_to_string(root().join(&path)).unwrap();
        let mut pieces = text.split("```console\n");
        let mut current = pieces.next().unwrap().to_owned();
        let before = blocks;
        for piece in pieces {
            blocks += 1;
            let (block, rest) = piece.split_once("```").unwrap();
            let command = block.lines().next().unwrap().strip_prefix("$ ").unwrap();
            current += &format!("```console\n$ {command}\n{}```{rest}", printed(command));
        }
        // A page without examples is left alone: the test of the back-test writes one of them.
        if blocks > before {
            up_to_date(&path, &current);
        }
    }
    assert!(blocks >= 3, "one example for each of the three users");
}

#[test]
fn the_set_up_is_two_commands() {
    let text = std::fs::read_to_string(root().join("README.md")).unwrap();
    let block = text.split("<!-- setup -->").nth(1).unwrap().split("```").nth(1).unwrap();
    let commands: Vec<&str> =
        block.lines().skip(1).filter(|line| !line.trim().is_empty() && !line.starts_with('#')).collect();
    assert_eq!(commands.len(), 2, "{commands:?}");
    let gate = std::fs::read_to_string(root().join(".ci/run")).unwrap();
    assert!(gate.contains("README.md"), "the gate runs the README's own test command");
}

#[test]
fn the_readme_is_short() {
    let length = std::fs::metadata(root().join("README.md")).unwrap().len();
    assert!(length <= 9_000, "README.md has {length} bytes; what is longer belongs in docs/");
}

/// The anchor that GitHub gives a heading: lower case, punctuation dropped, a hyphen for each space.
fn slug(heading: &str) -> String {
    let kept = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
    heading.to_lowercase().chars().filter(kept).map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// The links of a page, and the anchors of its headings.
fn links_and_anchors(text: &str) -> (Vec<String>, Vec<String>) {
    let (mut links, mut anchors) = (Vec::new(), Vec::new());
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut heading = String::new();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => links.push(dest_url.into_string()),
            Event::Start(Tag::Heading { .. }) => heading.clear(),
            Event::Text(piece) | Event::Code(piece) => heading.push_str(&piece),
            Event::End(TagEnd::Heading(_)) => {
                let anchor = slug(&heading);
                let repeats = seen.entry(anchor.clone()).or_default();
                anchors.push(if *repeats == 0 { anchor } else { format!("{anchor}-{repeats}") });
                *repeats += 1;
            }
            _ => {}
        }
    }
    (links, anchors)
}

#[test]
fn every_relative_link_leads_somewhere() {
    let mut wrong = Vec::new();
    let mut followed = 0;
    for path in documents() {
        let page = root().join(&path);
        let (links, _) = links_and_anchors(&std::fs::read_to_string(&page).unwrap());
        for link in links.iter().filter(|link| !link.contains("://") && !link.starts_with("mailto:")) {
            followed += 1;
            let (file, anchor) = match link.split_once('#') {
                Some((file, anchor)) => (file, Some(anchor)),
                None => (link.as_str(), None),
            };
            let target = if file.is_empty() { page.clone() } else { page.parent().unwrap().join(file) };
            if !target.exists() {
                wrong.push(format!("{path}: {link}: no such file"));
            } else if let Some(anchor) = anchor {
                let (_, anchors) = links_and_anchors(&std::fs::read_to_string(&target).unwrap());
                if !anchors.iter().any(|known| known == anchor) {
                    wrong.push(format!("{path}: {link}: no such heading"));
                }
            }
        }
    }
    assert!(followed > 50, "the links are found: {followed}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A path with `{a,b}` as the paths that it stands for.
fn alternatives(path: &str) -> Vec<String> {
    let Some((before, rest)) = path.split_once('{') else { return vec![path.to_owned()] };
    let (inside, after) = rest.split_once('}').unwrap_or_else(|| panic!("{path}: a brace is left open"));
    inside.split(',').flat_map(|one| alternatives(&format!("{before}{}{after}", one.trim()))).collect()
}

/// Whether a name has the form of a pattern, in which `*` stands for any part.
fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((head, rest)) => name.strip_prefix(head).is_some_and(|name| {
            (0..=name.len()).any(|at| name.get(at..).is_some_and(|end| matches(rest, end)))
        }),
    }
}

/// Whether a path leads somewhere from a folder; each `*` stands for part of a name.
fn leads_somewhere(folder: &Path, path: &str) -> bool {
    let (name, rest) = path.split_once('/').unwrap_or((path, ""));
    if name.is_empty() {
        return folder.is_dir();
    }
    let on = |found: &Path| {
        if rest.is_empty() && !path.ends_with('/') { found.exists() } else { leads_somewhere(found, rest) }
    };
    if !name.contains('*') {
        return on(&folder.join(name));
    }
    let Ok(entries) = std::fs::read_dir(folder) else { return false };
    entries
        .map(Result::unwrap)
        .any(|entry| matches(name, &entry.file_name().to_string_lossy()) && on(&entry.path()))
}

#[test]
fn every_path_in_backticks_exists() {
    const FOLDERS: [&str; 7] =
        ["src/", "data/", "templates/", "tests/", "benches/", "integrations/", "openapi/"];
    // Named on a page that is being mended: take it out once the page names `templates/job/*.md.j2`.
    let (mut wrong, mut followed) = (Vec::new(), 0);
    for page in documents() {
        let text = std::fs::read_to_string(root().join(&page)).unwrap();
        for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
            let Event::Code(code) = event else { continue };
            if !FOLDERS.iter().any(|folder| code.starts_with(folder)) {
                continue;
            }
            // The first word of a command; `<name>` and `…` stand for whatever is there.
            let path = code.split(' ').next().unwrap_or("").replace('…', "*");
            let path = path
                .split('<')
                .map(|part| part.split_once('>').map_or(part.to_owned(), |(_, rest)| format!("*{rest}")))
                .collect::<String>();
            for path in alternatives(&path) {
                followed += 1;
                if !leads_somewhere(&root(), &path) {
                    wrong.push(format!("{page}: `{code}`: no {path}"));
                }
            }
        }
    }
    assert!(followed > 100, "the paths are found: {followed}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_dependency_has_its_replacement() {
    let read = |path: &str| std::fs::read_to_string(root().join(path)).unwrap();
    let manifest: toml::Table = toml::from_str(&read("Cargo.toml")).unwrap();
    let used: std::collections::BTreeSet<String> =
        manifest["dependencies"].as_table().unwrap().keys().cloned().collect();
    let rows = read("docs/dependencies.md");
    let told: std::collections::BTreeSet<String> = rows
        .lines()
        .filter(|line| line.starts_with("| `"))
        .filter_map(|line| line.split('|').nth(1))
        .flat_map(|cell| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>())
        .collect();
    assert_eq!(used, told);
}
