//! A job description drafted from a brief and the catalogue: nothing invented, what is missing listed.

mod gaps;
mod lines;
mod pay;

pub use gaps::gap_phrase;
use lines::{own_week, week};
use serde::Serialize;
use utoipa::ToSchema;

use super::brief::{Company, DraftQuestion, Language};
use super::data::JobData;
use super::law::{Binds, Law, LawView, Reach, Requirement, Where, concerning};
use super::lists::List;
use super::terms::{Address, Contract, Tone};
use crate::domain::cite::Meta;
use crate::domain::dated::Day;
use crate::domain::decide::hours::Hours;
use crate::domain::message::{Message, ids};
use crate::domain::money::{Cents, Money};
use crate::domain::pay::answer::Said;
use crate::domain::pay::answers::PayAnswers;
use crate::domain::pay::figure::Period;
use crate::domain::pay::grade::BandGrade;
use crate::domain::pay::job::Job;
use crate::domain::pay::request::BandRequest;
use crate::domain::provenance::Citations;
use crate::domain::reference::{Item, RoleSheet};
use crate::domain::text::Lang;
use crate::domain::vocab::{Level, Role, Stage, vocabulary};

/// One line, with its sources.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Line<'c> {
    /// Id in the catalogue.
    pub id: &'c str,
    /// What is done or asked, as it stands in the ad.
    pub text: &'c str,
    /// Whose work it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Goals of the brief that call for it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<&'c str>,
    /// Who says so.
    pub sources: &'c Citations,
}

/// A share of the week.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct WeekLine<'c> {
    /// What the time goes to.
    pub text: &'c str,
    /// Whose work it is.
    pub role: Role,
    /// Percent of the week.
    pub percent: u32,
    /// Hours a week, in tenths.
    pub hours: f64,
    /// Who says so.
    pub sources: &'c Citations,
}

/// Something missing, visible in the document too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Gap<'c> {
    /// Stable code.
    pub code: &'static str,
    /// Field of the brief that fills it.
    pub pointer: &'static str,
    /// What is missing.
    pub text: &'c str,
    /// Rules of law that ask for it; empty when good practice does.
    pub required_by: Vec<&'c str>,
}

/// Pay of the draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct DraftPay {
    /// Lower end; null: up to `max`.
    #[schema(required)]
    pub min: Option<Cents>,
    /// Upper end; null: from `min` on.
    #[schema(required)]
    pub max: Option<Cents>,
    /// ISO 4217 currency.
    pub currency: String,
    /// What it is paid for.
    pub period: Period,
    /// Monthly payments a year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payments: Option<u32>,
    /// In words.
    pub text: String,
    /// Whether it is proposed from the market band.
    pub proposed: bool,
    /// How far the band can be relied on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<BandGrade>,
    /// What to know about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What kept proposed pay from being that of the band.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bounds: Vec<Bound>,
    /// Pay below a minimum or beyond the budget, in words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alerts: Vec<Said>,
}

vocabulary! {
    /// What bounds proposed pay.
    Bound("bound of pay") {
        /// The legal minimum.
        Law = "law",
        /// The minimum of the collective agreement.
        Agreement = "agreement",
        /// The budget.
        Budget = "budget",
    }
}

/// The least pay of an apprentice.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct ApprenticePay {
    /// Youngest age; null: no limit below.
    #[schema(required)]
    pub age_from: Option<u32>,
    /// Oldest age; null: no limit above.
    #[schema(required)]
    pub age_to: Option<u32>,
    /// Year of the contract.
    pub year: u32,
    /// Percent of the legal minimum.
    pub percent: f64,
    /// Gross a month, rounded up to the whole unit.
    pub monthly: Money,
}

