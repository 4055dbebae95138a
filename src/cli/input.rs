//! The profile: from a file, from standard input, from options.

use std::io::Read;
use std::path::Path;

use serde_json::{Map, Value, json};

use super::args::Recommend;
use super::question::{located, number};
use super::{Failure, Session};
use crate::domain::input::fault::InputError;
use crate::domain::json;
use crate::domain::profile::Profile;
use crate::domain::text::Lang;
use crate::toolkit::{ReadError, Toolkit, read_file};

/// Largest profile read.
const MAX_PROFILE_BYTES: u64 = 64 * 1024;

/// Reads the profile from file and options; `None` when neither says anything.
pub(crate) fn profile(
    session: &Session,
    toolkit: &Toolkit,
    options: &Recommend,
    complete: bool,
) -> Result<Option<Profile>, Failure> {
    let mut from_options = options_object(options, session.asking.lang)?;
    if let Some(city) = &options.city {
        let place = located(session, toolkit, city, options.country.as_ref(), options.region.as_ref())?;
        from_options.extend(place);
    }
    let from_options = from_options;
    let Some(path) = &options.profile else {
        if from_options.is_empty() {
            return Ok(None);
        }
        let bytes = serde_json::to_vec(&Value::Object(from_options)).unwrap_or_default();
        return read(session, toolkit, &bytes, complete, "").map(Some);
    };
    let shown = if path.as_os_str() == "-" { "-".to_owned() } else { path.display().to_string() };
    let bytes = bytes(path).map_err(|error| Failure::Ask(format!("{shown}: {error}")))?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Failure::Ask(format!("{shown}: not UTF-8; save the profile as UTF-8")))?;
    let text = text.strip_prefix('\u{feff}').map_or(text.clone(), str::to_owned);
    let by_name = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"));
    let is_json = !by_name && text.trim_start().starts_with(['{', '['])
        || path.extension().is_some_and(|e| e.eq_ignore_ascii_case("json"));
    if is_json && from_options.is_empty() {
        return read(session, toolkit, text.as_bytes(), complete, &shown).map(Some);
    }
    let value: Value = if is_json {
        // Read once for itself, so that syntax errors name their line.
        match json::read(text.as_bytes()) {
            Ok(value) => value,
            Err(_) => return read(session, toolkit, text.as_bytes(), complete, &shown).map(Some),
        }
    } else {
        from_toml(&text, &shown, session.asking.lang)?
    };
    let mut object = match value {
        Value::Object(object) => object,
        other => {
            let bytes = serde_json::to_vec(&other).unwrap_or_default();
            return read(session, toolkit, &bytes, complete, &shown).map(Some);
        }
    };
    merge(&mut object, from_options);
    let bytes = serde_json::to_vec(&Value::Object(object)).unwrap_or_default();
    read(session, toolkit, &bytes, complete, &shown).map(Some)
}

pub(super) fn bytes(path: &Path) -> std::io::Result<Vec<u8>> {
    if path.as_os_str() != "-" {
        return read_file(path, MAX_PROFILE_BYTES);
    }
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(MAX_PROFILE_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_PROFILE_BYTES {
        return Err(std::io::Error::new(
            std::io::ErrorKind::InvalidData,
            format!("larger than {MAX_PROFILE_BYTES} bytes"),
        ));
    }
    Ok(bytes)
}

fn read(
    session: &Session,
    toolkit: &Toolkit,
    json: &[u8],
    complete: bool,
    file: &str,
) -> Result<Profile, Failure> {
    toolkit.read_profile(json, complete).map_err(|error| match error {
        ReadError::Syntax { reason, line, column } => {
            let file = if file.is_empty() { "profile" } else { file };
            Failure::Ask(format!("{file}:{line}:{column}: {reason}"))
        }
        ReadError::Invalid(errors) => failure(&errors, session.asking.lang),
    })
}

/// Options laid over a profile: objects field by field, all else replaced.
fn merge(base: &mut Map<String, Value>, over: Map<String, Value>) {
    for (name, value) in over {
        match (base.get_mut(&name), value) {
            (Some(Value::Object(inner)), Value::Object(over)) => merge(inner, over),
            (_, value) => drop(base.insert(name, value)),
        }
    }
}

pub(super) fn from_toml(text: &str, shown: &str, lang: Lang) -> Result<Value, Failure> {
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
        let line =
            error.span().map_or(1, |span| 1 + text[..span.start.min(text.len())].matches('\n').count());
        Failure::Ask(format!("{shown}:{line}: {}", error.message().trim()))
    })?;
    let mut errors = Vec::new();
    let value = convert(toml::Value::Table(table), "", &mut errors);
    if errors.is_empty() { Ok(value) } else { Err(failure(&errors, lang)) }
}

