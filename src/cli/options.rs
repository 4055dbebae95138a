//! The fields of a question as options: made from their descriptions, turned into the JSON question that the API takes
//! too, and the faults of that question back to the options.

use std::ffi::OsStr;
use std::marker::PhantomData;

use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches};
use serde_json::{Map, Value, json};

use super::help::{meaning, spoken};
use super::{Failure, Session};
use crate::domain::input::amount::{self, Habits};
use crate::domain::input::fault::InputError;
use crate::domain::input::field::{Face, Field, Kind, Opt, find};
use crate::domain::input::questions;
use crate::domain::message::{Words, ids, said};
use crate::domain::text::Lang;
use crate::toolkit::{AskError, Toolkit};

/// A question whose fields are options.
pub trait Question {
    /// The fields.
    const FIELDS: &'static [Field];
}

macro_rules! questions {
    ($($(#[$about:meta])* $name:ident: $fields:expr;)+) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name;
        impl Question for $name {
            const FIELDS: &'static [Field] = $fields;
        }
    )+};
}

questions! {
    /// Whom to hire.
    Profile: questions::PROFILE;
    /// Where the work is done.
    Place: questions::PLACE;
    /// Which band.
    Band: questions::BAND;
    /// An offer.
    Offer: questions::OFFER;
    /// Whose cost.
    Cost: questions::COST;
    /// What is known about an ad.
    Audit: questions::AUDIT;
    /// A draft to be written.
    Draft: questions::DRAFT;
}

/// The options of a question, as they were typed.
#[derive(Clone, Debug)]
pub struct Options<Q> {
    given: Vec<(&'static Field, Vec<&'static str>, Vec<String>)>,
    question: PhantomData<Q>,
}

/// The fields with an option, those inside fields too, each with the names of the objects that hold it.
fn with_option(fields: &'static [Field]) -> Vec<(Vec<&'static str>, &'static Field, Opt)> {
    fn add(
        outer: &[&'static str],
        fields: &'static [Field],
        found: &mut Vec<(Vec<&'static str>, &'static Field, Opt)>,
    ) {
        for field in fields.iter().filter(|field| !field.is_absent(Face::Option)) {
            found.extend(field.option.map(|option| (outer.to_vec(), field, option)));
            // What one option takes as a whole has no options for its parts.
            if field.option.is_none() || matches!(field.kind, Kind::FlagOr(_)) {
                add(&[outer, &[field.name]].concat(), field.fields(), found);
            }
        }
    }
    let mut found = Vec::new();
    add(&[], fields, &mut found);
    found
}

/// Takes any text, and knows which values there are: completions and help show them, and the reader of the question says
/// what is wrong with others, as it does everywhere.
#[derive(Clone)]
struct Listed(&'static [&'static str]);

impl TypedValueParser for Listed {
    type Value = String;
    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<String, clap::Error> {
        StringValueParser::new().parse_ref(command, arg, value)
    }
    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.0.iter().map(PossibleValue::new)))
    }
}

fn arg(field: &'static Field, option: Opt) -> Arg {
    let mut help = meaning(field).trim_end_matches('.').to_owned();
    if let Some(how) = option.how {
        help += &format!(". {}", spoken(how));
    }
    let mut arg = Arg::new(option.long).long(option.long).help(help);
    if let Some(alias) = option.alias {
        arg = arg.visible_alias(alias);
    }
    if let Some(heading) = option.heading {
        arg = arg.help_heading(spoken(heading));
    }
    if let Some(needed) = option.needs {
        arg = arg.requires(needed);
    }
    match field.kind {
        Kind::Flag | Kind::YesNo | Kind::FlagOr(_) => return arg.action(ArgAction::SetTrue),
        Kind::Goals { .. } | Kind::Difference(_) | Kind::Regions => {
            arg = arg.action(ArgAction::Append).value_delimiter(',');
        }
        Kind::Choice(choice) => arg = arg.value_parser(Listed(choice.ids)),
        Kind::Whole { .. } | Kind::Number { .. } | Kind::Object(_) => arg = arg.allow_negative_numbers(true),
        _ => {}
    }
    arg.value_name(option.value)
}

impl<Q: Question> Args for Options<Q> {
    fn augment_args(command: Command) -> Command {
        with_option(Q::FIELDS)
            .into_iter()
            .fold(command, |command, (_, field, option)| command.arg(arg(field, option)))
    }
    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl<Q: Question> FromArgMatches for Options<Q> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut given = Vec::new();
        for (objects, field, option) in with_option(Q::FIELDS) {
            let values: Vec<String> = match field.kind {
                Kind::Flag | Kind::YesNo | Kind::FlagOr(_) => {
                    matches.get_flag(option.long).then(|| "true".to_owned()).into_iter().collect()
                }
                _ => matches.get_many::<String>(option.long).into_iter().flatten().cloned().collect(),
            };
            if !values.is_empty() {
                given.push((field, objects, values));
            }
        }
        Ok(Self { given, question: PhantomData })
    }
    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl<Q: Question> Options<Q> {
    /// The question as JSON.
    ///
    /// # Errors
    /// When another offer is not written field by field.
    pub(super) fn question(&self, toolkit: &Toolkit, lang: Lang) -> Result<Map<String, Value>, Failure> {
        let said = |name: &str| {
            let mut given =
                self.given.iter().filter(|(field, objects, _)| objects.is_empty() && field.name == name);
            given.next().and_then(|(_, _, values)| values.last()).map(String::as_str)
        };
        let place = [said("country"), said("region"), said("city")];
        let habits = &toolkit.habits(said("currency"), place, lang);
        let mut question = Map::new();
        for (field, objects, values) in &self.given {
            let value = match field.kind {
                Kind::Goals { .. } => values.iter().map(|goal| chosen(goal)).collect(),
                Kind::Difference(_) => difference(field, values, habits)?,
                Kind::Regions => json!(values.join(",")),
                _ => typed(field, values.last().map_or("", String::as_str), habits),
            };
            let place = objects.iter().fold(&mut question, |place, object| {
                let inner = place.entry(*object).or_insert_with(|| Map::new().into());
                // `--agency --agency-hours 8`: the fields say more than true.
                if !inner.is_object() {
                    *inner = Map::new().into();
                }
                match inner {
                    Value::Object(inner) => inner,
                    _ => unreachable!("made an object above"),
                }
            });
            place.insert(field.name.to_owned(), value);
        }
        Ok(question)
    }
}

