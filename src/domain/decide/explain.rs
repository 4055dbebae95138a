//! From what was decided to the full answer: reasons, sources, disagreements, what would change it, what to do.

mod confidence;
mod near;
mod plan;

use sha2::{Digest, Sha256};

use super::answer::{
    Budget, BudgetUse, Links, NextQuestion, OtherProfession, Reason, Recommendation, Remark, Score, Scores,
    Weight,
};
use super::cited::Cited;
use super::context::Context;
use super::counterfactual;
use super::hours::{Hours, LoadClass, Task};
use super::interview;
use super::rule::{Arrangement, Rule, Scope};
use super::rulebook::{DecideData, Uncovered};
use super::run::{Affordability, Outcome, run_affordable};
use super::team::{There, Who};
use crate::domain::cite::{DisagreementView, PositionTaken};
use crate::domain::goal::members;
use crate::domain::hex::hex;
use crate::domain::next::MOST;
use crate::domain::profile::Profile;
use crate::domain::reference::Fit;
use crate::domain::text::{Lang, Phrase};
use crate::domain::vocab::{Priority, Role, Verdict};

/// Answers a profile whose stage and goals are known.
///
/// # Errors
/// [`Uncovered`] when a table has a gap; the verification keeps such data from loading.
pub fn recommend<'c>(context: &Context<'c>, profile: &Profile) -> Result<Recommendation<'c>, Uncovered> {
    recommend_affordable(context, profile, Affordability::of(profile))
}

/// As [`recommend`], with the number of salaries from elsewhere than the profile.
///
/// # Errors
/// As [`recommend`].
pub fn recommend_affordable<'c>(
    context: &Context<'c>,
    profile: &Profile,
    affordability: Affordability,
) -> Result<Recommendation<'c>, Uncovered> {
    let outcome = run_affordable(context.data, context.book, profile, affordability)?;
    Ok(Explain { context, profile, outcome }.recommendation())
}

/// What may stand in the texts of an arrangement.
pub const PLACES: [&str; 7] = ["{first}", "{second}", "{hires}", "{managers}", "{also}", "{hours}", "{more}"];

