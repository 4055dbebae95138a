//! The schemas of the tools, taken from the document of the API, so that what a field means is written once.

use std::collections::BTreeMap;
use std::sync::Arc;

use rmcp::model::{JsonObject, ToolAnnotations};
use serde_json::{Map, Value, json};

use crate::api::openapi_json;
use crate::domain::next::Tool;
use crate::domain::text::Lang;
use crate::toolkit::Toolkit;

/// Where the document keeps its schemas, and where a schema of a tool does.
const COMPONENTS: &str = "#/components/schemas/";
const DEFINITIONS: &str = "#/$defs/";

/// Every tool with its schemas, in a language.
pub(super) fn tools(toolkit: &Toolkit, lang: Lang) -> Vec<rmcp::model::Tool> {
    let document: Value = serde_json::from_str(&openapi_json(toolkit)).unwrap_or_default();
    let words = toolkit.words(lang);
    let described = |tool: &Tool| {
        let (title, text) = tool.words();
        let hints = ToolAnnotations::with_title(words.say(title))
            .read_only(true)
            .destructive(false)
            .idempotent(true)
            .open_world(false);
        rmcp::model::Tool::new(tool.id(), words.say(text), Arc::new(input(&document, *tool)))
            .with_title(words.say(title))
            .with_raw_output_schema(Arc::new(output(&document, *tool)))
            .with_annotations(hints)
    };
    Tool::ALL.iter().map(described).collect()
}

/// The operation at an address.
fn operation<'d>(document: &'d Value, address: &str) -> &'d Value {
    let methods = &document["paths"][address];
    if methods["post"].is_null() { &methods["get"] } else { &methods["post"] }
}

/// The fields of a question by name, the names of those that it needs, and what else it demands.
#[derive(Default)]
struct Fields {
    properties: Map<String, Value>,
    required: Vec<Value>,
    demands: Vec<Value>,
}

impl Fields {
    /// The fields of an address: those of its body, else its parameters.
    fn of(document: &Value, address: &str) -> Self {
        let operation = operation(document, address);
        let body = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"].as_str();
        match body {
            Some(name) => Self::of_schema(document, component(document, name)),
            None => {
                let mut fields = Self::default();
                fields.add_parameters(operation);
                fields
            }
        }
    }

    fn of_schema(document: &Value, schema: &Value) -> Self {
        let mut fields = Self::default();
        if let Some(properties) = schema["properties"].as_object() {
            fields.properties.extend(properties.clone());
            fields.required.extend(schema["required"].as_array().into_iter().flatten().cloned());
        }
        for part in schema["allOf"].as_array().into_iter().flatten() {
            match part["$ref"].as_str() {
                Some(name) => fields.join(Self::of_schema(document, component(document, name))),
                None if part["properties"].is_object() => fields.join(Self::of_schema(document, part)),
                None => fields.demands.push(part.clone()),
            }
        }
        fields
    }

    fn join(&mut self, other: Self) {
        self.properties.extend(other.properties);
        self.required.extend(other.required);
        self.demands.extend(other.demands);
    }

    /// Adds parameters of an address, such as language and day.
    fn add_parameters(&mut self, operation: &Value) {
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            let Some(name) = parameter["name"].as_str().filter(|_| parameter["in"] == "query") else {
                continue;
            };
            let mut schema = parameter["schema"].clone();
            if let (Some(schema), Some(text)) = (schema.as_object_mut(), parameter.get("description")) {
                schema.insert("description".to_owned(), text.clone());
            }
            if parameter["required"] == true {
                self.required.push(name.into());
            }
            self.properties.insert(name.to_owned(), schema);
        }
    }
}

