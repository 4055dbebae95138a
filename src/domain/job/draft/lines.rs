//! The lines of a draft: purpose, missions, measures, requirements, week.

use super::{AdDraft, Line, WeekLine};
use crate::domain::decide::hours::Hours;
use crate::domain::decide::scale::WorkScale;
use crate::domain::job::brief::TaskHours;
use crate::domain::job::data::{MissionUse, RequirementText};
use crate::domain::pay::job::Job;
use crate::domain::reference::{Mission, RoleSheet};
use crate::domain::text::Lang;
use crate::domain::vocab::Role;

/// Fewest and most missions of a draft for one role.
const MISSIONS: std::ops::RangeInclusive<usize> = 5..=8;
/// Most essential requirements.
const ESSENTIAL: usize = 7;
/// Most measures of success.
const MEASURES: usize = 5;

impl<'c> AdDraft<'c> {
    /// What the post is for.
    pub(super) fn purpose(&self, job: Job, lang: Lang) -> Line<'c> {
        let found = self.data.drafting.purposes.iter().find(|purpose| purpose.id == job.id());
        match found.or(self.data.drafting.purposes.first()) {
            Some(purpose) => Line {
                id: &purpose.id,
                text: purpose.text.get(lang),
                role: None,
                goals: Vec::new(),
                sources: &purpose.sources,
            },
            // The catalogue checks that every role has its purpose; a role without one has at least its definition.
            None => {
                let sheet = &self.roles[0];
                Line {
                    id: "definition",
                    text: sheet.definition.text.get(lang),
                    role: Some(sheet.id),
                    goals: Vec::new(),
                    sources: &sheet.definition.sources,
                }
            }
        }
    }

    /// Missions that the goals call for, the role's own first; without goals, the role's whole list.
    pub(super) fn missions(&self, sheets: &[&'c RoleSheet], goals: &[String], lang: Lang) -> Vec<Line<'c>> {
        let usage = |mission: &Mission| {
            let rules = &self.data.drafting.missions;
            rules.iter().find(|rule| rule.id == mission.id).map(|rule| rule.usage)
        };
        let mut all = Vec::new();
        let most = if sheets.len() > 1 { 5 } else { *MISSIONS.end() };
        for sheet in sheets {
            let line = |mission: &'c Mission| Line {
                id: &mission.id,
                text: mission.text.get(lang),
                role: Some(sheet.id),
                goals: mission
                    .goals
                    .iter()
                    .map(String::as_str)
                    .filter(|goal| goals.iter().any(|wanted| wanted == goal))
                    .collect(),
                sources: &mission.sources,
            };
            let mut wanted: Vec<(usize, &'c Mission)> = sheet
                .missions
                .iter()
                .filter_map(|mission| {
                    let rank = goals.iter().position(|goal| mission.goals.contains(goal))?;
                    Some((rank, mission))
                })
                .collect();
            wanted.sort_by_key(|(rank, _)| *rank);
            // One person for both roles has half a week for each.
            let by_goal = if sheets.len() > 1 { 2 } else { most };
            let mut chosen: Vec<&'c Mission> =
                wanted.into_iter().map(|(_, mission)| mission).take(by_goal).collect();
            // What makes the role what it is belongs to every draft of it; the rest fills up to a post.
            let core = |mission: &&'c Mission| usage(mission) == Some(MissionUse::Core);
            for mission in sheet.missions.iter().filter(core) {
                if !chosen.iter().any(|known| known.id == mission.id) {
                    chosen.push(mission);
                }
            }
            for mission in &sheet.missions {
                let enough = if sheets.len() > 1 { by_goal + 2 } else { *MISSIONS.start() };
                if chosen.len() >= enough && !goals.is_empty() || chosen.len() >= most {
                    break;
                }
                if usage(mission) != Some(MissionUse::ByGoal)
                    && !chosen.iter().any(|known| known.id == mission.id)
                {
                    chosen.push(mission);
                }
            }
            all.extend(chosen.into_iter().map(line));
        }
        all
    }

    /// Measures of success: those that follow the goals, or the role's own.
    pub(super) fn kpis(&self, sheets: &[&'c RoleSheet], goals: &[String], lang: Lang) -> Vec<Line<'c>> {
        let mut found: Vec<(usize, Line<'c>)> = Vec::new();
        for sheet in sheets {
            for item in &sheet.kpis {
                let measure = self.data.drafting.measures.iter().find(|measure| measure.id == item.id);
                let served: Vec<&'c str> = measure
                    .iter()
                    .flat_map(|measure| measure.goals.iter().map(String::as_str))
                    .filter(|goal| goals.iter().any(|wanted| wanted == goal))
                    .collect();
                let rank = served
                    .iter()
                    .filter_map(|goal| goals.iter().position(|wanted| wanted == goal))
                    .min()
                    .unwrap_or(usize::MAX);
                found.push((
                    rank,
                    Line {
                        id: &item.id,
                        text: item.text.get(lang),
                        role: Some(sheet.id),
                        goals: served,
                        sources: &item.sources,
                    },
                ));
            }
        }
        let any = found.iter().any(|(rank, _)| *rank != usize::MAX);
        // Goals choose the measures; without goals the role's own order does.
        if any {
            found.retain(|(rank, _)| *rank != usize::MAX);
        }
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, line)| line).take(MEASURES).collect()
    }

    /// What is essential, and what would be welcome.
    pub(super) fn requirements(
        &self,
        job: Job,
        goals: &[String],
        lang: Lang,
    ) -> (Vec<Line<'c>>, Vec<Line<'c>>) {
        let roles: Vec<Role> = self.sheets(job).iter().map(|sheet| sheet.id).collect();
        let wanted = |item: &&'c RequirementText| {
            item.roles.iter().any(|role| roles.contains(role))
                && (item.goals.is_empty()
                    || goals.is_empty() && item.essential
                    || item.goals.iter().any(|goal| goals.contains(goal)))
        };
        let line = |item: &'c RequirementText| Line {
            id: &item.id,
            text: item.text.get(lang),
            role: None,
            goals: item
                .goals
                .iter()
                .map(String::as_str)
                .filter(|goal| goals.iter().any(|wanted| wanted == goal))
                .collect(),
            sources: &item.sources,
        };
        let all = || self.data.drafting.requirements.iter().filter(wanted);
        let essential: Vec<Line<'c>> =
            all().filter(|item| item.essential).map(line).take(ESSENTIAL).collect();
        let desirable = all().filter(|item| !item.essential).map(line).collect();
        (essential, desirable)
    }
}

