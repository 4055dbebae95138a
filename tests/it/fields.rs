//! Every field of every question is described once, and stands on every face.

use rolecall::domain::input::field::{Face, Field, Kind, Unit};
use rolecall::domain::input::questions;
use rolecall::domain::message::Message;
use serde_json::Value;

use super::api::{app, get};
use super::page::Page;
use super::{rolecall, up_to_date};

/// A question: its name, command, page, schema, and the fields of its form.
struct Asked {
    name: &'static str,
    command: &'static str,
    page: &'static str,
    schema: &'static str,
    fields: &'static [Field],
}

/// Every question. The brief of a draft is a question of its own here: its fields stand on the form of the draft.
fn all() -> Vec<Asked> {
    let faces = [
        ("profile", "recommend", "/en/hire/form", "Profile"),
        ("band", "salary", "/en/pay", ""),
        ("offer", "offer", "/en/offer", "OfferQuestion"),
        ("cost", "cost", "/en/cost", "CostQuestion"),
        ("audit", "audit", "/en/audit", "AuditQuestion"),
        ("draft", "draft", "/en/draft", "DraftQuestion"),
    ];
    let mut asked: Vec<Asked> = questions::ALL
        .iter()
        .map(|(name, fields)| {
            let (_, command, page, schema) = faces.iter().find(|face| face.0 == *name).unwrap();
            Asked { name, command, page, schema, fields }
        })
        .collect();
    let fields = questions::BRIEF;
    asked.push(Asked { name: "brief", command: "draft", page: "/en/draft", schema: "Brief", fields });
    asked
}

/// Every field with its name, dots between levels; what only holds other fields is left out, what has an option of its own
/// is not.
fn leaves(outer: &str, fields: &'static [Field]) -> Vec<(String, &'static Field)> {
    let one = |field: &'static Field| {
        let name = if outer.is_empty() { field.name.to_owned() } else { format!("{outer}.{}", field.name) };
        let mut found = leaves(&name, field.fields());
        if found.is_empty() || field.option.is_some() {
            found.insert(0, (name, field));
        }
        found
    };
    fields.iter().flat_map(one).collect()
}

/// Whether a help names an option, and not only one whose name begins alike.
fn names(help: &str, long: &str) -> bool {
    let word = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    help.split(&format!("--{long}")).skip(1).any(|rest| !rest.starts_with(word))
}

