//! Facts of an ad that stand beside its prose: schema.org `JobPosting` in a page, front matter on top of Markdown. Both
//! become lines such as people write: "Location: Denver, CO", so that everything that reads an ad reads them.

use serde_json::Value;

use super::{Origin, Words};
use crate::domain::job::facts::{self, A_WEEK, FROM, Fact, UP_TO};
use crate::domain::text::Lang;

/// What is told apart from the prose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Facts {
    /// Title of the job.
    pub(super) title: Option<String>,
    /// The ad itself, as HTML.
    pub(super) description: Option<String>,
    /// Who hires.
    pub(super) employer: Option<String>,
    /// Where.
    pub(super) place: Option<String>,
    /// That the work is done away from the office, in schema.org's word for it: TELECOMMUTE.
    pub(super) remote: Option<String>,
    /// Pay.
    pub(super) pay: Option<Pay>,
    /// Working time.
    pub(super) hours: Option<String>,
    /// Sort of contract.
    pub(super) contract: Option<String>,
    /// First day.
    pub(super) posted: Option<String>,
    /// Last day to apply.
    pub(super) closes: Option<String>,
}

/// Pay, in the words of its source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pay {
    min: Option<String>,
    max: Option<String>,
    currency: String,
    /// schema.org's word for the period: HOUR, DAY, WEEK, MONTH, YEAR.
    unit: String,
}

/// Hours that a week may have.
const WEEK: std::ops::RangeInclusive<f64> = 1.0..=60.0;

/// schema.org's word for any other sort of contract, which says nothing.
const OTHER: &str = "other";

/// Most lines that front matter has.
const FRONT: usize = 100;

/// How many times the lower end of a range the upper one may be.
const APART: f64 = 20.0;

/// Two ends of pay as they can be meant: exchanged ends are put right, an end of nothing is none, and what is below nothing
/// or lies too far apart is no pay.
fn sound(min: Option<String>, max: Option<String>) -> (Option<String>, Option<String>) {
    let value = |text: &Option<String>| text.as_deref().and_then(|text| text.trim().parse::<f64>().ok());
    match (value(&min), value(&max)) {
        (Some(low), _) | (_, Some(low)) if low < 0.0 => (None, None),
        (_, Some(high)) if high < 0.0 => (None, None),
        (Some(0.0), Some(0.0)) => (None, None),
        (Some(0.0), _) => (None, max),
        (_, Some(0.0)) => (min, None),
        (Some(low), Some(high)) if high > APART * low || low > APART * high => (None, None),
        (Some(low), Some(high)) if low > high => (max, min),
        _ => (min, max),
    }
}

impl Facts {
    /// Adds pay in words: "30 to 35 k€ a year" is a whole statement.
    pub(super) fn pay_in_words(&mut self, text: &str) {
        let text = Some(text.to_owned());
        self.pay = Some(Pay { min: text.clone(), max: text, ..Pay::default() });
    }

    /// Adds a range of pay for a period, in schema.org's word for it.
    pub(super) fn pay_between(
        &mut self,
        min: Option<String>,
        max: Option<String>,
        currency: &str,
        unit: &str,
    ) {
        let (min, max) = sound(min, max);
        if min.is_some() || max.is_some() {
            self.pay = Some(Pay { min, max, currency: currency.to_owned(), unit: unit.to_owned() });
        }
    }
}

/// Text of a value: of a string or number, or of what a thing is called.
pub(super) fn said(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Object(thing) => return thing.get("name").and_then(said),
        Value::Array(all) => {
            let all: Vec<String> = all.iter().filter_map(said).collect();
            all.join(", ")
        }
        _ => return None,
    };
    // One line, and none that could pass for several.
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty() && text.len() <= 300).then_some(text)
}

impl Facts {
    /// The first `JobPosting` of a JSON-LD script.
    pub(super) fn of_json_ld(script: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(script).ok()?;
        let mut waiting = vec![&value];
        while let Some(value) = waiting.pop() {
            match value {
                Value::Array(all) => waiting.extend(all.iter().rev()),
                Value::Object(thing) => {
                    let kinds = thing.get("@type").map_or(String::new(), Value::to_string);
                    if kinds.contains("JobPosting\"") {
                        return Some(Self::of_posting(value));
                    }
                    waiting.extend(thing.get("@graph").into_iter().chain(thing.get("mainEntity")));
                }
                _ => {}
            }
        }
        None
    }