/// How a week divides, by the sources; half and half where one person holds both roles.
pub(super) fn week<'c>(sheets: &[&'c RoleSheet], job: Job, hours: u32, lang: Lang) -> Vec<WeekLine<'c>> {
    let share = if job == Job::Hybrid { 2 } else { 1 };
    sheets
        .iter()
        .flat_map(|sheet| sheet.time.iter().map(move |item| (sheet.id, item)))
        .map(|(role, item)| {
            let percent = item.percent / share;
            WeekLine {
                text: item.text.get(lang),
                role,
                percent,
                hours: crate::domain::rounding::tenths(f64::from(percent * hours) / 100.0),
                sources: &item.sources,
            }
        })
        .collect()
}

/// The week of the brief: each task with its hours.
pub(super) fn own_week<'c>(
    work: &'c WorkScale,
    tasks: &[TaskHours],
    all: Hours,
    lang: Lang,
) -> Vec<WeekLine<'c>> {
    tasks
        .iter()
        .map(|item| WeekLine {
            text: work.task(item.task).map_or(item.task.id(), |record| record.name.get(lang)),
            role: item.task.owner(),
            percent: item.hours.share_of(all),
            hours: f64::from(item.hours.0) / 2.0,
            sources: &work.sources,
        })
        .collect()
}
