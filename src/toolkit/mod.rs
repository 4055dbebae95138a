//! The façade: one function a question, over the catalogue and the domain. Command line, API and pages call nothing
//! else, which is why they give the same answers.

pub mod check;
mod job;
#[cfg(feature = "commands")]
pub mod market;
mod next;
mod pay;
mod report;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

pub use self::pay::PayChoices;
/// The process that reads documents, and limits on processes.
pub use crate::intake::child;
pub use job::{AdForm, AdReader, Document, DraftForm, IntakeError, MAX_AD_BYTES, MAX_AD_TEXT, Submission};
pub use report::Form;
use serde::de::DeserializeSeed;

use crate::catalog::Catalog;
use crate::catalog::load::Reference;
use crate::catalog::store;
pub use crate::catalog::{LoadError, LoadErrors, NotCovered};
use crate::domain::cite::Meta;
use crate::domain::cite::source_ref;
use crate::domain::dated::Day;
use crate::domain::decide::answer::PositionView;
use crate::domain::decide::answer::Recommendation;
use crate::domain::decide::cited;
use crate::domain::decide::context::Context;
use crate::domain::decide::explain;
use crate::domain::decide::hours::Hours;
use crate::domain::decide::interview::{self, Asked, Interview};
use crate::domain::decide::rule::{Layer, Scope};
use crate::domain::decide::rulebook::Uncovered;
use crate::domain::decide::run::{Affordability, Means};
use crate::domain::input::fault::InputError;
use crate::domain::json;
use crate::domain::message::Words;
use crate::domain::next::Outline;
use crate::domain::pay::answers::{Names, PayAnswers};
use crate::domain::pay::evidence::Counted;
use crate::domain::pay::request;
use crate::domain::profile::{self, NamedProfile, Profile, ProfileSeed};
use crate::domain::provenance::Citations;
use crate::domain::reference::SkillScope;
use crate::domain::text::{Lang, Phrase};
use crate::domain::views::{
    Comparison, DimensionView, GoalList, GoalView, ItemView, RoleDetail, RoleList, RoleSummary, RuleDetail,
    RuleList, RuleView, SourceList, SourceView, StatementView, Verification,
};
use crate::domain::vocab::{Level, Role, UnknownValue, Verdict};
pub use crate::render::RenderError;
use crate::render::Renderer;
pub use crate::render::html::Section;
pub use crate::render::sheet::Sheet;

