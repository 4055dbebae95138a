//! The command line: one file a command. Results go to standard output, remarks to standard error.

pub mod args;
mod audit;
mod baseline;
mod batch;
mod check;
mod compare;
pub(crate) mod confined;
mod cost;
mod data;
mod draft;
mod file;
mod goals;
mod help;
pub mod interview;
mod market;
mod offer;
pub mod options;
mod out;
mod question_file;
mod recommend;
mod roles;
mod rules;
mod salary;
#[cfg(feature = "service")]
pub mod serve;
mod sources;
mod values;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::OnceLock;

use clap::{CommandFactory, FromArgMatches};

use self::args::{Args, Command, Data, Format, Global, Rules};
use crate::domain::dated::Day;
use crate::domain::input::questions::PROFILE;
use crate::domain::message::{Message, Messages, Said, Words, ids, said};
use crate::domain::text::{Lang, is_obeyed};
use crate::toolkit::check::{self as checks, PageCheck};
use crate::toolkit::{
    AdReader, AskError, Asking, Form, LoadErrors, MAX_AD_TEXT, RenderError, Settings, Toolkit, child, to_json,
};

/// The formats of most commands.
const FORMATS: &str = "text, json, md, html";
/// Width of reports where nothing says another.
const WIDTH: usize = 80;

/// What the outside world is like; `main` looks, so that nothing below needs to.
#[derive(Clone, Debug)]
pub struct Surroundings {
    /// Today.
    pub today: Day,
    /// The locale: `fr_FR.UTF-8` and the like.
    pub locale: Option<String>,
    /// Whether questions can be asked: both standard input and standard error are terminals.
    pub interactive: bool,
    /// Width that reports are made for: `COLUMNS`, else that of the terminal, if standard output is one.
    pub width: Option<usize>,
    /// This very program, to be started again as the reader of documents.
    pub program: Option<PathBuf>,
}

impl Surroundings {
    fn lang(&self) -> Lang {
        match &self.locale {
            Some(locale) if locale.to_lowercase().starts_with("fr") => Lang::Fr,
            _ => Lang::En,
        }
    }
}