fn convert(value: toml::Value, pointer: &str, errors: &mut Vec<InputError>) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Boolean(yes) => Value::Bool(yes),
        toml::Value::Float(number) => serde_json::Number::from_f64(number).map_or_else(
            || {
                errors.push(InputError::new(
                    pointer,
                    "not-a-number",
                    format!("attendu\u{a0}: un nombre\u{202f}; reçu\u{a0}: {number}"),
                    format!("expected a number, got {number}"),
                ));
                Value::Null
            },
            Value::Number,
        ),
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Array(list) => {
            let items = list.into_iter().enumerate();
            Value::Array(items.map(|(at, item)| convert(item, &format!("{pointer}/{at}"), errors)).collect())
        }
        toml::Value::Table(table) => {
            let fields = table.into_iter();
            Value::Object(
                fields
                    .map(|(name, value)| {
                        let value = convert(value, &format!("{pointer}/{name}"), errors);
                        (name, value)
                    })
                    .collect(),
            )
        }
    }
}

fn options_object(options: &Recommend, lang: Lang) -> Result<Map<String, Value>, Failure> {
    let mut object = Map::new();
    let mut put = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            object.insert(name.to_owned(), value);
        }
    };
    put("presence_stage", options.stage.map(|stage| json!(stage)));
    let goals: Vec<Value> = options
        .goals
        .iter()
        .map(|goal| match goal.trim().split_once(':') {
            Some((goal, priority)) => json!({ "goal": goal.trim(), "priority": priority.trim() }),
            None => json!(goal.trim()),
        })
        .collect();
    put("goals", (!goals.is_empty()).then_some(Value::Array(goals)));
    put("employees", options.employees.as_deref().map(number));
    put("country", options.country.as_deref().map(|code| json!(code)));
    put("region", options.region.as_deref().map(|code| json!(code)));
    put("max_hires", options.hires.as_deref().map(number));
    put("agreement", options.agreement.as_deref().map(number));
    put("market", options.market.map(|market| json!(market)));
    if let Some(budget) = &options.budget {
        put("annual_budget", Some(money(budget, lang)?));
    }
    let fields = |pairs: &[(&str, Option<&String>)]| -> Map<String, Value> {
        pairs.iter().filter_map(|(name, value)| Some(((*name).to_owned(), number((*value)?)))).collect()
    };
    let mut team = fields(&[
        ("community_managers", options.community_managers.as_ref()),
        ("social_media_managers", options.social_media_managers.as_ref()),
    ]);
    if options.agency {
        team.insert("agency".to_owned(), Value::Bool(true));
    }
    put("team", (!team.is_empty()).then_some(Value::Object(team)));
    let workload = fields(&[
        ("channels", options.channels.as_ref()),
        ("messages_per_week", options.messages.as_ref()),
        ("posts_per_week", options.posts.as_ref()),
        ("followers", options.followers.as_ref()),
    ]);
    put("workload", (!workload.is_empty()).then_some(Value::Object(workload)));
    Ok(object)
}

/// `60000EUR`, `60 000 EUR`, `EUR 60,000`.
fn money(text: &str, lang: Lang) -> Result<Value, Failure> {
    let text = &text.replace('€', "EUR").replace('£', "GBP");
    let code: String = text.chars().filter(char::is_ascii_alphabetic).collect();
    let amount: String = text
        .chars()
        .filter(|c| {
            !c.is_ascii_alphabetic() && !c.is_whitespace() && !matches!(c, ',' | '\u{a0}' | '\u{202f}' | '_')
        })
        .collect();
    if code.is_empty() {
        return Err(Failure::Ask(match lang {
            Lang::Fr => format!(
                "--budget {text}\u{a0}: la devise manque\u{202f}; écrivez par exemple --budget 60000EUR"
            ),
            Lang::En => {
                format!("--budget {text}: the currency is missing; write for example --budget 60000EUR")
            }
        }));
    }
    Ok(json!({ "amount": number(&amount), "currency": code.to_uppercase() }))
}

/// The option that fills a field of the profile.
fn option(pointer: &str) -> Option<&'static str> {
    Some(match pointer.split('/').nth(1)? {
        "presence_stage" => "--stage",
        "goals" => "--goal",
        "employees" => "--employees",
        "country" => "--country",
        "region" => "--region",
        "annual_budget" => "--budget",
        "max_hires" => "--hires",
        "market" => "--market",
        "agreement" => "--agreement",
        "team" => match pointer.split('/').nth(2) {
            Some("social_media_managers") => "--social-media-managers",
            Some("agency") => "--agency",
            _ => "--community-managers",
        },
        "workload" => match pointer.split('/').nth(2) {
            Some("channels") => "--channels",
            Some("posts_per_week") => "--posts",
            Some("followers") => "--followers",
            _ => "--messages",
        },
        _ => return None,
    })
}

/// Every fault of a profile, one a line, with its place and the option that fills it.
pub(crate) fn failure(errors: &[InputError], lang: Lang) -> Failure {
    let head = match lang {
        Lang::Fr => "le profil ne peut pas être utilisé\u{a0}:",
        Lang::En => "the profile cannot be used:",
    };
    let mut text = head.to_owned();
    for error in errors {
        let place = if error.pointer.is_empty() { "/" } else { &error.pointer };
        let option = option(&error.pointer).map_or(String::new(), |option| format!(" ({option})"));
        text += &format!("\n  {place}{option}: {}", error.message.get(lang));
    }
    Failure::Ask(text)
}