/// Why a question has no answer.
#[derive(Clone, Debug, thiserror::Error)]
pub enum AskError {
    /// The day lies before the first that the rules answer for.
    #[error(transparent)]
    NotCovered(#[from] NotCovered),
    /// The rules have a gap; verified data excludes it.
    #[error("the rules have a gap: {0}")]
    Gap(#[from] Uncovered),
    /// The data is wrong; the test suite (built-in) or loading (overlay) excludes it.
    #[error(transparent)]
    Data(#[from] LoadErrors),
    /// The input cannot be used.
    #[error("the input cannot be used")]
    Input(Vec<InputError>),
    /// A name that is not known.
    #[error(transparent)]
    Unknown(#[from] UnknownValue),
    /// A draft lacks what the law of the place requires.
    #[error("the draft lacks what the law requires")]
    Incomplete(Vec<InputError>),
    /// A document could not be written.
    #[error(transparent)]
    Render(#[from] RenderError),
    /// A file gives no text.
    #[error("{0}")]
    Intake(#[from] IntakeError),
    /// A file could not be written.
    #[error("{0}")]
    File(String),
    /// No employer cost for the place or day.
    #[error("{}", .0.message)]
    NoCost(InputError),
}

/// What an input was, when it could not be read at all.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ReadError {
    /// Not JSON: where and why.
    #[error("not valid JSON: {reason} at line {line}, column {column}")]
    Syntax {
        /// What is wrong.
        reason: String,
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// JSON, but not a profile: everything that is wrong with it.
    #[error("the profile cannot be used")]
    Invalid(Vec<InputError>),
}

impl From<&serde_json::Error> for ReadError {
    fn from(error: &serde_json::Error) -> Self {
        let text = error.to_string();
        let reason = text.rsplit_once(" at line ").map_or(text.as_str(), |(reason, _)| reason).to_owned();
        Self::Syntax { reason, line: error.line(), column: error.column() }
    }
}

/// Verdict and points: all that is decided before anything is explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Which role is needed.
    pub verdict: Verdict,
    /// Who leads.
    pub lead: Option<Role>,
    /// Community manager's points.
    pub community_manager: i64,
    /// Social media manager's points.
    pub social_media_manager: i64,
}

/// How a toolkit answers, whatever its data: it outlives a reload of them.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// How ads are read: without a program of its own, DOCX and PDF are refused (see [`AdReader`]).
    pub reader: AdReader,
    /// Which figures of pay count, where the user has computed some from ads.
    pub counted: Counted,
}

impl From<AdReader> for Settings {
    fn from(reader: AdReader) -> Self {
        Self { reader, ..Self::default() }
    }
}

/// Answers questions from one catalogue.
#[derive(Debug)]
pub struct Toolkit {
    catalog: Catalog,
    settings: Settings,
    /// Templates by language and medium, set up on first use.
    renderers: [[OnceLock<Renderer>; 2]; 2],
}

/// Language and day of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Asking {
    /// Language of the texts.
    pub lang: Lang,
    /// Day for which the answer holds.
    pub as_of: Day,
}

impl Toolkit {
    fn over(catalog: Catalog) -> Self {
        Self { catalog, settings: Settings::default(), renderers: Default::default() }
    }

    /// Built-in data, or built-in data with an overlay on top.
    ///
    /// # Errors
    /// Everything wrong with the data.
    pub fn load(overlay: Option<&Path>) -> Result<Self, LoadErrors> {
        let catalog = match overlay {
            None => Catalog::builtin()?,
            Some(folder) => Catalog::with_overlay(folder)?,
        };
        Ok(Self::over(catalog))
    }

    /// As [`Self::load`], but rules that fail the verification load too, so that it can be reported on.
    ///
    /// # Errors
    /// Everything else wrong with the data.
    pub fn load_unverified(overlay: Option<&Path>) -> Result<Self, LoadErrors> {
        Ok(Self::over(Catalog::unverified(overlay)?))
    }

    /// The same toolkit with another reader of ads: without one, DOCX and PDF are refused (see [`AdReader`]).
    #[must_use]
    pub fn with_reader(self, reader: AdReader) -> Self {
        let settings = Settings { reader, ..self.settings.clone() };
        self.with_settings(settings)
    }

    /// The same toolkit with other settings.
    #[must_use]
    pub fn with_settings(self, settings: Settings) -> Self {
        Self { settings, ..self }
    }

    /// How it answers.
    #[must_use]
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The messages in a language.
    #[must_use]
    pub const fn words(&self, lang: Lang) -> Words<'_> {
        Words { messages: self.catalog.messages(), lang }
    }

    /// The data.
    #[must_use]
    pub const fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// Reads a profile from JSON. `complete` asks for stage and goals.
    ///
    /// # Errors
    /// [`ReadError`], with every fault of the profile.
    pub fn read_profile(&self, json: &[u8], complete: bool) -> Result<Profile, ReadError> {
        let json = without_mark(json);
        let seed = ProfileSeed { goals: &self.catalog.decide().goal_index };
        let mut reader = serde_json::Deserializer::from_slice(json);
        let read = seed.deserialize(&mut reader).and_then(|profile| reader.end().map(|()| profile));
        match read {
            Ok(profile) if !complete || profile.presence_stage.is_some() && profile.goals.is_some() => {
                Ok(profile)
            }
            Ok(_) => Err(self.explain_failure(json, complete, None)),
            Err(error) => Err(self.explain_failure(json, complete, Some(&error))),
        }
    }

    /// The slow way, taken only when the fast one failed: says everything that is wrong.
    fn explain_failure(&self, json: &[u8], complete: bool, error: Option<&serde_json::Error>) -> ReadError {
        match json::read(json) {
            Err(error) => ReadError::from(&error),
            Ok(value) => {
                let errors = profile::faults(&value, &self.catalog.decide().goal_index, complete);
                match error {
                    Some(error) if errors.is_empty() => ReadError::from(error),
                    _ => ReadError::Invalid(errors),
                }
            }
        }
    }

    /// The name of a value in `labels.toml`, or the value where it has none.
    pub fn name<'n>(&'n self, attribute: &str, value: &'n str, lang: Lang) -> &'n str {
        self.catalog.label(attribute, value).map_or(value, |text| text.get(lang))
    }

    /// The name of a level without its years in parentheses: a sentence has parentheses of its own.
    fn level_name(&self, level: Level, lang: Lang) -> &str {
        let name = self.name("level", level.id(), lang);
        name.split_once(" (").map_or(name, |(name, _)| name)
    }

    fn context(&self, asking: Asking) -> Result<Context<'_>, AskError> {
        let name = |role: Role| self.name("role", role.id(), asking.lang);
        Ok(Context {
            data: self.catalog.decide(),
            book: self.catalog.rules_at(asking.as_of)?,
            lang: asking.lang,
            as_of: asking.as_of,
            version: self.catalog.version(),
            digest: self.catalog.digest(),
            role_names: [name(Role::CommunityManager), name(Role::SocialMediaManager)],
        })
    }

    /// Decides a profile without explaining it. Allocates nothing.
    ///
    /// # Errors
    /// [`AskError`] when no rules answer for the day.
    pub fn decide(&self, profile: &Profile, as_of: Day) -> Result<Decision, AskError> {
        let core = self.catalog.rules_at(as_of)?.decide_profile(profile)?;
        Ok(Decision {
            verdict: core.verdict,
            lead: core.lead,
            community_manager: core.cm,
            social_media_manager: core.smm,
        })
    }

    /// Whom to hire. Stage and goals of the profile must be known.
    ///
    /// # Errors
    /// [`AskError`] when a required field is missing or no rules answer for the day.
    pub fn recommend(&self, profile: &Profile, asking: Asking) -> Result<Recommendation<'_>, AskError> {
        let book = self.catalog.rules_at(asking.as_of)?;
        // Goals of other professions only: the stage cannot change the answer, and the interview does not ask for it.
        let settled = interview::settled_without_stage(book, profile);
        if profile.goals.is_none() || profile.presence_stage.is_none() && !settled {
            let value =
                serde_json::to_value(profile.named(&self.catalog.decide().goal_index)).unwrap_or_default();
            return Err(AskError::Input(profile::faults(&value, &self.catalog.decide().goal_index, true)));
        }
        self.explained(&self.context(asking)?, profile, asking)
    }