fn help(command: &str) -> String {
    let output = rolecall().args([command, "--help"]).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// The properties of a question in the document of the API, by name, dots between levels.
fn documented(document: &Value, schema: &str, outer: &str, names: &mut Vec<String>) {
    // One of several fields must be given: then the properties are a part of the schema.
    let schema = &document["components"]["schemas"][schema];
    let properties =
        [schema, &schema["allOf"][0]].into_iter().find_map(|part| part["properties"].as_object());
    for (name, property) in properties.into_iter().flatten() {
        let name = if outer.is_empty() { name.clone() } else { format!("{outer}.{name}") };
        let refers = [&property["$ref"], &property["oneOf"][0]["$ref"]];
        let inner = refers.iter().find_map(|inner| inner.as_str());
        if let Some(inner) = inner.and_then(|path| path.rsplit('/').next()) {
            let given = if inner == "BriefPayChoice" { "BriefPayGiven" } else { inner };
            documented(document, given, &name, names);
        }
        names.push(name);
    }
}

#[test]
fn schemas_say_the_defaults() {
    let document: Value = serde_json::from_slice(&get(&app(), "/openapi.json").bytes).unwrap();
    let schemas = &document["components"]["schemas"];
    for (schema, field, default) in [
        ("OfferQuestion", "payments", Some(12)),
        ("OfferQuestion", "fte", Some(1)),
        ("ApprenticeQuestion", "degree", Some(6)),
        ("FreelanceQuestion", "fees_percent", Some(0)),
        ("BriefPayGiven", "payments", Some(12)),
        // What another offer leaves out is as in the first.
        ("OfferDifference", "fte", None),
        ("OfferQuestion", "amount", None),
    ] {
        let property = &schemas[schema]["properties"][field];
        assert!(property.is_object(), "{schema}.{field}");
        assert_eq!(property["default"].as_i64(), default, "{schema}.{field}");
    }
}

#[test]
fn every_field_stands_on_every_face_or_says_why_not() {
    let app = app();
    let document: Value = serde_json::from_slice(&get(&app, "/openapi.json").bytes).unwrap();
    let mut missing = Vec::new();
    for asked in all() {
        let help = help(asked.command);
        let page = Page::of(&get(&app, asked.page));
        let mut properties = Vec::new();
        documented(&document, asked.schema, "", &mut properties);
        if asked.name == "band" {
            let parameters = document["paths"]["/v1/salary-bands"]["get"]["parameters"].as_array().unwrap();
            properties.extend(parameters.iter().map(|item| item["name"].as_str().unwrap().to_owned()));
        }
        let options = |(_, field): (String, &'static Field)| {
            field.option.filter(|_| !field.is_absent(Face::Option)).map(|option| option.long)
        };
        let own_options: std::collections::BTreeSet<&str> =
            leaves("", asked.fields).into_iter().filter_map(options).collect();
        for (name, field) in leaves("", asked.fields) {
            // The brief is a question of its own here.
            if name.starts_with("brief.") {
                continue;
            }
            for face in Face::ALL {
                let there = match face {
                    Face::Json => properties.contains(&name),
                    Face::Option => field.option.is_some_and(|option| {
                        // A field that is excused may share the name of an option with one that is not.
                        let others = field.is_absent(Face::Option) && own_options.contains(option.long);
                        names(&help, option.long) && !others
                    }),
                    Face::Form => page.has(&format!("[id='{name}'], [id^='{name}.']")),
                    // Whether reports really repeat it, and nothing that is excused, the next test says.
                    Face::Echo => field.echoed().is_some() && !field.is_absent(Face::Echo),
                };
                let excused = field.is_absent(face);
                if there == excused {
                    let state = if there { "stands on" } else { "is missing from" };
                    missing.push(format!("{} {name} {state} {face:?} (excused: {excused})", asked.name));
                }
            }
            for (face, reason) in field.absent {
                assert!(reason.len() > 10, "{} {name} {face:?}: a reason is a sentence", asked.name);
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// A value that a field takes.
fn sample(field: &Field) -> Value {
    match field.kind {
        Kind::Whole { from, .. } => from.max(1).into(),
        Kind::Number { from, to } => from.midpoint(to.min(100.0)).into(),
        Kind::Flag | Kind::YesNo => true.into(),
        Kind::Choice(choice) => choice.ids[0].into(),
        Kind::Role => "cm".into(),
        Kind::Country => "FR".into(),
        Kind::Region | Kind::Regions => "FR-IDF".into(),
        Kind::City => "Paris".into(),
        Kind::Currency => "EUR".into(),
        Kind::Goals { .. } => serde_json::json!(["retention"]),
        Kind::Object(object) | Kind::FlagOr(object) => {
            object.fields.iter().map(|field| (field.name.to_owned(), sample(field))).collect()
        }
        _ => "x".into(),
    }
}

/// The labels under which a report repeats what it was asked.
fn repeated(report: &str, heading: &str) -> Vec<String> {
    let section = report.split("\n## ").find(|section| section.starts_with(heading)).unwrap_or("");
    let line = |line: &str| Some(line.strip_prefix("- ")?.split_once(':')?.0.trim_end().to_owned());
    section.lines().filter_map(line).collect()
}

#[test]
fn reports_repeat_every_field_that_is_echoed_and_no_other_in_both_languages() {
    for (name, command, fields, only) in [
        ("profile", "recommendations", questions::PROFILE, ""),
        ("cost", "employer-costs", questions::COST, "gross"),
        ("cost", "employer-costs", questions::COST, "budget"),
        ("cost", "employer-costs", questions::COST, "net"),
    ] {
        let left_out = |field: &Field| field.alternative && field.name != only;
        let mut asked: Value = fields
            .iter()
            .filter(|field| !field.is_absent(Face::Json) && !left_out(field))
            .map(|field| (field.name.to_owned(), sample(field)))
            .collect();
        asked["agreement"] = 2198.into();
        if !only.is_empty() {
            asked[only] = 30_000.into();
        }
        if name == "profile" {
            // No fewer posts than those by kind.
            asked["workload"]["posts_per_week"] = 9.into();
        }
        let toolkit = super::toolkit();
        for lang in [rolecall::domain::text::Lang::Fr, rolecall::domain::text::Lang::En] {
            let asking = rolecall::toolkit::Asking { lang, as_of: super::today() };
            let form = rolecall::toolkit::Form::Markdown;
            let report = if name == "profile" {
                let profile = toolkit.read_profile(asked.to_string().as_bytes(), true).unwrap();
                toolkit.report("recommendation", &toolkit.recommend(&profile, asking).unwrap(), lang, form)
            } else {
                toolkit.report("cost", &toolkit.employer_cost(&asked, asking).unwrap(), lang, form)
            };
            let report = report.unwrap();
            let words = toolkit.words(lang);
            let heading = Message::find("common-answers-understood").unwrap();
            let repeated = repeated(&report, words.get(heading));
            // The fields of what holds some are said in its place, unless it is said as a whole.
            let in_parts = |field: &Field| field.fields().iter().any(|inner| !inner.is_absent(Face::Echo));
            let wanted: Vec<&str> = leaves("", fields)
                .into_iter()
                .filter(|(_, field)| {
                    let absent = field.is_absent(Face::Echo) || field.is_absent(Face::Json);
                    !absent && !left_out(field) && !in_parts(field)
                })
                .map(|(_, field)| words.get(field.echoed().unwrap()))
                .collect();
            let missing: Vec<_> =
                wanted.iter().filter(|label| !repeated.iter().any(|said| said == **label)).collect();
            assert!(missing.is_empty(), "{command}: {missing:?} is not in\n{report}");
            let excused: Vec<_> = repeated.iter().filter(|said| !wanted.contains(&said.as_str())).collect();
            assert!(excused.is_empty(), "{command}: {excused:?} is excused, and yet in\n{report}");
        }
    }
}

/// The values that a field takes, in words.
fn values(field: &Field) -> String {
    let text = match field.kind {
        Kind::Whole { from, to } => format!("whole number, {from} to {to}"),
        Kind::Number { from, to } => format!("number, {from} to {to}"),
        Kind::Flag => "true or false".to_owned(),
        Kind::YesNo => "true, false, or left out: not known".to_owned(),
        Kind::Choice(choice) => choice.ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", "),
        Kind::Role => "`cm`, `smm`, `content`, their full names, `hybrid`".to_owned(),
        Kind::Country => "ISO 3166-1 alpha-2".to_owned(),
        Kind::Region | Kind::Regions => "ISO 3166-2".to_owned(),
        Kind::City => "name of a city".to_owned(),
        Kind::Currency => "ISO 4217".to_owned(),
        Kind::Line { most: 0 } => "one line of text".to_owned(),
        Kind::Line { most } => format!("one line of text, {most} characters at most"),
        Kind::Text => "text".to_owned(),
        Kind::Web => "`https://…`".to_owned(),
        Kind::Day => "YYYY-MM-DD".to_owned(),
        Kind::Lines => format!("list of {} short texts at most", questions::MOST),
        Kind::Languages => "list of names, or of objects with `language` and `level`".to_owned(),
        Kind::Goals { .. } => "list of ids of goals, or of objects with `goal` and `priority`".to_owned(),
        Kind::FlagOr(_) => "true, false, or an object".to_owned(),
        Kind::Pay(_) => "`from-band`, or an object".to_owned(),
        Kind::Object(_) | Kind::Difference(_) => "object".to_owned(),
    };
    let unit = match field.unit {
        Unit::Percent => ", in percent",
        Unit::Money => ", in units of the currency",
        Unit::MoneyAMonth => ", in units of the currency a month",
        _ => "",
    };
    format!(
        "{text}{unit}{}",
        if field.alternative {
            "; one of these"
        } else if field.required() {
            "; required"
        } else {
            ""
        }
    )
}

fn rows(outer: &str, fields: &'static [Field], text: &mut String) {
    for field in fields {
        let name = if outer.is_empty() { field.name.to_owned() } else { format!("{outer}.{}", field.name) };
        let json = if field.is_absent(Face::Json) { "none".to_owned() } else { format!("`{name}`") };
        let option = match field.option {
            Some(option) if !field.is_absent(Face::Option) => format!("`--{}`", option.long),
            _ => String::new(),
        };
        *text += &format!("| {json} | {option} | {} | {} |\n", values(field), field.description());
        rows(&name, field.fields(), text);
    }
}

#[test]
fn the_reference_of_questions_is_up_to_date() {
    let mut text = "# Questions\n\nThis page lists every field of every question: its name in JSON, its option on the command line, its values and its\nmeaning. It is made from `src/domain/input/questions/`, as are the reader, the OpenAPI document, the options and the\nforms; `UPDATE=1 cargo test` writes it again.\n".to_owned();
    for asked in all() {
        let (name, command) = (asked.name, asked.command);
        let mut title = name.to_owned();
        title[..1].make_ascii_uppercase();
        text += &format!(
            "\n## {title}\n\nCommand `{command}`.\n\n| field | option | values | meaning |\n| --- | --- | --- | --- |\n"
        );
        let own: &'static [Field] = asked.fields;
        let without_brief = own.iter().position(|field| name == "draft" && field.name == "brief");
        rows("", without_brief.map_or(own, |at| &own[..at]), &mut text);
    }
    up_to_date("docs/reference/questions.md", &text);
}

#[test]
fn years_of_experience_choose_the_level_wherever_a_level_is_taken() {
    let toolkit = super::toolkit();
    let asking = super::asking(rolecall::domain::text::Lang::En);
    let level = |years: u32| {
        let asked = serde_json::json!({"role": "cm", "country": "FR", "years": years});
        toolkit.salary_band(&asked, asking).unwrap().asked.level.map(rolecall::domain::vocab::Level::id)
    };
    assert_eq!(
        [0, 1, 2, 4, 5, 30].map(level),
        ["junior", "junior", "mid", "mid", "senior", "senior"].map(Some)
    );
    let offer = serde_json::json!({"role": "cm", "country": "FR", "level": "junior", "amount": 25000, "currency": "EUR", "period": "year", "against": {"years": 6, "amount": 40000}});
    let answer = serde_json::to_value(toolkit.assess_offer(&offer, asking).unwrap()).unwrap();
    assert_eq!(answer["offer"]["level"], "junior");
    assert_eq!(answer["against"]["offer"]["level"], "senior", "{}", answer["against"]);
    let wrong = |error: rolecall::toolkit::AskError| match error {
        rolecall::toolkit::AskError::Input(errors) => {
            errors.iter().map(|error| (error.pointer.clone(), error.code)).collect::<Vec<_>>()
        }
        other => panic!("{other}"),
    };
    let contradiction = vec![("/level".to_owned(), "wrong-value")];
    let band = serde_json::json!({"role": "cm", "country": "FR", "level": "junior", "years": 6});
    assert_eq!(wrong(toolkit.salary_band(&band, asking).unwrap_err()), contradiction);
    let cost =
        serde_json::json!({"country": "FR", "gross": 32000, "role": "cm", "level": "junior", "years": 6});
    assert_eq!(wrong(toolkit.employer_cost(&cost, asking).unwrap_err()), contradiction);
    let draft = serde_json::json!({"role": "cm", "level": "junior", "years": 6});
    assert_eq!(wrong(toolkit.draft(&draft, asking).err().unwrap()), contradiction);
}