/// A drafted job description.
#[expect(clippy::struct_excessive_bools, reason = "fields of an answer, each of its own meaning")]
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct JobDescription<'c> {
    /// The role.
    pub role: Job,
    /// The level.
    #[schema(required)]
    pub level: Option<Level>,
    /// Language of the document.
    pub language: Lang,
    /// Title as published.
    pub title: String,
    /// Title without marks, for structured ads.
    pub plain_title: String,
    /// Purpose of the post.
    pub purpose: Line<'c>,
    /// What the person will do.
    pub missions: Vec<Line<'c>>,
    /// Missions that the brief leaves out.
    pub missions_left_out: Vec<Line<'c>>,
    /// How success is measured.
    pub kpis: Vec<Line<'c>>,
    /// What is essential.
    pub essential: Vec<Line<'c>>,
    /// What would be welcome.
    pub desirable: Vec<Line<'c>>,
    /// Experience asked for, in months.
    #[schema(required)]
    pub experience_months: Option<u32>,
    /// How a week divides.
    pub week: Vec<WeekLine<'c>>,
    /// Whether the week is that of the brief; otherwise it follows the published shares of the role.
    pub week_given: bool,
    /// Hours the shares are taken from.
    pub week_hours: u32,
    /// Principles of a post that combines both roles.
    pub principles: Vec<Line<'c>>,
    /// Where the post stands, by the sources.
    pub structure: Line<'c>,
    /// Stage of the online presence.
    #[schema(required)]
    pub presence_stage: Option<Stage>,
    /// Who hires.
    pub company: Company,
    /// City.
    #[schema(required)]
    pub city: Option<String>,
    /// Postal code.
    #[schema(required)]
    pub postal_code: Option<String>,
    /// Street.
    #[schema(required)]
    pub street: Option<String>,
    /// ISO 3166-2 region.
    #[schema(required)]
    pub region: Option<String>,
    /// ISO 3166-1 country.
    #[schema(required)]
    pub country: Option<String>,
    /// Remote days a week.
    #[schema(required)]
    pub remote_days: Option<u32>,
    /// Whether the work may be done wholly away from the office.
    pub fully_remote: bool,
    /// Contract.
    #[schema(required)]
    pub contract: Option<Contract>,
    /// Contract in words.
    #[schema(required)]
    pub contract_text: Option<&'c str>,
    /// Months.
    #[schema(required)]
    pub duration_months: Option<u32>,
    /// Hours a week.
    #[schema(required)]
    pub hours_per_week: Option<Hours>,
    /// First day.
    #[schema(required, value_type = Option<String>, format = Date)]
    pub start_date: Option<Day>,
    /// Pay.
    #[schema(required)]
    pub pay: Option<DraftPay>,
    /// The least pay of an apprentice, by age and year; empty for everybody else.
    pub apprentice_pay: Vec<ApprenticePay>,
    /// Diploma that an apprentice prepares.
    #[schema(required)]
    pub diploma: Option<String>,
    /// School of an apprentice.
    #[schema(required)]
    pub school: Option<String>,
    /// How an apprentice's time is shared.
    #[schema(required)]
    pub rhythm: Option<String>,
    /// Who guides an apprentice.
    #[schema(required)]
    pub tutor: Option<String>,
    /// Pay beside the base; null when not given.
    #[schema(required)]
    pub other_compensation: Option<String>,
    /// Whether there is expressly none.
    pub no_other_compensation: bool,
    /// Collective agreement.
    #[schema(required)]
    pub collective_agreement: Option<String>,
    /// Whether there is expressly none.
    pub no_collective_agreement: bool,
    /// Whether more than the minimum may be paid.
    #[schema(required)]
    pub pays_more: Option<bool>,
    /// Benefits.
    pub benefits: Vec<String>,
    /// Tools.
    pub tools: Vec<String>,
    /// Networks and spaces.
    pub platforms: Vec<String>,
    /// Languages.
    pub languages: Vec<Language>,
    /// The team.
    #[schema(required)]
    pub team: Option<String>,
    /// To whom the person reports.
    #[schema(required)]
    pub reports_to: Option<String>,
    /// Steps of the selection.
    pub process: Vec<String>,
    /// Last day to apply.
    #[schema(required, value_type = Option<String>, format = Date)]
    pub closing_date: Option<Day>,
    /// Day of publication.
    #[schema(required, value_type = Option<String>, format = Date)]
    pub date_posted: Option<Day>,
    /// Whom to write to.
    #[schema(required)]
    pub contact: Option<String>,
    /// Reference.
    #[schema(required)]
    pub reference: Option<String>,
    /// Whether software screens applications.
    #[schema(required)]
    pub ai_screening: Option<bool>,
    /// Whether the vacancy exists.
    #[schema(required)]
    pub existing_vacancy: Option<bool>,
    /// How the ad speaks.
    pub tone: Tone,
    /// Tu or vous.
    pub address: Address,
    /// Which sections the law of the place asks for.
    pub asked_by_law: Vec<Requirement>,
    /// Goals of the brief that no mission of this role serves: the work of the other role or of another profession.
    pub goals_not_served: Vec<&'c str>,
    /// What is missing.
    pub gaps: Vec<Gap<'c>>,
    /// The law of the place.
    pub law: Vec<LawView<'c>>,
    /// The same in the other language, where both are asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub translation: Option<Box<Self>>,
    /// What to do before publishing.
    pub disclaimer: &'c str,
    /// About the answer.
    #[serde(flatten)]
    pub meta: Meta<'c>,
}

