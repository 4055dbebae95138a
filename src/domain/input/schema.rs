//! Questions as the document of the API describes them, made from the fields.

use std::borrow::Cow;

use serde_json::{Map, Value, json};
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::Schema;
use utoipa::openapi::{RefOr, Required};
use utoipa::{IntoParams, PartialSchema, ToSchema};

use super::field::{Face, Field, Kind, Object, Schemas, Unit, register};
use super::questions::{self, LONGEST, MOST, MOST_REGIONS};
use crate::domain::job::terms::{Cefr, FromBand};
use crate::domain::pay::job::JobName;
use crate::domain::vocab::Priority;

/// How the fields of an object are demanded.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Demand {
    /// Those that must be given are required.
    Complete,
    /// None is required.
    Partial,
    /// None is required, one at least is given, and what must be given in the end is not null.
    Difference,
}

/// A schema out of its JSON form.
fn schema(value: Value) -> RefOr<Schema> {
    serde_json::from_value(value).unwrap_or_else(|_| RefOr::T(Schema::default()))
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// A value, which may be null where the field may be left out.
fn one(field: &Field, nullable: bool) -> Value {
    let line = |most: usize| if most > 0 { json!({ "maxLength": most }) } else { json!({}) };
    let (kind, more) = match field.kind {
        Kind::Whole { from, to } => {
            let format = if to > u64::from(u32::MAX) { "int64" } else { "int32" };
            ("integer", json!({ "format": format, "minimum": from, "maximum": to }))
        }
        // A share, or the same in percent.
        Kind::Number { from, to } if field.unit == Unit::Share => {
            let either = [(from, to), (from * 100.0, to * 100.0)];
            let either = either.map(|(from, to)| json!({ "type": "number", "minimum": from, "maximum": to }));
            let mut either = either.to_vec();
            if nullable {
                either.push(json!({ "type": "null" }));
            }
            let mut value = json!({ "description": field.description(), "anyOf": either });
            if let Some(default) = field.default {
                value["default"] = json!(default);
            }
            return value;
        }
        Kind::Number { from, to } => {
            ("number", json!({ "format": "double", "minimum": from, "maximum": to }))
        }
        Kind::Flag | Kind::YesNo => ("boolean", json!({})),
        Kind::Country => ("string", json!({ "pattern": "^[A-Z]{2}$" })),
        Kind::Region => ("string", json!({ "pattern": "^[A-Z]{2}-[A-Z0-9]{1,3}$" })),
        Kind::Regions => {
            let code = "[A-Z]{2}-[A-Z0-9]{1,3}";
            let mut value = json!({
                "description": field.description(),
                "type": ["string", "array"],
                "pattern": format!("^{code}(,{code})*$"),
                "items": { "type": "string", "pattern": format!("^{code}$") },
                "maxItems": MOST_REGIONS,
            });
            if nullable {
                value["type"] = json!(["string", "array", "null"]);
            }
            return value;
        }
        Kind::Currency => ("string", json!({ "pattern": "^[A-Z]{3}$" })),
        Kind::City => ("string", json!({})),
        Kind::Text => ("string", json!({ "minLength": 1 })),
        Kind::Line { most } => ("string", line(most)),
        Kind::Web => ("string", json!({ "pattern": "^https?://", "maxLength": LONGEST })),
        Kind::Day => ("string", json!({ "format": "date" })),
        Kind::Lines => ("array", json!({ "items": reference("ShortText"), "maxItems": MOST })),
        Kind::Languages => ("array", json!({ "items": reference("LanguageChoice"), "maxItems": MOST })),
        Kind::Goals { any: true } => ("array", json!({ "items": reference("GoalChoice"), "minItems": 1 })),
        Kind::Goals { any: false } => {
            ("array", json!({ "items": reference("GoalChoice"), "maxItems": MOST }))
        }
        Kind::Choice(choice) => return named(choice.schema, &field.description(), nullable),
        Kind::Role => return named("JobName", &field.description(), nullable),
        Kind::FlagOr(object) => {
            let mut either = vec![reference(object.schema), json!({ "type": "boolean" })];
            if nullable {
                either.push(json!({ "type": "null" }));
            }
            return json!({ "description": field.description(), "oneOf": either });
        }
        Kind::Pay(_) => return named("BriefPayChoice", &field.description(), nullable),
        Kind::Object(object) | Kind::Difference(object) => {
            return named(object.schema, &field.description(), nullable);
        }
    };
    let mut value = more;
    if let Some(map) = value.as_object_mut() {
        map.insert("type".to_owned(), if nullable { json!([kind, "null"]) } else { json!(kind) });
        map.insert("description".to_owned(), json!(field.description()));
        map.extend(field.default.map(|default| ("default".to_owned(), json!(default))));
    }
    value
}

/// A reference to a named schema.
fn named(name: &str, about: &str, nullable: bool) -> Value {
    let mut value = reference(name);
    value["description"] = json!(about);
    if nullable { json!({ "oneOf": [value, { "type": "null" }] }) } else { value }
}

/// An object with its fields.
fn object(about: &str, fields: &[Field], demand: Demand) -> RefOr<Schema> {
    let mut properties = Map::new();
    let mut required = Vec::new();
    let mut alternatives = Vec::new();
    for field in fields.iter().filter(|field| !field.is_absent(Face::Json)) {
        let must = field.required() && demand == Demand::Complete;
        let whole = demand == Demand::Difference
            && questions::OFFER_ALONE.iter().any(|known| known.name == field.name && known.required());
        if field.alternative {
            let given = json!({ (field.name): one(field, false) });
            alternatives.push(json!({ "type": "object", "required": [field.name], "properties": given }));
        }
        properties.insert(field.name.to_owned(), one(field, !must && !whole));
        if must {
            required.push(field.name);
        }
    }
    let mut value = json!({
        "type": "object",
        "description": about,
        "additionalProperties": false,
        "properties": properties,
    });
    if !required.is_empty() {
        value["required"] = json!(required);
    }
    if demand == Demand::Difference {
        value["minProperties"] = json!(1);
    }
    // Beside the properties, which a schema of its own must not close off.
    if !alternatives.is_empty() {
        value = json!({ "description": about, "allOf": [value, { "oneOf": alternatives }] });
    }
    schema(value)
}

/// The schemas that fields refer to.
fn referred(fields: &[Field], schemas: &mut Schemas) {
    let inner = |object: &Object, demand: Demand, schemas: &mut Schemas| {
        schemas.push((object.schema.to_owned(), self::object(object.about, object.fields, demand)));
        referred(object.fields, schemas);
    };
    for field in fields {
        match field.kind {
            Kind::Choice(choice) => (choice.register)(schemas),
            Kind::Role => register::<JobName>(schemas),
            Kind::Object(object) | Kind::FlagOr(object) => inner(object, Demand::Complete, schemas),
            Kind::Difference(object) => inner(object, Demand::Difference, schemas),
            Kind::Lines => register::<ShortText>(schemas),
            Kind::Languages => register::<LanguageChoice>(schemas),
            Kind::Goals { .. } => register::<GoalChoice>(schemas),
            Kind::Pay(given) => {
                inner(given, Demand::Complete, schemas);
                register::<FromBand>(schemas);
                schemas.push(("BriefPayChoice".to_owned(), schema(json!({
                    "description": "Pay: proposed, or given.",
                    "oneOf": [named("FromBand", "Propose it.", false), named(given.schema, given.about, false)],
                }))));
            }
            _ => {}
        }
    }
}

macro_rules! question {
    ($($(#[$about:meta])* $type:ident as $name:literal: $sentence:literal, $fields:expr, $demand:ident;)+) => {$(
        $(#[$about])*
        #[derive(Debug, serde::Serialize)]
        pub struct $type;

        impl PartialSchema for $type {
            fn schema() -> RefOr<Schema> {
                object($sentence, $fields, Demand::$demand)
            }
        }

        impl ToSchema for $type {
            fn name() -> Cow<'static, str> {
                $name.into()
            }
            fn schemas(schemas: &mut Schemas) {
                referred($fields, schemas);
            }
        }
    )+};
}

question! {
    /// The question of a recommendation.
    ProfileSchema as "Profile": "What a company says of itself.", questions::PROFILE, Complete;
    /// The question of an interview.
    PartialProfileSchema as "PartialProfile": "What a company has said of itself so far.", questions::PROFILE, Partial;
    /// The question about an offer.
    OfferSchema as "OfferQuestion": "An offer; `against` says how another one differs from it.", questions::OFFER, Complete;
    /// The question about an employer cost.
    CostSchema as "CostQuestion": "Whose cost is asked for.", questions::COST, Complete;
    /// The question of an audit.
    AuditSchema as "AuditQuestion": "An ad, and what is known about it.", questions::AUDIT, Complete;
    /// The question of a draft.
    DraftSchema as "DraftQuestion": "A draft to be written.", questions::DRAFT, Complete;
    /// A goal with its priority.
    GoalWithPriority as "GoalWithPriority": "A goal with its priority.", questions::GOAL, Complete;
    /// A language with its level.
    LanguageWithLevel as "LanguageWithLevel": "A language with its level.", questions::LANGUAGE, Complete;
}

/// A goal, or a goal with its priority.
struct GoalChoice;

impl PartialSchema for GoalChoice {
    fn schema() -> RefOr<Schema> {
        schema(json!({
            "description": "A goal, or a goal with its priority.",
            "oneOf": [
                { "type": "string", "description": "Id of a goal, of primary priority." },
                named("GoalWithPriority", "A goal with its priority.", false),
            ],
        }))
    }
}

impl ToSchema for GoalChoice {
    fn schemas(schemas: &mut Schemas) {
        register::<GoalWithPriority>(schemas);
        register::<Priority>(schemas);
    }
}

/// A short text.
struct ShortText;

impl PartialSchema for ShortText {
    fn schema() -> RefOr<Schema> {
        schema(json!({ "type": "string", "description": "A short text.", "maxLength": LONGEST }))
    }
}

impl ToSchema for ShortText {}

/// A language, or a language with its level.
struct LanguageChoice;

impl PartialSchema for LanguageChoice {
    fn schema() -> RefOr<Schema> {
        schema(json!({
            "description": "A language, or a language with its level.",
            "oneOf": [
                named("ShortText", "The language, as it is to be written.", false),
                named("LanguageWithLevel", "A language with its level.", false),
            ],
        }))
    }
}

impl ToSchema for LanguageChoice {
    fn schemas(schemas: &mut Schemas) {
        register::<ShortText>(schemas);
        register::<LanguageWithLevel>(schemas);
        register::<Cefr>(schemas);
    }
}

/// The fields of a question as parameters of an address.
fn parameters(fields: &[Field], without: &[&str]) -> Vec<Parameter> {
    let taken = fields.iter().filter(|field| !without.contains(&field.name));
    let parameter = |field: &Field| {
        let mut value = one(field, false);
        if let Some(map) = value.as_object_mut() {
            map.remove("description");
            if matches!(field.kind, Kind::City) {
                map.insert("minLength".to_owned(), json!(1));
            }
        }
        ParameterBuilder::new()
            .name(field.name)
            .parameter_in(ParameterIn::Query)
            .required(if field.required() { Required::True } else { Required::False })
            .description(Some(field.description()))
            .example((!field.example.is_empty()).then(|| json!(field.example)))
            .schema(Some(schema(value)))
            .build()
    };
    taken.map(parameter).collect()
}

macro_rules! parameters {
    ($($(#[$about:meta])* $type:ident: $fields:expr, without $without:expr;)+) => {$(
        $(#[$about])*
        #[derive(Debug)]
        pub struct $type;

        impl IntoParams for $type {
            fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
                parameters($fields, $without)
            }
        }
    )+};
}

parameters! {
    /// Which band, as parameters.
    BandParams: questions::BAND, without &[];
    /// Where, as parameters.
    PlaceParams: questions::PLACE, without &[];
    /// What is said about an ad that is sent as a file, as parameters.
    AuditParams: questions::AUDIT, without &["text", "format"];
}
