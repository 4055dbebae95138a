//! The part of the answer that says who does the work: hours by task, people, those in post, in words.

use super::answer::{
    Assumption, Existing, LoadView, PositionView, PrincipleView, PublishedView, Remark, Scores, Share,
    Staffing, StaffingAlternative, StaffingAlternativeKind, SupportView, TaskTime, TimeSplit, WorkView,
};
use super::explain::{Explain, fill};
use super::hours::{Hours, Input, LoadClass, Span, Task};
use super::rule::Seat;
use super::run::Outcome;
use super::scale::MAX_SUPPORTS;
use super::scale::WorkScale;
use super::team::{PART_TIME_BELOW, There, Who};
use crate::domain::locale;
use crate::domain::money::Money;
use crate::domain::text::Lang;
use crate::domain::vocab::{Level, Role, Size, Verdict};

/// Whom to hire, in a sentence, in the language of the answer.
pub(super) struct Hires<'a> {
    pub(super) scale: &'a WorkScale,
    pub(super) role_names: [&'a str; 2],
    pub(super) lang: Lang,
    /// What joins the last two of several names: "and".
    pub(super) and: &'a str,
    /// What joins those who help to one person who holds both roles, whose background would otherwise seem to include
    /// them: ", plus".
    pub(super) besides: &'a str,
}

impl Hires<'_> {
    /// One sort of manager.
    fn manager(&self, outcome: &Outcome, who: Who, first: Role) -> Option<String> {
        let people = outcome.team.people(who);
        if people == 0 {
            return None;
        }
        let role = match who {
            Who::CommunityManager => Role::CommunityManager,
            Who::SocialMediaManager => Role::SocialMediaManager,
            _ => first,
        };
        let role = self.role_names[usize::from(role != Role::CommunityManager)];
        let words = &self.scale.hire;
        let share = outcome.team.share(who);
        let part = people == 1 && share < PART_TIME_BELOW;
        let text = match (who, people) {
            (Who::Hybrid, _) if part => &words.hybrid_part,
            (Who::Hybrid, _) => &words.hybrid,
            (_, 1) if part => &words.part,
            (_, 1) => &words.one,
            _ => &words.many,
        };
        let (hours, people) = (self.number(outcome.team.total(who).rounded()), self.number(people));
        Some(fill(text.get(self.lang), &[("{role}", role), ("{n}", &people), ("{h}", &hours)]))
    }

    /// A profession that helps.
    pub(super) fn support(&self, outcome: &Outcome, at: usize) -> Option<String> {
        let record = self.scale.supports.get(at)?;
        let hours = outcome.team.support_total(at);
        if hours.0 == 0 {
            return None;
        }
        let Some(people) = outcome.team.support_people(at) else {
            let least = self.number(at_least(outcome, self.scale, at).rounded());
            return Some(fill(record.study.get(self.lang), &[("{h}", &least)]));
        };
        let text = match people {
            1 if outcome.team.support_share(at) < PART_TIME_BELOW => &record.part,
            1 => &record.one,
            _ => &record.many,
        };
        Some(fill(text.get(self.lang), &[("{n}", &self.number(people))]))
    }

    /// The professions that help.
    pub(super) fn supports(&self, outcome: &Outcome) -> Vec<String> {
        (0..self.scale.supports.len().min(MAX_SUPPORTS)).filter_map(|at| self.support(outcome, at)).collect()
    }

    /// A number as the language writes it.
    pub(super) fn number(&self, value: u32) -> String {
        locale::decimal(f64::from(value), 0, self.lang)
    }

    /// The managers to hire, whoever comes first first.
    pub(super) fn managers(&self, outcome: &Outcome, first: Role) -> Vec<String> {
        let order = if first == Role::CommunityManager {
            [Who::Hybrid, Who::CommunityManager, Who::SocialMediaManager]
        } else {
            [Who::Hybrid, Who::SocialMediaManager, Who::CommunityManager]
        };
        order.into_iter().filter_map(|who| self.manager(outcome, who, first)).collect()
    }

    /// Everybody to hire.
    pub(super) fn everybody(&self, outcome: &Outcome, first: Role) -> String {
        let mut names = self.managers(outcome, first);
        let supports = self.supports(outcome);
        if outcome.team.people(Who::Hybrid) > 0 && !supports.is_empty() {
            return format!("{}{}{}", self.list(&names), self.besides, self.list(&supports));
        }
        names.extend(supports);
        self.list(&names)
    }

    /// "a, b and c".
    pub(super) fn list(&self, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [one] => one.clone(),
            [many @ .., last] => format!("{}{}{last}", many.join(", "), self.and),
        }
    }

    /// The professions that help, after something else: ", and …".
    pub(super) fn also(&self, outcome: &Outcome) -> String {
        let names = self.supports(outcome);
        if names.is_empty() {
            return String::new();
        }
        let list = self.list(&names);
        if names.len() > 1 { format!(", {list}") } else { format!("{}{list}", self.and) }
    }
}

