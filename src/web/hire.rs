//! Whom to hire: the interview, the whole form, the answers to check, the result.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Serialize;
use serde_json::{Value, json};

use super::form::{Form, question, shown};
use super::next::{Link, links};
use super::visit::{Fields, Visit, form_page, page, refused};
use crate::app::App;
use crate::domain::decide::answer::{
    Change, Counterfactual, PositionView, Recommendation, TaskTime, TeamChange,
};
use crate::domain::decide::interview::{Asked, REQUIRED};
use crate::domain::decide::team::PART_TIME_BELOW;
use crate::domain::input::fault::InputError;
use crate::domain::input::questions::{PLACE, PROFILE};
use crate::domain::iso::{Country, Region};
use crate::domain::message::ids;
use crate::domain::profile::{NamedProfile, Profile};
use crate::domain::text::{Lang, Phrase};
use crate::domain::views::GoalView;
use crate::domain::vocab::{Level, Priority, Role, Stage, Verdict};
use crate::toolkit::{AskError, ReadError, Section};

/// What a question of the interview fills: its field, and those that stand in its part of the form. A dot at the end
/// stands for all that begins so.
fn parts(question: &str) -> Vec<String> {
    let mut names = vec![question.to_owned(), format!("{question}.")];
    if question == "goals" {
        names.push("secondary".to_owned());
    }
    let part = if question == MONEY { "money" } else { question };
    for field in PROFILE.iter().filter(|field| field.part == part || field.part == question) {
        names.push(field.name.to_owned());
        names.push(format!("{}.", field.name));
    }
    names
}

/// The question about place and budget, by the field that the rules ask for: how many people can be hired. The others say it
/// better.
const MONEY: &str = "max_hires";

/// Whether one of some fields is filled in.
fn says(fields: &Fields, names: &[&str]) -> bool {
    names.iter().any(|name| fields.get(name).is_some())
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

/// What people choose from beside the fields.
#[derive(Serialize)]
struct Choices<'c> {
    goals: Vec<GoalView<'c>>,
}

fn choices(app: &App, lang: Lang) -> Choices<'_> {
    Choices { goals: app.toolkit().goals(crate::toolkit::Asking { lang, as_of: app.today() }).goals }
}

/// Fields that go along without being shown.
type Kept = Vec<(String, String)>;

/// One question of the interview.
#[derive(Serialize)]
struct QuestionPage<'c> {
    question: Asked<'c>,
    form: Form,
    kept: Kept,
    trail: String,
    number: usize,
    /// This question and those that may still follow.
    most: usize,
    back: Option<String>,
    changing: bool,
    action: String,
    form_href: String,
    result_href: Option<String>,
    so_far: Option<Verdict>,
    required: bool,
    choices: Choices<'c>,
    /// Countries whose pay is not known, and whose cost is not.
    unknown: Vec<String>,
    uncosted: Vec<String>,
}

/// Every question.
#[derive(Serialize)]
struct FormPage<'c> {
    form: Form,
    questions: Vec<Asked<'c>>,
    unknown: Vec<String>,
    uncosted: Vec<String>,
    interview_href: String,
    choices: Choices<'c>,
}

/// A question, and where its answer is changed.
#[derive(Serialize)]
struct Changeable<'c> {
    change: String,
    question: Asked<'c>,
}

/// The answers given.
#[derive(Serialize)]
struct CheckPage<'c> {
    given: NamedProfile<'c>,
    questions: Vec<Changeable<'c>>,
    form: Form,
    kept: Kept,
    back: String,
}

/// A question that can still change the answer, and where it is asked.
#[derive(Serialize)]
struct Next<'c> {
    text: Phrase<'c>,
    why: Phrase<'c>,
    href: String,
}

/// Whom to hire.
#[derive(Serialize)]
struct ResultPage<'a, 'c> {
    answer: &'a Recommendation<'c>,
    sections: Vec<Section>,
    what_if: Vec<WhatIf<'a, 'c>>,
    open: Vec<Next<'c>>,
    check_href: String,
    restart_href: String,
    drafts: Vec<DraftLink>,
    steps: Vec<Link<'a>>,
    place_given: bool,
    place_form: Form,
    /// Countries whose pay is not known.
    unknown: Vec<String>,
    kept: Kept,
}