/// A text with its places filled in.
pub(super) fn fill(text: &str, places: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        match places.iter().find(|(place, _)| rest.starts_with(place)) {
            Some((place, value)) => {
                out.push_str(value);
                rest = &rest[place.len()..];
            }
            None => {
                out.push('{');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

pub(super) struct Explain<'a, 'c> {
    pub(super) context: &'a Context<'c>,
    pub(super) profile: &'a Profile,
    pub(super) outcome: Outcome,
}

impl<'c> Explain<'_, 'c> {
    pub(super) fn data(&self) -> &'c DecideData {
        self.context.data
    }

    pub(super) fn text(&self, text: &'c crate::domain::text::Text) -> Phrase<'c> {
        text.phrase(self.context.lang)
    }

    pub(super) fn arrangement(&self) -> &'c Arrangement {
        &self.data().arrangements[self.outcome.arrangement]
    }

    fn rule(&self, at: usize) -> &'c Rule {
        &self.data().rules[at]
    }

    pub(super) fn remark(&self, remark: Remark) -> Phrase<'c> {
        self.data()
            .remarks
            .iter()
            .find(|item| item.id == remark.id())
            .map_or(Phrase::from(""), |item| self.text(&item.text))
    }

    /// The role that comes first, and the other one.
    pub(super) fn pair(&self) -> (Role, Role) {
        let first = self.outcome.first_hire.or(self.outcome.core.lead).unwrap_or(Role::SocialMediaManager);
        (first, first.counterpart())
    }

    /// A fixed sentence as it stands.
    pub(super) fn remark_text(&self, remark: Remark) -> &'c str {
        let found = self.data().remarks.iter().find(|item| item.id == remark.id());
        found.map_or("", |item| item.text.get(self.context.lang))
    }

    /// A text of the arrangement with everything filled in.
    fn fill(&self, text: &'c crate::domain::text::Text) -> String {
        let (first, second) = self.pair();
        let name = |role: Role| self.context.role_names[usize::from(role != Role::CommunityManager)];
        let text = text.get(self.context.lang);
        let hires = self.hires();
        let team = &self.outcome.team;
        let hours = match team.new_hours() {
            Hours(0) => self.outcome.load.total().typical,
            new => new,
        };
        let places = [
            name(first).to_owned(),
            name(second).to_owned(),
            hires.everybody(&self.outcome, first),
            hires.list(&hires.managers(&self.outcome, first)),
            hires.also(&self.outcome),
            hires.number(hours.rounded()),
            hires.number(self.missing_hours().rounded()),
        ];
        let places: Vec<(&str, &str)> = PLACES.into_iter().zip(places.iter().map(String::as_str)).collect();
        fill(text, &places)
    }

    fn recommendation(&self) -> Recommendation<'c> {
        let (reasons, advice) = self.reasons();
        let scores = self.scores();
        let disagreements = self.disagreements();
        let mut counterfactuals =
            counterfactual::find(self.context.book, &self.data().goal_index, &self.outcome);
        // A budget that decides the team says nothing of the team that more work would ask for.
        if !self.outcome.priced {
            counterfactuals.extend(self.growth());
        }
        let next_questions = self.next_questions();
        let other_professions = self.other_professions();
        let staffing = self.staffing(&scores);
        let plan = self.plan(&other_professions, &counterfactuals);
        let confidence = self.confidence(&reasons, &disagreements, &scores, &next_questions);
        let mut cited = Cited::new(self.data());
        reasons.iter().chain(&advice).for_each(|reason| cited.add(reason.sources));
        disagreements
            .iter()
            .flat_map(|item| &item.positions)
            .for_each(|position| cited.add(position.sources));
        cited.add(staffing.sources);
        self.data().work.citations().for_each(|sources| cited.add(sources));
        staffing.principles.iter().for_each(|item| cited.add(item.sources));
        next_questions.iter().for_each(|item| cited.add(item.sources));
        self.arrangement().phases.iter().for_each(|phase| cited.add(&phase.sources));
        for profession in self
            .data()
            .professions
            .iter()
            .filter(|item| other_professions.iter().any(|other| other.id == item.id))
        {
            let asked = |goal: &str| other_professions.iter().any(|other| other.goals.contains(&goal));
            profession
                .tasks
                .iter()
                .filter(|task| asked(&task.goal))
                .for_each(|task| cited.add(&task.sources));
        }
        // Why in three sentences; what to ask next is added where all answers are at hand.
        let mut summary: Vec<String> =
            reasons.iter().take(MOST).map(|reason| reason.text.to_string()).collect();
        // Where nobody is hired the headline names them.
        let elsewhere: Vec<String> = other_professions
            .iter()
            .filter(|other| other.first_choice)
            .map(|other| other.name.to_string())
            .collect();
        if self.outcome.core.verdict != Verdict::Neither && !elsewhere.is_empty() {
            let names = elsewhere.join(", ");
            summary.push(fill(self.remark_text(Remark::ForOtherProfessions), &[("{names}", &names)]));
        }
        Recommendation {
            headline: self.headline(),
            summary,
            next: Vec::new(),
            verdict: self.outcome.core.verdict,
            first_hire: self.outcome.first_hire,
            runner_up: self.runner_up(&scores),
            why_not: self.why_not(),
            budget: self.budget(),
            links: self.links(),
            input: self.profile.named(&self.data().goal_index),
            lang: self.context.lang,
            as_of: self.context.as_of,
            data_version: self.context.version,
            digest: digest(self.context, self.profile),
            sources: cited.json(),
            staffing,
            other_professions,
            scores,
            confidence,
            reasons,
            advice,
            disagreements,
            counterfactuals,
            next_questions,
            plan,
            pay: None,
        }
    }

    /// What to do, and what it leaves undone.
    fn headline(&self) -> String {
        let team = &self.outcome.team;
        let mut headline = self.fill(&self.arrangement().headline);
        let mut also = |sentence: &str| {
            headline.push(' ');
            headline.push_str(sentence);
        };
        if self.outcome.level.is_some() {
            also(self.remark_text(Remark::JuniorNow));
        }
        if team.managers() + team.supports() > 0 && team.total(Who::Open).0 > 0 {
            also(&self.open_hours());
        }
        let more = self.missing_hours().rounded();
        if self.outcome.load_class == LoadClass::Carried && more > 0 {
            also(&fill(self.remark_text(Remark::Stretched), &[("{h}", &self.hires().number(more))]));
        }
        headline
    }

    /// Hours that those in post are given beyond those that they have.
    fn missing_hours(&self) -> Hours {
        let there = There::of(&self.data().work, self.profile, self.outcome.load.full_time).total();
        self.outcome.team.there_hours().less(there)
    }

    /// Hours that are nobody's, in a sentence.
    fn open_hours(&self) -> String {
        let (team, work) = (&self.outcome.team, &self.data().work);
        let most = Task::ALL.iter().max_by_key(|task| team.hours(Who::Open, **task));
        let task = most.and_then(|task| work.task(*task)).map_or("", |item| item.name.get(self.context.lang));
        let hours = self.hires().number(team.total(Who::Open).rounded());
        fill(self.remark_text(Remark::OpenHours), &[("{h}", &hours), ("{task}", task)])
    }

    /// The reason for the order of the roles. Of whoever holds both, hours say what most of the week is.
    fn order(&self, at: usize) -> Reason<'c> {
        let reason = self.reason(at, 0, None);
        match (self.outcome.core.lead, self.outcome.first_hire) {
            (Some(lead), Some(first)) if lead != first && self.outcome.team.people(Who::Hybrid) > 0 => {
                let by_hours = if first == Role::CommunityManager {
                    Remark::ByHoursCommunity
                } else {
                    Remark::ByHoursSocial
                };
                Reason { text: self.remark(by_hours), ..reason }
            }
            _ => reason,
        }
    }

    pub(super) fn scores(&self) -> Scores {
        let (cm, smm) = (self.outcome.core.cm, self.outcome.core.smm);
        let total = cm + smm;
        let percent =
            if total == 0 { 0 } else { u32::try_from((cm * 200 + total) / (2 * total)).unwrap_or(0) };
        let book = self.context.book;
        let count = |set: u64| (self.outcome.goals.all() & set).count_ones();
        Scores {
            community_manager: Score { points: cm, percent },
            social_media_manager: Score { points: smm, percent: if total == 0 { 0 } else { 100 - percent } },
            dominance_percent: self.data().scales.dominance_percent,
            open_goals: count(book.either_goals),
            outside_goals: count(book.outside_goals),
        }
    }

    fn reason(&self, at: usize, goals: u64, weight: Option<Weight>) -> Reason<'c> {
        let rule = self.rule(at);
        Reason {
            rule: &rule.id,
            layer: rule.then.layer(),
            title: self.text(&rule.title),
            text: self.text(&rule.because),
            goals: members(goals).map(|goal| self.data().goal_index.id(goal)).collect(),
            weight,
            strength: rule.strength,
            sources: &rule.sources,
        }
    }

    /// Reasons by layer (verdict, order, staffing, needs, balance), then advice.
    fn reasons(&self) -> (Vec<Reason<'c>>, Vec<Reason<'c>>) {
        let (book, outcome) = (self.context.book, &self.outcome);
        let mut reasons = Vec::with_capacity(16);
        reasons.push(self.reason(book.verdicts[outcome.core.verdict_row].rule, 0, None));
        if let Some(row) = outcome.core.order_row {
            reasons.push(self.order(book.orders[row].rule));
        }
        reasons.push(self.reason(book.staffing[outcome.staffing_row].rule, 0, None));
        let all = outcome.goals.all();
        let mut left = all;
        for goal in members(all) {
            let rule = book.goals[usize::from(goal.0)].rule;
            if left & goal.bit() == 0 || rule >= self.data().rules.len() {
                continue;
            }
            let read = members(all)
                .filter(|other| book.goals[usize::from(other.0)].rule == rule)
                .fold(0, |set, other| set | other.bit());
            left &= !read;
            let (mut cm, mut smm) = (0, 0);
            for goal in members(read) {
                let points = &book.goals[usize::from(goal.0)];
                let at = usize::from(outcome.goals.priority(goal) == Some(Priority::Secondary));
                cm += points.cm[at];
                smm += points.smm[at];
            }
            let weight = Some(Weight { community_manager: cm, social_media_manager: smm, unit: "points" });
            reasons.push(self.reason(rule, read, weight.filter(|_| cm + smm > 0)));
        }
        if outcome.core.cm + outcome.core.smm > 0 {
            for row in book.factors.iter().filter(|row| row.matcher.matches(outcome.facts, all)) {
                let percent = |role| if row.effect.role == role { row.effect.percent } else { 100 };
                let weight = Weight {
                    community_manager: percent(Role::CommunityManager),
                    social_media_manager: percent(Role::SocialMediaManager),
                    unit: "percent",
                };
                reasons.push(self.reason(row.rule, 0, Some(weight)));
            }
        }
        let advice = book
            .advice
            .iter()
            .filter(|row| row.matcher.matches(outcome.facts, all))
            .map(|row| self.reason(row.rule, 0, None))
            .collect();
        (reasons, advice)
    }

    fn disagreements(&self) -> Vec<DisagreementView<'c>> {
        let goals = self.outcome.goals.all();
        self.data()
            .disagreements
            .iter()
            .zip(&self.data().disagreement_matchers)
            .filter(|(item, when)| item.scope == Scope::Decision && when.matches(self.outcome.facts, goals))
            .map(|(item, _)| disagreement(item, self.context.lang))
            .collect()
    }

    fn other_professions(&self) -> Vec<OtherProfession<'c>> {
        let outside = self.outcome.goals.all() & self.context.book.outside_goals;
        if outside == 0 {
            return Vec::new();
        }
        let index = &self.data().goal_index;
        let mut list: Vec<OtherProfession<'c>> = Vec::new();
        for profession in &self.data().professions {
            let mut entry = OtherProfession {
                id: &profession.id,
                name: self.text(&profession.name),
                first_choice: false,
                goals: Vec::new(),
                tasks: Vec::new(),
                sources: Vec::new(),
            };
            for task in &profession.tasks {
                if index.find(&task.goal).is_some_and(|goal| goal.bit() & outside != 0) {
                    entry.first_choice |= task.fit == Fit::First;
                    entry.goals.push(&task.goal);
                    entry.tasks.push(self.text(&task.text));
                    for source in task
                        .sources
                        .iter()
                        .filter(|source| !entry.sources.contains(source))
                        .collect::<Vec<_>>()
                    {
                        entry.sources.push(source);
                    }
                }
            }
            if !entry.goals.is_empty() {
                list.push(entry);
            }
        }
        list.sort_by_key(|entry| !entry.first_choice);
        list
    }

    fn next_questions(&self) -> Vec<NextQuestion<'c>> {
        let mut open = interview::open_questions(self.data(), self.context.book, self.profile, &[]);
        // Where posts can be priced, a budget answers how many salaries there are.
        let salaries = open.iter().position(|open| open.field == "max_hires");
        if let (Some(at), Some(_), None) = (salaries, self.profile.country, self.profile.annual_budget) {
            let budget = interview::Open { field: "annual_budget", ..open[at].clone() };
            open.insert(at, budget);
        }
        open.into_iter()
            .filter_map(|open| {
                let question = self.data().questions.iter().find(|question| question.id == open.field)?;
                Some(NextQuestion {
                    id: &question.id,
                    text: self.text(&question.text),
                    why: self.text(&question.why),
                    can_change: open.parts,
                    narrows_hours: open.narrows,
                    sources: &question.sources,
                })
            })
            .collect()
    }

    /// The budget before pay is known; pricing the positions replaces it.
    fn budget(&self) -> Budget {
        let annual = self.profile.annual_budget;
        let (used, remark) = match annual {
            None => (BudgetUse::NotGiven, Remark::BudgetNotGiven),
            Some(_) => (BudgetUse::NotUsed, Remark::BudgetNotUsed),
        };
        let note = self.remark(remark).as_str().to_owned();
        Budget { used, annual, needed: None, affordable_people: None, buys: None, note }
    }

    fn links(&self) -> Links {
        let verdict = self.outcome.core.verdict;
        let roles = Role::HIREABLE.into_iter().filter(|role| verdict.includes(*role));
        Links {
            roles: roles.map(|role| format!("/v1/roles/{role}")).collect(),
            comparison: "/v1/comparison?roles=cm,smm",
            rules: "/v1/rules",
        }
    }
}

/// A disagreement in one language.
#[must_use]
pub fn disagreement(item: &super::rule::Disagreement, lang: Lang) -> DisagreementView<'_> {
    DisagreementView {
        id: &item.id,
        topic: item.topic.phrase(lang),
        positions: item
            .positions
            .iter()
            .map(|position| PositionTaken { text: position.text.phrase(lang), sources: &position.sources })
            .collect(),
        handling: item.handling.phrase(lang),
    }
}

/// SHA-256 of input, day and data, in hexadecimal.
fn digest(context: &Context<'_>, profile: &Profile) -> String {
    let mut hash = Sha256::new();
    let input = serde_json::to_vec(&profile.named(&context.data.goal_index)).unwrap_or_default();
    hash.update(context.digest);
    hash.update([0]);
    hash.update(context.as_of.to_string());
    hash.update([0]);
    hash.update(input);
    hex(&hash.finalize())
}

#[cfg(test)]
mod tests;
