//! What to do, step by step.

use super::{Explain, fill};
use crate::domain::decide::answer::{Change, Counterfactual, OtherProfession, Remark, Step};
use crate::domain::decide::hours::Hours;
use crate::domain::decide::rule::Phase;
use crate::domain::decide::team::Who;
use crate::domain::text::Phrase;

impl<'c> Explain<'_, 'c> {
    pub(super) fn plan(
        &self,
        professions: &[OtherProfession<'c>],
        changes: &[Counterfactual<'c>],
    ) -> Vec<Step<'c>> {
        let number = |at: usize| u32::try_from(at + 1).unwrap_or(u32::MAX);
        let phase = |(at, phase): (usize, &'c Phase)| Step {
            step: number(at),
            when: self.fill(&phase.when),
            action: self.fill(&phase.action),
            profession: None,
            cost: None,
            hires: phase.hires,
            sources: phase.sources.iter().map(|citation| citation.0.as_str()).collect(),
        };
        let phases = &self.arrangement().phases;
        let nobody = self.outcome.team.managers() == 0;
        let shown = phases.iter().filter(|phase| !(phase.hires && nobody));
        let mut plan: Vec<Step<'c>> = shown.enumerate().map(phase).collect();
        plan.extend(self.support_steps());
        plan.extend(self.growth_steps(changes));
        for (at, step) in plan.iter_mut().enumerate() {
            step.step = number(at);
        }
        for other in professions.iter().filter(|other| other.first_choice) {
            plan.push(Step {
                step: number(plan.len()),
                when: other.tasks.iter().map(Phrase::as_str).collect::<Vec<_>>().join(", "),
                action: self.remark(Remark::Entrust).as_str().to_owned(),
                profession: Some(other.id),
                cost: None,
                hires: false,
                sources: other.sources.iter().map(|citation| citation.0.as_str()).collect(),
            });
        }
        plan
    }

    /// A step that hires none of the managers.
    fn remarked(when: &str, action: String) -> Step<'c> {
        Step {
            step: 0,
            when: when.to_owned(),
            action,
            profession: None,
            cost: None,
            hires: false,
            sources: vec!["rolecall-judgement"],
        }
    }

    /// Other professions, what is to be studied first, and the hours that are nobody's.
    fn support_steps(&self) -> Vec<Step<'c>> {
        let (team, work) = (&self.outcome.team, &self.data().work);
        let hires = self.hires();
        let mut steps = Vec::new();
        let supports = (0..work.supports.len()).filter(|at| team.support_total(*at).0 > 0);
        let (studied, counted): (Vec<usize>, Vec<usize>) =
            supports.partition(|at| team.support_people(*at).is_none());
        for at in studied {
            let action = work.supports[at].study_step.get(self.context.lang).to_owned();
            steps.push(Self::remarked(self.remark_text(Remark::StudyWhen), action));
        }
        if !counted.is_empty() {
            let hours: Hours = counted.iter().map(|at| team.support_total(*at)).sum();
            let names: Vec<String> =
                counted.iter().filter_map(|at| hires.support(&self.outcome, *at)).collect();
            let places = [("{hires}", &*hires.list(&names)), ("{h}", &*hires.number(hours.rounded()))];
            let action = fill(self.remark_text(Remark::SupportJoins), &places);
            steps.push(Self::remarked(self.remark_text(Remark::SupportWhen), action));
        }
        let open = team.total(Who::Open);
        if open.0 > 0 {
            steps.push(Self::remarked(self.remark_text(Remark::OpenWhen), self.open_hours()));
        }
        steps
    }

    /// What to do when messages or posts reach the count that changes the team.
    fn growth_steps(&self, changes: &[Counterfactual<'c>]) -> Vec<Step<'c>> {
        let grown = |posts: bool| {
            changes.iter().find_map(|item| match (&item.team, item.changes.as_slice()) {
                (Some(team), [Change::SetCount { field, at_least }])
                    if field.ends_with("posts_per_week") == posts =>
                {
                    Some((self.hires().number(*at_least), &team.text))
                }
                _ => None,
            })
        };
        let step = |remark: Remark, places: &[(&str, &str)], text: &str| {
            Self::remarked(&fill(self.remark_text(remark), places), text.to_owned())
        };
        match (grown(false), grown(true)) {
            (Some((messages, text)), Some((posts, other))) if text == other => {
                vec![step(Remark::WhenEither, &[("{n}", &messages), ("{m}", &posts)], text)]
            }
            (messages, posts) => {
                let one = |remark, grown: Option<(String, &String)>| {
                    grown.map(|(n, text)| step(remark, &[("{n}", &n)], text))
                };
                one(Remark::WhenMessages, messages).into_iter().chain(one(Remark::WhenPosts, posts)).collect()
            }
        }
    }
}
