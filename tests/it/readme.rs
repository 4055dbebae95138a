//! The README's examples do what it says.

use super::{rolecall, root, up_to_date};

/// Splits a command as a shell would, as far as the README goes: words and double or single quotes.
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

/// What a README command prints, as far as the README shows it.
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
    let text = std::fs::read_to_string(root().join("README.md")).unwrap();
    let mut pieces = text.split("```console\n");
    let mut current = pieces.next().unwrap().to_owned();
    let mut blocks = 0;
    for piece in pieces {
        blocks += 1;
        let (block, rest) = piece.split_once("```").unwrap();
        let command = block.lines().next().unwrap().strip_prefix("$ ").unwrap();
        current += &format!("```console\n$ {command}\n{}```{rest}", printed(command));
    }
    assert!(blocks >= 3, "one example for each of the three users");
    up_to_date("README.md", &current);
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
