//! The interview on a terminal: one question at a time, with a way back, a way past, and the reason for asking.
//!
//! It only reads lines and writes lines, so that tests drive it without a terminal.

use std::io::{BufRead, Write};

use serde_json::{Map, Value, json};

use super::Failure;
use crate::domain::decide::interview::{AnswerKind, Asked, REQUIRED};
use crate::domain::input::amount::{Habits, count};
use crate::domain::input::questions::{TEAM, WORKLOAD};
use crate::domain::profile::Profile;
use crate::domain::text::Lang;
use crate::toolkit::{AskError, Asking, ReadError, Toolkit};

/// Columns of the questions: they are short, and fit a narrow terminal.
const WIDTH: usize = 72;

/// What the user typed at a prompt.
enum Typed {
    Answer(Value),
    Back,
    Skip,
    Again,
}

struct Session<'t, R, W> {
    toolkit: &'t Toolkit,
    asking: Asking,
    input: R,
    output: W,
}

/// Asks until no answer can change the result any more, and returns the profile.
///
/// # Errors
/// [`Failure::Left`] when the user leaves, or when the input ends, before stage and goals are known.
pub fn run<R: BufRead, W: Write>(
    toolkit: &Toolkit,
    asking: Asking,
    profile: Profile,
    input: R,
    output: W,
) -> Result<Profile, Failure> {
    Session { toolkit, asking, input, output }.run(&profile)
}

