//! Which role the work of an ad is, and how sure that is.

use super::super::described::Described;
use super::Scope;
use crate::domain::job::lexicon::Lexicon;
use crate::domain::vocab::Grade;

// The numbers that follow were tuned on the labelled ads of `tests/reading`: see `docs/results/reading.md`.

/// The community manager's share of the two roles' work from which that role leads alone, and up to which the other does.
const COMMUNITY: f64 = 0.70;
const SOCIAL: f64 = 0.38;
/// The work of one other profession beside that of the social roles from which on the ad describes another profession,
/// and what the work of all others together adds to it: what is not recognised as a social role's is a bit of many.
const OTHER: f64 = 0.8;
const TOGETHER: f64 = 0.55;
/// Task sentences, at least, that must be somebody's for the ad to tell what it describes, and of them, how many must be
/// of one kind: work shared out among everybody is nobody's.
const TOLD: f64 = 1.0;
const OF_ONE_KIND: f64 = 0.6;
/// What the content manager's work counts beside that of the two roles: ads for them ask for much content.
const CONTENT: f64 = 2.0;
/// Up to how many times its sentences the work of a community is mostly what they tell.
const MOSTLY: f64 = 2.2;

/// Gives a neighbour what the ad asks for alone: moderating without any of a community's life is a platform's.
pub(super) fn set_lone_work_aside(lexicon: &Lexicon, scope: &mut Scope) {
    for item in &lexicon.activities {
        let Some(alone) = &item.alone else { continue };
        let points = |wanted: &dyn Fn(&String) -> bool| -> f64 {
            let passages = scope.passages.iter();
            let of = passages.filter(|passage| wanted(&lexicon.activities[usize::from(passage.activity)].id));
            of.map(|passage| passage.points).sum()
        };
        let own = points(&|id| *id == item.id);
        let beside = points(&|id| alone.beside.contains(id));
        // What the words of other sentences say is a community's life too.
        let passages = scope.passages.iter();
        let sentences =
            passages.filter(|passage| lexicon.activities[usize::from(passage.activity)].id == item.id);
        let mostly =
            scope.work.community <= MOSTLY * f64::from(u32::try_from(sentences.count()).unwrap_or(u32::MAX));
        if own > 2.0 * beside && mostly {
            // Its words, read one by one, look like a community's.
            let part = scope.work.community * own / scope.points.community.max(own);
            scope.work.community -= part;
            scope.work.give(&alone.neighbour, part);
            scope.points.community -= own;
            scope.points.give(&alone.neighbour, own);
        }
    }
}

/// Which role the work describes, and how sure that is. The title says nothing here: what it says is compared with this.
pub(super) fn decide(scope: &mut Scope) {
    let work = &scope.work;
    let roles = work.community + work.social;
    let own = roles + work.content;
    let first = work.first_other().map_or(0.0, |(_, points)| points);
    let (described, margin) = if work.owned() < TOLD || first.max(roles).max(work.content) < OF_ONE_KIND {
        (Described::Undetermined, 0.0)
    } else {
        let others = (first + TOGETHER * work.other()) / own.max(f64::MIN_POSITIVE);
        if others > OTHER {
            (Described::Other, 1.0 - OTHER / others)
        } else if work.content * CONTENT > roles {
            let margin = (work.content * CONTENT - roles) / own;
            (Described::ContentManager, margin.min(1.0 - others / OTHER))
        } else {
            let lead = work.community / roles;
            let described = if lead >= COMMUNITY {
                Described::CommunityManager
            } else if lead <= SOCIAL {
                Described::SocialMediaManager
            } else {
                Described::Both
            };
            let edge = (lead - COMMUNITY).abs().min((lead - SOCIAL).abs());
            (described, edge.min(1.0 - others / OTHER))
        }
    };
    scope.described = described;
    let sentences = work.owned();
    scope.confidence = if described == Described::Undetermined || !scope.states_tasks() {
        Grade::Low
    } else if sentences >= 4.0 && margin >= 0.12 {
        Grade::High
    } else if sentences >= 2.0 && margin >= 0.05 {
        Grade::Medium
    } else {
        Grade::Low
    };
}
