//! Messages of an overlay: `messages/fr/pages.ftl` and its neighbours → [`Messages`]. The built-in ones are read by the
//! build script.

use super::check::hint;
use super::error::LoadError;
use super::records::Reader;
use crate::domain::message::{Message, Messages, ftl, typography};
use crate::domain::text::Lang;

/// Reads the messages that an overlay puts in the place of built-in ones.
pub(super) fn messages(reader: &mut Reader<'_>) -> Messages {
    let mut changed = Vec::new();
    let Reader { files, errors, .. } = reader;
    for file in files.iter().filter(|file| file.overlay) {
        let folder = file.path.strip_prefix("messages/").and_then(|rest| rest.split_once('/'));
        let Some(lang) = folder.and_then(|(lang, _)| Lang::find(lang)) else { continue };
        let mut wrong = |line: usize, record: Option<&str>, reason: String| {
            let (file, record) = (file.shown.clone(), record.map(str::to_owned));
            errors.push(LoadError { file, line: Some(line), record, reason });
        };
        match ftl::read(&file.text, &|text| typography::written(text, lang.id())) {
            Err(fault) => wrong(fault.line, None, fault.reason),
            Ok(entries) => {
                for entry in entries {
                    let Some(message) = Message::find(&entry.id) else {
                        let hint = hint(&entry.id, Message::all().map(Message::id));
                        wrong(
                            entry.line,
                            Some(&entry.id),
                            format!(
                                "is no message of rolecall{hint}; `rolecall data export` writes them all"
                            ),
                        );
                        continue;
                    };
                    match entry.places.iter().find(|place| !message.places.contains(&place.as_str())) {
                        None => changed.push((message, lang, entry.pattern)),
                        Some(place) => wrong(
                            entry.line,
                            Some(&entry.id),
                            format!(
                                "has no place `{{ ${place} }}`{}",
                                hint(place, message.places.iter().copied())
                            ),
                        ),
                    }
                }
            }
        }
    }
    Messages::with(changed)
}
