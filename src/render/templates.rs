//! The template environment: strict, without access to files, bounded in work, escaping by file name.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Serde, Value};
use minijinja::{AutoEscape, Environment, ErrorKind, Output, State, UndefinedBehavior};

use super::calls;
use super::chart::{self, Bar, Chart};
use super::command::command;
use super::understood::understood;
use crate::catalog::Catalog;
use crate::domain::iso::Region;
use crate::domain::locale;
use crate::domain::message::{self, Key, Message, Messages, Words, ids};
use crate::domain::next::Question;
use crate::domain::text::Lang;

/// Steps a template may take; our largest needs well under a tenth of it.
const FUEL: u64 = 5_000_000;
/// Cells of a bar of the terminal, each four percent.
const BAR: usize = 25;
/// Longest text that a template may write, in bytes; our longest, all sources on one page, has under a megabyte.
const LONGEST: usize = 16 << 20;

thread_local! {
    /// Bytes that the template being rendered on this thread has printed so far, into variables too.
    static PRINTED: Cell<usize> = const { Cell::new(0) };
}

/// Takes a text up to a length.
struct Limited(Vec<u8>);

impl std::io::Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.0.len() + bytes.len() > LONGEST {
            return Err(std::io::Error::other(too_long()));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn too_long() -> String {
    format!("it writes more than {} MB; shorten it", LONGEST >> 20)
}

/// Counts what is printed: a text that is printed into itself again and again grows before any of it is written.
fn counted(value: &Value) -> Result<(), minijinja::Error> {
    let bytes = value.as_str().map_or(0, str::len);
    let printed = PRINTED.get().saturating_add(bytes);
    PRINTED.set(printed);
    if printed > LONGEST { Err(minijinja::Error::new(ErrorKind::WriteFailure, too_long())) } else { Ok(()) }
}

/// A template failed.
#[derive(Clone, Debug, thiserror::Error)]
#[error("template {name}: {reason}")]
pub struct RenderError {
    /// The template.
    pub name: String,
    /// What went wrong, with the line.
    pub reason: String,
}

/// Where a text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// On its own: a terminal, a file.
    Report,
    /// On our pages, where sources and rules can be followed.
    Page,
}

/// Renders answers with the templates of a catalogue. Templates are compiled on first use.
pub struct Renderer {
    environment: Environment<'static>,
    names: Vec<String>,
    rules: Vec<String>,
    lang: Lang,
    medium: Medium,
}

impl std::fmt::Debug for Renderer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Renderer").finish_non_exhaustive()
    }
}

fn fail(name: &str, error: &minijinja::Error) -> RenderError {
    let mut reason = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        reason += &format!(": {inner}");
        cause = inner.source();
    }
    RenderError { name: name.to_owned(), reason }
}

/// Escapes what Markdown would take as markup. Underscores inside words never are, so identifiers stay readable.
pub(crate) fn escape_markdown(text: &str, out: &mut dyn std::fmt::Write) -> std::fmt::Result {
    let mut previous = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next_is_word = chars.peek().is_some_and(|next| next.is_alphanumeric());
        let markup = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' => true,
            '_' => !(previous.is_alphanumeric() && next_is_word),
            '&' => next_is_word || chars.peek() == Some(&'#'),
            '#' | '+' | '-' | '=' => previous == '\n',
            _ => false,
        };
        match c {
            // A line break would end a table row or start a block.
            '\n' | '\r' => out.write_char(' ')?,
            c if c.is_control() => {}
            c if markup => {
                out.write_char('\\')?;
                out.write_char(c)?;
            }
            c => out.write_char(c)?,
        }
        previous = c;
    }
    Ok(())
}

fn format(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), minijinja::Error> {
    counted(value)?;
    let markdown = matches!(state.auto_escape(), AutoEscape::Custom(name) if name == "md");
    match value.as_str() {
        Some(text) if markdown && !value.is_safe() => escape_markdown(text, out).map_err(|error| {
            minijinja::Error::new(ErrorKind::WriteFailure, "cannot write").with_source(error)
        }),
        _ if markdown => {
            if value.is_undefined() {
                return Err(minijinja::Error::new(ErrorKind::UndefinedError, "undefined value"));
            }
            out.write_str(&value.to_string()).map_err(minijinja::Error::from)
        }
        _ => minijinja::escape_formatter(out, state, value),
    }
}

