//! Whom to hire: the interview, the whole form, the answers to check, the result.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use serde_json::{Value, json};

use super::form::{question, shown};
use super::visit::{Fields, Visit, form_page, page, refused};
use crate::app::App;
use crate::domain::decide::answer::Recommendation;
use crate::domain::decide::staffing::PART_TIME_BELOW;
use crate::domain::input::fault::InputError;
use crate::domain::input::questions::{PLACE, PROFILE};
use crate::domain::profile::Profile;
use crate::domain::text::Lang;
use crate::toolkit::{AskError, ReadError};

/// What a question of the interview fills: its field, and those that stand in its part of the form. A dot at the end
/// stands for all that begins so.
fn parts(question: &str) -> Vec<String> {
    let mut names = vec![question.to_owned(), format!("{question}.")];
    if question == "goals" {
        names.push("secondary".to_owned());
    }
    for field in PROFILE.iter().filter(|field| field.part == question) {
        names.push(field.name.to_owned());
        names.push(format!("{}.", field.name));
    }
    names
}

/// What steers the interview rather than answers it.
pub(super) const STEERING: [&str; 4] = ["at", "trail", "ask", "skip"];

/// The profile that an address describes.
struct Read {
    profile: Option<Profile>,
    errors: Vec<InputError>,
}

/// The question as JSON, a city turned into its region.
fn asked(app: &App, visit: &Visit) -> (Value, Vec<InputError>) {
    let mut asked = question(app, &visit.fields, PROFILE, visit.lang);
    let Some(map) = asked.as_object_mut() else { return (asked, Vec::new()) };
    let Some(city) = map.remove("city") else { return (asked, Vec::new()) };
    let mut place = json!({ "city": city, "country": map.get("country"), "region": map.get("region") });
    // A region left from before does not contradict the city; the country, chosen beside it, does.
    let said = |name: &str| place[name].as_str();
    if !app.toolkit().knows_city(said("city").unwrap_or(""), said("country"), said("region")) {
        place["region"] = Value::Null;
    }
    match app.toolkit().place(&place, visit.asking) {
        Ok(found) => {
            map.insert("country".to_owned(), json!(found.country));
            if let Some(region) = found.region {
                map.insert("region".to_owned(), json!(region));
            }
        }
        Err(AskError::Input(found)) => return (asked, found),
        Err(error) => tracing::error!(%error, "a place could not be looked up"),
    }
    (asked, Vec::new())
}

fn read(app: &App, visit: &Visit, complete: bool) -> Read {
    let (asked, mut errors) = asked(app, visit);
    let bytes = serde_json::to_vec(&asked).unwrap_or_default();
    match app.toolkit().read_profile(&bytes, complete) {
        Ok(profile) if errors.is_empty() => Read { profile: Some(profile), errors },
        Ok(_) => Read { profile: None, errors },
        Err(ReadError::Invalid(found)) => {
            errors.extend(found);
            Read { profile: None, errors }
        }
        Err(error) => {
            // What we wrote ourselves is JSON.
            tracing::error!(%error, "a form did not become a question");
            Read { profile: None, errors }
        }
    }
}

/// What people choose from beside the fields: the goals.
fn choices(app: &App, lang: Lang) -> Value {
    let goals = app.toolkit().goals(crate::toolkit::Asking { lang, as_of: app.today() });
    json!({ "goals": goals.goals })
}