/// Asks the next question that can still change the answer; none left, the answers are shown to be checked.
pub(super) async fn interview(State(app): State<App>, mut visit: Visit) -> Response {
    // Where, and within which budget, is one question: whatever is said of it answers it.
    if visit.fields.get("at") == Some(MONEY)
        && says(&visit.fields, &["annual_budget.amount", MONEY, "country", "city"])
    {
        visit.fields = visit.fields.with("skip", MONEY);
    }
    let fields = &visit.fields;
    let mut skipped: Vec<&str> = fields.all("skip").collect();
    // A budget without a place says too little: what it pays for differs from country to country.
    if says(fields, &[MONEY, "country", "city"]) && !skipped.contains(&MONEY) {
        skipped.push(MONEY);
    }
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
                let name = name.split('/').next().unwrap_or("");
                let of_money = PROFILE.iter().any(|field| field.part == "money" && field.name == name);
                if of_money || name == "region" { MONEY.to_owned() } else { name.to_owned() }
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
        // The answer does not depend on it, but its figures do.
        (None, None, None) if !skipped.contains(&MONEY) => MONEY.to_owned(),
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
    let unanswered = fields.get("at") == Some(id.as_str()) && errors.is_empty() && id != MONEY;
    let missing = [InputError::new(format!("/{id}"), "missing-field", ids::WEB_ANSWER_THIS)];
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
    let asks_for_money = !skipped.contains(&MONEY) && id != MONEY;
    let open = |field: &str| next.open.contains(&field);
    let context = QuestionPage {
        question,
        form: shown(&app, fields, faults, PROFILE, lang),
        kept: kept.0,
        trail: walked.join(","),
        number: walked.len(),
        most: before.len() + next.open.len().max(1) + usize::from(asks_for_money && !open(MONEY)),
        back,
        changing,
        action: visit.href(if changing { "/hire/check" } else { "/hire" }, &Fields::default()),
        form_href: visit.href("/hire/form", &all.without(&STEERING)),
        result_href: recommendation.map(|_| visit.href("/hire/result", &all.without(&STEERING))),
        so_far: recommendation.map(|answer| answer.verdict),
        required: REQUIRED.contains(&id.as_str()),
        choices: choices(&app, lang),
        unknown: app.toolkit().countries_without_bands(visit.asking).unwrap_or_default(),
        uncosted: app.toolkit().countries_without_cost(lang).unwrap_or_default(),
    };
    form_page(&app, "web/hire/question.html.j2", &visit, &context, !faults.is_empty())
}

/// Every question on one page.
pub(super) async fn form(State(app): State<App>, visit: Visit) -> Response {
    whole_form(&app, &visit, &[])
}

fn whole_form(app: &App, visit: &Visit, errors: &[InputError]) -> Response {
    let lang = visit.lang;
    let context = FormPage {
        form: shown(app, &visit.fields, errors, PROFILE, lang),
        questions: app.toolkit().interview_questions(visit.asking),
        unknown: app.toolkit().countries_without_bands(visit.asking).unwrap_or_default(),
        uncosted: app.toolkit().countries_without_cost(lang).unwrap_or_default(),
        interview_href: visit.href("/hire", &visit.fields.filled().without(&STEERING)),
        choices: choices(app, lang),
    };
    form_page(app, "web/hire/form.html.j2", visit, &context, !errors.is_empty())
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
    let questions = app.toolkit().interview_questions(visit.asking).into_iter();
    let context = CheckPage {
        given,
        questions: questions.map(|question| Changeable { change: change(question.id), question }).collect(),
        form: shown(&app, &visit.fields, &[], PROFILE, lang),
        back: visit.href("/hire/form", &kept),
        kept: kept.0,
    };
    page(&app, "web/hire/check.html.j2", &visit, &context)
}

/// Whom to hire, and why.
pub(super) async fn result(State(app): State<App>, visit: Visit) -> Response {
    let Read { profile, errors } = read(&app, &visit, true);
    let Some(profile) = profile else {
        // One wrong answer is asked again by itself; what is missing altogether needs the whole form.
        let required = |error: &InputError| {
            REQUIRED.iter().any(|name| error.pointer.trim_start_matches('/').starts_with(name))
        };
        // The form sends its fields empty or not, and shows all of them again.
        let of_form = ["employees", MONEY].iter().all(|name| visit.fields.sent(name));
        if visit.framed || of_form || errors.iter().any(required) {
            return whole_form(&app, &visit, &errors);
        }
        return interview(State(app), visit).await;
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
    let default = Fields::default().with("country", app.toolkit().default_country());
    let next = answer.next_questions.iter().map(|next| Next {
        text: next.text,
        why: next.why,
        href: visit.href("/hire", &kept.clone().with("ask", next.id)),
    });
    let context = ResultPage {
        what_if: what_if(&visit, &kept, &answer),
        open: next.collect(),
        check_href: visit.href("/hire/check", &kept),
        restart_href: visit.href("/hire", &Fields::default()),
        drafts: drafts(&visit, &answer),
        steps: links(&visit, &answer.next),
        place_given: profile.country.is_some(),
        place_form: shown(&app, &default, &[], PLACE, lang),
        unknown: app.toolkit().countries_without_bands(visit.asking).unwrap_or_default(),
        kept: kept.without(&["country", "region", "city"]).0,
        answer: &answer,
        sections,
    };
    let template = if visit.framed { "web/embed/result.html.j2" } else { "web/hire/result.html.j2" };
    page(&app, template, &visit, &context)
}

/// A way to make the changes of a counterfactual.
#[derive(Serialize)]
struct Way<'c> {
    /// The one goal that this way takes, where several would do.
    #[serde(skip_serializing_if = "Option::is_none")]
    goal: Option<&'c str>,
    href: String,
}

/// What would change the verdict, with the addresses that apply it.
#[derive(Serialize)]
struct WhatIf<'a, 'c> {
    verdict: Verdict,
    lead: Option<Role>,
    team: Option<&'a TeamChange<'c>>,
    changes: &'a [Change<'c>],
    ways: Vec<Way<'c>>,
}