impl JobDescription<'_> {
    /// What is said of pay below a minimum.
    pub fn shortfalls(&self) -> impl Iterator<Item = &Said> {
        let other = [pay::ABOVE_BUDGET, pay::BUDGET_BOUND, pay::OTHER_CURRENCY];
        let alerts = self.pay.iter().flat_map(|pay| &pay.alerts);
        alerts.filter(move |alert| !other.contains(&alert.code))
    }

    /// Whether the pay that is given lies below a minimum.
    #[must_use]
    pub fn pays_too_little(&self) -> bool {
        self.shortfalls().next().is_some()
    }

    /// Whether pay stands in another currency than the place's, so that nothing can be checked.
    #[must_use]
    pub fn pays_in_another_currency(&self) -> bool {
        self.alerted(|code| code == pay::OTHER_CURRENCY)
    }

    /// Whether the pay that is given costs more than the budget.
    #[must_use]
    pub fn exceeds_budget(&self) -> bool {
        self.alerted(|code| code == pay::ABOVE_BUDGET)
    }

    fn alerted(&self, is: impl Fn(&str) -> bool) -> bool {
        self.pay.as_ref().is_some_and(|pay| pay.alerts.iter().any(|alert| is(alert.code)))
    }

    /// Whether something is missing that the law of the place requires.
    #[must_use]
    pub fn lacks_by_law(&self) -> bool {
        self.gaps.iter().any(|gap| !gap.required_by.is_empty())
    }
}

/// What drafts are made with.
#[derive(Clone, Debug)]
pub struct AdDraft<'c> {
    /// Law, sentences, requirements.
    pub data: &'c JobData,
    /// Pay, for proposing it.
    pub market: PayAnswers<'c>,
    /// The roles.
    pub roles: &'c [RoleSheet],
}

