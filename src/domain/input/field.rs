//! What a field of a question is. [`super::questions`] describes every field once; whatever shows, reads or documents
//! fields follows from there: the reader of JSON ([`super::reader`]), the document of the API ([`super::schema`]), the
//! options of the command line (`cli/options.rs`), the forms (`web/form.rs`), the answers as understood in reports
//! (`render/understood.rs`) and the reference page (`docs/reference/questions.md`).

use utoipa::ToSchema;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::Schema;

use crate::domain::message::{Message, Messages, ids, said};
use crate::domain::text::Lang;

/// Schemas by name, as the document of the API collects them.
pub type Schemas = Vec<(String, RefOr<Schema>)>;

/// A closed list of values.
#[derive(Debug)]
pub struct Choice {
    /// Its name in the document of the API: `Level`.
    pub schema: &'static str,
    /// Adds its schema to the document.
    pub register: fn(&mut Schemas),
    /// The values.
    pub ids: &'static [&'static str],
    /// Group of names in `data/labels.toml` for people; the value itself is shown where the group does not name it.
    pub labels: &'static str,
}

/// Adds the schema of a type to the document of the API.
pub(super) fn register<T: ToSchema>(schemas: &mut Schemas) {
    schemas.push((T::name().into_owned(), T::schema()));
    T::schemas(schemas);
}

/// Fields inside a field.
#[derive(Debug)]
pub struct Object {
    /// Its name in the document of the API: `Team`.
    pub schema: &'static str,
    /// What it is, in a sentence.
    pub about: &'static str,
    /// Its fields.
    pub fields: &'static [Field],
}

/// What the value of a field is, and its bounds.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A whole number; both bounds belong to it.
    Whole {
        /// Least.
        from: u64,
        /// Most.
        to: u64,
    },
    /// A number; both bounds belong to it.
    Number {
        /// Least.
        from: f64,
        /// Most.
        to: f64,
    },
    /// True or false; false when left out.
    Flag,
    /// True or false; left out means not known.
    YesNo,
    /// True, or an object with fields of its own; false when left out.
    FlagOr(&'static Object),
    /// A value out of a closed list.
    Choice(&'static Choice),
    /// A role by id or short name, or `hybrid` for one person who holds both.
    Role,
    /// ISO 3166-1 alpha-2 code of a country.
    Country,
    /// ISO 3166-2 code of a region.
    Region,
    /// One such code or several: a list, or one text with commas between them.
    Regions,
    /// A city by name, looked up to its region.
    City,
    /// ISO 4217 code of a currency.
    Currency,
    /// One line of text, of so many characters at most; 0: no limit.
    Line {
        /// Most characters.
        most: usize,
    },
    /// A text of several lines.
    Text,
    /// The address of a page: `https://…`.
    Web,
    /// A calendar day: `2027-01-04`.
    Day,
    /// A list of short texts.
    Lines,
    /// A list of languages, each a name or an object with `language` and `level`.
    Languages,
    /// A list of goals, each an id or an object with `goal` and `priority`.
    Goals {
        /// Whether the list may hold any number, and must not be empty.
        any: bool,
    },
    /// `from-band`, or an object with a range or amount.
    Pay(&'static Object),
    /// An object with fields of its own.
    Object(&'static Object),
    /// An object with some of the fields of the question itself: another one that differs in them.
    Difference(&'static Object),
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Things.
    Count,
    /// People.
    People,
    /// Percent.
    Percent,
    /// A share from 0 to 1; forms ask for percent.
    Share,
    /// Whole units of the currency of the place.
    Money,
    /// The same, a month.
    MoneyAMonth,
    /// A name or number by which something is known: no thousands are marked.
    Number,
}

/// Where a field can be given or seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Questions in JSON: the API, files.
    Json,
    /// Options of the command line.
    Option,
    /// Forms on the pages.
    Form,
    /// The answers as understood, in reports.
    Echo,
}

impl Face {
    /// Every face.
    pub const ALL: [Self; 4] = [Self::Json, Self::Option, Self::Form, Self::Echo];
}

/// How a field is given on the command line.
#[derive(Clone, Copy, Debug)]
pub struct Opt {
    /// Its name, without the hyphens.
    pub long: &'static str,
    /// What stands for the value in the help.
    pub value: &'static str,
    /// How it is typed, where that does not show from the value; ends the help.
    pub how: Option<Message>,
    /// Another name.
    pub alias: Option<&'static str>,
    /// The option without which this one says nothing.
    pub needs: Option<&'static str>,
    /// Heading in the help.
    pub heading: Option<Message>,
}

/// One field of a question.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Name in JSON.
    pub name: &'static str,
    /// What its value is, with its bounds.
    pub kind: Kind,
    /// What it means, in a sentence: for the document of the API, the help of the command line, the reference.
    pub about: Message,
    /// What a number counts.
    pub unit: Unit,
    /// What to do when it is missing; none where it may be.
    pub ask: Option<Message>,
    /// The words beside it in a form.
    pub label: Option<Message>,
    /// A hint under the label; mostly none.
    pub hint: Option<Message>,
    /// The words beside it in the answers as understood, where they differ from the label.
    pub echo: Option<Message>,
    /// What stands in a form for no choice, where it is not simply left open.
    pub none: Option<Message>,
    /// The number that it is when it is left out, where it is one.
    pub default: Option<u32>,
    /// The value that a form begins with; mostly empty.
    pub fallback: &'static str,
    /// Part of the form in which it stands; empty where it has a place of its own.
    pub part: &'static str,
    /// The option, where there is one.
    pub option: Option<Opt>,
    /// A value for the document of the API; mostly empty.
    pub example: &'static str,
    /// Whether it means something only where the employer cost follows French law.
    pub french: bool,
    /// Whether it is one of several fields of the question of which exactly one must be given.
    pub alternative: bool,
    /// Faces on which it is not, each with the reason.
    pub absent: &'static [(Face, &'static str)],
}

