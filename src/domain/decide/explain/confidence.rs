//! How sure the answer is, and which verdict comes next.

use super::Explain;
use crate::domain::cite::DisagreementView;
use crate::domain::decide::answer::{Cause, Confidence, NextQuestion, Reason, Remark, RunnerUp, Scores};
use crate::domain::decide::cited::Cited;
use crate::domain::decide::facts::{Facts, Leans, Needs};
use crate::domain::decide::rule::Layer;
use crate::domain::vocab::{Grade, Role, Stage, Strength, Verdict};

impl<'c> Explain<'_, 'c> {
    pub(super) fn confidence(
        &self,
        reasons: &[Reason<'c>],
        disagreements: &[DisagreementView<'c>],
        scores: &Scores,
        questions: &[NextQuestion<'c>],
    ) -> Confidence<'c> {
        let facts = self.outcome.facts;
        let holds = |fact: Facts| facts.0 & fact.0 != 0;
        let book = self.context.book;
        let goals = self.outcome.goals.all();
        let own = (goals & (book.cm_goals | book.smm_goals)).count_ones();
        let verdict = self.outcome.core.verdict;
        let early = holds(Stage::Absent.into()) || holds(Stage::Launching.into());
        let against = early && verdict == Verdict::CommunityManager
            || holds(Stage::Established.into()) && verdict == Verdict::SocialMediaManager;
        let gap = self.runner_up(scores).map_or(100, |runner_up| runner_up.share_gap);
        let open = holds(Needs::Either.into());
        let judged = self
            .rule(book.verdicts[self.outcome.core.verdict_row].rule)
            .sources
            .iter()
            .any(|c| c.source() == "rolecall-judgement");
        let publications = {
            let mut cited = Cited::new(self.data());
            reasons
                .iter()
                .filter(|reason| reason.layer != Layer::Staffing)
                .for_each(|reason| cited.add(reason.sources));
            cited.publications()
        };
        let disputed = goals & (book.cm_goals | book.smm_goals) != 0
            && disagreements.iter().any(|item| {
                let known = self.data().disagreements.iter().find(|known| known.id == item.id);
                known.is_some_and(|known| {
                    !known.when.goals_any.is_empty() && !known.when.accepts_some_verdicts_only()
                })
            });
        let causes = [
            (open, true, Remark::OpenGoals),
            (judged, true, Remark::OwnJudgement),
            (own == 1, true, Remark::SingleGoal),
            (disputed, true, Remark::DisputedGoals),
            (against, true, Remark::StageAgainstGoals),
            (!open && own > 0 && gap < 10, true, Remark::NearThreshold),
            (!open && own > 0 && gap >= 10, false, Remark::ClearBalance),
            (publications < 3, true, Remark::FewSources),
            (publications >= 3, false, Remark::SourcesAgree),
            (!questions.is_empty(), true, Remark::OpenQuestions),
            (reasons.iter().all(|reason| reason.strength == Strength::Opinion), true, Remark::OpinionOnly),
        ];
        let causes: Vec<Cause<'c>> = causes
            .into_iter()
            .filter(|(holds, ..)| *holds)
            .map(|(_, lowers, code)| Cause { code, lowers, text: self.remark(code) })
            .collect();
        // Open goals leave the verdict to the stage alone, and our own tie-break to nothing: both start at low.
        let lowered = causes.iter().filter(|cause| cause.lowers).count() + 2 * usize::from(open);
        let grade = match lowered {
            0 => Grade::High,
            1..=3 => Grade::Medium,
            _ => Grade::Low,
        };
        Confidence { grade, causes }
    }

    pub(super) fn runner_up(&self, scores: &Scores) -> Option<RunnerUp> {
        let threshold = scores.dominance_percent;
        let facts = self.outcome.facts;
        let leans = |leans: Leans| facts.0 & Facts::from(leans).0 != 0;
        let (cm, smm) = (scores.community_manager.percent, scores.social_media_manager.percent);
        let verdict = self.outcome.core.verdict;
        let runner = |verdict, share_gap| Some(RunnerUp { verdict, share_gap });
        match verdict {
            Verdict::Neither => None,
            _ if leans(Leans::Nowhere) => {
                runner(verdict.single().map_or(Verdict::Both, single_verdict_of_other), 0)
            }
            Verdict::CommunityManager => runner(Verdict::Both, cm.saturating_sub(threshold)),
            Verdict::SocialMediaManager => runner(Verdict::Both, smm.saturating_sub(threshold)),
            // Size or stage decided, not the balance: no share is near.
            Verdict::Both if !leans(Leans::Even) => None,
            Verdict::Both if cm > smm => runner(Verdict::CommunityManager, threshold.saturating_sub(cm)),
            Verdict::Both => runner(Verdict::SocialMediaManager, threshold.saturating_sub(smm)),
        }
    }
}

const fn single_verdict_of_other(role: Role) -> Verdict {
    match role {
        Role::CommunityManager => Verdict::SocialMediaManager,
        _ => Verdict::CommunityManager,
    }
}