    pub(super) fn of_posting(posting: &Value) -> Self {
        let text = |name: &str| posting.get(name).and_then(said);
        let day = |name: &str| text(name).map(|date| date.split('T').next().unwrap_or("").to_owned());
        let place = |place: &Value| {
            let address = place.get("address").unwrap_or(place);
            let part = |name: &str| address.get(name).and_then(said);
            let parts: Vec<String> = ["addressLocality", "addressRegion", "addressCountry"]
                .iter()
                .filter_map(|name| part(name))
                .collect();
            if parts.is_empty() { said(address) } else { Some(parts.join(", ")) }
        };
        let places = match posting.get("jobLocation") {
            Some(Value::Array(all)) => all.iter().filter_map(place).collect(),
            Some(one) => place(one).into_iter().collect(),
            None => Vec::new(),
        };
        let applicants = || posting.get("applicantLocationRequirements").and_then(said);
        let places = if places.is_empty() { applicants().into_iter().collect() } else { places };
        let pay = posting.get("baseSalary").map(|salary| {
            let amount = salary.get("value").unwrap_or(salary);
            let number = |name: &str| amount.get(name).and_then(said);
            let single = if amount.is_object() { number("value") } else { said(amount) };
            let unit = amount.get("unitText").or_else(|| salary.get("unitText")).and_then(said);
            let (min, max) =
                sound(number("minValue").or_else(|| single.clone()), number("maxValue").or(single));
            Pay {
                min,
                max,
                currency: salary.get("currency").and_then(said).unwrap_or_default(),
                unit: unit.unwrap_or_default(),
            }
        });
        Self {
            title: text("title"),
            description: posting.get("description").and_then(Value::as_str).map(str::to_owned),
            employer: text("hiringOrganization"),
            place: Some(places.join(" / ")).filter(|place| !place.is_empty()),
            remote: text("jobLocationType"),
            pay: pay.filter(|pay| pay.min.is_some() || pay.max.is_some()),
            hours: text("workHours"),
            contract: text("employmentType"),
            posted: day("datePosted"),
            closes: day("validThrough"),
        }
    }

    /// The facts as lines, each with the words of it that its source has.
    pub(super) fn lines(&self, words: Words<'_>, lang: Lang) -> Vec<(String, String)> {
        let facts = words.facts;
        let contract = self.contract.as_ref().map(|contract| {
            let kinds = contract.split(',').map(str::trim).filter(|kind| !kind.eq_ignore_ascii_case(OTHER));
            let kinds: Vec<&str> = kinds.map(|kind| facts.term(kind, lang).unwrap_or(kind)).collect();
            (kinds.join(", "), contract.clone())
        });
        let pay = self.pay.as_ref().map(|pay| {
            let (min, max) = (pay.min.clone().unwrap_or_default(), pay.max.clone().unwrap_or_default());
            let amount = match (min.is_empty(), max.is_empty()) {
                (false, false) if min != max => format!("{min} - {max}"),
                (true, false) => facts.open(UP_TO, &max, lang),
                (false, true) => facts.open(FROM, &min, lang),
                _ => min.clone(),
            };
            // A period in words of its own stays as it is.
            let unit = facts.term(&pay.unit, lang).unwrap_or(&pay.unit);
            let text = [amount.as_str(), &pay.currency, unit].join(" ");
            (text.trim().to_owned(), if min.is_empty() { max } else { min })
        });
        let same = |text: &Option<String>| text.clone().map(|text| (text.clone(), text));
        // A word that is no term says nothing that people would understand.
        let remote = self.remote.as_deref().and_then(|word| Some((facts.term(word, lang)?, word)));
        let place = match (same(&self.place), remote) {
            (Some((place, source)), Some((remote, _))) => Some((format!("{place} / {remote}"), source)),
            (place, remote) => place.or(remote.map(|(text, word)| (text.to_owned(), word.to_owned()))),
        };
        // Hours that are a number alone are those of a week.
        let hours = self.hours.clone().map(|hours| match hours.trim().parse::<f64>() {
            Ok(number) if WEEK.contains(&number) => (facts.open(A_WEEK, hours.trim(), lang), hours),
            _ => (hours.clone(), hours),
        });
        let values =
            [same(&self.employer), place, pay, hours, contract, same(&self.posted), same(&self.closes)];
        let lines = Fact::LINES.into_iter().zip(values).filter_map(|(fact, value)| {
            let (text, source) = value.filter(|(text, _)| !text.is_empty())?;
            Some((facts.line(fact, &text, lang), source))
        });
        lines.collect()
    }
}

