//! `rolecall serve`: what the service is started with. `main` starts it.

use std::path::PathBuf;

use super::args::Serve;
use super::{Failure, Session};
use crate::app::token::Token;
use crate::domain::text::Lang;
use crate::toolkit::read_file;

/// Environment variable that holds the token of the API.
const TOKEN_VARIABLE: &str = "ROLECALL_API_TOKEN";
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

/// Reads what the options name.
pub(super) fn prepared(session: &Session, options: Serve) -> Result<Served, Failure> {
    let token = token(session, &options)?;
    Ok(Served { options, token, overlay: session.overlay().map(std::path::Path::to_path_buf) })
}

#[expect(
    clippy::disallowed_methods,
    reason = "a secret on the command line would show in the list of processes"
)]
fn token(session: &Session, options: &Serve) -> Result<Option<Token>, Failure> {
    let (place, text) = if let Some(path) = &options.token_file {
        let name = format!("--token-file {}", path.display());
        let bytes = read_file(path, TOKEN_BYTES).map_err(|error| Failure::Ask(format!("{name}: {error}")))?;
        (name, String::from_utf8_lossy(&bytes).into_owned())
    } else {
        match std::env::var(TOKEN_VARIABLE) {
            Ok(text) if !text.is_empty() => (TOKEN_VARIABLE.to_owned(), text),
            _ => return Ok(None),
        }
    };
    let wrong = |error: String| {
        Failure::Ask(match session.asking.lang {
            Lang::Fr => format!(
                "{place}\u{a0}: un jeton compte au moins {} signes ASCII visibles, sans espace",
                crate::app::token::SHORTEST
            ),
            Lang::En => format!("{place}: {error}"),
        })
    };
    Token::new(&text).map(Some).map_err(wrong)
}