/// Adds the filters that write numbers, amounts and dates.
fn number_filters(environment: &mut Environment<'static>, lang: Lang) {
    environment.add_filter("date", move |text: String| locale::date(&text, lang));
    environment.add_filter("number", move |value: i128| locale::number(value, lang));
    environment.add_filter("money", move |value: Value| -> Result<String, minijinja::Error> {
        let amount = i128::try_from(value.get_attr("amount")?)?;
        let currency = value.get_attr("currency")?;
        Ok(locale::money(amount, currency.as_str().unwrap_or(""), lang))
    });
    environment.add_filter("decimal", move |value: Value| match value.to_string().parse::<f64>() {
        Ok(number) => locale::decimal(number, 9, lang),
        Err(_) => value.to_string(),
    });
    environment.add_filter("sign", move |currency: String| locale::sign(&currency, lang).to_owned());
    environment.add_filter("cents", move |value: f64, currency: Option<String>| {
        let hundredths = hundredths(value);
        match currency {
            Some(currency) => locale::cents(hundredths, &currency, lang),
            None => locale::hundredths(hundredths, lang),
        }
    });
}

/// Adds the functions that name sources: `cite` inside Markdown, `cited` inside HTML.
fn citation_functions(environment: &mut Environment<'static>, catalog: &Catalog, lang: Lang, medium: Medium) {
    // Reports stand alone and name sources by id; reading every publisher would slow the command line down.
    let publishers = if medium == Medium::Page { publishers(catalog) } else { BTreeMap::new() };
    let publishers = Arc::new(publishers);
    let known = Arc::clone(&publishers);
    let between = catalog.messages().get(ids::CITE_BETWEEN, lang).to_owned();
    let before = between.clone();
    environment.add_function("cite", move |list: Vec<String>| match medium {
        Medium::Report => Value::from(cite(&list, &before, str::to_owned)),
        Medium::Page => Value::from_safe_string(cite(&list, &before, |source| {
            let mut name = String::new();
            // Writing to memory cannot fail.
            let _ = escape_markdown(known.get(source).map_or(source, String::as_str), &mut name);
            format!("[{name}](/{lang}/sources/{source})")
        })),
    });
    let alone = inline_html(catalog.messages().get(ids::CITED_ONE_UNSIGNED, lang));
    let unsigned: BTreeSet<String> = if medium == Medium::Page { unsigned(catalog) } else { BTreeSet::new() };
    environment.add_function("cited", move |list: Vec<String>| {
        let mut sources = list.iter().map(|citation| citation.split('/').next().unwrap_or(citation));
        let first = sources.next().unwrap_or_default();
        // One article that nobody has signed is little to rest on: it is said beside the text.
        let weak = unsigned.contains(first) && sources.all(|source| source == first);
        let note = if weak { format!(" ({alone})") } else { String::new() };
        let cited = cite(&list, &between, |source| {
            let name = inline_html(publishers.get(source).map_or(source, String::as_str));
            format!("<a href=\"/{lang}/sources/{source}\">{name}</a>")
        });
        Value::from_safe_string(cited + &note)
    });
}

