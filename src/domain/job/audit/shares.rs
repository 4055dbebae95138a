//! Whose work an ad describes: shares, other jobs, activities, and how sure all that is.

use std::collections::BTreeMap;

use super::answer::{ActivityView, Confidence, OtherJob, Owner, ShareView};
use super::described::Described;
use super::{AdAudit, Reading};
use crate::domain::job::lexicon::Activity;
use crate::domain::message::{filled, ids};

/// Least share of an ad's work that is told as another profession's.
const LEAST: f64 = 0.04;
/// Most passages listed for one activity.
const MOST_PASSAGES: usize = 8;

impl<'c> AdAudit<'c> {
    /// Whose work the ad describes, in percent, and the jobs of other professions in it.
    pub(super) fn shares(
        &self,
        reading: &Reading<'_>,
        country: Option<&str>,
    ) -> (Vec<ShareView<'c>>, Vec<OtherJob<'c>>) {
        let points = &reading.scope.work;
        let mut owners: Vec<(&'c str, f64, Owner)> = vec![
            ("community-manager", points.community, Owner::Role),
            ("social-media-manager", points.social, Owner::Role),
            ("content-manager", points.content, Owner::Role),
        ];
        // A little of everything is in every ad: what is too small to be a job of its own is nobody's.
        let mut rest = points.neither;
        let least = LEAST * (points.owned() + points.neither);
        for (id, value) in &points.others {
            if *value < least {
                rest += value;
                continue;
            }
            let lexicon = &self.data.lexicon;
            let found = lexicon
                .activities
                .iter()
                .filter_map(Activity::other)
                .chain(lexicon.neighbours.iter().map(|item| item.id.as_str()))
                .chain(self.market.decide.professions.iter().map(|item| item.id.as_str()))
                .find(|known| known == id);
            let Some(id) = found else { continue };
            let kind = if self.data.lexicon.neighbours.iter().any(|item| item.id == id) {
                Owner::Neighbour
            } else {
                Owner::Profession
            };
            owners.push((id, *value, kind));
        }
        owners.push(("neither", rest, Owner::Neither));
        let total: f64 = owners.iter().map(|(_, value, _)| value.max(0.0)).sum();
        if total <= 0.0 {
            return (Vec::new(), Vec::new());
        }
        let percents =
            hundred(&owners.iter().map(|(_, value, _)| value.max(0.0) / total).collect::<Vec<_>>());
        let mut shares: Vec<ShareView<'c>> = owners
            .iter()
            .zip(&percents)
            .filter(|(_, percent)| **percent > 0)
            .map(|((id, _, kind), percent)| ShareView {
                id,
                name: if *kind == Owner::Neither { self.say(ids::SHARE_NEITHER) } else { self.name(id) },
                kind: *kind,
                percent: *percent,
            })
            .collect();
        shares
            .sort_by_key(|share| (share.kind == Owner::Neither, std::cmp::Reverse(share.percent), share.id));
        let load = &self.market.decide.work;
        let hours = load.full_time_hours(country);
        // What was recognised is the job; the rest of the ad is no time.
        let known: u32 =
            shares.iter().filter(|share| share.kind != Owner::Neither).map(|share| share.percent).sum();
        let jobs = shares
            .iter()
            .filter(|share| matches!(share.kind, Owner::Profession | Owner::Neighbour))
            .map(|share| {
                let activities = reading.scope.passages.iter().filter_map(|passage| {
                    let item = self.data.lexicon.activities.get(usize::from(passage.activity))?;
                    (item.other() == Some(share.id)).then_some(item.name.get(self.lang()))
                });
                let mut activities: Vec<&'c str> = activities.collect();
                activities.sort_unstable();
                activities.dedup();
                OtherJob {
                    id: share.id,
                    name: share.name.clone(),
                    percent: share.percent,
                    hours_a_week: (share.percent * hours + known / 2) / known.max(1),
                    activities,
                }
            })
            .collect();
        (shares, jobs)
    }