    /// The recommendation, with pay and cost where a country is given. A budget that does not pay for everybody changes
    /// the staffing, never the verdict.
    fn explained<'c>(
        &'c self,
        context: &Context<'c>,
        profile: &Profile,
        asking: Asking,
    ) -> Result<Recommendation<'c>, AskError> {
        let mut answer = explain::recommend(context, profile)?;
        let Some(country) = profile.country else {
            self.add_steps(&mut answer, profile, asking);
            return Ok(answer);
        };
        let pay = self.catalog.pay_of(country.code())?;
        let market = self.pay_answers_with(pay, asking);
        request::known_agreement(market.data, profile.agreement, country.code()).map_err(AskError::Input)?;
        let need = market.price(&answer.staffing.positions, profile);
        let whole = answer.headline.clone();
        let affordable = need
            .as_ref()
            .zip(profile.annual_budget)
            .and_then(|(need, budget)| PayAnswers::affordable(need, budget));
        if let Some(people) = affordable.filter(|people| *people < answer.staffing.people) {
            let whole = Means { people, ..Means::default() };
            let means = match (people, answer.staffing.positions.first(), profile.annual_budget) {
                // Not even one as needed: a junior, or a part of the post, may be within reach.
                (0, Some(first), Some(budget)) => {
                    let full = Hours::whole(answer.staffing.load.full_time_hours);
                    let one = PositionView { count: 1, ..first.clone() };
                    let least = context.data.work.part_below_percent;
                    market.means(profile, &one, budget, full, least)
                }
                _ => whole,
            };
            answer = explain::recommend_affordable(context, profile, Affordability::Priced(means))?;
        }
        let names = Names {
            job: &|job| self.name("job", job.id(), asking.lang).to_owned(),
            level: &|level| self.level_name(level, asking.lang).to_owned(),
        };
        market.join(&mut answer, profile, need, &whole, affordable, names);
        self.add_steps(&mut answer, profile, asking);
        Ok(answer)
    }

    /// The question to ask next, and the answer so far.
    ///
    /// # Errors
    /// [`AskError`] when a skipped field is not one that is asked, or no rules answer for the day.
    pub fn interview(
        &self,
        profile: &Profile,
        skipped: &[&str],
        asking: Asking,
    ) -> Result<Interview<'_>, AskError> {
        let context = self.context(asking)?;
        let mut passed = Vec::new();
        for field in skipped {
            let known = interview::ASKED.iter().find(|known| *known == field);
            let known = known.ok_or_else(|| UnknownValue::new("question", field, interview::ASKED))?;
            if !passed.contains(known) {
                passed.push(*known);
            }
        }
        let open = interview::open_questions(context.data, context.book, profile, &passed);
        let labels = |attribute: &str, value: &str| {
            self.catalog.label(attribute, value).map_or(Phrase::from(""), |text| text.phrase(asking.lang))
        };
        let question = open.first().and_then(|open| interview::ask(&context, open, labels));
        let settled = interview::settled_without_stage(context.book, profile);
        let recommendation = match (profile.presence_stage, profile.goals) {
            (Some(_), Some(_)) => Some(self.explained(&context, profile, asking)?),
            (None, Some(_)) if settled => Some(self.explained(&context, profile, asking)?),
            _ => None,
        };
        let sources =
            question.as_ref().map_or(Vec::new(), |asked| cited::cited(context.data, [asked.sources]));
        Ok(Interview {
            done: question.is_none(),
            question,
            open: open.iter().map(|open| open.field).collect(),
            skipped: passed,
            recommendation,
            input: profile.named(&context.data.goal_index),
            lang: asking.lang,
            as_of: asking.as_of,
            data_version: self.catalog.version(),
            sources,
        })
    }

    /// One question of the interview, whether it can still change anything or not; none that is not asked.
    #[must_use]
    pub fn interview_question(&self, id: &str, asking: Asking) -> Option<Asked<'_>> {
        let field = interview::ASKED.iter().find(|known| **known == id)?;
        let context = self.context(asking).ok()?;
        let labels = |attribute: &str, value: &str| {
            self.catalog.label(attribute, value).map_or(Phrase::from(""), |text| text.phrase(asking.lang))
        };
        let open = interview::Open {
            field,
            before: 0,
            after: 0,
            answers: 0,
            parts: Vec::new(),
            narrows: crate::domain::decide::hours::Hours(0),
        };
        interview::ask(&context, &open, labels)
    }

    /// Every question of the interview.
    #[must_use]
    pub fn interview_questions(&self, asking: Asking) -> Vec<Asked<'_>> {
        interview::ASKED.iter().filter_map(|id| self.interview_question(id, asking)).collect()
    }

    /// A profile as it is written out.
    #[must_use]
    pub const fn named(&self, profile: &Profile) -> NamedProfile<'_> {
        profile.named(&self.catalog.decide().goal_index)
    }

    fn meta<'c>(&'c self, asking: Asking, citations: impl IntoIterator<Item = &'c Citations>) -> Meta<'c> {
        Meta {
            lang: asking.lang,
            as_of: asking.as_of,
            data_version: self.catalog.version(),
            sources: cited::cited(self.catalog.decide(), citations),
        }
    }

    fn reference(&self) -> Result<&Reference, AskError> {
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

/// Some editors begin a file with a byte order mark.
fn without_mark(json: &[u8]) -> &[u8] {
    json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json)
}