/// What a tool takes: the fields of its question, and language and day. Nothing else.
fn input(document: &Value, tool: Tool) -> JsonObject {
    let mut all = Fields::default();
    let mut needed: Option<Vec<Value>> = None;
    for address in tool.addresses() {
        let fields = Fields::of(document, address);
        // Of two questions only that is needed which both need.
        needed = Some(match needed {
            None => fields.required.clone(),
            Some(needed) => needed.into_iter().filter(|name| fields.required.contains(name)).collect(),
        });
        all.join(fields);
        let operation = operation(document, address);
        let parameters = operation["parameters"].as_array().into_iter().flatten();
        let common: Vec<&Value> =
            parameters.filter(|known| known["name"] == "lang" || known["name"] == "as_of").collect();
        all.add_parameters(&json!({ "parameters": common }));
    }
    for field in all.properties.values_mut() {
        lift_description(field);
    }
    let mut schema = json!({
        "type": "object",
        "properties": all.properties,
        "required": needed.unwrap_or_default(),
        "additionalProperties": false,
    });
    if !all.demands.is_empty() {
        schema["allOf"] = Value::Array(all.demands);
    }
    whole(document, schema, Shown::Described)
}

/// A field that may be null describes itself inside of its first form: the description belongs to the field.
fn lift_description(field: &mut Value) {
    if field["description"].is_string() {
        return;
    }
    let described =
        ["/oneOf/0/description", "/anyOf/0/description"].iter().find_map(|at| field.pointer(at).cloned());
    if let (Some(text), Some(field)) = (described, field.as_object_mut()) {
        field.insert("description".to_owned(), text);
    }
}

/// What a tool gives: the answer of its address; of several, one of theirs.
fn output(document: &Value, tool: Tool) -> JsonObject {
    let answer = |address: &&str| {
        operation(document, address)["responses"]["200"]["content"]["application/json"]["schema"].clone()
    };
    let answers: Vec<Value> = tool.addresses().iter().map(answer).collect();
    whole(document, json!({ "type": "object", "anyOf": answers }), Shown::Bare)
}

/// Whether descriptions stand in a schema: answers name their fields well enough, and a list of tools should stay short.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Described,
    Bare,
}

/// A schema with everything that it refers to.
fn whole(document: &Value, mut schema: Value, shown: Shown) -> JsonObject {
    let mut definitions = BTreeMap::new();
    settle(document, &mut schema, shown, &mut definitions);
    let mut schema = match schema {
        Value::Object(schema) => schema,
        _ => Map::new(),
    };
    if !definitions.is_empty() {
        let definitions = definitions.into_iter().filter_map(|(name, schema)| Some((name, schema?)));
        schema.insert("$defs".to_owned(), Value::Object(definitions.collect()));
    }
    schema
}

fn settle(
    document: &Value,
    schema: &mut Value,
    shown: Shown,
    definitions: &mut BTreeMap<String, Option<Value>>,
) {
    match schema {
        Value::Object(map) => {
            if let Some(Value::String(place)) = map.get_mut("$ref")
                && let Some(name) = place.strip_prefix(COMPONENTS).map(str::to_owned)
            {
                *place = format!("{DEFINITIONS}{name}");
                if !definitions.contains_key(&name) {
                    // Before it is settled: it may refer to itself.
                    definitions.insert(name.clone(), None);
                    let mut found = document["components"]["schemas"][&name].clone();
                    settle(document, &mut found, shown, definitions);
                    definitions.insert(name, Some(found));
                }
            }
            map.remove("example");
            map.remove("examples");
            for (name, value) in map.iter_mut() {
                // A field may be called "description"; what describes is a text.
                if name == "properties" {
                    for (_, field) in value.as_object_mut().into_iter().flatten() {
                        settle(document, field, shown, definitions);
                    }
                } else {
                    settle(document, value, shown, definitions);
                }
            }
            if shown == Shown::Bare && map.get("description").is_some_and(Value::is_string) {
                map.remove("description");
            }
        }
        Value::Array(list) => {
            for item in list {
                settle(document, item, shown, definitions);
            }
        }
        _ => {}
    }
}

/// The schema that a reference names.
fn component<'d>(document: &'d Value, place: &str) -> &'d Value {
    &document["components"]["schemas"][place.trim_start_matches(COMPONENTS)]
}