/// Asks the next question that can still change the answer; none left, the answers are shown to be checked.
pub(super) async fn interview(State(app): State<App>, visit: Visit) -> Response {
    let fields = &visit.fields;
    let skipped: Vec<&str> = fields.all("skip").collect();
    let Read { profile, errors } = read(&app, &visit, false);
    let lang = visit.lang;
    // One question that is asked for by name, to change its answer.
    let named = fields.get("ask").filter(|_| fields.get("at").is_none());
    let (profile, wrong) = match profile {
        Some(profile) => (profile, None),
        None => {
            // The question whose answer is wrong is asked again; the others keep theirs.
            let at = errors.first().map(|error| {
                let name = error.pointer.trim_start_matches('/');
                name.split('/').next().unwrap_or("").to_owned()
            });
            (Profile::default(), at)
        }
    };
    let next = match app.toolkit().interview(&profile, &skipped, visit.asking) {
        Ok(next) => next,
        Err(error) => return refused(&app, &error, lang),
    };
    let id = match (&wrong, named, &next.question) {
        (Some(wrong), ..) => wrong.clone(),
        (None, Some(named), _) => named.to_owned(),
        (None, None, Some(question)) => question.id.to_owned(),
        (None, None, None) => {
            let kept = fields.filled().without(&["at", "trail", "ask"]);
            return Redirect::to(&visit.href("/hire/check", &kept)).into_response();
        }
    };
    let Some(question) = app.toolkit().interview_question(&id, visit.asking) else {
        // What the interview does not ask is on the form.
        let kept = fields.filled().without(&STEERING);
        return Redirect::to(&visit.href("/hire/form", &kept)).into_response();
    };
    // Sent without an answer: the question stays, and says so.
    let unanswered = fields.get("at") == Some(id.as_str()) && errors.is_empty();
    let missing = [InputError::new(format!("/{id}"), "missing-field", "", "")];
    let faults = if unanswered { &missing[..] } else { &errors[..] };
    let own = parts(&id);
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    let trail: Vec<&str> =
        fields.get("trail").unwrap_or("").split(',').filter(|name| !name.is_empty()).collect();
    // All answers so far, this question's too unless it is wrong: what a way back or out must not lose.
    let all = fields.filled().without(&["at", "trail", "ask"]);
    let others = all.without(&own);
    let all = if errors.is_empty() { all } else { others.clone() };
    let kept = Fields(others.0.into_iter().filter(|(name, value)| name != "skip" || *value != id).collect());
    let before = trail.iter().position(|known| *known == id).map_or(&trail[..], |at| &trail[..at]);
    let back = before.split_last().map(|(last, before)| {
        visit.href("/hire", &all.clone().with("ask", last).with("trail", &before.join(",")))
    });
    let mut walked = before.to_vec();
    walked.push(&id);
    // Changing one answer leads back to where the answers are checked; a step back on the way is no such change.
    let changing = named.is_some() && !fields.sent("trail");
    let recommendation = next.recommendation.as_ref();
    let context = json!({
        "question": question,
        "form": shown(&app, fields, faults, PROFILE, lang),
        "kept": kept.0,
        "trail": walked.join(","),
        "number": walked.len(),
        // This question and those that may still follow.
        "most": before.len() + next.open.len().max(1),
        "back": back,
        "changing": changing,
        "action": visit.href(if changing { "/hire/check" } else { "/hire" }, &Fields::default()),
        "form_href": visit.href("/hire/form", &all.without(&STEERING)),
        "result_href": recommendation.map(|_| visit.href("/hire/result", &all.without(&STEERING))),
        "so_far": recommendation.map(|answer| answer.verdict),
        "required": crate::domain::decide::interview::REQUIRED.contains(&id.as_str()),
        "choices": choices(&app, lang),
    });
    form_page(&app, "web/hire/question.html.j2", &visit, context, !faults.is_empty())
}

/// Every question on one page.
pub(super) async fn form(State(app): State<App>, visit: Visit) -> Response {
    whole_form(&app, &visit, &[])
}

fn whole_form(app: &App, visit: &Visit, errors: &[InputError]) -> Response {
    let lang = visit.lang;
    let context = json!({
        "form": shown(app, &visit.fields, errors, PROFILE, lang),
        "questions": app.toolkit().interview_questions(visit.asking),
        "interview_href": visit.href("/hire", &visit.fields.filled().without(&STEERING)),
        "choices": choices(app, lang),
    });
    form_page(app, "web/hire/form.html.j2", visit, context, !errors.is_empty())
}