impl Renderer {
    /// The templates of a catalogue, for one language and medium.
    ///
    /// # Errors
    /// When the environment cannot be set up.
    pub fn new(catalog: &Catalog, lang: Lang, medium: Medium) -> Result<Self, RenderError> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(FUEL));
        let syntax =
            SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build();
        environment.set_syntax(syntax.map_err(|error| fail("", &error))?);
        environment.set_auto_escape_callback(|name| {
            if name.ends_with(".md.j2") {
                AutoEscape::Custom("md".into())
            } else if name.ends_with(".html.j2") {
                AutoEscape::Html
            } else {
                AutoEscape::None
            }
        });
        environment.set_formatter(format);
        number_filters(&mut environment, lang);
        let names = Arc::new(Names::of(catalog, lang));
        let known = Arc::clone(&names);
        environment.add_function("label", move |attribute: String, id: String| {
            known.values.get(&(attribute, id.clone())).cloned().unwrap_or(id)
        });
        let models: BTreeMap<String, &str> = catalog
            .countries()
            .filter_map(|country| Some((country.code.clone(), country.cost_model()?.id())))
            .collect();
        environment.add_function("cost_model", move |country: String| models.get(&country).copied());
        let known = Arc::clone(&names);
        environment.add_function("attribute_name", move |attribute: String| {
            known.attributes.get(&attribute).cloned().unwrap_or(attribute)
        });
        let known = Arc::clone(&names);
        environment.add_function("goal_name", move |id: String| known.goals.get(&id).cloned().unwrap_or(id));
        environment.add_filter("inline", |text: String| Value::from_safe_string(inline_html(&text)));
        environment.add_filter("prose", |text: String| {
            let paragraphs = text.split("\n\n").map(|paragraph| format!("<p>{}</p>", inline_html(paragraph)));
            Value::from_safe_string(paragraphs.collect::<Vec<_>>().join("\n"))
        });
        let known = Arc::clone(&names);
        let messages = catalog.messages().clone();
        environment.add_function("pay_chart", move |levels: Value, offer: Value| {
            pay_chart(&levels, &offer, &known, Words { messages: &messages, lang })
        });
        citation_functions(&mut environment, catalog, lang, medium);
        environment.add_function("command", |step: Value| -> Result<Value, minijinja::Error> {
            let question = step.get_attr("question")?.to_string();
            let with = serde_json::to_value(step.get_attr("with")?).unwrap_or_default();
            let written = Question::find(&question).map(|question| command(question, &with));
            Ok(Value::from_safe_string(written.unwrap_or_default().replace('`', "'")))
        });
        // The same step as a call of a tool, for assistants.
        environment.add_function("call", |step: Value| -> Result<Value, minijinja::Error> {
            let question = step.get_attr("question")?.to_string();
            let with = serde_json::to_value(step.get_attr("with")?).unwrap_or_default();
            let written = Question::find(&question).map(|question| format!("{} {with}", question.tool()));
            Ok(Value::from_safe_string(written.unwrap_or_default().replace('`', "'")))
        });
        environment.add_function("region_name", |code: String| {
            Region::find(&code).map_or(code, |region| region.name().to_owned())
        });
        environment.add_function("bar", |percent: u64| {
            let filled = usize::try_from(percent.min(100).div_ceil(4)).unwrap_or(0);
            format!("{}{}", "█".repeat(filled), "░".repeat(BAR - filled))
        });
        environment.add_global("lang", lang.id());
        // Pages draw; reports on paper and terminals show bars of letters.
        environment.add_global("page", medium == Medium::Page);
        let messages = catalog.messages().clone();
        environment.add_function("t", move |state: &State<'_, '_>, id: &str, places: Kwargs| {
            said(state, &messages, id, &places, lang)
        });
        // Pages choose parts of a report by these names; reports themselves show nothing of them.
        environment.add_function("anchor", move |id: String| match medium {
            Medium::Report => String::new(),
            Medium::Page => format!(" {{#{id}}}"),
        });
        let messages = catalog.messages().clone();
        environment.add_function(
            "understood",
            move |question: String, given: Value, french: Option<bool>| {
                let given = serde_json::to_value(&given).unwrap_or_default();
                let words = Words { messages: &messages, lang };
                Serde(understood(&question, &given, french.unwrap_or(true), words))
            },
        );
        let templates: BTreeMap<String, String> =
            catalog.templates().into_iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
        let names = templates.keys().cloned().collect();
        let rules = catalog.decide().rules.iter().map(|rule| rule.id.clone()).collect();
        environment.set_loader(move |name| Ok(templates.get(name).cloned()));
        Ok(Self { environment, names, rules, lang, medium })
    }

    /// Compiles every template and compares the messages that it asks for with the catalogue.
    #[must_use]
    pub fn faults(&self) -> Vec<RenderError> {
        let mut found = Vec::new();
        for name in &self.names {
            match self.environment.get_template(name) {
                Err(error) => found.push(fail(name, &error)),
                Ok(template) => {
                    found.extend(calls::faults(template.source()).into_iter().map(|(line, reason)| {
                        RenderError { name: name.clone(), reason: format!("{reason} (line {line})") }
                    }));
                }
            }
        }
        found
    }

    /// The messages of templates that none of them asks for.
    #[must_use]
    pub fn unused(&self) -> Vec<&'static str> {
        let sources: Vec<String> = self
            .names
            .iter()
            .filter_map(|name| Some(self.environment.get_template(name).ok()?.source().to_owned()))
            .collect();
        let asked: BTreeSet<&str> =
            sources.iter().flat_map(|source| calls::calls(source)).filter_map(|call| call.id).collect();
        let of_templates = Message::all().filter(|message| message.is_of_templates());
        of_templates.map(Message::id).filter(|id| !asked.contains(id)).collect()
    }

    /// Where a word set as code leads, on pages: rules have one each.
    #[must_use]
    pub fn target(&self, code: &str) -> Option<String> {
        let known = self.medium == Medium::Page && self.rules.iter().any(|rule| rule == code);
        known.then(|| format!("/{}/rules/{code}", self.lang))
    }

    /// Renders one template with an answer.
    ///
    /// # Errors
    /// When the template does not exist, uses what is not there, works too long, or writes too much.
    pub fn render<T: serde::Serialize>(&self, name: &str, answer: &T) -> Result<String, RenderError> {
        let template = self.environment.get_template(name).map_err(|error| fail(name, &error))?;
        // Through JSON, so that a report can show nothing but what the answer's JSON says.
        let context = serde_json::to_value(answer)
            .map_err(|error| RenderError { name: name.to_owned(), reason: error.to_string() })?;
        PRINTED.set(0);
        let mut text = Limited(Vec::with_capacity(16 << 10));
        template.render_captured_to(Serde(&context), &mut text).map_err(|error| fail(name, &error))?;
        String::from_utf8(text.0)
            .map_err(|error| RenderError { name: name.to_owned(), reason: error.to_string() })
    }
}