/// Front matter on top of a text as lines that people write, and where they stood; none where there is none. Lines whose
/// key says no fact that is known here stay as they are: nothing is lost.
pub(super) fn front_matter(source: &str, words: Words<'_>) -> Option<(String, Origin)> {
    let body = source.strip_prefix("---")?.trim_start_matches([' ', '\t', '\r']).strip_prefix('\n')?;
    let mut at = source.len() - body.len();
    let mut facts = Facts::default();
    let mut pay = Pay::default();
    let mut above = String::new();
    let mut found = false;
    let mut end = None;
    let mut others = Vec::new();
    let mut lines = body.split_inclusive('\n').take(FRONT).peekable();
    while let Some(line) = lines.next() {
        let begin = at;
        at += line.len();
        if matches!(line.trim_end(), "---" | "...") {
            end = Some(at);
            break;
        }
        let Some((key, value)) = line.split_once(':') else { continue };
        let nested = key.starts_with([' ', '\t']);
        let mut name = facts::name(key.trim().trim_start_matches("- "));
        if nested {
            name = format!("{above}.{name}");
        } else {
            above.clone_from(&name);
        }
        let fact = words.facts.named(&name);
        // Front matter is made of keys; prose between two rules is not.
        if key.trim().contains(' ') && fact.is_none() || key.trim().is_empty() {
            if !key.trim_start().starts_with(['-', '#']) {
                return None;
            }
            continue;
        }
        found = true;
        let mut value = scalar(value).to_owned();
        // A text over several lines, or a list, is told by the lines below it.
        let folded = matches!(value.as_str(), ">" | "|" | ">-" | "|-" | ">+" | "|+");
        if fact.is_some() && (folded || value.is_empty()) {
            let mut told: Vec<&str> = Vec::new();
            let below = |line: &&str| {
                let item = line.trim_start().starts_with("- ");
                if folded { line.starts_with([' ', '\t']) || line.trim().is_empty() } else { item }
            };
            while let Some(line) = lines.next_if(below) {
                at += line.len();
                told.push(if folded {
                    line.trim()
                } else {
                    scalar(line.trim_start().trim_start_matches("- "))
                });
            }
            value = told.join(if folded { " " } else { " / " });
        }
        // What a page calls its description is no ad, nor its address a fact of one.
        let fact = fact.filter(|fact| !matches!(fact, Fact::Id | Fact::Text));
        let (Some(fact), false, true) = (fact, value.is_empty(), value.len() <= 300) else {
            if !value.is_empty() {
                others.push((begin, line.trim_end()));
            }
            continue;
        };
        let text = Some(value.clone());
        let and =
            |known: Option<String>| known.map_or_else(|| value.clone(), |known| format!("{known}, {value}"));
        match fact {
            Fact::Title => facts.title = text,
            Fact::Employer => facts.employer = text,
            // Parts of a place stand one below the other.
            Fact::Place if nested => facts.place = Some(and(facts.place.take())),
            Fact::Place => facts.place = text,
            Fact::Country => facts.place = Some(and(facts.place.take())),
            Fact::PayMin => pay.min = Some(digits(&value)),
            Fact::PayMax => pay.max = Some(digits(&value)),
            // "salary: 30 to 35 k€" is a whole statement.
            Fact::Pay => (pay.min, pay.max) = (Some(digits(&value)), Some(digits(&value))),
            Fact::Currency => pay.currency.clone_from(&value),
            Fact::Period => pay.unit.clone_from(&value),
            Fact::Hours => facts.hours = text,
            Fact::Contract => facts.contract = text,
            Fact::Closes => facts.closes = text,
            Fact::Posted => facts.posted = text,
            Fact::Id | Fact::Text => {}
        }
    }
    let end = end.filter(|_| found)?;
    if pay.min.is_some() || pay.max.is_some() {
        facts.pay = Some(pay);
    }
    let rest = &source[end..];
    let lang = words.lang(rest);
    let mut out = String::new();
    let mut anchors = Vec::new();
    let title = facts.title.take().filter(|title| !rest.trim_start().starts_with(&format!("# {title}")));
    let title = title.map(|title| (format!("# {title}"), title));
    for (line, told) in title.into_iter().chain(facts.lines(words, lang)) {
        place(&mut out, &mut anchors, &line, &told, &source[..end], 0);
    }
    for (stood, line) in others {
        anchors.push((out.len(), stood));
        out.push_str(line);
        out.push('\n');
    }
    out.push('\n');
    anchors.push((out.len(), end));
    out.push_str(rest);
    Some((out, Origin { text: source.to_owned(), anchors }))
}

