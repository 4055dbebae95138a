//! The binary: looks at the outside world once, hands over to the command line, turns the result into an exit code.
#![expect(clippy::disallowed_methods, reason = "the one place that reads clock and environment")]

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use rolecall::cli::{self, Next, Surroundings};
#[cfg(feature = "service")]
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
        width: columns().or_else(|| terminal_size::terminal_size().map(|(width, _)| usize::from(width.0))),
        program: program(),
    };
    // Without the service there are no pages to be checked.
    #[cfg(feature = "service")]
    let pages = server::page_faults;
    #[cfg(not(feature = "service"))]
    let pages = |_: &_, _| Vec::new();
    match cli::run(surroundings, pages) {
        Next::Exit(code) => code,
        #[cfg(feature = "service")]
        Next::Serve(service) => server::run(*service, || chrono::Local::now().date_naive()),
    }
}

/// The width that the user asks for: `COLUMNS`.
fn columns() -> Option<usize> {
    std::env::var("COLUMNS").ok()?.trim().parse().ok().filter(|columns| *columns > 0)
}

/// Where to find this very program again. On Linux a name that stays true when the file is replaced by a new release
/// while the service runs.
fn program() -> Option<PathBuf> {
    let same = Path::new("/proc/self/exe");
    if cfg!(target_os = "linux") && same.exists() {
        Some(same.to_owned())
    } else {
        std::env::current_exe().ok()
    }
}
