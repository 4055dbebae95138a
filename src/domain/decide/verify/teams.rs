//! Verification of the teams: more work, more salaries never mean fewer people, and no hour is lost.
//!
//! Hours are counted in halves, so one task at a time is walked exactly, from nothing to beyond the hours where people
//! are no longer counted; everything else is walked over the values that the rules tell apart.

use super::{Code, Finding};
use crate::domain::decide::hours::{Hours, Input, Span, TASKS, Task};
use crate::domain::decide::load::{Load, TaskLoad};
use crate::domain::decide::rulebook::{DecideData, RuleBook};
use crate::domain::decide::run::staff;
use crate::domain::decide::scale::MAX_SUPPORTS;
use crate::domain::decide::team::{Team, Who};
use crate::domain::goal::{GoalId, GoalSet, members};
use crate::domain::message::{Filling, said};
use crate::domain::profile::{Profile, Team as Posted};
use crate::domain::vocab::{Stage, Verdict};

/// Half hours between two amounts of the other tasks.
const OTHERS: [u32; 2] = [0, 60];

/// Half hours up to which work that is not conversation is walked: three posts.
const MOST: u32 = 240;

/// Checks the teams that the rules make; returns how many were made.
pub fn check(data: &DecideData, book: &RuleBook, findings: &mut Vec<Finding>) -> usize {
    let mut made = 0;
    let study = Hours::whole(data.work.study_above_hours).0 + 80;
    for goals in samples(book) {
        for (cm, smm) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
            // Salaries bound a team that is built up; where somebody is in post the hours decide first.
            let salaries: &[Option<u32>] = if cm + smm == 0 { &[None, Some(2)] } else { &[None] };
            for &hires in salaries {
                let profile = Profile {
                    presence_stage: Some(Stage::Growing),
                    goals: Some(goals),
                    team: Some(Posted {
                        community_managers: cm,
                        social_media_managers: smm,
                        ..Posted::default()
                    }),
                    max_hires: hires,
                    ..Profile::default()
                };
                let Ok(core) = book.decide_profile(&profile) else { continue };
                if core.verdict == Verdict::Neither {
                    continue;
                }
                for (task, most) in [(Task::Answering, study), (Task::Posts, MOST), (Task::Planning, MOST)] {
                    for other in OTHERS {
                        let mut before: Option<(u32, u32)> = None;
                        for halves in 0..=most {
                            let load = load(data, task, halves, other);
                            let Ok(team) = staff(data, book, &profile, &core, &load) else { continue };
                            made += 1;
                            if total(data, &team) != load.total().typical {
                                findings.push(fault(data, &profile, task, halves, "lost"));
                                return made;
                            }
                            let now = (team.managers(), team.managers() + team.supports());
                            if before.is_some_and(|before| now.0 < before.0 || now.0 > before.0 + 1) {
                                findings.push(fault(data, &profile, task, halves, "jump"));
                                return made;
                            }
                            before = Some(now);
                        }
                    }
                }
            }
        }
    }
    made
}

/// A primary goal of each kind, and one of both.
fn samples(book: &RuleBook) -> Vec<GoalSet> {
    let first = |set: u64| members(set).next().map(GoalId::bit);
    let (cm, smm) = (first(book.cm_goals), first(book.smm_goals));
    let both = cm.zip(smm).map(|(cm, smm)| cm | smm);
    [cm, smm, both].into_iter().flatten().map(|primary| GoalSet { primary, secondary: 0 }).collect()
}

/// So many half hours of one task, so many of planning and posts together.
fn load(data: &DecideData, task: Task, halves: u32, other: u32) -> Load {
    let exactly = |halves: u32| TaskLoad {
        hours: Span { low: Hours(halves), typical: Hours(halves), high: Hours(halves) },
        assumed: false,
    };
    let mut tasks = [TaskLoad::default(); TASKS];
    for (at, part) in
        [(Task::Planning, other / 2), (Task::Posts, other - other / 2), (Task::Animating, other / 4)]
    {
        tasks[at as usize] = exactly(part);
    }
    tasks[task as usize] = exactly(halves);
    Load {
        tasks,
        full_time: Hours::whole(data.work.full_time_hours),
        assumed: [None; Input::ALL.len()],
        out_of_hours: Hours(0),
    }
}

fn total(data: &DecideData, team: &Team) -> Hours {
    let own: Hours = Who::ALL.iter().map(|who| team.total(*who)).sum();
    let help: Hours = (0..data.work.supports.len().min(MAX_SUPPORTS)).map(|at| team.support_total(at)).sum();
    own.and(help)
}

fn fault(data: &DecideData, profile: &Profile, task: Task, halves: u32, what: &str) -> Finding {
    let hours = Filling::Decimal(f64::from(halves) / 2.0, 1);
    let message = said!(RULES_TEAMS_JUMP, hours = hours, task = task.id(), what = what);
    Finding::new(Code::NotMonotone, message)
        .rule("work")
        .witness(serde_json::to_value(profile.named(&data.goal_index)).unwrap_or_default())
}