impl<R: BufRead, W: Write> Session<'_, R, W> {
    fn say(&self, fr: &str, en: &str) -> String {
        match self.asking.lang {
            Lang::Fr => fr.to_owned(),
            Lang::En => en.to_owned(),
        }
    }

    /// Writes a text, wrapped, every line indented.
    fn show(&mut self, text: &str, indent: &'static str) -> std::io::Result<()> {
        let options = textwrap::Options::new(WIDTH).initial_indent(indent).subsequent_indent(indent);
        writeln!(self.output, "{}", textwrap::fill(text, options))
    }

    fn run(&mut self, start: &Profile) -> Result<Profile, Failure> {
        let intro = self.say(
            "Quelques questions, les plus utiles d’abord. À tout moment\u{a0}: ? pourquoi cette question, r retour, p passer, q quitter.",
            "A few questions, the most useful first. At any time: ? why this question, b back, s skip, q quit.",
        );
        self.show(&intro, "")?;
        let mut profile = *start;
        let mut skipped: Vec<String> = Vec::new();
        let mut history: Vec<(Profile, Vec<String>)> = Vec::new();
        loop {
            let names: Vec<&str> = skipped.iter().map(String::as_str).collect();
            let step =
                self.toolkit.interview(&profile, &names, self.asking).map_err(|error| match error {
                    AskError::Data(errors) => Failure::Data(errors),
                    other => Failure::Ask(other.to_string()),
                })?;
            let Some(question) = &step.question else {
                return if step.recommendation.is_some() { Ok(profile) } else { Err(Failure::Left) };
            };
            if let Some(answer) = &step.recommendation {
                let count = step.open.len();
                let (fr, en) = match count {
                    1 => (
                        "une question peut encore la changer".to_owned(),
                        "one question can still change it".to_owned(),
                    ),
                    n => (
                        format!("{n} questions peuvent encore la changer"),
                        format!("{n} questions can still change it"),
                    ),
                };
                let so_far = self.say(
                    &format!("Première réponse\u{a0}: {} ({fr}.)", answer.headline),
                    &format!("First answer: {} ({en}.)", answer.headline),
                );
                writeln!(self.output)?;
                self.show(&so_far, "")?;
            }
            let required = REQUIRED.contains(&question.id);
            match self.ask(question)? {
                None if profile.presence_stage.is_some() && profile.goals.is_some() => return Ok(profile),
                None => return Err(Failure::Left),
                Some(Typed::Again) => {}
                Some(Typed::Back) => match history.pop() {
                    Some((earlier, passed)) => (profile, skipped) = (earlier, passed),
                    None => {
                        let first = self.say("C’est la première question.", "This is the first question.");
                        writeln!(self.output, "{first}")?;
                    }
                },
                Some(Typed::Skip) if required => {
                    let needed = self.say(
                        "Cette réponse est nécessaire\u{a0}: choisissez ce qui s’en approche le plus.",
                        "This answer is needed: choose what comes nearest.",
                    );
                    writeln!(self.output, "{needed}")?;
                }
                Some(Typed::Skip) => {
                    history.push((profile, skipped.clone()));
                    skipped.push(question.id.to_owned());
                }
                Some(Typed::Answer(value)) => match self.put(&profile, question.id, value) {
                    Ok(next) => {
                        history.push((profile, skipped.clone()));
                        profile = next;
                    }
                    Err(reasons) => {
                        for reason in reasons {
                            writeln!(self.output, "{reason}")?;
                        }
                    }
                },
            }
        }
    }

    /// Puts an answer into the profile, the way every profile is read.
    fn put(&self, profile: &Profile, field: &str, value: Value) -> Result<Profile, Vec<String>> {
        let index = &self.toolkit.catalog().decide().goal_index;
        let mut object = match serde_json::to_value(profile.named(index)) {
            Ok(Value::Object(object)) => object,
            _ => Map::new(),
        };
        match (object.get_mut(field), value) {
            (Some(Value::Object(old)), Value::Object(new)) => old.extend(new),
            (_, value) => drop(object.insert(field.to_owned(), value)),
        }
        let bytes = serde_json::to_vec(&Value::Object(object)).unwrap_or_default();
        self.toolkit.read_profile(&bytes, false).map_err(|error| match error {
            ReadError::Invalid(errors) => {
                errors.iter().map(|error| error.message.get(self.asking.lang).to_owned()).collect()
            }
            syntax @ ReadError::Syntax { .. } => vec![syntax.to_string()],
        })
    }

    /// One line from the user; `None` when they leave or the input ends.
    fn line(&mut self, prompt: &str) -> Result<Option<String>, Failure> {
        write!(self.output, "{prompt} ")?;
        self.output.flush()?;
        let mut line = String::new();
        if self.input.take_line(&mut line)? == 0 {
            writeln!(self.output)?;
            return Ok(None);
        }
        let line = line.trim().to_owned();
        Ok(if matches!(line.as_str(), "q" | "quit" | "quitter") { None } else { Some(line) })
    }

    fn ask(&mut self, question: &Asked<'_>) -> Result<Option<Typed>, Failure> {
        writeln!(self.output)?;
        self.show(question.text.as_str(), "")?;
        self.show(question.help.as_str(), "  ")?;
        let mut theme = None;
        for (at, choice) in question.choices.iter().enumerate() {
            let heading = choice.theme.map(|theme| theme.as_str());
            if heading != theme {
                theme = heading;
                writeln!(self.output, "  {}", heading.unwrap_or(""))?;
            }
            writeln!(self.output, "  {:>2}. {}", at + 1, choice.label)?;
        }
        let prompt = match question.kind {
            AnswerKind::One => self.say("Numéro\u{a0}:", "Number:"),
            AnswerKind::Many => self.say(
                "Numéros, séparés par des espaces (un «\u{a0}-\u{a0}» après le numéro\u{a0}: objectif secondaire)\u{a0}:",
                "Numbers, separated by spaces (a \"-\" after the number: secondary goal):",
            ),
            AnswerKind::Integer => self.say("Nombre\u{a0}:", "Number:"),
            AnswerKind::Object => return self.ask_fields(question),
        };
        let Some(line) = self.line(&prompt)? else { return Ok(None) };
        if let Some(typed) = self.control(&line, question)? {
            return Ok(Some(typed));
        }
        let pick = |text: &str| -> Option<String> {
            let text = text.trim_end_matches('.');
            let by_number =
                text.parse::<usize>().ok().and_then(|number| question.choices.get(number.checked_sub(1)?));
            by_number
                .map(|choice| choice.value.to_owned())
                .or_else(|| (!text.bytes().all(|b| b.is_ascii_digit())).then(|| text.to_owned()))
        };
        let value = match question.kind {
            AnswerKind::One => pick(&line).map(Value::String),
            AnswerKind::Many => {
                let words = line.split([' ', ',', ';']).filter(|word| !word.is_empty());
                let goals: Option<Vec<Value>> = words
                    .map(|word| match word.strip_suffix('-') {
                        Some(word) => pick(word).map(|goal| json!({ "goal": goal, "priority": "secondary" })),
                        None => pick(word).map(Value::String),
                    })
                    .collect();
                goals.map(Value::Array)
            }
            _ => count(&line, &Habits::of(self.asking.lang)).map(Value::from),
        };
        Ok(Some(match value {
            Some(value) => Typed::Answer(value),
            None => {
                let unclear = self.say(
                    "Je n’ai pas compris\u{a0}; répondez par un nombre de la liste.",
                    "I did not understand that; answer with a number.",
                );
                writeln!(self.output, "{unclear}")?;
                Typed::Again
            }
        }))
    }

    /// Several small questions, one a field.
    fn ask_fields(&mut self, question: &Asked<'_>) -> Result<Option<Typed>, Failure> {
        let mut object = Map::new();
        for field in &question.fields {
            let known = TEAM.iter().chain(WORKLOAD).find(|known| known.name == *field);
            let label = known.map_or("", |known| known.echoed().get(self.asking.lang));
            let yes_no = *field == "agency";
            let prompt = match self.asking.lang {
                Lang::Fr => format!("{label}{}\u{a0}:", if yes_no { " (o/n)" } else { "" }),
                Lang::En => format!("{label}{}:", if yes_no { " (y/n)" } else { "" }),
            };
            loop {
                let Some(line) = self.line(&prompt)? else { return Ok(None) };
                if let Some(typed) = self.control(&line, question)? {
                    match typed {
                        Typed::Again => continue,
                        other => return Ok(Some(other)),
                    }
                }
                let value = if yes_no {
                    match line.to_lowercase().chars().next() {
                        Some('o' | 'y' | '1') => Some(Value::Bool(true)),
                        Some('n' | '0') => Some(Value::Bool(false)),
                        _ => None,
                    }
                } else {
                    count(&line, &Habits::of(self.asking.lang)).map(Value::from)
                };
                if let Some(value) = value {
                    object.insert((*field).to_owned(), value);
                    break;
                }
                let unclear = self.say(
                    "Je n’ai pas compris\u{a0}; 0 si personne ou rien.",
                    "I did not understand that; 0 for nobody or nothing.",
                );
                writeln!(self.output, "{unclear}")?;
            }
        }
        Ok(Some(Typed::Answer(Value::Object(object))))
    }

    /// What is no answer: why, back, skip, or an empty line.
    fn control(&mut self, line: &str, question: &Asked<'_>) -> Result<Option<Typed>, Failure> {
        Ok(match line {
            "?" | "pourquoi" | "why" => {
                self.show(question.why.as_str(), "  ")?;
                Some(Typed::Again)
            }
            "b" | "r" | "back" | "retour" => Some(Typed::Back),
            "s" | "p" | "skip" | "passer" => Some(Typed::Skip),
            "" => {
                let hint = self.say(
                    "(répondez, ou\u{a0}: ? pourquoi, r retour, p passer, q quitter)",
                    "(answer, or: ? why, b back, s skip, q quit)",
                );
                writeln!(self.output, "  {hint}")?;
                Some(Typed::Again)
            }
            _ => None,
        })
    }
}

/// Reads a line of bounded length.
trait TakeLine {
    fn take_line(&mut self, line: &mut String) -> std::io::Result<usize>;
}

impl<R: BufRead> TakeLine for R {
    fn take_line(&mut self, line: &mut String) -> std::io::Result<usize> {
        let mut bytes = Vec::new();
        let read = std::io::Read::take(&mut *self, 4096).read_until(b'\n', &mut bytes)?;
        line.push_str(&String::from_utf8_lossy(&bytes));
        Ok(read)
    }
}