/// Hours of conversation that a profession has at least, where people are not counted.
fn at_least(outcome: &Outcome, scale: &WorkScale, support: usize) -> Hours {
    let low = |task: Task| {
        let typical = outcome.load.typical(task).0.max(1);
        let hours = outcome.team.support_hours(support, task).0;
        // The same part of the low estimate.
        let part =
            u64::from(outcome.load.tasks[task as usize].hours.low.0) * u64::from(hours) / u64::from(typical);
        Hours(u32::try_from(part).unwrap_or(u32::MAX))
    };
    let low: Hours = Task::ALL.iter().map(|task| low(*task)).sum();
    Hours::whole(scale.study_above_hours).max(Hours(low.0 / 2 * 2))
}

impl<'c> Explain<'_, 'c> {
    pub(super) fn hires(&self) -> Hires<'c> {
        Hires {
            scale: &self.data().work,
            role_names: self.context.role_names,
            lang: self.context.lang,
            and: self.remark_text(Remark::And),
            besides: self.remark_text(Remark::AndBesides),
        }
    }

    pub(super) fn staffing(&self, scores: &Scores) -> Staffing<'c> {
        let (arrangement, outcome) = (self.arrangement(), &self.outcome);
        let principles = self
            .data()
            .principles
            .iter()
            .filter(|_| arrangement.combines)
            .map(|item| PrincipleView { id: &item.id, text: self.text(&item.text), sources: &item.sources });
        Staffing {
            arrangement: &arrangement.id,
            name: self.text(&arrangement.name),
            people: outcome.team.managers(),
            positions: self.positions(scores),
            existing: self.existing(),
            support: self.support(),
            work: self.work(),
            reporting: self.text(&arrangement.reporting),
            principles: principles.collect(),
            load: self.load(),
            published: self.published(),
            alternatives: self.alternatives(),
            sources: &arrangement.sources,
        }
    }

    fn tasks(hours: impl Fn(Task) -> Hours) -> Vec<TaskTime> {
        let mut tasks: Vec<TaskTime> = Task::ALL
            .iter()
            .map(|task| TaskTime { task: *task, hours: hours(*task) })
            .filter(|item| item.hours.0 > 0)
            .collect();
        tasks.sort_by_key(|item| std::cmp::Reverse(item.hours));
        tasks
    }

    pub(super) fn positions(&self, scores: &Scores) -> Vec<PositionView> {
        let (arrangement, outcome) = (self.arrangement(), &self.outcome);
        let (first, second) = self.pair();
        let team = self.profile.team.unwrap_or_default();
        let everybody = team
            .community_managers
            .saturating_add(team.social_media_managers)
            .saturating_add(outcome.team.managers())
            .saturating_add(outcome.team.supports());
        let leads = everybody >= self.data().work.senior_from_people;
        let one = |role: Role| -> &'static [Who] {
            if role == Role::CommunityManager { &[Who::CommunityManager] } else { &[Who::SocialMediaManager] }
        };
        let mut positions: Vec<PositionView> = Vec::new();
        for position in &arrangement.positions {
            let whos: &[Who] = match position.seat {
                Seat::Hybrid => &[Who::Hybrid],
                Seat::First => one(first),
                Seat::Second => one(second),
                Seat::SocialMediaManager => one(Role::SocialMediaManager),
                Seat::CommunityManager => one(Role::CommunityManager),
                Seat::More => &[Who::SocialMediaManager, Who::CommunityManager],
            };
            for who in whos.iter().filter(|who| outcome.team.people(**who) > 0) {
                let roles = match who {
                    Who::Hybrid => vec![first, second],
                    Who::CommunityManager => vec![Role::CommunityManager],
                    _ => vec![Role::SocialMediaManager],
                };
                let level =
                    if roles[0] == Role::CommunityManager { position.cm_level } else { position.smm_level };
                // Whoever leads a larger team is senior: the social media manager where there is one.
                let leader = match who {
                    Who::CommunityManager => {
                        outcome.team.people(Who::SocialMediaManager) == 0 && team.social_media_managers == 0
                    }
                    _ => true,
                };
                let leads = leads || self.grave();
                let level =
                    if leads && leader && position.seat != Seat::More { Level::Senior } else { level };
                let level = outcome.level.unwrap_or(level);
                let time_split = if roles.len() == 2 { self.time_split(scores, first) } else { Vec::new() };
                positions.push(PositionView {
                    roles,
                    count: outcome.team.people(*who),
                    level,
                    time_split,
                    hours: outcome.team.total(*who),
                    fte_percent: outcome.team.share(*who),
                    tasks: Self::tasks(|task| outcome.team.hours(*who, task)),
                });
            }
        }
        positions
    }

    /// Whether the goals ask a large company for somebody senior to set the line.
    fn grave(&self) -> bool {
        let goals = self.outcome.goals.all();
        let named = |id: &String| self.data().goal_index.find(id).is_some_and(|goal| goals & goal.bit() != 0);
        self.profile.size() == Size::Large && self.data().work.senior_goals.iter().any(named)
    }

    fn existing(&self) -> Existing {
        let team = self.profile.team.unwrap_or_default();
        let there = There::of(&self.data().work, self.profile, self.outcome.load.full_time).total();
        let at_work = self.outcome.team.there_hours();
        Existing {
            community_managers: team.community_managers,
            social_media_managers: team.social_media_managers,
            apprentices: team.apprentices,
            agency: team.agency.is_some(),
            hours: there,
            spare_hours: there.less(at_work),
        }
    }

    fn support(&self) -> Vec<SupportView<'c>> {
        let (outcome, scale) = (&self.outcome, &self.data().work);
        let one = |(at, record): (usize, &'c super::scale::SupportRecord)| {
            let hours = outcome.team.support_total(at);
            let people = outcome.team.support_people(at);
            (hours.0 > 0).then(|| SupportView {
                profession: &record.id,
                name: self.text(&record.name),
                people,
                hours,
                fte_percent: people.map(|_| outcome.team.support_share(at)),
                hours_at_least: people.is_none().then(|| at_least(outcome, scale, at)),
                tasks: Self::tasks(|task| outcome.team.support_hours(at, task)),
                sources: &record.sources,
            })
        };
        scale.supports.iter().enumerate().take(MAX_SUPPORTS).filter_map(one).collect()
    }

    fn work(&self) -> Vec<WorkView<'c>> {
        let outcome = &self.outcome;
        let all = outcome.load.total().typical;
        let one = |task: &Task| {
            let load = outcome.load.tasks[*task as usize];
            let record = self.data().work.task(*task)?;
            if load.hours.high.0 == 0 {
                return None;
            }
            let who = Who::ALL.iter().map(|who| (who.id(), outcome.team.hours(*who, *task)));
            let supports = self.data().work.supports.iter().enumerate().take(MAX_SUPPORTS);
            let supports = supports.map(|(at, record)| (&*record.id, outcome.team.support_hours(at, *task)));
            let mut sources: Vec<&'c str> = Vec::new();
            for citation in record.parts.iter().flat_map(|part| part.sources.iter()) {
                if !sources.contains(&citation.0.as_str()) {
                    sources.push(&citation.0);
                }
            }
            Some(WorkView {
                task: *task,
                name: self.text(&record.name),
                hours: load.hours,
                percent: load.hours.typical.share_of(all),
                assumed: load.assumed,
                who: who
                    .chain(supports)
                    .filter(|(_, hours)| hours.0 > 0)
                    .map(|(who, hours)| Share { who, hours })
                    .collect(),
                sources,
            })
        };
        let mut work: Vec<WorkView<'c>> = Task::ALL.iter().filter_map(one).collect();
        work.sort_by_key(|item| std::cmp::Reverse(item.hours.typical));
        work
    }

    fn load(&self) -> LoadView<'c> {
        let outcome = &self.outcome;
        let scale = &self.data().work;
        let hours = outcome.load.total();
        let none = outcome.core.verdict == Verdict::Neither;
        let assumed = Input::ALL.iter().zip(outcome.load.assumed).filter_map(|(input, estimate)| {
            let estimate = estimate?;
            Some(Assumption {
                input: *input,
                low: estimate.low,
                typical: estimate.typical,
                high: estimate.high,
            })
        });
        LoadView {
            class: outcome.load_class,
            hours,
            full_time_hours: outcome.load.full_time.rounded(),
            summary: if none { String::new() } else { self.load_summary(hours) },
            assumed: assumed.collect(),
            note: self.remark(match outcome.load_class {
                _ if none => Remark::LoadNotNeeded,
                _ if !outcome.load.told() => Remark::LoadUnknown,
                _ => Remark::LoadRange,
            }),
            sources: &scale.sources,
        }
    }

    /// "Between 18 and 35 hours a week; most of it is …".
    fn load_summary(&self, hours: Span) -> String {
        let most = Task::ALL.iter().max_by_key(|task| {
            // Of two alike the first.
            (self.outcome.load.typical(**task), std::cmp::Reverse(**task as usize))
        });
        let name = most
            .and_then(|task| self.data().work.task(*task))
            .map_or("", |record| record.name.get(self.context.lang));
        let percent = most.map_or(0, |task| self.outcome.load.typical(*task).share_of(hours.typical));
        let mut low = hours.low.0 / 2;
        let high = hours.high.rounded();
        low = low.min(high);
        fill(
            self.remark_text(Remark::LoadSummary),
            &[
                ("{low}", &low.to_string()),
                ("{high}", &high.to_string()),
                ("{typical}", &hours.typical.rounded().to_string()),
                ("{task}", name),
                ("{percent}", &percent.to_string()),
            ],
        )
    }

    fn published(&self) -> Option<PublishedView<'c>> {
        if self.outcome.core.verdict == Verdict::Neither || self.outcome.load_class == LoadClass::Light {
            return None;
        }
        let employees = self.profile.employees.unwrap_or(1);
        let found = self.data().work.published.iter().find(|item| employees >= item.employees_from)?;
        Some(PublishedView { text: self.text(&found.text), sources: &found.sources })
    }

    /// With an agency in place: what it does could come in-house.
    fn alternatives(&self) -> Vec<StaffingAlternative<'c>> {
        let hours = There::of(&self.data().work, self.profile, self.outcome.load.full_time).agency;
        if hours.0 == 0 || self.outcome.core.verdict == Verdict::Neither {
            return Vec::new();
        }
        let (first, _) = self.pair();
        let role = self.context.role_names[usize::from(first != Role::CommunityManager)];
        let places = [("{h}", &*hours.rounded().to_string()), ("{role}", role)];
        let agency = self.profile.team.and_then(|team| team.agency).unwrap_or_default();
        let yearly = |fee: Money| Money { amount: fee.amount.saturating_mul(12), ..fee };
        vec![StaffingAlternative {
            id: StaffingAlternativeKind::BringInHouse,
            text: fill(self.remark_text(Remark::BringInHouse), &places),
            hours,
            cost_now: agency.fee_per_month.map(yearly),
            cost_then: None,
            sources: vec!["rhmatin/F22", "rolecall-judgement"],
        }]
    }

    /// Percent of one person's week for each role, by the hours of their tasks; in steps of five, and at least a fifth for
    /// each, so that neither role disappears (J7).
    fn time_split(&self, scores: &Scores, first: Role) -> Vec<TimeSplit> {
        let hours = |role: Role| u64::from(self.outcome.team.role_hours(Who::Hybrid, role).0);
        let told = self.outcome.load.told();
        let (cm, smm) = if told {
            (hours(Role::CommunityManager), hours(Role::SocialMediaManager))
        } else {
            (u64::from(scores.community_manager.percent), u64::from(scores.social_media_manager.percent))
        };
        let total = (cm + smm).max(1);
        let steps = u32::try_from((cm * 20 * 2 + total) / (2 * total)).unwrap_or(10);
        // Whoever is to be hired first as one role spends at least half of the week in it, unless the load says otherwise.
        let (least, most) = match first {
            _ if told => (20, 80),
            Role::CommunityManager => (50, 80),
            _ => (20, 50),
        };
        let cm = (steps * 5).clamp(least, most);
        let split = |role: Role| TimeSplit {
            role,
            percent: if role == Role::CommunityManager { cm } else { 100 - cm },
        };
        vec![split(first), split(first.counterpart())]
    }
}