/// A value without its quotes, or without a comment behind it.
fn scalar(value: &str) -> &str {
    let value = value.trim();
    let plain =
        if value.starts_with(['"', '\'']) { value } else { value.split(" # ").next().unwrap_or(value) };
    plain.trim().trim_matches(['"', '\'', '[', ']']).trim()
}

/// A number without the marks that YAML allows inside of it: `60_000`.
fn digits(value: &str) -> String {
    let number = value.contains('_') && value.chars().all(|c| c.is_ascii_digit() || c == '_');
    if number { value.replace('_', "") } else { value.to_owned() }
}

/// Adds a line to a text, and notes where its words stood in a part of the source that begins at a byte of the file.
pub(super) fn place(
    out: &mut String,
    anchors: &mut Vec<(usize, usize)>,
    line: &str,
    words: &str,
    source: &str,
    begin: usize,
) {
    // What is put together of several values stands where its first one does.
    let first = || source.find(words.split([',', '/', ' ']).next().unwrap_or(words));
    let stood = begin + source.find(words).or_else(first).unwrap_or(0);
    anchors.push((out.len(), stood));
    if let Some(at) = line.find(words).filter(|at| *at > 0) {
        anchors.push((out.len() + at, stood));
    }
    out.push_str(line);
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::super::tests::with_words;
    use super::*;

    fn lines(facts: &Facts, lang: Lang) -> Vec<String> {
        with_words(|words| facts.lines(words, lang).into_iter().map(|(line, _)| line).collect())
    }

    #[test]
    fn structured_data_become_lines_as_people_write_them() {
        let posting = r#"{"@graph": [{"@type": "WebPage"}, {"@type": ["JobPosting"], "title": "Social media manager",
            "datePosted": "2026-11-02T08:00:00Z", "validThrough": "2026-12-20", "employmentType": ["PART_TIME", "INTERN"],
            "hiringOrganization": {"name": "Acme"}, "workHours": "24 h a week",
            "jobLocation": [{"address": {"addressLocality": "Denver", "addressRegion": "CO", "addressCountry": {"name": "US"}}}],
            "baseSalary": {"currency": "USD", "value": {"minValue": 20, "maxValue": 25.5, "unitText": "HOUR"}}}]}"#;
        let facts = Facts::of_json_ld(posting).unwrap();
        assert_eq!(facts.title.as_deref(), Some("Social media manager"));
        assert_eq!(
            lines(&facts, Lang::En),
            [
                "Company: Acme",
                "Location: Denver, CO, US",
                "Salary: 20 - 25.5 USD per hour",
                "Hours: 24 h a week",
                "Contract: part-time, internship",
                "Posted on 2026-11-02",
                "Apply by 2026-12-20",
            ]
        );
        assert_eq!(lines(&facts, Lang::Fr)[2], "Salaire : 20 - 25.5 USD de l’heure");
        for one in [
            r#"{"@type": "JobPosting", "baseSalary": 30000}"#,
            r#"[{"@type": "JobPosting", "baseSalary": {"value": "30000"}}]"#,
        ] {
            assert_eq!(lines(&Facts::of_json_ld(one).unwrap(), Lang::En), ["Salary: 30000"]);
        }
        let remote = r#""@type": "JobPosting", "jobLocationType": "TELECOMMUTE""#;
        let at_home = Facts::of_json_ld(&format!("{{{remote}}}")).unwrap();
        assert_eq!(lines(&at_home, Lang::En), ["Location: fully remote"]);
        let within = r#""applicantLocationRequirements": {"@type": "Country", "name": "France"}"#;
        let in_france = Facts::of_json_ld(&format!("{{{remote}, {within}}}")).unwrap();
        assert_eq!(lines(&in_france, Lang::Fr), ["Lieu\u{a0}: France / télétravail complet"]);
        for other in ["", "{", "[]", r#"{"@type": "Article"}"#, r#"{"@type": "NotJobPosting"}"#] {
            assert_eq!(
                Facts::of_json_ld(other).map(|found| lines(&found, Lang::En)).unwrap_or_default(),
                [""; 0],
                "{other}"
            );
        }
    }

    #[test]
    fn front_matter_becomes_lines_and_keeps_its_places() {
        let source = "---\r\nlayout: job\ntitle: \"Community manager\"\nlieu: Lyon\nsalary:\n  min: 30000\n  max: 34000\n  currency: EUR\ntags: [a, b]\n---\nVous animez la communauté.\n";
        let (text, origin) = with_words(|words| front_matter(source, words)).unwrap();
        assert_eq!(
            text,
            "# Community manager\nLieu : Lyon\nSalaire : 30000 - 34000 EUR\nlayout: job\ntags: [a, b]\n\nVous animez la communauté.\n"
        );
        for word in ["Community", "Lyon", "30000", "tags", "Vous", "communauté"] {
            let at = text.find(word).unwrap();
            assert!(source[origin.at(at)..].starts_with(word), "{word}");
        }
    }

    #[test]
    fn front_matter_is_read_however_its_keys_are_written() {
        let line = |keys: &str, wanted: &str| {
            let source = format!("---\n{keys}\n---\nYou run the page and the groups.\n");
            let (text, _) = with_words(|words| front_matter(&source, words)).unwrap();
            assert!(text.lines().any(|line| line == wanted), "{keys}: {text}");
        };
        let pay = "Salary: 27000 - 30000 GBP per year";
        line("salaryMin: 27000\nsalaryMax: 30000\ncurrency: GBP\nperiod: yearly", pay);
        line("Salary Min: 27_000\nSalary Max: 30_000\nCurrency: GBP\nper: annum\npay_period: annual", pay);
        line("remuneration:\n  minimum: 27000\n  maximum: 30000\n  devise: GBP\n  periode: annuel", pay);
        line("baseSalary:\n  minValue: 27000\n  maxValue: 30000\n  currency: GBP\n  unitText: YEAR", pay);
        line("salary: >\n  £27,000 to\n  £30,000 a year\ntitle: x", "Salary: £27,000 to £30,000 a year");
        line("location:\n  city: Boston\n  state: MA\n  country: US", "Location: Boston, MA, US");
        line("locations:\n- Portland, OR\n- Seattle, WA", "Location: Portland, OR / Seattle, WA");
        line("title: Community manager # draft", "# Community manager");
        line("hours: 21", "Hours: 21 hours a week");
    }

    #[test]
    fn a_rule_above_prose_is_no_front_matter() {
        for text in [
            "---\nNous cherchons : une personne\n---\nSuite",
            "---\ntitle: without an end\n",
            "Community manager\n---\nlieu: Lyon\n---\n",
            "---\n---\nVide",
            "--- title: x",
        ] {
            assert_eq!(with_words(|words| front_matter(text, words)), None, "{text}");
        }
    }
}
