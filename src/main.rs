//! The binary: looks at the outside world once, hands over to the command line, turns the result into an exit code.
#![expect(clippy::disallowed_methods, reason = "the one place that reads clock and environment")]

use std::io::IsTerminal;
use std::process::ExitCode;

use rolecall::cli::{self, Next, Surroundings};
use rolecall::server;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    let surroundings = Surroundings {
        today: chrono::Local::now().date_naive(),
        locale,
        interactive: std::io::stdin().is_terminal() && std::io::stderr().is_terminal(),
        width: terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)),
    };
    match cli::run(surroundings, server::page_faults) {
        Next::Exit(code) => code,
        Next::Serve(service) => server::run(*service, || chrono::Local::now().date_naive()),
    }
}
