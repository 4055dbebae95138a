//! What a larger load would change: the number of messages or posts from which somebody else is needed.

use super::answer::{Change, Counterfactual, Remark, SupportCount, TeamChange};
use super::explain::{Explain, fill};
use super::hours::Input;
use super::run::{Affordability, Outcome, run_affordable};
use super::scale::MAX_SUPPORTS;
use crate::domain::profile::{Profile, Workload};
use crate::domain::vocab::Verdict;

/// The largest numbers that are tried: beyond, other answers are asked for.
const MOST_MESSAGES: u32 = 20_000;
const MOST_POSTS: u32 = 500;

/// Managers, each profession that helps, and whether it is a matter for a study.
type Heads = (u32, [Option<u32>; MAX_SUPPORTS]);

fn heads(outcome: &Outcome) -> Heads {
    let mut supports = [None; MAX_SUPPORTS];
    for (at, count) in supports.iter_mut().enumerate() {
        *count = outcome.team.support_people(at);
    }
    (outcome.team.managers(), supports)
}

impl<'c> Explain<'_, 'c> {
    /// From how many messages, and from how many posts, the team changes.
    pub(super) fn growth(&self) -> Vec<Counterfactual<'c>> {
        if self.outcome.core.verdict == Verdict::Neither {
            return Vec::new();
        }
        let inputs = [
            (Input::Messages, MOST_MESSAGES, "workload.messages_per_week"),
            (Input::Posts, MOST_POSTS, "workload.posts_per_week"),
        ];
        inputs.into_iter().filter_map(|(input, most, field)| self.grown(input, most, field)).collect()
    }

    fn grown(&self, input: Input, most: u32, field: &'static str) -> Option<Counterfactual<'c>> {
        let workload = self.profile.workload.unwrap_or_default();
        let told = match input {
            Input::Messages => workload.messages_per_week,
            _ => workload.posts_per_week.or_else(|| workload.posts.map(|posts| posts.all())),
        };
        let assumed = self.outcome.load.assumed[input as usize].map(|estimate| estimate.typical);
        let from = told.or(assumed)?;
        let with = |count: u32| -> Option<Outcome> {
            let workload = match input {
                Input::Messages => Workload { messages_per_week: Some(count), ..workload },
                _ => Workload { posts_per_week: Some(count), ..workload },
            };
            let profile = Profile { workload: Some(workload), ..*self.profile };
            let stated = Affordability::of(&profile);
            run_affordable(self.data(), self.context.book, &profile, stated).ok()
        };
        // The team at the present count, said or not.
        let now = heads(&with(from)?);
        if now != heads(&self.outcome) || heads(&with(most)?) == now {
            return None;
        }
        // More work never means fewer people: the first count with another team can be halved down to.
        let (mut same, mut other) = (from, most);
        while other - same > 1 {
            let middle = same.midpoint(other);
            if heads(&with(middle)?) == now { same = middle } else { other = middle }
        }
        let then = with(other)?;
        let (people, supports) = heads(&then);
        let records = self.data().work.supports.iter().zip(supports);
        let support = records
            .filter(|(_, people)| *people != Some(0))
            .map(|(record, people)| SupportCount { profession: &record.id, people })
            .collect();
        let first = then.first_hire.unwrap_or_else(|| self.pair().0);
        let joined = self.hires().everybody(&then, first);
        let profile = then.profile;
        let then_explained = Explain { context: self.context, profile: &profile, outcome: then };
        let positions = then_explained.positions(&then_explained.scores());
        Some(Counterfactual {
            changes: vec![Change::SetCount { field, at_least: other }],
            verdict: then.core.verdict,
            lead: then.core.lead,
            team: Some(TeamChange {
                people,
                support,
                text: fill(self.remark_text(Remark::ThenJoins), &[("{hires}", &joined)]),
                positions,
            }),
        })
    }
}
