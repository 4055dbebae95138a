//! A job description drafted from a brief and the catalogue: nothing invented, what is missing listed.

use serde::Serialize;
use utoipa::ToSchema;

use super::brief::{Address, Brief, BriefPay, Company, Contract, DraftQuestion, GivenPay, Language, Tone};
use super::data::{JobData, MissionUse, RequirementText};
use super::law::{Binds, Law, LawView, Requirement, Where, concerning};
use super::lists::List;
use crate::domain::dated::Day;
use crate::domain::locale;
use crate::domain::pay::band::{BandGrade, Job};
use crate::domain::pay::desk::Desk;
use crate::domain::pay::figure::Period;
use crate::domain::pay::minimum::ANNUAL_HOURS;
use crate::domain::pay::request::BandRequest;
use crate::domain::provenance::Citations;
use crate::domain::reference::{Item, Mission, RoleSheet};
use crate::domain::rounding::to_float;
use crate::domain::text::Lang;
use crate::domain::views::Meta;
use crate::domain::vocab::{Level, Role, Stage};

/// Fewest and most missions of a draft for one role.
const MISSIONS: std::ops::RangeInclusive<usize> = 5..=8;
/// Most essential requirements.
const ESSENTIAL: usize = 7;
/// Most measures of success.
const MEASURES: usize = 5;

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
    /// Lower end.
    pub min: u64,
    /// Upper end.
    pub max: u64,
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
}

/// A drafted job description.
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
    pub hours_per_week: Option<u32>,
    /// First day.
    #[schema(required, value_type = Option<String>, format = Date)]
    pub start_date: Option<Day>,
    /// Pay.
    #[schema(required)]
    pub pay: Option<DraftPay>,
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
    /// What to do before publishing.
    pub disclaimer: &'c str,
    /// About the answer.
    #[serde(flatten)]
    pub meta: Meta<'c>,
}

impl JobDescription<'_> {
    /// Whether something is missing that the law of the place requires.
    #[must_use]
    pub fn lacks_by_law(&self) -> bool {
        self.gaps.iter().any(|gap| !gap.required_by.is_empty())
    }
}

/// What drafts are made with.
#[derive(Clone, Debug)]
pub struct Drawing<'c> {
    /// Law, sentences, requirements.
    pub data: &'c JobData,
    /// Pay, for proposing it.
    pub desk: Desk<'c>,
    /// The roles.
    pub roles: &'c [RoleSheet],
}

