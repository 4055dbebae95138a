//! The interview on a terminal: one question at a time, with a way back, a way past, and the reason for asking.
//!
//! It only reads lines and writes lines, so that tests drive it without a terminal.

use std::io::{BufRead, Write};

use serde_json::{Map, Value, json};

use super::Failure;
use crate::domain::decide::interview::{AnswerKind, Asked, REQUIRED};
use crate::domain::input::amount::{Habits, count};
use crate::domain::input::field::Field;
use crate::domain::input::questions::{TEAM, WORKLOAD};
use crate::domain::message::{Words, ids, said};
use crate::domain::profile::Profile;
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
    fn words(&self) -> Words<'_> {
        self.toolkit.words(self.asking.lang)
    }

    /// Writes a text, wrapped, every line indented.
    fn show(&mut self, text: &str, indent: &'static str) -> std::io::Result<()> {
        let options = textwrap::Options::new(WIDTH).initial_indent(indent).subsequent_indent(indent);
        writeln!(self.output, "{}", textwrap::fill(text, options))
    }

    fn run(&mut self, start: &Profile) -> Result<Profile, Failure> {
        let intro = self.words().say(ids::INTERVIEW_FEW_QUESTIONS_MOST_USEFUL_FIRST);
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
                let so_far = said!(INTERVIEW_SO_FAR, answer = answer.headline.clone(), n = step.open.len());
                let so_far = self.words().say(so_far);
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
                        let first = self.words().say(ids::INTERVIEW_FIRST_QUESTION);
                        writeln!(self.output, "{first}")?;
                    }
                },
                Some(Typed::Skip) if required => {
                    let needed = self.words().say(ids::INTERVIEW_ANSWER_NEEDED_CHOOSE_WHAT_COMES);
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
                errors.into_iter().map(|error| self.words().say(error.message)).collect()
            }
            ReadError::Syntax(fault) => vec![self.words().say(fault.reason)],
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
            AnswerKind::One => self.words().say(ids::INTERVIEW_NUMBER),
            AnswerKind::Many => self.words().say(ids::INTERVIEW_NUMBERS_SEPARATED_SPACES_AFTER),
            AnswerKind::Integer => self.words().say(ids::INTERVIEW_COUNT),
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
                let unclear = self.words().say(ids::INTERVIEW_I_DID_UNDERSTAND_ANSWER_NUMBER);
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
            let label = known.and_then(Field::echoed).map_or("", |label| self.words().get(label)).to_owned();
            let yes_no = *field == "agency";
            let prompt = if yes_no {
                said!(INTERVIEW_FIELD_YES_NO, label = label)
            } else {
                said!(INTERVIEW_FIELD, label = label)
            };
            let prompt = self.words().say(prompt);
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
                let unclear = self.words().say(ids::INTERVIEW_I_DID_UNDERSTAND_0_NOBODY);
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
                let hint = self.words().say(ids::INTERVIEW_ANSWER_WHY_B_BACK_S);
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