/// The bands of some levels as a block of text: `levels` as answers hold them, and an amount to mark or none.
fn pay_chart(
    levels: &Value,
    offer: &Value,
    names: &Names,
    words: Words<'_>,
) -> Result<Value, minijinja::Error> {
    let amount = |value: &Value| u64::try_from(value.clone()).ok();
    let mut chart = Chart { offer: amount(offer), ..Chart::default() };
    for level in levels.try_iter()? {
        let id = level.get_attr("level")?.to_string();
        let band = level.get_attr("band")?;
        let quartile = |name: &str| band.get_attr(name).ok().as_ref().and_then(amount);
        let quartiles = match (quartile("p25"), quartile("p50"), quartile("p75")) {
            (Some(p25), Some(p50), Some(p75)) => Some([p25, p50, p75]),
            _ => None,
        };
        let label = names.values.get(&("level".to_owned(), id.clone())).cloned().unwrap_or(id);
        chart.bars.push(Bar { label, quartiles });
    }
    Ok(Value::from_safe_string(format!("```chart\n{}```", chart::text(&chart, words))))
}

/// An amount that is not negative in hundredths.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a float to integer cast stays in range"
)]
fn hundredths(amount: f64) -> u64 {
    (amount * 100.0).round() as u64
}

/// A message of the catalogue with its places filled. In reports its text is Markdown as it stands, and what fills its
/// places is escaped; on pages the whole is escaped where it is printed.
fn said(
    state: &State<'_, '_>,
    messages: &Messages,
    id: &str,
    places: &Kwargs,
    lang: Lang,
) -> Result<Value, minijinja::Error> {
    let fail = |reason: String| minijinja::Error::new(ErrorKind::InvalidOperation, reason);
    let message = Message::find(id).ok_or_else(|| fail(format!("there is no message `{id}`")))?;
    let markdown = matches!(state.auto_escape(), AutoEscape::Custom(name) if name == "md");
    let mut filled: Vec<(&str, Value)> = Vec::new();
    for name in message.places {
        let value: Value = places.get(name)?;
        if value.is_undefined() {
            return Err(fail(format!("place `{name}` of message `{id}` is undefined")));
        }
        filled.push((name, value));
    }
    places.assert_all_used()?;
    let of = |name: &str| filled.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
    let mut out = String::new();
    let mut fill = |name: &str, out: &mut String| match of(name) {
        Some(value) if markdown && !value.is_safe() => {
            // Writing to memory cannot fail.
            let _ = match value.as_str() {
                Some(text) => escape_markdown(text, out),
                None => std::fmt::Write::write_fmt(out, format_args!("{value}")),
            };
        }
        Some(value) => out.push_str(&value.to_string()),
        None => {}
    };
    let key = |name: &str| of(name).map_or(Key::Word(String::new()), |value| Key::number(&value.to_string()));
    message::write(messages.pattern(message, lang), lang, &mut out, &mut fill, &key);
    Ok(if markdown { Value::from_safe_string(out) } else { Value::from(out) })
}