/// Why a command failed. Each prints its remedy.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The data is wrong.
    #[error("the data cannot be used:\n{0}")]
    Data(#[from] LoadErrors),
    /// The question cannot be answered, in words of the user's own language.
    #[error("{0}")]
    Ask(String),
    /// The question cannot be answered.
    #[error("{0}")]
    Said(Said),
    /// A template is wrong.
    #[error(transparent)]
    Render(#[from] RenderError),
    /// Reading or writing failed.
    #[error("{0}")]
    Io(#[from] std::io::Error),
    /// The user left the interview.
    #[error("interview left without an answer")]
    Left,
}

impl From<Said> for Failure {
    fn from(said: Said) -> Self {
        Self::Said(said)
    }
}

impl From<Message> for Failure {
    fn from(message: Message) -> Self {
        Self::Said(message.into())
    }
}

/// How a command ended well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Answered.
    Answered,
    /// Ran, and found something wrong.
    Findings,
}

impl Ended {
    /// What follows: the exit status that says so.
    fn exit(self) -> Next {
        Next::Exit(match self {
            Self::Answered => ExitCode::SUCCESS,
            Self::Findings => ExitCode::from(1),
        })
    }
}

/// What every command has at hand.
pub(crate) struct Session {
    pub(crate) surroundings: Surroundings,
    pub(crate) global: Global,
    pub(crate) asking: Asking,
    /// The messages of the data, as soon as these are loaded; before that the built-in ones.
    messages: OnceLock<Messages>,
    /// Writes every page, which only the server can.
    pages: PageCheck,
}

impl Session {
    /// Loads the data that the options name.
    fn toolkit(&self) -> Result<Toolkit, LoadErrors> {
        let toolkit = checks::load(self.overlay())?.with_settings(self.settings(MAX_AD_TEXT));
        self.messages.get_or_init(|| toolkit.catalog().messages().clone());
        Ok(toolkit)
    }

    /// The messages in the language of the user.
    fn words(&self) -> Words<'_> {
        Words { messages: self.messages.get().unwrap_or(Messages::builtin()), lang: self.asking.lang }
    }

    /// Reads ads whose text is no longer than so many bytes.
    fn reader(&self, max_text: usize) -> AdReader {
        AdReader { program: self.surroundings.program.clone(), max_text }
    }

    /// The same, with the choice of figures.
    fn settings(&self, max_text: usize) -> Settings {
        Settings { reader: self.reader(max_text), counted: self.global.counted }
    }

    fn overlay(&self) -> Option<&std::path::Path> {
        self.global
            .data_dir
            .as_deref()
            .filter(|folder| !self.global.isolated && !folder.as_os_str().is_empty())
    }

    fn failure(&self, error: AskError) -> Failure {
        match error {
            AskError::Data(errors) => Failure::Data(errors),
            AskError::Input(errors) => options::told(PROFILE, &errors, false, self.words()),
            AskError::NotCovered(error) => Failure::from(error.said()),
            AskError::Unknown(error) => Failure::from(error.said()),
            AskError::Intake(error) => Failure::from(error.said()),
            AskError::NoCost(error) => Failure::from(error.message),
            other => Failure::Ask(other.to_string()),
        }
    }

    /// A format that belongs to other commands; `list` names those of this one.
    fn no_such_format(format: Format, list: &str) -> Failure {
        let name = format!("{format:?}").to_lowercase();
        Failure::from(said!(CLI_FORMAT_COMMAND_WRITES, list = list, name = name))
    }

    /// Writes an answer in the format asked for; `template` is the name of its report.
    fn answer<T: serde::Serialize>(
        &self,
        toolkit: &Toolkit,
        template: &str,
        answer: &T,
    ) -> Result<(), Failure> {
        self.answer_by(answer, |lang, form| toolkit.report(template, answer, lang, form))
    }

    /// As [`Self::answer`], for an answer with a short report, which people read on a terminal unless they ask for all of
    /// it; `full` makes the whole report.
    fn answer_in_short<T: serde::Serialize>(
        &self,
        toolkit: &Toolkit,
        template: &str,
        answer: &T,
        full: impl FnOnce(Lang, Form) -> Result<String, RenderError>,
    ) -> Result<(), Failure> {
        if self.is_short() {
            self.answer(toolkit, &format!("brief/{template}"), answer)
        } else {
            self.answer_by(answer, full)
        }
    }

    /// Whether a report is for a terminal, and nobody asked for all of it.
    fn is_short(&self) -> bool {
        self.global.format == Format::Text && !self.global.full
    }

    /// As [`Self::answer`], with a report of its own making.
    fn answer_by<T: serde::Serialize>(
        &self,
        answer: &T,
        report: impl FnOnce(Lang, Form) -> Result<String, RenderError>,
    ) -> Result<(), Failure> {
        if self.global.format == Format::Json {
            return Ok(out::json(&to_json(answer))?);
        }
        let lang = self.asking.lang;
        let form = match self.global.format {
            Format::Html => Form::Html,
            Format::Md => Form::Markdown,
            Format::Text | Format::Json => Form::Terminal(self.surroundings.width.unwrap_or(WIDTH)),
            other => return Err(Self::no_such_format(other, FORMATS)),
        };
        let written = report(lang, form)?;
        match form {
            Form::Terminal(_) => out::report(written.as_bytes())?,
            Form::Markdown | Form::Html => out::result(written.as_bytes())?,
        }
        Ok(())
    }
}

/// What `main` does next: exit, or start the server.
#[derive(Debug)]
pub enum Next {
    /// Exit with this status.
    Exit(ExitCode),
    /// Serve the API from these data.
    #[cfg(feature = "service")]
    Serve(Box<serve::Service>),
}

/// The command line as a whole in a language, for tests and documentation.
#[must_use]
pub fn command(lang: Lang) -> clap::Command {
    help::speaking(lang);
    help::worded(Args::command())
}