/// The answers given, each with a link that changes it.
pub(super) async fn check(State(app): State<App>, visit: Visit) -> Response {
    let Read { profile, errors } = read(&app, &visit, true);
    let Some(profile) = profile else {
        return whole_form(&app, &visit, &errors);
    };
    let lang = visit.lang;
    let kept = visit.fields.filled().without(&["at", "trail", "ask"]);
    let given = app.toolkit().named(&profile);
    let change = |id: &str| visit.href("/hire", &kept.clone().with("ask", id));
    let questions: Vec<Value> = app
        .toolkit()
        .interview_questions(visit.asking)
        .into_iter()
        .map(|question| json!({ "change": change(question.id), "question": question }))
        .collect();
    let context = json!({
        "given": given,
        "questions": questions,
        "form": shown(&app, &visit.fields, &[], PROFILE, lang),
        "kept": kept.without(&["employees", "country", "region", "city", "annual_budget.", "market"]).0,
        "back": visit.href("/hire/form", &kept),
    });
    page(&app, "web/hire/check.html.j2", &visit, context)
}

/// Whom to hire, and why.
pub(super) async fn result(State(app): State<App>, visit: Visit) -> Response {
    let Read { profile, errors } = read(&app, &visit, true);
    let Some(profile) = profile else {
        return whole_form(&app, &visit, &errors);
    };
    let lang = visit.lang;
    let answer = match app.toolkit().recommend(&profile, visit.asking) {
        Ok(answer) => answer,
        Err(AskError::Input(errors)) => return whole_form(&app, &visit, &errors),
        Err(error) => return refused(&app, &error, lang),
    };
    app.process().metrics.answered("recommendation");
    let sections = match app.toolkit().sections("recommendation", &answer, lang) {
        Ok(sections) => sections,
        Err(error) => return refused(&app, &error.into(), lang),
    };
    let kept = visit.fields.filled().without(&STEERING);
    let context = json!({
        "answer": answer,
        "sections": sections,
        "what_if": what_if(&visit, &kept, &answer),
        "next": answer.next_questions.iter().map(|next| {
            json!({ "text": next.text, "why": next.why, "href": visit.href("/hire", &kept.clone().with("ask", next.id)) })
        }).collect::<Vec<_>>(),
        "check_href": visit.href("/hire/check", &kept),
        "restart_href": visit.href("/hire", &Fields::default()),
        "drafts": drafts(&visit, &answer),
        "place_given": profile.country.is_some(),
        "place_form": shown(&app, &Fields::default().with("country", app.toolkit().default_country()), &[], PLACE, lang),
        "kept": kept.without(&["country", "region", "city"]).0,
    });
    let template = if visit.framed { "web/embed/result.html.j2" } else { "web/hire/result.html.j2" };
    page(&app, template, &visit, context)
}

/// What would change the verdict, each with the address that applies it.
fn what_if(visit: &Visit, kept: &Fields, answer: &Recommendation<'_>) -> Value {
    let value = serde_json::to_value(&answer.counterfactuals).unwrap_or_default();
    let list = value.as_array().cloned().unwrap_or_default();
    let items = list.iter().map(|item| {
        let changes = item["changes"].as_array().cloned().unwrap_or_default();
        // One change of one goal: each goal that would do has a link of its own.
        let single = match changes.as_slice() {
            [change] if change["count"] == 1 => change["any_of"].as_array(),
            _ => None,
        };
        let ways: Vec<Value> = match single {
            Some(goals) => goals
                .iter()
                .map(|goal| {
                    let mut change = changes[0].clone();
                    change["any_of"] = json!([goal]);
                    json!({ "goal": goal, "href": visit.href("/hire/result", &applied(kept, &change)) })
                })
                .collect(),
            None => {
                let fields = changes.iter().fold(kept.clone(), |fields, change| applied(&fields, change));
                vec![json!({ "href": visit.href("/hire/result", &fields) })]
            }
        };
        json!({ "verdict": item["verdict"], "lead": item["lead"], "team": item["team"], "changes": changes, "ways": ways })
    });
    items.collect()
}