impl Field {
    /// A field: its name, kind and meaning.
    #[must_use]
    pub const fn new(name: &'static str, kind: Kind, about: Message) -> Self {
        Self {
            name,
            kind,
            about,
            unit: Unit::Count,
            ask: None,
            label: None,
            hint: None,
            echo: None,
            none: None,
            default: None,
            fallback: "",
            part: "",
            option: None,
            example: "",
            french: false,
            alternative: false,
            absent: &[],
        }
    }

    /// What it means, and what it is when it is left out.
    #[must_use]
    pub fn meaning(&self, messages: &Messages, lang: Lang) -> String {
        let about = messages.get(self.about, lang);
        let Some(default) = self.default else { return about.to_owned() };
        said!(ABOUT_DEFAULT, about = about.trim_end_matches('.'), default = default.to_string())
            .text(messages, lang)
    }

    /// The same in English, for whoever reads the document of the API or the reference.
    #[must_use]
    pub fn description(&self) -> String {
        self.meaning(Messages::builtin(), Lang::En)
    }

    /// With another meaning.
    #[must_use]
    pub const fn about(mut self, about: Message) -> Self {
        self.about = about;
        self
    }

    /// Must be given; the words say so.
    #[must_use]
    pub const fn ask(mut self, ask: Message) -> Self {
        self.ask = Some(ask);
        self
    }