/// One line of documentation as HTML: everything escaped, `code` between backticks set as code.
fn inline_html(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    let mut out = String::with_capacity(escaped.len() + 32);
    let pieces: Vec<&str> = escaped.split('`').collect();
    for (at, piece) in pieces.iter().enumerate() {
        // An odd backtick at the end opens nothing.
        let code = at % 2 == 1 && at + 1 < pieces.len();
        match (code, at % 2 == 1) {
            (true, _) => out += &format!("<code>{piece}</code>"),
            (false, true) => out += &format!("`{piece}"),
            (false, false) => out += piece,
        }
    }
    out
}

/// Whom to name beside a statement: the publisher of each source without what stands in parentheses, and the id of the
/// source where nobody is named. Data that cannot be read name nobody.
fn publishers(catalog: &Catalog) -> BTreeMap<String, String> {
    let pay = catalog.pay().map(|pay| pay.data.sources.as_slice()).unwrap_or_default();
    let ads = catalog.job_ads().map(|ads| ads.sources.as_slice()).unwrap_or_default();
    let sources = catalog.decide().sources.iter().chain(pay).chain(ads);
    let named = sources.filter_map(|source| {
        let name = source.publisher.split(" (").next().unwrap_or("").trim();
        let nobody = name.is_empty() || source.unsigned || name.chars().count() > 40;
        (!nobody).then(|| (source.id.clone(), name.to_owned()))
    });
    named.collect()
}

/// Publications that nobody has signed.
fn unsigned(catalog: &Catalog) -> BTreeSet<String> {
    let sources = catalog.decide().sources.iter();
    sources.filter(|source| source.unsigned).map(|source| source.id.clone()).collect()
}

/// Names that templates look up, in one language.
struct Names {
    values: BTreeMap<(String, String), String>,
    attributes: BTreeMap<String, String>,
    goals: BTreeMap<String, String>,
}

impl Names {
    fn of(catalog: &Catalog, lang: Lang) -> Self {
        let mut names = Self { values: BTreeMap::new(), attributes: BTreeMap::new(), goals: BTreeMap::new() };
        for label in catalog.all_labels() {
            names.attributes.insert(label.id.clone(), label.name.get(lang).to_owned());
            for (value, text) in &label.values {
                names.values.insert((label.id.clone(), value.clone()), text.get(lang).to_owned());
            }
        }
        for goal in &catalog.decide().goals {
            names.goals.insert(goal.id.clone(), goal.name.get(lang).to_owned());
        }
        names
    }
}

/// `atypique N10, N6; journal-du-cm J4`: citations grouped by source, in the order given.
fn cite(list: &[String], between: &str, name: impl Fn(&str) -> String) -> String {
    let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
    for citation in list {
        let (source, statement) = citation.split_once('/').unwrap_or((citation, ""));
        match groups.iter_mut().find(|(known, _)| *known == source) {
            Some((_, statements)) => statements.push(statement),
            None => groups.push((source, vec![statement])),
        }
    }
    let group = |(source, statements): &(&str, Vec<&str>)| {
        format!("{} {}", name(source), statements.join(", ")).trim_end().to_owned()
    };
    // Two publications of one publisher read the same.
    let mut named: Vec<String> = Vec::new();
    for text in groups.iter().map(group) {
        if !named.contains(&text) {
            named.push(text);
        }
    }
    named.join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_markup_is_escaped_and_identifiers_are_not() {
        let escaped = |text: &str| {
            let mut out = String::new();
            escape_markdown(text, &mut out).unwrap();
            out
        };
        assert_eq!(escaped("a_b c"), "a_b c");
        assert_eq!(escaped("*x* _y_ |"), "\\*x\\* \\_y\\_ \\|");
        assert_eq!(escaped("<b>\n# x\u{1b}[0m"), "\\<b\\> \\# x\\[0m");
        assert_eq!(escaped("R&D & &amp;"), "R\\&D & \\&amp;");
    }

    #[test]
    fn documentation_is_escaped_and_its_code_marked() {
        assert_eq!(inline_html("a `b<c>` & `"), "a <code>b&lt;c&gt;</code> &amp; `");
    }

    #[test]
    fn citations_are_grouped() {
        let list = ["atypique/N10", "journal-du-cm/J4", "atypique/N6", "rome-v460"].map(str::to_owned);
        assert_eq!(cite(&list, "; ", str::to_owned), "atypique N10, N6; journal-du-cm J4; rome-v460");
    }
}