    /// The activities, the weightiest first, with their passages.
    pub(super) fn activities(&self, reading: &Reading<'_>) -> Vec<ActivityView<'c>> {
        let mut by: BTreeMap<u8, (f64, Vec<std::ops::Range<usize>>)> = BTreeMap::new();
        for passage in &reading.scope.passages {
            let entry = by.entry(passage.activity).or_default();
            entry.0 += passage.points;
            entry.1.push(passage.range.clone());
        }
        let total: f64 = by.values().map(|(points, _)| points).sum();
        let mut found: Vec<(u8, f64, Vec<std::ops::Range<usize>>)> =
            by.into_iter().map(|(at, (points, ranges))| (at, points, ranges)).collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let percents =
            hundred(&found.iter().map(|(_, points, _)| points / total.max(1e-9)).collect::<Vec<_>>());
        found
            .into_iter()
            .zip(percents)
            .filter_map(|((at, _, ranges), percent)| {
                let item = self.data.lexicon.activities.get(usize::from(at))?;
                let share = &item.share;
                let owner = [
                    (share.community_manager, "community-manager"),
                    (share.social_media_manager, "social-media-manager"),
                    (share.content_manager, "content-manager"),
                    (share.other, item.other().unwrap_or("other")),
                ];
                let owner =
                    owner.into_iter().max_by_key(|(share, _)| *share).map_or("other", |(_, owner)| owner);
                let passages =
                    ranges.iter().take(MOST_PASSAGES).map(|range| reading.excerpt(range.start, range.end));
                Some(ActivityView {
                    id: &item.id,
                    name: item.name.get(self.lang()),
                    owner,
                    percent,
                    passages: passages.collect(),
                    passages_left_out: ranges.len().saturating_sub(MOST_PASSAGES),
                })
            })
            .collect()
    }

    /// How sure the reading of the tasks is, and why.
    pub(super) fn confidence(&self, reading: &Reading<'_>) -> Confidence {
        let scope = &reading.scope;
        let mut causes = Vec::new();
        let sentences = scope.work.owned();
        let n = format!("{sentences:.0}");
        let enough = if sentences >= 4.0 { ids::CAUSE_MUCH_EVIDENCE } else { ids::CAUSE_LITTLE_EVIDENCE };
        causes.push(self.said(filled(enough, &[("n", &n)])));
        if sentences > 0.0 && !scope.states_tasks() {
            causes.push(self.said(ids::CAUSE_SKILLS_ONLY));
        }
        if scope.work.neither > scope.work.owned() {
            causes.push(self.said(ids::CAUSE_UNRECOGNISED));
        }
        let roles = scope.work.community + scope.work.social;
        let lead = if roles > 0.0 { scope.work.community / roles } else { 0.0 };
        let two = matches!(
            scope.described,
            Described::CommunityManager | Described::SocialMediaManager | Described::Both
        );
        if two && (0.3..0.7).contains(&lead) {
            causes.push(self.said(ids::CAUSE_MIXED));
        }
        if !reading.certain {
            causes.push(self.said(ids::CAUSE_LANGUAGE));
        }
        Confidence { grade: scope.confidence, causes }
    }
}

/// Shares as whole percent that add up to 100 (largest remainder).
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "shares lie between 0 and 1")]
fn hundred(shares: &[f64]) -> Vec<u32> {
    let mut whole: Vec<u32> = shares.iter().map(|share| (share * 100.0).floor() as u32).collect();
    let sum: u32 = whole.iter().sum();
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order
        .sort_by(|a, b| (shares[*b] * 100.0).fract().total_cmp(&(shares[*a] * 100.0).fract()).then(a.cmp(b)));
    for at in order.into_iter().take(100_usize.saturating_sub(sum as usize)) {
        whole[at] += 1;
    }
    whole
}