    /// May be left out.
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.ask = None;
        self
    }

    /// The number that it is when it is left out.
    #[must_use]
    pub const fn default(mut self, default: u32) -> Self {
        self.default = Some(default);
        self
    }

    /// Says nothing of its own when it is left out.
    #[must_use]
    pub const fn without_default(mut self) -> Self {
        self.default = None;
        self
    }

    /// What its number counts.
    #[must_use]
    pub const fn unit(mut self, unit: Unit) -> Self {
        self.unit = unit;
        self
    }

    /// The part of the form in which it stands, and the words beside it.
    #[must_use]
    pub const fn form(mut self, part: &'static str, label: Message) -> Self {
        self.part = part;
        self.label = Some(label);
        self
    }

    /// The part of the form in which it stands.
    #[must_use]
    pub const fn part(mut self, part: &'static str) -> Self {
        self.part = part;
        self
    }

    /// The hint under the label.
    #[must_use]
    pub const fn hint(mut self, hint: Message) -> Self {
        self.hint = Some(hint);
        self
    }

    /// The words beside it in the answers as understood.
    #[must_use]
    pub const fn echo(mut self, echo: Message) -> Self {
        self.echo = Some(echo);
        self
    }

    /// What stands in a form for no choice.
    #[must_use]
    pub const fn none(mut self, none: Message) -> Self {
        self.none = Some(none);
        self
    }

    /// The value that a form begins with.
    #[must_use]
    pub const fn fallback(mut self, value: &'static str) -> Self {
        self.fallback = value;
        self
    }

    /// Its option on the command line, and what stands for the value in the help.
    #[must_use]
    pub const fn option(mut self, long: &'static str, value: &'static str) -> Self {
        self.option = Some(Opt { long, value, how: None, alias: None, needs: None, heading: None });
        self
    }

    /// How the option is typed.
    #[must_use]
    pub const fn typed(mut self, how: Message) -> Self {
        if let Some(option) = &mut self.option {
            option.how = Some(how);
        }
        self
    }

    /// Another name of the option.
    #[must_use]
    pub const fn alias(mut self, alias: &'static str) -> Self {
        if let Some(option) = &mut self.option {
            option.alias = Some(alias);
        }
        self
    }

    /// The heading of the option in the help, and the option without which it says nothing.
    #[must_use]
    pub const fn under(mut self, heading: Message, needs: Option<&'static str>) -> Self {
        if let Some(option) = &mut self.option {
            option.heading = Some(heading);
            option.needs = needs;
        }
        self
    }

    /// A value for the document of the API.
    #[must_use]
    pub const fn example(mut self, value: &'static str) -> Self {
        self.example = value;
        self
    }

    /// Means something only where the employer cost follows French law.
    #[must_use]
    pub const fn french(mut self) -> Self {
        self.french = true;
        self
    }

    /// One of several fields of which exactly one must be given.
    #[must_use]
    pub const fn alternative(mut self) -> Self {
        self.alternative = true;
        self
    }

    /// The faces on which it is not, each with the reason.
    #[must_use]
    pub const fn absent(mut self, absent: &'static [(Face, &'static str)]) -> Self {
        self.absent = absent;
        self
    }

    /// Whether it is left off a face.
    #[must_use]
    pub fn is_absent(&self, face: Face) -> bool {
        self.absent.iter().any(|(absent, _)| *absent == face)
    }

    /// Whether it must be given.
    #[must_use]
    pub const fn required(&self) -> bool {
        self.ask.is_some()
    }

    /// The words beside it in the answers as understood.
    #[must_use]
    pub const fn echoed(&self) -> Option<Message> {
        if self.echo.is_none() { self.label } else { self.echo }
    }

    /// What stands in a form for no choice; none where one must be made, or is made already.
    #[must_use]
    pub const fn no_choice(&self) -> Option<Message> {
        if self.none.is_none() && !self.required() && self.fallback.is_empty() {
            Some(ids::FIELD_NOT_GIVEN)
        } else {
            self.none
        }
    }

    /// The bounds of a whole number; of anything else, none to speak of.
    #[must_use]
    pub const fn bounds(&self) -> (u64, u64) {
        match self.kind {
            Kind::Whole { from, to } => (from, to),
            _ => (0, u64::MAX),
        }
    }

    /// The fields inside it; none for most.
    #[must_use]
    pub const fn fields(&self) -> &'static [Self] {
        match self.kind {
            Kind::Object(object) | Kind::FlagOr(object) | Kind::Pay(object) | Kind::Difference(object) => {
                object.fields
            }
            _ => &[],
        }
    }
}

/// The field that a JSON pointer leads to, and whether it leads further into its value.
#[must_use]
pub fn find(fields: &'static [Field], pointer: &str) -> Option<(&'static Field, bool)> {
    let mut parts = pointer.split('/').skip(1);
    let name = parts.next()?;
    let mut found = fields.iter().find(|field| field.name == name)?;
    for part in parts {
        match found.fields().iter().find(|field| field.name == part) {
            Some(inner) => found = inner,
            None => return Some((found, true)),
        }
    }
    Some((found, false))
}