/// The answers with one change of a counterfactual made.
fn applied(fields: &Fields, change: &Value) -> Fields {
    let count = usize::try_from(change["count"].as_u64().unwrap_or(1)).unwrap_or(1);
    let goals: Vec<&str> =
        change["any_of"].as_array().into_iter().flatten().filter_map(Value::as_str).take(count).collect();
    let without = |fields: &Fields, names: &[&str]| {
        let kept = fields
            .0
            .iter()
            .filter(|(name, value)| !(names.contains(&name.as_str()) && goals.contains(&value.as_str())));
        Fields(kept.cloned().collect())
    };
    let all = |fields: Fields, name: &str| goals.iter().fold(fields, |fields, goal| fields.with(name, goal));
    match change["action"].as_str().unwrap_or("") {
        "add-goals" => all(without(fields, &["goals", "secondary"]), "goals"),
        "remove-goals" => without(fields, &["goals", "secondary"]),
        "set-priority" if change["priority"] == "secondary" => {
            all(without(fields, &["secondary"]), "secondary")
        }
        "set-priority" => without(fields, &["secondary"]),
        "set-stage" => {
            fields.without(&["presence_stage"]).with("presence_stage", change["stage"].as_str().unwrap_or(""))
        }
        "set-count" => {
            let name = change["field"].as_str().unwrap_or("");
            fields.without(&[name]).with(name, &change["at_least"].to_string())
        }
        "set-budget" => fields
            .without(&["annual_budget.amount"])
            .with("annual_budget.amount", &change["at_least"]["amount"].to_string()),
        "set-size" => {
            // Any number within the class does.
            let employees = match change["size"].as_str().unwrap_or("") {
                "micro" => "5",
                "small" => "20",
                "medium" => "100",
                _ => "300",
            };
            fields.without(&["employees"]).with("employees", employees)
        }
        _ => fields.clone(),
    }
}

/// The drafts that a recommendation leads to, one for each post.
fn drafts(visit: &Visit, answer: &Recommendation<'_>) -> Value {
    let input = serde_json::to_value(answer.input).unwrap_or_default();
    let positions = serde_json::to_value(&answer.staffing.positions).unwrap_or_default();
    let posts = positions.as_array().cloned().unwrap_or_default().into_iter().map(|position| {
        let roles: Vec<&str> =
            position["roles"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let role = if let [role] = roles.as_slice() { *role } else { "hybrid" };
        let mut fields = Fields::default().with("role", role);
        if let Some(level) = position["level"].as_str() {
            fields = fields.with("level", level);
        }
        for goal in input["goals"].as_array().into_iter().flatten() {
            let goal = goal.as_str().or_else(|| goal["goal"].as_str()).unwrap_or("");
            fields = fields.with("goals", goal);
        }
        for (name, pointer) in [
            ("presence_stage", "/presence_stage"),
            ("place.country", "/country"),
            ("place.region", "/region"),
        ] {
            if let Some(text) = input.pointer(pointer).and_then(Value::as_str) {
                fields = fields.with(name, text);
            }
        }
        // A city is to be written as such; it says its region.
        if let Some(city) = visit.fields.get("city") {
            fields = fields.without(&["place.region"]).with("place.city", city);
        }
        if let Some(employees) = input["employees"].as_u64() {
            fields = fields.with("company.employees", &employees.to_string());
        }
        if input["country"].is_string() {
            fields = fields.with("pay_from_band", "on");
        }
        // One person may have the whole budget; what several share is not for any one of them to be told.
        if answer.staffing.people == 1
            && let Some(budget) = input.pointer("/annual_budget/amount").and_then(Value::as_u64)
        {
            fields = fields.with("budget", &budget.to_string());
        }
        // What this person does, and the hours where that is not a whole post.
        let tasks = position["tasks"].as_array().into_iter().flatten();
        let lines: Vec<String> =
            tasks.filter_map(|task| Some(format!("{}: {}", task["task"].as_str()?, task["hours"]))).collect();
        fields = fields.with("week", &lines.join("\n"));
        let part =
            position["fte_percent"].as_u64().is_some_and(|percent| percent < u64::from(PART_TIME_BELOW));
        if let Some(hours) = position["hours"].as_f64().filter(|_| part) {
            fields = fields.with("hours_per_week", &format!("{:.0}", hours.ceil()));
        }
        if visit.dated {
            fields = fields.with("as_of", &visit.asking.as_of.to_string());
        }
        let fields = fields.with("contract", "permanent");
        // Drafts are never framed.
        let href = format!("/{}/draft{}#take", visit.lang, fields.query());
        json!({ "role": role, "level": position["level"], "href": href })
    });
    posts.collect()
}
