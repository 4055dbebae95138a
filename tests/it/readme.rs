//! The README's examples do what it says.

use super::{rolecall, root};

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

#[test]
fn every_console_block_prints_what_it_shows() {
    let text = std::fs::read_to_string(root().join("README.md")).unwrap();
    let blocks: Vec<&str> =
        text.split("```console\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    assert!(blocks.len() >= 3, "one example for each of the three users");
    for block in blocks {
        let (command, expected) = block.split_once('\n').unwrap();
        let command = command.strip_prefix("$ ").unwrap();
        let (command, head) = match command.split_once(" | head -n ") {
            Some((command, lines)) => (command, lines.trim().parse().unwrap()),
            None => (command, usize::MAX),
        };
        let mut args = words(command);
        assert_eq!(args.remove(0), "rolecall");
        let output = rolecall().args(&args).output().unwrap();
        assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
        let printed: String = String::from_utf8(output.stdout)
            .unwrap()
            .lines()
            .take(head)
            .map(|line| format!("{line}\n"))
            .collect();
        assert!(
            printed.trim_end() == expected.trim_end(),
            "README is out of date for `{command}`; it prints now:\n{printed}"
        );
    }
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