/// Reads a question about pay as JSON.
///
/// # Errors
/// [`ReadError::Syntax`] when it is no JSON.
pub fn read_question(json: &[u8]) -> Result<serde_json::Value, ReadError> {
    json::read(without_mark(json)).map_err(|error| ReadError::from(&error))
}

/// What is said where a build leaves out what is asked for.
#[cfg(not(all(feature = "documents", feature = "tables")))]
fn left_out(feature: &str) -> String {
    format!("this build of rolecall leaves the feature `{feature}` out")
}

/// Writes the built-in data into an empty folder; returns how many files.
///
/// # Errors
/// The first file that exists already or cannot be written.
pub fn export_data(folder: &Path) -> Result<usize, LoadError> {
    store::export(folder)
}

/// Writes a file that the user names, whole or not at all. What stands there already is replaced only with `force`.
///
/// # Errors
/// When something stands there, or it cannot be written.
pub fn write_file(path: &Path, bytes: &[u8], force: bool) -> std::io::Result<()> {
    store::write_user_file(path, bytes, force)
}

/// Reads a file that the user names, up to a limit in bytes.
///
/// # Errors
/// When it cannot be read or is larger.
pub fn read_file(path: &Path, limit: u64) -> std::io::Result<Vec<u8>> {
    store::read_user_file(path, limit)
}

/// Makes a folder that the user names, and those above it.
///
/// # Errors
/// When it cannot be made.
pub fn create_folder(folder: &Path) -> std::io::Result<()> {
    store::create_user_folder(folder)
}

/// Removes a file that a command wrote before.
///
/// # Errors
/// When it cannot be removed.
pub fn remove_file(path: &Path) -> std::io::Result<()> {
    store::remove_user_file(path)
}

/// Opens a file that the user names, to be read as a stream; with its length in bytes.
///
/// # Errors
/// When it cannot be opened, or is a folder.
pub fn open_file(path: &Path) -> std::io::Result<(std::fs::File, u64)> {
    store::open_user_file(path)
}

/// An answer as JSON text: what the command line prints and the API sends, byte for byte.
#[must_use]
pub fn to_json<T: serde::Serialize>(answer: &T) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(16 * 1024);
    // Answers hold strings, integers and lists only; writing them to memory cannot fail.
    if serde_json::to_writer(&mut bytes, answer).is_err() {
        bytes.clear();
    }
    bytes.push(b'\n');
    bytes
}