/// A goal, or `goal:priority`.
fn chosen(goal: &str) -> Value {
    match goal.trim().split_once(':') {
        Some((goal, priority)) => json!({ "goal": goal.trim(), "priority": priority.trim() }),
        None => json!(goal.trim()),
    }
}

/// A value as typed; what cannot be read stays as it is, left to the reader of the question to judge.
fn typed(field: &Field, text: &str, habits: &Habits) -> Value {
    match field.kind {
        Kind::Whole { .. } | Kind::Number { .. } => amount::typed(field, text, habits),
        Kind::Flag | Kind::YesNo | Kind::FlagOr(_) => Value::Bool(true),
        Kind::Object(_) => amount::money(text, habits),
        _ => json!(text),
    }
}

/// `amount=28000,city=Paris`.
fn difference(field: &Field, pairs: &[String], habits: &Habits) -> Result<Value, Failure> {
    let mut against = Map::new();
    for pair in pairs.iter().filter(|pair| !pair.trim().is_empty()) {
        let Some((name, value)) = pair.split_once('=') else {
            return Err(Failure::from(said!(CLI_AGAINST_WRITE_FIELD_VALUE_EXAMPLE, pair = pair)));
        };
        let (name, value) = (name.trim(), value.trim());
        if against.contains_key(name) {
            return Err(Failure::from(said!(CLI_AGAINST_GIVEN_TWICE_ONLY_ONE, name = name)));
        }
        let known = field.fields().iter().find(|field| field.name == name);
        against
            .insert(name.to_owned(), known.map_or_else(|| json!(value), |known| typed(known, value, habits)));
    }
    Ok(Value::Object(against))
}

/// Country and region of a city, put where the city stands.
pub(super) fn locate(
    session: &Session,
    toolkit: &Toolkit,
    question: &mut Map<String, Value>,
) -> Result<(), Failure> {
    let Some(city) = question.remove("city") else { return Ok(()) };
    let mut place = Map::from_iter([("city".to_owned(), city)]);
    for name in ["country", "region"] {
        if let Some(value) = question.get(name) {
            place.insert(name.to_owned(), value.clone());
        }
    }
    let found = toolkit
        .place(&Value::Object(place), session.asking)
        .map_err(|error| failure::<Profile>(session, error))?;
    question.insert("country".to_owned(), json!(found.country));
    if let Some(region) = found.region {
        question.insert("region".to_owned(), json!(region));
    }
    Ok(())
}

/// The option that fills the field of a fault: its name, and whether the fault lies inside the value.
fn option(fields: &'static [Field], pointer: &str) -> Option<(String, bool)> {
    if let Some(inner) = pointer.strip_prefix("/against/") {
        return Some((format!("--against {}=…", inner.split('/').next().unwrap_or("")), false));
    }
    let (field, inside) = find(fields, pointer)?;
    // A field inside one that has an option, or the first of those inside one that has none.
    let named = |field: &Field| field.option.filter(|_| !field.is_absent(Face::Option));
    let outer =
        || find(fields, pointer.rsplit_once('/').map_or("", |(outer, _)| outer)).map(|(field, _)| field);
    let found =
        named(field).or_else(|| field.fields().iter().find_map(named)).or_else(|| outer().and_then(named));
    found.map(|option| (format!("--{}", option.long), inside))
}

/// Every fault, one a line, each with what it is about: the option, or the place in a file.
pub(super) fn lines(
    fields: &'static [Field],
    errors: &[InputError],
    from_file: bool,
    words: Words<'_>,
) -> Vec<String> {
    let line = |error: &InputError| {
        let pointer = if error.pointer.is_empty() { "/" } else { &error.pointer };
        let place = match option(fields, pointer) {
            None => pointer.to_owned(),
            Some((option, inside)) if from_file || inside => format!("{pointer} ({option})"),
            Some((option, _)) => option,
        };
        words.say(said!(CLI_PLACE_AND_FAULT, place = place, fault = error.message.clone()))
    };
    errors.iter().map(line).collect()
}

/// What is wrong with a question, each fault with its option.
pub(super) fn failure<Q: Question>(session: &Session, error: AskError) -> Failure {
    let errors = match error {
        AskError::Input(errors) => errors,
        AskError::NoCost(error) => vec![error],
        other => return session.failure(other),
    };
    told(Q::FIELDS, &errors, false, session.words())
}

/// The faults of a question: one alone, or a list of them.
pub(super) fn told(
    fields: &'static [Field],
    errors: &[InputError],
    from_file: bool,
    words: Words<'_>,
) -> Failure {
    let lines = lines(fields, errors, from_file, words);
    Failure::Ask(match lines.as_slice() {
        [one] => one.clone(),
        many => {
            let head = words.say(ids::CLI_QUESTION_INCOMPLETE_WRONG);
            format!("{head}\n  {}", many.join("\n  "))
        }
    })
}
