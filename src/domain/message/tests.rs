use super::ftl::{self, Entry};
use super::typography::spaced;
use super::{Key, Lang, write};

fn entries(text: &str) -> Vec<Entry> {
    ftl::read(text, &str::to_owned).unwrap()
}

fn filled(text: &str, lang: Lang, places: &[(&str, &str)]) -> String {
    let entry = entries(&format!("a = {text}")).remove(0);
    let of = |name: &str| places.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value);
    let mut out = String::new();
    write(&entry.pattern, lang, &mut out, &mut |name, out| out.push_str(of(name)), &|name| {
        Key::number(of(name))
    });
    out
}

#[test]
fn places_are_filled_and_braces_can_be_written() {
    assert_eq!(filled("Good morning, { $name }!", Lang::En, &[("name", "Ada")]), "Good morning, Ada!");
    assert_eq!(filled("{$a}{ $b }", Lang::En, &[("a", "1"), ("b", "2")]), "12");
    assert_eq!(filled("a { \"{\" }x{ \"}\" }", Lang::En, &[]), "a {x}");
}

#[test]
fn a_choice_goes_by_number_plural_and_word() {
    let count = "{ $n ->\n    [0] none\n    [one] one { $what }\n   *[other] { $n } { $what }s\n} left";
    let say = |n, lang| filled(count, lang, &[("n", n), ("what", "cat")]);
    assert_eq!(["0", "1", "2"].map(|n| say(n, Lang::En)), ["none left", "one cat left", "2 cats left"]);
    assert_eq!(["1.5", "2"].map(|n| say(n, Lang::Fr)), ["one cat left", "2 cats left"]);
    assert_eq!(say("1.5", Lang::En), "1.5 cats left");
    let word = "{ $side ->\n    [more] above\n   *[less] below\n}";
    assert_eq!(
        ["more", "less", "x"].map(|side| filled(word, Lang::En, &[("side", side)])),
        ["above", "below", "below"]
    );
}

#[test]
fn choices_nest_once() {
    let nested =
        "{ $a ->\n    [one] { $b ->\n        [one] 1-1\n       *[other] 1-n\n    }\n   *[other] n { $b }\n}.";
    let say = |a, b| filled(nested, Lang::En, &[("a", a), ("b", b)]);
    assert_eq!([say("1", "1"), say("1", "2"), say("2", "1")], ["1-1.", "1-n.", "n 1."]);
}

#[test]
fn typography_is_applied_to_texts() {
    let read = ftl::read("a = L'offre : « { $x } » ; { $n } % ?", &spaced).unwrap();
    let text: String = read[0].pattern.replace([ftl::PLACE, ftl::END], "");
    assert_eq!(text, "L’offre\u{a0}: «\u{a0}x\u{a0}»\u{202f}; n\u{a0}%\u{202f}?");
    assert_eq!(read[0].places, ["n", "x"]);
}

#[test]
fn a_fault_names_its_line_and_the_remedy() {
    let fault = |text: &str| ftl::read(text, &str::to_owned).unwrap_err();
    for (text, line, reason) in [
        ("# c\n\nwords", 3, "write `id = text`"),
        ("a_b = x", 1, "letters, digits"),
        ("a =", 1, "says nothing"),
        ("a = x }", 1, "that nothing opens"),
        ("a = { x }", 1, "no place"),
        ("a = { $x", 1, "lacks a `->`"),
        ("a = { $x ->\n    [one] y\n}", 1, "without a default"),
        ("a = { $x ->\n   *[one] y\n    [two] z\n}", 1, "last"),
        ("a = x\u{1}", 1, "control character"),
    ] {
        let found = fault(text);
        assert_eq!(found.line, line, "{text}");
        assert!(found.reason.contains(reason), "{text}: {}", found.reason);
    }
}

#[test]
fn french_punctuation_keeps_its_word() {
    assert_eq!(
        spaced("Qui recruter ? L'offre : « oui » ; 5 % !"),
        "Qui recruter\u{202f}? L’offre\u{a0}: «\u{a0}oui\u{a0}»\u{202f}; 5\u{a0}%\u{202f}!"
    );
}
