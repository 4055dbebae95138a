//! The language of the help: known before the arguments are read, because the help is one of them.

use std::cell::Cell;

use crate::domain::input::field::Field;
use crate::domain::message::{Message, Messages, Said, ids};
use crate::domain::text::Lang;

thread_local! {
    /// Of the command that this thread builds.
    static SPOKEN: Cell<Lang> = const { Cell::new(Lang::En) };
}

/// Sets the language in which the command is built.
pub(super) fn speaking(lang: Lang) {
    SPOKEN.set(lang);
}

/// A message of the help. An overlay has no say in it: which one is to be used, the arguments tell.
pub(super) fn spoken(message: Message) -> &'static str {
    Messages::builtin().get(message, SPOKEN.get())
}

/// What a field means.
pub(super) fn meaning(field: &Field) -> String {
    field.meaning(Messages::builtin(), SPOKEN.get())
}

/// A message with its places filled.
pub(super) fn speak(said: &Said) -> String {
    said.text(Messages::builtin(), SPOKEN.get())
}

/// A command with the words that clap would write in English: its heading of commands, its flags for help and version.
pub(super) fn worded(command: clap::Command) -> clap::Command {
    let flag = |id: &'static str, short, action, help| {
        clap::Arg::new(id).short(short).long(id).action(action).help(spoken(help))
    };
    command
        .subcommand_help_heading(spoken(ids::HELP_COMMANDS))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(flag("help", 'h', clap::ArgAction::Help, ids::HELP_HELP))
        .arg(flag("version", 'V', clap::ArgAction::Version, ids::HELP_VERSION))
        .mut_subcommands(worded)
}

/// What stands below the options: commands to try, and more to know.
pub(super) fn examples(commands: &str, more: Option<Message>) -> String {
    let more = more.map_or(String::new(), |more| format!("\n\n{}", spoken(more)));
    format!("{}\n{commands}{more}", spoken(ids::HELP_EXAMPLES))
}

/// Whether the arguments ask for every version, and nothing else: `--version --verbose`.
pub(super) fn asks_for_versions(arguments: &[std::ffi::OsString]) -> bool {
    let is = |names: [&str; 2]| arguments.iter().any(|argument| names.iter().any(|name| argument == name));
    arguments.len() == 2 && is(["--version", "-V"]) && is(["--verbose", "-v"])
}

/// The language that the arguments ask for, read ahead of all else; none where they do not say or say nothing known.
pub(super) fn asked(arguments: impl Iterator<Item = std::ffi::OsString>) -> Option<Lang> {
    let mut arguments = arguments.map(|argument| argument.to_string_lossy().into_owned());
    while let Some(argument) = arguments.next() {
        match argument.strip_prefix("--lang") {
            Some("") => return Lang::find(&arguments.next()?),
            Some(rest) => {
                if let Some(lang) = rest.strip_prefix('=') {
                    return Lang::find(lang);
                }
            }
            None => {}
        }
    }
    None
}
