//! `rolecall serve`: what the service is started with. `main` starts it.

mod health;
mod options;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use self::options::{Listen, Serve};
use super::{Ended, Failure, Next, Session};
use crate::app::token::{SHORTEST, Token};
use crate::domain::dated::Day;
use crate::domain::message::{Said, ids, said};
use crate::domain::text::Lang;
use crate::toolkit::check as checks;
use crate::toolkit::{LoadErrors, MAX_AD_TEXT, Toolkit, read_file};

/// Environment variable that holds the token of the API.
const TOKEN_VARIABLE: &str = "ROLECALL_API_TOKEN";
/// Environment variable that names the file which holds it.
const FILE_VARIABLE: &str = "ROLECALL_TOKEN_FILE";
/// Largest file that may hold a token.
const TOKEN_BYTES: u64 = 4 << 10;

/// How to serve.
#[derive(Debug)]
pub struct Served {
    /// Options of the command.
    pub options: Serve,
    /// Who may audit and draft; everybody when none.
    pub token: Option<Token>,
    /// Folder of data that overlays the built-in data.
    pub overlay: Option<PathBuf>,
}

/// Whom the data are served to.
#[derive(Debug)]
pub enum Serving {
    /// Whoever reads the `OpenAPI` document, which is printed.
    Document,
    /// An assistant at the other end of standard input and output; in which language its tools are described.
    Assistant(Lang),
    /// Whoever asks over the network.
    Network(Box<Served>),
}

/// What to serve.
#[derive(Debug)]
pub struct Service {
    /// The data.
    pub toolkit: Arc<Toolkit>,
    /// To whom.
    pub serving: Serving,
    /// The day for which answers hold, when it is not today.
    pub as_of: Option<Day>,
}

/// Asks the service that runs, or prepares the one that `main` starts.
pub(super) fn run(session: &Session, options: Serve) -> Result<Next, Failure> {
    if options.health {
        return health::ask(session, &options).map(Ended::exit);
    }
    let token = token(&options)?;
    let served = Served { options, token, overlay: session.overlay().map(Path::to_path_buf) };
    serving(session, Serving::Network(Box::new(served)))
}

/// What `main` serves.
pub(super) fn serving(session: &Session, serving: Serving) -> Result<Next, Failure> {
    let settings = session.settings(match &serving {
        Serving::Network(served) => served.options.max_text,
        Serving::Document | Serving::Assistant(_) => MAX_AD_TEXT,
    });
    let toolkit = match session.overlay().filter(|_| !matches!(serving, Serving::Document)) {
        None => Arc::new(session.toolkit()?.with_settings(settings)),
        // What a service takes into use is checked whole, at the start as later.
        Some(overlay) => {
            let checked = checks::check_for_service(overlay, settings, session.asking.as_of, session.pages);
            checked.toolkit.filter(|_| checked.faults.is_empty()).ok_or(LoadErrors(checked.faults))?
        }
    };
    Ok(Next::Serve(Box::new(Service { toolkit, serving, as_of: session.global.as_of })))
}

/// Why there is no token where one is asked for.
enum Faulty {
    Empty,
    NotUtf8,
    Guessable,
    Unreadable(std::io::Error),
}

/// Where a token stands: nobody who names a place for it means to serve without one.
struct Source {
    name: String,
    /// What to take away in order to serve without a token.
    given_by: &'static str,
}

impl Source {
    fn failure(&self, faulty: &Faulty) -> Failure {
        let Self { name, given_by } = self;
        let what: Said = match faulty {
            Faulty::Empty => ids::TOKEN_EMPTY.into(),
            Faulty::NotUtf8 => ids::TOKEN_NOT_UTF8.into(),
            Faulty::Guessable => said!(TOKEN_GUESSABLE, least = SHORTEST),
            Faulty::Unreadable(error) => said!(TOKEN_UNREADABLE, error = error.to_string()),
        };
        Failure::from(said!(CLI_PUT_TOKEN_THERE_UNSET_SERVE, given_by = *given_by, name = name, what = what))
    }

    /// The token, if that is what the bytes are.
    fn token(&self, bytes: &[u8]) -> Result<Token, Failure> {
        let text = std::str::from_utf8(bytes).map_err(|_| self.failure(&Faulty::NotUtf8))?;
        if text.trim().is_empty() {
            return Err(self.failure(&Faulty::Empty));
        }
        Token::new(text).map_err(|_| self.failure(&Faulty::Guessable))
    }
}

/// A secret on the command line would show in the list of processes.
fn variable(name: &str) -> Option<std::ffi::OsString> {
    std::env::var_os(name)
}

/// The token of the variable, of the file, or of both where they agree; none where neither is given.
fn token(options: &Serve) -> Result<Option<Token>, Failure> {
    let by_variable = variable(TOKEN_VARIABLE)
        .map(|text| {
            let source = Source { name: TOKEN_VARIABLE.to_owned(), given_by: TOKEN_VARIABLE };
            // Not the bytes themselves: on some systems they are no UTF-8 even where the text is.
            let bytes = text.to_str().map(str::as_bytes);
            source.token(bytes.ok_or_else(|| source.failure(&Faulty::NotUtf8))?)
        })
        .transpose()?;
    let by_file = options.token_file.as_deref().map(of_file).transpose()?;
    match (by_variable, by_file) {
        (Some(one), Some(other)) if one != other => Err(Failure::from(said!(
            CLI_TOKEN_FILE_TOKEN_FILE_HOLD,
            file_variable = FILE_VARIABLE,
            token_variable = TOKEN_VARIABLE
        ))),
        (one, other) => Ok(one.or(other)),
    }
}

fn of_file(path: &Path) -> Result<Token, Failure> {
    let given_by = match variable(FILE_VARIABLE) {
        Some(named) if named == OsStr::new(path) => FILE_VARIABLE,
        _ => "--token-file",
    };
    let source = Source { name: format!("{given_by} {}", path.display()).trim_end().to_owned(), given_by };
    if path.as_os_str().is_empty() {
        return Err(source.failure(&Faulty::Empty));
    }
    let bytes = read_file(path, TOKEN_BYTES).map_err(|error| source.failure(&Faulty::Unreadable(error)))?;
    source.token(&bytes)
}
