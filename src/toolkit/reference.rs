//! What can be looked up: roles and their comparison, goals, rules, sources, the verification.

use std::collections::BTreeSet;

use super::{AskError, Asking, Toolkit};
use crate::catalog::load::Reference;
use crate::domain::cite::Meta;
use crate::domain::cite::source_ref;
use crate::domain::decide::explain;
use crate::domain::decide::rule::{Layer, Scope};
use crate::domain::next::Outline;
use crate::domain::pay::request;
use crate::domain::reference::SkillScope;
use crate::domain::text::Lang;
use crate::domain::views::{
    Comparison, DimensionView, GoalList, GoalView, ItemView, RoleDetail, RoleList, RoleSummary, RuleDetail,
    RuleList, RuleView, SourceList, SourceView, StatementView, Verification,
};
use crate::domain::vocab::{Role, UnknownValue};

impl Toolkit {
    pub(super) fn reference(&self) -> Result<&Reference, AskError> {
        Ok(self.catalog.reference()?)
    }

    /// Every role.
    ///
    /// # Errors
    /// [`AskError::Data`] when the data is wrong.
    pub fn roles(&self, asking: Asking) -> Result<RoleList<'_>, AskError> {
        let roles = &self.reference()?.roles;
        let mut list: Vec<RoleSummary<'_>> =
            roles.iter().map(|role| RoleSummary::new(role, asking.lang)).collect();
        list.sort_by_key(|role| role.id);
        Ok(RoleList {
            roles: list,
            meta: self.meta(asking, roles.iter().map(|role| &role.definition.sources)),
        })
    }

    /// One role.
    ///
    /// # Errors
    /// [`AskError::Data`] when the data is wrong.
    pub fn role(&self, role: Role, asking: Asking) -> Result<RoleDetail<'_>, AskError> {
        let Reference { roles, skills, .. } = self.reference()?;
        let sheet = roles.iter().find(|sheet| sheet.id == role);
        let sheet = sheet
            .ok_or_else(|| UnknownValue::new("role", role.id(), roles.iter().map(|sheet| sheet.id.id())))?;
        let own = skills.iter().filter(|skill| skill.roles.contains(&role)).map(|skill| &skill.sources);
        let cited = sheet
            .facets()
            .map(|(_, facet)| &facet.sources)
            .chain(sheet.missions.iter().map(|item| &item.sources))
            .chain(sheet.kpis.iter().chain(&sheet.vocabulary).map(|item| &item.sources))
            .chain(sheet.time.iter().map(|item| &item.sources))
            .chain(sheet.occupations.iter().map(|item| &item.sources))
            .chain(own);
        let meta = self.meta(asking, cited);
        Ok(RoleDetail::new(sheet, skills, asking.lang, meta))
    }

    /// Roles side by side; the two that can be recommended when none is named. `place` says where pay is compared:
    /// country, region or city; the default country when it names none.
    ///
    /// # Errors
    /// [`AskError::Data`] when the data is wrong.
    pub fn compare(
        &self,
        roles: &[Role],
        place: &serde_json::Value,
        asking: Asking,
    ) -> Result<Comparison<'_>, AskError> {
        let market = self.pay_answers(asking)?;
        let place = request::place_of(market.data, place).map_err(AskError::Input)?;
        let mut chosen: Vec<Role> = Vec::new();
        for role in if roles.is_empty() { &Role::HIREABLE[..] } else { roles } {
            if !chosen.contains(role) {
                chosen.push(*role);
            }
        }
        let Reference { roles: sheets, skills, dimensions, .. } = self.reference()?;
        let lang = asking.lang;
        let summaries = chosen.iter().filter_map(|role| sheets.iter().find(|sheet| sheet.id == *role));
        let shared: Vec<_> = skills
            .iter()
            .filter(|skill| {
                skill.scope == SkillScope::Shared && chosen.iter().all(|role| skill.roles.contains(role))
            })
            .collect();
        let decide = self.catalog.decide();
        // What is about pay stands beside pay.
        let disagreements = || decide.disagreements.iter().filter(|item| item.scope == Scope::Decision);
        let cited = dimensions
            .iter()
            .flat_map(|item| &item.values)
            .filter(|value| chosen.contains(&value.role))
            .map(|value| &value.sources)
            .chain(shared.iter().map(|skill| &skill.sources))
            .chain(
                decide
                    .disagreements
                    .iter()
                    .flat_map(|item| &item.positions)
                    .map(|position| &position.sources),
            );
        let mut meta = self.meta(asking, cited);
        let mut paid = market.compared_sources(&chosen, &place);
        paid.sort_unstable();
        paid.dedup();
        let known =
            |id: &str| meta.sources.iter().any(|source| source.id == id.split('/').next().unwrap_or(id));
        let more: Vec<_> =
            paid.into_iter().filter(|id| !known(id)).filter_map(|id| market.source(id)).collect();
        meta.sources.extend(more);
        let mut answer = Comparison {
            outline: Outline::default(),
            roles: summaries.map(|sheet| RoleSummary::new(sheet, lang)).collect(),
            dimensions: dimensions.iter().map(|item| DimensionView::new(item, &chosen, lang)).collect(),
            shared_skills: shared
                .iter()
                .map(|skill| ItemView {
                    id: &skill.id,
                    text: skill.text.phrase(lang),
                    sources: &skill.sources,
                })
                .collect(),
            disagreements: disagreements().map(|item| explain::disagreement(item, lang)).collect(),
            pay: market.compare(&chosen, &place),
            meta,
        };
        answer.outline = self.outline_of_comparison(&answer, &place, asking);
        Ok(answer)
    }

    /// Whether an id is that of a source of ours.
    #[must_use]
    pub fn knows_source(&self, id: &str) -> bool {
        self.catalog.decide().source_at(id).is_some() || self.catalog.knows_pay_source(id)
    }

    /// How many publications stand behind the answers: one count, wherever it is said.
    #[must_use]
    pub fn source_count(&self) -> usize {
        let asking = Asking { lang: Lang::En, as_of: self.catalog.manifest().released_on };
        self.sources(asking).map_or(0, |list| list.publications.len())
    }

    /// Every goal.
    #[must_use]
    pub fn goals(&self, asking: Asking) -> GoalList<'_> {
        let goals = &self.catalog.decide().goals;
        GoalList {
            goals: goals.iter().map(|goal| GoalView::new(goal, asking.lang)).collect(),
            meta: self.meta(asking, goals.iter().map(|goal| &goal.sources)),
        }
    }

    /// The rules in force on the day, of one layer or of all.
    ///
    /// # Errors
    /// [`AskError::NotCovered`] when no rules answer for the day.
    pub fn rules(&self, layer: Option<Layer>, asking: Asking) -> Result<RuleList<'_>, AskError> {
        self.catalog.rules_at(asking.as_of)?;
        let rules = self.catalog.decide().rules.iter().filter(|rule| rule.in_force(asking.as_of));
        let mut rules: Vec<_> =
            rules.filter(|rule| layer.is_none_or(|layer| rule.then.layer() == layer)).collect();
        rules.sort_by_key(|a| (a.then.layer(), a.priority));
        Ok(RuleList {
            meta: self.meta(asking, rules.iter().map(|rule| &rule.sources)),
            rules: rules.into_iter().map(|rule| RuleView::new(rule, asking.lang)).collect(),
        })
    }

    /// One rule, in force or not, with its examples and what its sources say.
    ///
    /// # Errors
    /// [`AskError::Unknown`] when there is no such rule.
    pub fn rule(&self, id: &str, asking: Asking) -> Result<RuleDetail<'_>, AskError> {
        let rules = &self.catalog.decide().rules;
        let rule = rules
            .iter()
            .find(|rule| rule.id == id)
            .ok_or_else(|| UnknownValue::new("rule", id, rules.iter().map(|rule| rule.id.as_str())))?;
        let statements = self.reference()?.statements.iter().filter(|statement| {
            rule.sources
                .iter()
                .any(|cited| cited.source() == statement.source && cited.statement() == Some(&statement.id))
        });
        let cases = rule.cases.iter().map(|case| {
            let mut shown = serde_json::json!({ "given": case.given });
            let expected = [
                ("verdict", case.verdict.map(|verdict| verdict.to_string())),
                ("first_hire", case.first_hire.clone()),
                ("arrangement", case.arrangement.clone()),
            ];
            for (name, value) in expected {
                if let Some(value) = value {
                    shown[name] = value.into();
                }
            }
            shown
        });
        Ok(RuleDetail {
            rule: RuleView::new(rule, asking.lang),
            cases: cases.collect(),
            statements: statements.map(|statement| StatementView::new(statement, asking.lang)).collect(),
            meta: self.meta(asking, [&rule.sources]),
        })
    }

    /// Every source with what it says, and where the sources disagree.
    ///
    /// # Errors
    /// [`AskError::Data`] when the data is wrong.
    pub fn sources(&self, asking: Asking) -> Result<SourceList<'_>, AskError> {
        let statements = &self.reference()?.statements;
        let decide = self.catalog.decide();
        let pay = &self.catalog.pay()?.data.sources;
        let ads = &self.catalog.job_ads()?.sources;
        // A source that stands behind several parts is listed once.
        let mut seen = BTreeSet::new();
        let all: Vec<_> =
            decide.sources.iter().chain(pay).chain(ads).filter(|source| seen.insert(&source.id)).collect();
        let all = || all.iter().copied();
        Ok(SourceList {
            publications: all().map(|source| SourceView::new(source, statements, asking.lang)).collect(),
            disagreements: decide
                .disagreements
                .iter()
                .map(|item| explain::disagreement(item, asking.lang))
                .collect(),
            meta: Meta {
                lang: asking.lang,
                as_of: asking.as_of,
                data_version: self.catalog.version(),
                sources: all().map(source_ref).collect(),
            },
        })
    }

    /// Verifies the rules over the whole input space, period by period.
    #[must_use]
    pub fn verify(&self, asking: Asking) -> Verification<'_> {
        let periods = self.catalog.verify();
        Verification {
            ok: periods.iter().all(|period| period.findings.is_empty()),
            periods,
            meta: self.meta(asking, []),
        }
    }
}