impl<'c> AdDraft<'c> {
    fn sheets(&self, job: Job) -> Vec<&'c RoleSheet> {
        let wanted: &[Role] = match job {
            Job::CommunityManager => &[Role::CommunityManager],
            Job::SocialMediaManager => &[Role::SocialMediaManager],
            Job::ContentManager => &[Role::ContentManager],
            Job::Hybrid => &[Role::SocialMediaManager, Role::CommunityManager],
        };
        wanted.iter().filter_map(|role| self.roles.iter().find(|sheet| sheet.id == *role)).collect()
    }

    fn phrase(&self, message: Message, lang: Lang) -> &'c str {
        self.data.phrases.messages.get(message, lang)
    }

    /// Drafts a job description.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "one field after another")]
    pub fn draft(&self, question: &DraftQuestion) -> JobDescription<'c> {
        let brief = &question.brief;
        let lang = question.language;
        let place = brief.place.as_ref();
        let spot = place.map(|place| Where {
            country: &place.country,
            region: place.region.as_deref(),
            city: place.city.as_deref().or(brief.city.as_deref()),
            employees: brief.company.employees,
            as_of: self.market.as_of,
        });
        let laws: Vec<&'c Law> = spot.as_ref().map_or_else(Vec::new, |spot| {
            concerning(&self.data.laws, &Reach::of(*spot), brief.contract == Some(Contract::Internship))
        });
        let asked: Vec<(Requirement, &'c Law)> = spot.as_ref().map_or_else(Vec::new, |spot| {
            let binding = laws.iter().filter(|law| law.binds(spot) != Binds::No);
            binding.flat_map(|law| law.requires.iter().map(|requirement| (*requirement, *law))).collect()
        });
        let pay = self.pay(question);
        let sheets = self.sheets(question.role);
        let (title, plain_title) = self.title(question, place.map(|place| place.country.as_str()));
        let (missions_left_out, missions) = self
            .missions(&sheets, &brief.goals, lang)
            .into_iter()
            .partition(|line| brief.leave_out.iter().any(|id| id == line.id));
        let kpis = self.kpis(&sheets, &brief.goals, lang);
        let (essential, desirable) = self.requirements(question.role, &brief.goals, lang);
        let own: Hours = brief.week.iter().map(|item| item.hours).sum();
        let week_hours = match brief.hours_per_week {
            _ if own.0 > 0 => own.rounded(),
            Some(hours) => hours.rounded(),
            None => self.market.decide.work.full_time_hours(place.map(|place| place.country.as_str())),
        };
        let week = if own.0 > 0 {
            own_week(&self.market.decide.work, &brief.week, own, lang)
        } else {
            week(&sheets, question.role, week_hours, lang)
        };
        let principles: &'c [Item] =
            if question.role == Job::Hybrid { &self.market.decide.principles } else { &[] };
        let none = |text: &Option<String>| {
            text.as_deref().is_some_and(|text| self.data.lists.has(List::None, &text.to_lowercase()))
        };
        let purpose = self.purpose(question.role, lang);
        let structure_sheet = sheets.first().copied();
        let structure = match structure_sheet {
            Some(sheet) => Line {
                id: "place",
                text: sheet.place.text.get(lang),
                role: Some(sheet.id),
                goals: Vec::new(),
                sources: &sheet.place.sources,
            },
            None => purpose.clone(),
        };
        let mut draft = JobDescription {
            role: question.role,
            level: question.level,
            language: lang,
            title,
            plain_title,
            missions,
            missions_left_out,
            kpis,
            essential,
            desirable,
            experience_months: question.level.map(|level| match level {
                Level::Junior => 0,
                Level::Mid => 24,
                Level::Senior => 60,
            }),
            week_given: own.0 > 0,
            week,
            week_hours,
            principles: principles
                .iter()
                .map(|item| Line {
                    id: &item.id,
                    text: item.text.get(lang),
                    role: None,
                    goals: Vec::new(),
                    sources: &item.sources,
                })
                .collect(),
            structure,
            purpose,
            presence_stage: brief.presence_stage,
            company: brief.company.clone(),
            city: brief.city.clone().or_else(|| place.and_then(|place| place.city.clone())),
            postal_code: brief.postal_code.clone(),
            street: brief.street.clone(),
            region: place.and_then(|place| place.region.clone()),
            country: place.map(|place| place.country.clone()),
            remote_days: brief.remote_days,
            fully_remote: brief.fully_remote.unwrap_or(false),
            contract: brief.contract,
            contract_text: brief.contract.map(|contract| self.phrase(contract_phrase(contract), lang)),
            duration_months: brief.duration_months,
            hours_per_week: brief.hours_per_week,
            apprentice_pay: self.apprentice_pay(question),
            diploma: brief.diploma.clone(),
            school: brief.school.clone(),
            rhythm: brief.rhythm.clone(),
            tutor: brief.tutor.clone(),
            start_date: brief.start_date,
            no_other_compensation: none(&brief.other_compensation),
            other_compensation: brief.other_compensation.clone(),
            no_collective_agreement: none(&brief.collective_agreement),
            collective_agreement: brief.collective_agreement.clone(),
            pays_more: brief.pays_more,
            benefits: brief.benefits.clone(),
            tools: brief.tools.clone(),
            platforms: brief.platforms.clone(),
            languages: brief.languages.clone(),
            team: brief.team.clone(),
            reports_to: brief.reports_to.clone(),
            process: brief.process.clone(),
            closing_date: brief.closing_date,
            date_posted: brief.date_posted,
            contact: brief.contact.clone(),
            reference: brief.reference.clone(),
            ai_screening: brief.ai_screening,
            existing_vacancy: brief.existing_vacancy,
            tone: brief.tone.unwrap_or(Tone::Formal),
            address: brief.address.unwrap_or(Address::Vous),
            asked_by_law: Vec::new(),
            goals_not_served: Vec::new(),
            gaps: Vec::new(),
            law: spot.as_ref().map_or_else(Vec::new, |spot| {
                laws.iter().map(|law| law.view(lang, &Reach::of(*spot))).collect()
            }),
            disclaimer: self.phrase(ids::DRAFT_DISCLAIMER, lang),
            pay,
            translation: None,
            meta: self.market.meta([]),
        };
        draft.asked_by_law = asked.iter().map(|(requirement, _)| *requirement).collect();
        let known = &self.market.decide.goals;
        draft.goals_not_served = known
            .iter()
            .filter(|goal| {
                let served = draft.missions.iter().any(|line| line.goals.contains(&goal.id.as_str()));
                brief.goals.contains(&goal.id) && !served
            })
            .map(|goal| goal.id.as_str())
            .collect();
        draft.asked_by_law.sort_unstable();
        draft.asked_by_law.dedup();
        draft.gaps = self.gaps(&draft, brief, &asked, self.budget_too_small(question), question.both);
        draft.gaps.extend(spot.as_ref().and_then(|spot| self.too_wide(&draft, &laws, spot)));
        self.cite(&mut draft, question, &laws);
        draft
    }

    fn cite(&self, draft: &mut JobDescription<'c>, question: &DraftQuestion, laws: &[&'c Law]) {
        let lines = draft
            .missions
            .iter()
            .chain(&draft.kpis)
            .chain(&draft.essential)
            .chain(&draft.desirable)
            .chain(&draft.principles);
        let mut ids: Vec<&str> = lines
            .chain([&draft.purpose, &draft.structure])
            .flat_map(|line| line.sources.iter())
            .chain(draft.week.iter().flat_map(|line| line.sources.iter()))
            .map(super::super::provenance::Citation::source)
            .collect();
        let cited_laws = laws.iter().flat_map(|law| law.sources.iter().map(String::as_str));
        ids.sort_unstable();
        let mut meta = self.market.meta(ids);
        for id in cited_laws {
            if let Some(source) = self.data.sources.iter().find(|source| source.id == id)
                && !meta.sources.iter().any(|known| known.id == source.id)
            {
                meta.sources.push(crate::domain::cite::source_ref(source));
            }
        }
        if draft.pay.as_ref().is_some_and(|pay| pay.proposed)
            && let Some(place) = &question.brief.place
        {
            let asked = BandRequest::new(question.role, question.level, place.clone());
            for source in self.market.offer_sources(&asked) {
                if !meta.sources.iter().any(|known| known.id == source.id) {
                    meta.sources.push(source);
                }
            }
        }
        draft.meta = meta;
    }
}

const fn contract_phrase(contract: Contract) -> Message {
    match contract {
        Contract::Permanent => ids::CONTRACT_PERMANENT,
        Contract::FixedTerm => ids::CONTRACT_FIXED_TERM,
        Contract::Apprenticeship => ids::CONTRACT_APPRENTICESHIP,
        Contract::Internship => ids::CONTRACT_INTERNSHIP,
        Contract::Freelance => ids::CONTRACT_FREELANCE,
    }
}