/// Parses the arguments, runs the command, prints what failed. `pages` is how the server checks its pages.
#[must_use]
pub fn run(surroundings: Surroundings, pages: PageCheck) -> Next {
    let asked: Vec<std::ffi::OsString> = std::env::args_os().skip(1).collect();
    if help::asks_for_versions(&asked) {
        return Next::Exit(match out::result(versions().as_bytes()) {
            Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => ExitCode::from(2),
            _ => ExitCode::SUCCESS,
        });
    }
    // Help and usage errors are clap's: exit 0 and 2.
    let spoken = help::asked(std::env::args_os().skip(1)).unwrap_or_else(|| surroundings.lang());
    let read = command(spoken).try_get_matches().and_then(|matches| Args::from_arg_matches(&matches));
    let args = match read {
        Ok(args) => args,
        Err(error) => return Next::Exit(usage(&error)),
    };
    // A process of its own, which loads nothing.
    if let Command::ReadDocument { form, max_text } = args.command {
        return Next::Exit(child::run(form, max_text));
    }
    let lang = args.global.lang.unwrap_or_else(|| surroundings.lang());
    let asking = Asking { lang, as_of: args.global.as_of.unwrap_or(surroundings.today) };
    let session = Session { surroundings, global: args.global, asking, messages: OnceLock::new(), pages };
    if session.global.confined {
        // Where the system sets no limits, none hold.
        drop(confined::confine());
    } else if let Some(program) = &session.surroundings.program
        && !args.command.serves()
        && session.overlay().is_some_and(checks::has_templates)
        && let Ok(code) = confined::again(&session, program)
    {
        return Next::Exit(code);
    }
    let result = match args.command {
        #[cfg(feature = "service")]
        Command::Serve(options) => serve::run(&session, *options),
        #[cfg(feature = "service")]
        Command::Openapi => serve::serving(&session, serve::Serving::Document),
        #[cfg(feature = "service")]
        Command::Mcp => serve::serving(&session, serve::Serving::Assistant(lang)),
        Command::Market(command) => market::run(&session, &command).map(Ended::exit),
        command => dispatch(&session, command).map(Ended::exit),
    };
    Next::Exit(match result {
        Ok(next) => return next,
        // The reader closed the pipe: not an error.
        Err(Failure::Io(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Left) => {
            out::remark(&session.words().say(ids::CLI_INTERVIEW_LEFT));
            ExitCode::from(2)
        }
        Err(failure) => {
            let words = session.words();
            let reason = match failure {
                Failure::Said(said) => words.say(said),
                Failure::Data(errors) => words.say(said!(CLI_DATA_UNUSABLE, errors = errors.to_string())),
                other => other.to_string(),
            };
            out::remark(&words.say(said!(CLI_ERROR, reason = reason)));
            ExitCode::from(2)
        }
    })
}

/// What `--version --verbose` says: program, data, features, platform, each on a line of its own behind its name, for
/// programs too.
fn versions() -> String {
    let data = Toolkit::load(None).map(|toolkit| {
        let catalog = toolkit.catalog();
        (catalog.version().to_owned(), catalog.digest().to_owned())
    });
    // The built-in data are checked by the suite.
    let (data, digest) = data.unwrap_or_default();
    let features: Vec<&str> = [
        ("commands", cfg!(feature = "commands")),
        ("service", cfg!(feature = "service")),
        ("documents", cfg!(feature = "documents")),
        ("tables", cfg!(feature = "tables")),
    ]
    .into_iter()
    .filter_map(|(name, there)| there.then_some(name))
    .collect();
    format!(
        "rolecall {}\ndata {data}\ndigest {digest}\nfeatures {}\nplatform {}\n",
        env!("CARGO_PKG_VERSION"),
        features.join(" "),
        env!("ROLECALL_TARGET"),
    )
}

/// Prints help, or what is wrong with the arguments; these come back without what a terminal would obey.
fn usage(error: &clap::Error) -> ExitCode {
    let text = error.to_string();
    if text.chars().any(|c| is_obeyed(c) && c != '\n' && c != '\t') {
        out::remark(text.trim_end());
    } else {
        // In colour where that is wanted. Nobody reading it is no error.
        drop(error.print());
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

fn dispatch(session: &Session, command: Command) -> Result<Ended, Failure> {
    match command {
        Command::Recommend(options) => recommend::run(session, &options)?,
        Command::Compare { roles, place } => compare::run(session, &roles, &place)?,
        Command::Roles { role } => roles::run(session, role)?,
        Command::Goals => goals::run(session)?,
        Command::Sources => sources::run(session)?,
        Command::Rules(Rules::List { layer }) => rules::list(session, layer)?,
        Command::Rules(Rules::Show { id }) => rules::show(session, &id)?,
        Command::Rules(Rules::Check) => return rules::check(session),
        Command::Salary(options) => salary::run(session, &options)?,
        Command::Offer(options) => offer::run(session, &options)?,
        Command::Cost(options) => cost::run(session, &options)?,
        Command::Draft(options) => return draft::run(session, &options),
        Command::Audit(options) => return audit::run(session, &options),
        Command::Check => return check::run(session),
        Command::Data(Data::Export { folder }) => data::export(session, &folder)?,
        Command::Data(Data::Backtest) => data::backtest(session)?,
        Command::Data(Data::Bands { file, force }) => data::bands(session, &file, force)?,
        // Answered before, or by `main`: see `run` and `Next`.
        #[cfg(feature = "service")]
        Command::Serve(_) | Command::Openapi | Command::Mcp => {}
        Command::Market(_) | Command::ReadDocument { .. } => {}
        Command::Completions { shell } => {
            let mut bytes = Vec::new();
            clap_complete::generate(shell, &mut help::worded(Args::command()), "rolecall", &mut bytes);
            out::result(&bytes)?;
        }
        Command::Man => {
            let mut bytes = Vec::new();
            clap_mangen::Man::new(help::worded(Args::command())).render(&mut bytes)?;
            out::result(&bytes)?;
        }
    }
    Ok(Ended::Answered)
}
