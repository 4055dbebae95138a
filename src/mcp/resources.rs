//! What assistants may read: roles, goals, rules and sources, as the API gives them.

use rmcp::model::{ReadResourceResult, Resource, ResourceContents, ResourceTemplate};

use crate::api::problem::Problem;
use crate::domain::message::{Words, ids, said};
use crate::domain::vocab::{Role, UnknownValue};
use crate::toolkit::{Asking, Toolkit, to_json};

/// How their names begin.
const SCHEME: &str = "rolecall://";
const JSON: &str = "application/json";

/// Everything that can be read without knowing a name.
pub(super) fn list(words: Words<'_>) -> Vec<Resource> {
    let all = [
        ("roles", ids::ASSISTANT_ROLES),
        ("goals", ids::ASSISTANT_GOALS),
        ("rules", ids::ASSISTANT_RULES),
        ("sources", ids::ASSISTANT_SOURCES),
    ];
    let lists = all.into_iter().map(|(name, text)| {
        Resource::new(format!("{SCHEME}{name}"), name).with_description(words.say(text)).with_mime_type(JSON)
    });
    let roles = Role::ALL.iter().map(|role| {
        Resource::new(format!("{SCHEME}roles/{}", role.id()), role.id())
            .with_description(words.say(ids::ASSISTANT_ROLE))
            .with_mime_type(JSON)
    });
    lists.chain(roles).collect()
}

/// What is read by name.
pub(super) fn templates(words: Words<'_>) -> Vec<ResourceTemplate> {
    let all = [
        ("roles/{role}", "role", ids::ASSISTANT_ROLE),
        ("rules/{id}", "rule", ids::ASSISTANT_RULE),
        ("sources/{id}", "source", ids::ASSISTANT_SOURCE),
    ];
    let described = |(path, name, text): (&str, &str, _)| {
        ResourceTemplate::new(format!("{SCHEME}{path}"), name)
            .with_description(words.say(text))
            .with_mime_type(JSON)
    };
    all.into_iter().map(described).collect()
}

/// Reads one.
///
/// # Errors
/// When there is no such thing, with the nearest there is.
pub(super) fn read(toolkit: &Toolkit, uri: &str, asking: Asking) -> Result<ReadResourceResult, Problem> {
    let path = uri.strip_prefix(SCHEME).unwrap_or(uri);
    let (kind, name) = path.split_once('/').map_or((path, None), |(kind, name)| (kind, Some(name)));
    let fail = |error| Problem::ask(&error);
    let json = match (kind, name) {
        ("roles", None) => to_json(&toolkit.roles(asking).map_err(fail)?),
        ("roles", Some(name)) => {
            let role = Role::find_or_alias(name).map_err(|error| Problem::unknown(&error))?;
            to_json(&toolkit.role(role, asking).map_err(fail)?)
        }
        ("goals", None) => to_json(&toolkit.goals(asking)),
        ("rules", None) => to_json(&toolkit.rules(None, asking).map_err(fail)?),
        ("rules", Some(id)) => to_json(&toolkit.rule(id, asking).map_err(fail)?),
        ("sources", None) => to_json(&toolkit.sources(asking).map_err(fail)?),
        ("sources", Some(id)) => {
            let all = toolkit.sources(asking).map_err(fail)?;
            let known = || all.publications.iter().map(|source| source.id);
            let found = all.publications.iter().find(|source| source.id == id);
            to_json(found.ok_or_else(|| Problem::unknown(&UnknownValue::new("source", id, known())))?)
        }
        _ => {
            let given: String = uri.chars().take(80).collect();
            return Err(Problem::new(
                "not-found",
                said!(ASSISTANT_NO_RESOURCE, given = given.escape_debug()),
            ));
        }
    };
    let text = String::from_utf8_lossy(&json).into_owned();
    Ok(ReadResourceResult::new(vec![ResourceContents::text(text, uri).with_mime_type(JSON)]))
}