impl<'c> Drawing<'c> {
    fn sheets(&self, job: Job) -> Vec<&'c RoleSheet> {
        let wanted: &[Role] = match job {
            Job::CommunityManager => &[Role::CommunityManager],
            Job::SocialMediaManager => &[Role::SocialMediaManager],
            Job::ContentManager => &[Role::ContentManager],
            Job::Hybrid => &[Role::SocialMediaManager, Role::CommunityManager],
        };
        wanted.iter().filter_map(|role| self.roles.iter().find(|sheet| sheet.id == *role)).collect()
    }

    fn phrase(&self, id: &'c str, lang: Lang) -> &'c str {
        self.data.phrases.get(id, lang)
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
            as_of: self.desk.as_of,
        });
        let laws: Vec<&'c Law> = spot.as_ref().map_or_else(Vec::new, |spot| {
            concerning(&self.data.laws, spot, brief.contract == Some(Contract::Internship))
        });
        let asked: Vec<(Requirement, &'c Law)> = spot.as_ref().map_or_else(Vec::new, |spot| {
            let binding = laws.iter().filter(|law| law.binds(spot) != Binds::No);
            binding.flat_map(|law| law.requires.iter().map(|requirement| (*requirement, *law))).collect()
        });
        let pay = self.pay(question);
        let sheets = self.sheets(question.role);
        let (title, plain_title) = self.title(question, place.map(|place| place.country.as_str()));
        let missions = self.missions(&sheets, &brief.goals, lang);
        let kpis = self.kpis(&sheets, &brief.goals, lang);
        let (essential, desirable) = self.requirements(question.role, &brief.goals, lang);
        let week_hours = brief.hours_per_week.unwrap_or_else(|| {
            self.desk.decide.scales.load.full_time_hours(place.map(|place| place.country.as_str()))
        });
        let week = week(&sheets, question.role, week_hours, lang);
        let principles: &'c [Item] =
            if question.role == Job::Hybrid { &self.desk.decide.principles } else { &[] };
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
            kpis,
            essential,
            desirable,
            experience_months: question.level.map(|level| match level {
                Level::Junior => 0,
                Level::Mid => 24,
                Level::Senior => 60,
            }),
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
            law: spot
                .as_ref()
                .map_or_else(Vec::new, |spot| laws.iter().map(|law| law.view(lang, spot)).collect()),
            disclaimer: self.phrase("draft-disclaimer", lang),
            pay,
            meta: self.desk.meta([]),
        };
        draft.asked_by_law = asked.iter().map(|(requirement, _)| *requirement).collect();
        let known = &self.desk.decide.goals;
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
        draft.gaps = self.gaps(&draft, brief, &asked);
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
        let mut meta = self.desk.meta(ids);
        for id in cited_laws {
            if let Some(source) = self.data.sources.iter().find(|source| source.id == id)
                && !meta.sources.iter().any(|known| known.id == source.id)
            {
                meta.sources.push(crate::domain::decide::cited::source_ref(source));
            }
        }
        if draft.pay.as_ref().is_some_and(|pay| pay.proposed)
            && let Some(place) = &question.brief.place
        {
            let asked = BandRequest {
                role: question.role,
                level: question.level,
                place: place.clone(),
                agreement: None,
            };
            for source in self.desk.offer_sources(&asked) {
                if !meta.sources.iter().any(|known| known.id == source.id) {
                    meta.sources.push(source);
                }
            }
        }
        draft.meta = meta;
    }

    fn purpose(&self, job: Job, lang: Lang) -> Line<'c> {
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
    fn missions(&self, sheets: &[&'c RoleSheet], goals: &[String], lang: Lang) -> Vec<Line<'c>> {
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

    fn kpis(&self, sheets: &[&'c RoleSheet], goals: &[String], lang: Lang) -> Vec<Line<'c>> {
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

    fn requirements(&self, job: Job, goals: &[String], lang: Lang) -> (Vec<Line<'c>>, Vec<Line<'c>>) {
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

    fn pay(&self, question: &DraftQuestion) -> Option<DraftPay> {
        let lang = question.language;
        match question.brief.pay.as_ref()? {
            BriefPay::Given(given) => Some(DraftPay {
                text: self.pay_text(given, question.brief.contract, lang),
                min: given.min,
                max: given.max,
                currency: given.currency.clone(),
                period: given.period,
                payments: given.payments,
                proposed: false,
                grade: None,
                note: None,
            }),
            BriefPay::FromBand(_) => {
                let place = question.brief.place.clone()?;
                if !matches!(question.brief.contract, None | Some(Contract::Permanent | Contract::FixedTerm))
                {
                    return None;
                }
                let asked =
                    BandRequest { role: question.role, level: question.level, place, agreement: None };
                let (band, confidence) = self.desk.market(&asked);
                let band = band?;
                let given = GivenPay {
                    min: band.p25,
                    max: band.p75,
                    currency: band.currency.to_owned(),
                    period: Period::Year,
                    payments: None,
                };
                let grade = self.data.phrases.say(&format!("grade-{}", confidence.grade), lang, &[]);
                Some(DraftPay {
                    text: self.pay_text(&given, question.brief.contract, lang),
                    min: given.min,
                    max: given.max,
                    currency: given.currency,
                    period: Period::Year,
                    payments: None,
                    proposed: true,
                    grade: Some(confidence.grade),
                    note: Some(self.data.phrases.say("pay-from-band", lang, &[("grade", &grade)])),
                })
            }
        }
    }

    /// The title as published, and the same without marks that address everybody.
    fn title(&self, question: &DraftQuestion, country: Option<&str>) -> (String, String) {
        let phrases = &self.data.phrases;
        let say = |id: &str, title: &str| phrases.say(id, question.language, &[("title", title)]);
        let name = say(&format!("draft-title-{}", question.role.id()), "");
        let contract = question.brief.contract.map(|contract| format!("draft-title-{}", contract.id()));
        let plain = contract.filter(|id| phrases.has(id)).map_or_else(|| name.clone(), |id| say(&id, &name));
        // A country may write the marks otherwise than its language does.
        let own = country.map(|code| format!("draft-title-marked-{code}")).filter(|id| phrases.has(id));
        (say(own.as_deref().unwrap_or("draft-title-marked"), &plain), plain)
    }

    /// `30 000 à 36 000 € brut par an`.
    fn pay_text(&self, pay: &GivenPay, contract: Option<Contract>, lang: Lang) -> String {
        let high = locale::money(pay.max.into(), &pay.currency, lang);
        let unit = self.phrase(
            match pay.period {
                Period::Year => "unit-year",
                Period::Month => "unit-month",
                Period::Week => "unit-week",
                Period::Day => "unit-day",
                Period::Hour => "unit-hour",
            },
            lang,
        );
        let number = |amount: u64| locale::number(amount.into(), lang);
        let least = locale::money(pay.min.into(), &pay.currency, lang);
        let (min, max) = (number(pay.min), number(pay.max));
        let say = |id: &str, places: &[(&str, &str)]| self.data.phrases.say(id, lang, places);
        let range = if pay.min == pay.max {
            high
        } else {
            let places = [("min", &*min), ("max", &*max), ("least", &*least), ("most", &*high)];
            say("draft-pay-range", &places)
        };
        let times = pay.payments.map(|n| n.to_string());
        let places = [("range", &*range), ("unit", unit), ("n", times.as_deref().unwrap_or(""))];
        // A freelancer sends an invoice; nobody deducts anything from it.
        let sentence = match (contract, &times) {
            (Some(Contract::Freelance), _) => "draft-pay-invoice",
            (_, Some(_)) => "draft-pay-payments",
            (_, None) => "draft-pay-gross",
        };
        say(sentence, &places)
    }

    /// A range of pay that is wider than the law of the place permits.
    fn too_wide(&self, draft: &JobDescription<'c>, laws: &[&'c Law], place: &Where<'_>) -> Option<Gap<'c>> {
        let pay = draft.pay.as_ref()?;
        let times = match pay.period {
            Period::Month => f64::from(pay.payments.unwrap_or(12)),
            other => other.per_year(ANNUAL_HOURS),
        };
        let law = laws.iter().find(|law| {
            law.binds(place) != Binds::No
                && law.max_spread.as_ref().is_some_and(|(most, currency)| {
                    *currency == pay.currency && to_float(pay.max - pay.min) * times > to_float(*most)
                })
        })?;
        Some(Gap {
            code: "pay-spread",
            pointer: "/brief/pay",
            text: self.phrase("gap-pay-spread", draft.language),
            required_by: vec![law.id.as_str()],
        })
    }

    #[expect(clippy::too_many_lines, reason = "one gap after another")]
    fn gaps(
        &self,
        draft: &JobDescription<'c>,
        brief: &Brief,
        asked: &[(Requirement, &'c Law)],
    ) -> Vec<Gap<'c>> {
        let lang = draft.language;
        let mut gaps = Vec::new();
        let mut gap = |missing: bool,
                       code: &'static str,
                       pointer: &'static str,
                       requirements: &[Requirement],
                       always: bool| {
            let mut required_by: Vec<&'c str> = asked
                .iter()
                .filter(|(requirement, _)| requirements.contains(requirement))
                .map(|(_, law)| law.id.as_str())
                .collect();
            required_by.dedup();
            if missing && (always || !required_by.is_empty()) {
                gaps.push(Gap { code, pointer, text: self.phrase(gap_phrase(code), lang), required_by });
            }
        };
        gap(
            draft.company.name.is_none() || draft.company.activity.is_none(),
            "company",
            "/brief/company",
            &[Requirement::CompanyPresentation, Requirement::EmployerIdentity],
            true,
        );
        let learning = matches!(draft.contract, Some(Contract::Internship | Contract::Apprenticeship));
        gap(draft.level.is_none() && !learning, "level", "/level", &[], true);
        gap(
            draft.city.is_none() && !draft.fully_remote,
            "place",
            "/brief/place",
            &[Requirement::Location],
            true,
        );
        gap(draft.contract.is_none(), "contract", "/brief/contract", &[Requirement::ContractType], true);
        let ends = matches!(
            draft.contract,
            Some(Contract::FixedTerm | Contract::Apprenticeship | Contract::Internship | Contract::Freelance)
        );
        gap(
            ends && draft.duration_months.is_none(),
            "duration",
            "/brief/duration_months",
            &[Requirement::ContractDuration],
            true,
        );
        gap(draft.hours_per_week.is_none(), "hours", "/brief/hours_per_week", &[], true);
        gap(draft.start_date.is_none(), "start", "/brief/start_date", &[], true);
        let wished = matches!(brief.pay, Some(BriefPay::FromBand(_)));
        let ordinary = matches!(draft.contract, None | Some(Contract::Permanent | Contract::FixedTerm));
        let code = match (wished, ordinary) {
            (true, true) => "pay-band-missing",
            (true, false) => "pay-band-no-contract",
            (false, _) => "pay",
        };
        gap(draft.pay.is_none(), code, "/brief/pay", &[Requirement::PayRange, Requirement::PayMinimum], true);
        gap(draft.pay.as_ref().is_some_and(|pay| pay.proposed), "pay-confirm", "/brief/pay", &[], true);
        let employed = !matches!(draft.contract, Some(Contract::Freelance | Contract::Internship));
        gap(
            draft.benefits.is_empty() && employed,
            "benefits",
            "/brief/benefits",
            &[Requirement::Benefits],
            true,
        );
        gap(
            draft.other_compensation.is_none(),
            "other-compensation",
            "/brief/other_compensation",
            &[Requirement::OtherCompensation],
            false,
        );
        gap(
            draft.collective_agreement.is_none(),
            "collective-agreement",
            "/brief/collective_agreement",
            &[Requirement::CollectiveAgreement],
            false,
        );
        gap(
            draft.pays_more.is_none(),
            "willingness-to-pay-more",
            "/brief/pays_more",
            &[Requirement::WillingnessToPayMore],
            false,
        );
        gap(draft.reports_to.is_none(), "reports-to", "/brief/reports_to", &[], true);
        gap(
            draft.platforms.is_empty() && draft.role != Job::ContentManager,
            "platforms",
            "/brief/platforms",
            &[],
            true,
        );
        gap(draft.tools.is_empty(), "tools", "/brief/tools", &[], true);
        gap(draft.process.is_empty(), "process", "/brief/process", &[], true);
        gap(
            draft.closing_date.is_none(),
            "closing-date",
            "/brief/closing_date",
            &[Requirement::ClosingDate],
            true,
        );
        gap(draft.contact.is_none(), "contact", "/brief/contact", &[Requirement::HowToApply], true);
        gap(
            draft.date_posted.is_none(),
            "date-posted",
            "/brief/date_posted",
            &[Requirement::DatePosted],
            false,
        );
        gap(draft.ai_screening.is_none(), "ai-use", "/brief/ai_screening", &[Requirement::AiUse], false);
        gap(
            draft.existing_vacancy.is_none(),
            "vacancy-status",
            "/brief/existing_vacancy",
            &[Requirement::VacancyStatus],
            false,
        );
        gap(
            lang != Lang::Fr,
            "employment-language-fr",
            "/language",
            &[Requirement::EmploymentLanguageFr],
            false,
        );
        gaps
    }
}

const fn contract_phrase(contract: Contract) -> &'static str {
    match contract {
        Contract::Permanent => "contract-permanent",
        Contract::FixedTerm => "contract-fixed-term",
        Contract::Apprenticeship => "contract-apprenticeship",
        Contract::Internship => "contract-internship",
        Contract::Freelance => "contract-freelance",
    }
}

/// The sentence that names a gap.
#[must_use]
pub fn gap_phrase(code: &str) -> &'static str {
    GAPS.iter().find(|(known, _)| *known == code).map_or("gap-company", |(_, phrase)| phrase)
}

const GAPS: [(&str, &str); 26] = [
    ("pay-spread", "gap-pay-spread"),
    ("pay-band-missing", "pay-band-missing"),
    ("pay-band-no-contract", "pay-band-no-contract"),
    ("company", "gap-company"),
    ("level", "gap-level"),
    ("place", "gap-place"),
    ("contract", "gap-contract"),
    ("duration", "gap-duration"),
    ("hours", "gap-hours"),
    ("start", "gap-start"),
    ("pay", "gap-pay"),
    ("pay-confirm", "gap-pay-confirm"),
    ("benefits", "gap-benefits"),
    ("other-compensation", "gap-other-compensation"),
    ("collective-agreement", "gap-collective-agreement"),
    ("willingness-to-pay-more", "gap-willingness-to-pay-more"),
    ("reports-to", "gap-reports-to"),
    ("platforms", "gap-platforms"),
    ("tools", "gap-tools"),
    ("process", "gap-process"),
    ("closing-date", "gap-closing-date"),
    ("contact", "gap-contact"),
    ("date-posted", "gap-date-posted"),
    ("ai-use", "gap-ai-use"),
    ("vacancy-status", "gap-vacancy-status"),
    ("employment-language-fr", "gap-employment-language-fr"),
];

/// How a week divides, by the sources; half and half where one person holds both roles.
fn week<'c>(sheets: &[&'c RoleSheet], job: Job, hours: u32, lang: Lang) -> Vec<WeekLine<'c>> {
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