fn what_if<'a, 'c>(visit: &Visit, kept: &Fields, answer: &'a Recommendation<'c>) -> Vec<WhatIf<'a, 'c>> {
    let href = |fields: &Fields| visit.href("/hire/result", fields);
    let of = |item: &'a Counterfactual<'c>| {
        // One change of one goal: each goal that would do has a link of its own.
        let ways: Vec<Way<'c>> = match item.changes.as_slice() {
            [change] if change.goals().is_some_and(|(count, _)| count == 1) => {
                let goals = change.goals().map_or(&[][..], |(_, goals)| goals);
                let one =
                    |goal: &&'c str| Way { goal: Some(*goal), href: href(&applied(kept, change, &[*goal])) };
                goals.iter().map(one).collect()
            }
            changes => {
                let all = |fields: Fields, change: &Change<'_>| {
                    let (count, goals) = change.goals().unwrap_or_default();
                    let count = usize::try_from(count).unwrap_or(usize::MAX).min(goals.len());
                    applied(&fields, change, &goals[..count])
                };
                vec![Way { goal: None, href: href(&changes.iter().fold(kept.clone(), all)) }]
            }
        };
        let team = item.team.as_ref();
        WhatIf { verdict: item.verdict, lead: item.lead, team, changes: &item.changes, ways }
    };
    answer.counterfactuals.iter().map(of).collect()
}

/// The answers with one change of a counterfactual made, of these goals where it is about goals.
fn applied(fields: &Fields, change: &Change<'_>, goals: &[&str]) -> Fields {
    let without = |names: &[&str]| {
        let kept = fields
            .0
            .iter()
            .filter(|(name, value)| !(names.contains(&name.as_str()) && goals.contains(&value.as_str())));
        Fields(kept.cloned().collect())
    };
    let all = |fields: Fields, name: &str| goals.iter().fold(fields, |fields, goal| fields.with(name, goal));
    let set = |name: &str, value: &str| fields.without(&[name]).with(name, value);
    match change {
        Change::AddGoals { .. } => all(without(&["goals", "secondary"]), "goals"),
        Change::RemoveGoals { .. } => without(&["goals", "secondary"]),
        Change::SetPriority { priority: Priority::Secondary, .. } => {
            all(without(&["secondary"]), "secondary")
        }
        Change::SetPriority { .. } => without(&["secondary"]),
        Change::SetStage { stage } => set("presence_stage", stage.id()),
        Change::SetCount { field, at_least } => set(field, &at_least.to_string()),
        Change::SetBudget { at_least } => set("annual_budget.amount", &at_least.amount.to_string()),
        Change::SetSize { employees_from, .. } => set("employees", &employees_from.to_string()),
    }
}

/// A draft that a recommendation leads to.
#[derive(Serialize)]
struct DraftLink {
    role: &'static str,
    level: Level,
    href: String,
}

/// The drafts that a recommendation leads to, one for each post.
fn drafts(visit: &Visit, answer: &Recommendation<'_>) -> Vec<DraftLink> {
    let profile = &answer.input.profile;
    let draft = |position: &PositionView| {
        let role = if let [role] = position.roles.as_slice() { role.id() } else { "hybrid" };
        let mut fields = Fields::default().with("role", role).with("level", position.level.id());
        for goal in answer.input.goal_ids() {
            fields = fields.with("goals", goal);
        }
        for (name, value) in [
            ("presence_stage", profile.presence_stage.map(Stage::id)),
            ("place.country", profile.country.map(Country::code)),
            ("place.region", profile.region.map(Region::code)),
        ] {
            if let Some(value) = value {
                fields = fields.with(name, value);
            }
        }
        // A city is to be written as such; it says its region.
        if let Some(city) = visit.fields.get("city") {
            fields = fields.without(&["place.region"]).with("place.city", city);
        }
        if let Some(employees) = profile.employees {
            fields = fields.with("company.employees", &employees.to_string());
        }
        if profile.country.is_some() {
            fields = fields.with("pay_from_band", "on");
        }
        // One person may have the whole budget; what several share is not for any one of them to be told.
        if answer.staffing.people == 1
            && let Some(budget) = &profile.annual_budget
        {
            fields = fields.with("budget", &budget.amount.to_string());
        }
        // What this person does, and the hours where that is not a whole post.
        let line = |item: &TaskTime| format!("{}: {}", item.task, f64::from(item.hours.0) / 2.0);
        fields = fields.with("week", &position.tasks.iter().map(line).collect::<Vec<_>>().join("\n"));
        if position.fte_percent < PART_TIME_BELOW {
            fields = fields.with("hours_per_week", &position.hours.0.div_ceil(2).to_string());
        }
        if visit.dated {
            fields = fields.with("as_of", &visit.asking.as_of.to_string());
        }
        let fields = fields.with("contract", "permanent");
        // Drafts are never framed.
        DraftLink {
            role,
            level: position.level,
            href: format!("/{}/draft{}#take", visit.lang, fields.query()),
        }
    };
    answer.staffing.positions.iter().map(draft).collect()
}
