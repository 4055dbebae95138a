//! What the law of a place asks of a job ad: dated rules, and which of them apply.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::dated::Day;
use crate::domain::text::{Lang, Text};
use crate::domain::vocab::{Grade, vocabulary};

vocabulary! {
    /// How far a rule has come.
    LawStatus("status of a rule") {
        /// Binding.
        InForce = "in-force",
        /// Enacted, binding later.
        Future = "future",
        /// Planned only.
        Draft = "draft",
        /// Official advice, or a directive that binds through national law.
        Guidance = "guidance",
        /// Expressly no rule.
        None = "none",
    }
}

vocabulary! {
    /// Something that an ad may have to contain.
    Requirement("content of an ad") {
        /// Lowest and highest pay, or a fixed amount.
        PayRange = "pay-range",
        /// The minimum pay.
        PayMinimum = "pay-minimum",
        /// Benefits, by name.
        Benefits = "benefits",
        /// Bonus, commission, equity.
        OtherCompensation = "other-compensation",
        /// A title that names no sex.
        GenderNeutralTitle = "gender-neutral-title",
        /// Equal opportunities.
        EqualOpportunityStatement = "equal-opportunity-statement",
        /// French text.
        EmploymentLanguageFr = "employment-language-fr",
        /// Why a language other than the official one is asked for.
        LanguageReasons = "language-reasons",
        /// Date of publication.
        DatePosted = "date-posted",
        /// Who the employer is.
        EmployerIdentity = "employer-identity",
        /// What the company does.
        CompanyPresentation = "company-presentation",
        /// What the person will do.
        Missions = "missions",
        /// Sort of contract.
        ContractType = "contract-type",
        /// Its length.
        ContractDuration = "contract-duration",
        /// What is asked of the person.
        Profile = "profile",
        /// Where the work is done.
        Location = "location",
        /// How to apply.
        HowToApply = "how-to-apply",
        /// Until when.
        ClosingDate = "closing-date",
        /// Whether software screens applications.
        AiUse = "ai-use",
        /// Whether the vacancy exists.
        VacancyStatus = "vacancy-status",
        /// Collective agreement.
        CollectiveAgreement = "collective-agreement",
        /// Whether more than the minimum may be paid.
        WillingnessToPayMore = "willingness-to-pay-more",
        /// That pay is by commission.
        CommissionStatement = "commission-statement",
    }
}

vocabulary! {
    /// Something that an ad must not contain.
    Prohibition("prohibition") {
        /// Questions on past pay.
        PayHistory = "pay-history",
        /// An age limit.
        AgeLimit = "age-limit",
        /// One sex.
        SexPreference = "sex-preference",
        /// A protected ground.
        Discrimination = "discrimination",
        /// Native speakers only.
        NativeSpeaker = "native-speaker",
        /// Canadian experience.
        CanadianExperience = "canadian-experience",
        /// One end of a range.
        OpenEndedRange = "open-ended-range",
        /// Benefits without names.
        VagueBenefits = "vague-benefits",
        /// Money from candidates.
        CandidateFees = "candidate-fees",
        /// False statements.
        Misleading = "misleading",
        /// A long internship without pay.
        UnpaidInternship = "unpaid-internship",
        /// An internship in a permanent post.
        PermanentInternship = "permanent-internship",
        /// An ad in a foreign language.
        ForeignLanguageAd = "foreign-language-ad",
    }
}

/// One rule of one place.
#[derive(Clone, Debug)]
pub struct Law {
    /// Stable id.
    pub id: String,
    /// ISO 3166-1 country, or the id of a union of countries.
    pub country: String,
    /// Countries of the union; empty where the rule is a country's own.
    pub members: Vec<String>,
    /// ISO 3166-2 region.
    pub region: Option<String>,
    /// Cities, where it is a city's rule.
    pub cities: Vec<String>,
    /// Its name.
    pub name: Text,
    /// How far it has come.
    pub status: LawStatus,
    /// First day in force; none when it has long been.
    pub valid_from: Option<Day>,
    /// Last day in force.
    pub valid_to: Option<Day>,
    /// Day on which it was last checked.
    pub verified_on: Day,
    /// Day by which it has to be checked again; what is said after it is less sure.
    pub review_by: Day,
    /// Employees from which it applies.
    pub employees_from: Option<u32>,
    /// What it requires of an ad.
    pub requires: Vec<Requirement>,
    /// What it, or prudence, recommends.
    pub recommends: Vec<Requirement>,
    /// What it prohibits.
    pub prohibits: Vec<Prohibition>,
    /// Widest range of pay, a year, and its currency.
    pub max_spread: Option<(u64, String)>,
    /// Pay a year, and its currency, above which what it says about pay does not hold: the upper end of a range counts.
    pub exempt_above: Option<(u64, String)>,
    /// What it says.
    pub says: Text,
    /// What a breach may cost.
    pub penalty: Option<Text>,
    /// To whom it applies.
    pub threshold: Option<Text>,
    /// Who says so.
    pub sources: Vec<String>,
    /// How sure that is.
    pub confidence: Grade,
    /// What to know before relying on the row: a doubt, a gap, a date to come.
    pub note: Option<Text>,
}

/// Countries that make rules together.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Union {
    /// What rules call it: `EU`.
    pub id: String,
    /// ISO 3166-1 codes of its members.
    pub members: Vec<String>,
}

/// Where, how large, when.
#[derive(Clone, Copy, Debug)]
pub struct Where<'a> {
    /// ISO 3166-1 country.
    pub country: &'a str,
    /// ISO 3166-2 region.
    pub region: Option<&'a str>,
    /// City.
    pub city: Option<&'a str>,
    /// Employees, where known.
    pub employees: Option<u32>,
    /// Day.
    pub as_of: Day,
}

/// The places of a job, for the law.
#[derive(Clone, Debug, Default)]
pub struct Reach<'a> {
    /// Where the job is: several where it is offered in several regions.
    pub named: Vec<Where<'a>>,
    /// From where it can be done as well, being remote.
    pub remote: Vec<Where<'a>>,
}

impl<'a> Reach<'a> {
    /// One place.
    #[must_use]
    pub fn of(place: Where<'a>) -> Self {
        Self { named: vec![place], remote: Vec::new() }
    }

    /// Whether a rule concerns one of the places.
    #[must_use]
    pub fn concerned(&self, law: &Law) -> bool {
        self.named.iter().chain(&self.remote).any(|place| law.concerns(place))
    }

    /// Whether a rule binds in one of the places.
    #[must_use]
    pub fn binds(&self, law: &Law) -> Binds {
        let here = self.named.iter().filter(|place| law.concerns(place)).map(|place| law.binds(place));
        let there = self.remote.iter().filter(|place| law.concerns(place)).map(|place| law.binds(place));
        let there = there.map(|binds| if binds == Binds::No { binds } else { Binds::Remote });
        here.chain(there).max().unwrap_or(Binds::No)
    }

    /// Whether a country, region or union is one that a place lies in.
    #[must_use]
    pub fn lies_in(&self, area: &str, unions: &[Union]) -> bool {
        let members = unions.iter().find(|union| union.id == area).map(|union| &union.members);
        self.named.iter().chain(&self.remote).any(|place| {
            place.country == area
                || place.region == Some(area)
                || members.is_some_and(|members| members.iter().any(|code| code == place.country))
        })
    }

    /// Whether it is in force in these places on the day of the question.
    fn in_force(&self, law: &Law) -> bool {
        self.named.iter().chain(&self.remote).any(|place| law.in_force(place.as_of))
    }

    /// The day of the question, where there is a place.
    #[must_use]
    pub fn day(&self) -> Option<Day> {
        self.named.first().map(|place| place.as_of)
    }
}

vocabulary! {
    /// Whether a rule binds an employer, the weakest first.
    Binds("binding force") {
        /// It does not: not in force, too small, or advice only.
        No = "no",
        /// Only where the remote job is done from its place.
        Remote = "if-remote",
        /// Only from some size on, and the size is not known.
        Perhaps = "from-a-size",
        /// It does.
        Yes = "yes",
    }
}

impl Law {
    /// Whether the rule is about internships only.
    #[must_use]
    pub fn only_internships(&self) -> bool {
        let internship = |item: &Prohibition| {
            matches!(item, Prohibition::UnpaidInternship | Prohibition::PermanentInternship)
        };
        !self.prohibits.is_empty() && self.prohibits.iter().all(internship) && self.requires.is_empty()
    }

    /// Whether the rule concerns a place.
    #[must_use]
    pub fn concerns(&self, place: &Where<'_>) -> bool {
        let country = self.country == place.country || self.members.iter().any(|code| code == place.country);
        let region = self.region.as_deref().is_none_or(|region| place.region == Some(region));
        let city = self.cities.is_empty()
            || place
                .city
                .is_some_and(|city| self.cities.iter().any(|known| known.eq_ignore_ascii_case(city)));
        country && region && city
    }

    /// Whether the rule is in force on a day.
    #[must_use]
    pub fn in_force(&self, day: Day) -> bool {
        matches!(self.status, LawStatus::InForce | LawStatus::Future)
            && (self.status == LawStatus::InForce || self.valid_from.is_some())
            && self.valid_from.is_none_or(|from| from <= day)
            && self.valid_to.is_none_or(|to| day <= to)
    }

    /// Whether the rule binds.
    #[must_use]
    pub fn binds(&self, place: &Where<'_>) -> Binds {
        if !self.in_force(place.as_of) {
            return Binds::No;
        }
        match (self.employees_from, place.employees) {
            (None | Some(0 | 1), _) => Binds::Yes,
            (Some(least), Some(employees)) if employees >= least => Binds::Yes,
            (Some(_), Some(_)) => Binds::No,
            (Some(_), None) => Binds::Perhaps,
        }
    }

    /// Whether it should have been checked again by a day.
    #[must_use]
    pub fn overdue(&self, day: Day) -> bool {
        self.review_by < day
    }

    /// How sure the rule is on a day: one grade less once its review is overdue.
    #[must_use]
    pub fn confidence_on(&self, day: Day) -> Grade {
        match self.confidence {
            Grade::High if self.overdue(day) => Grade::Medium,
            Grade::Medium if self.overdue(day) => Grade::Low,
            known => known,
        }
    }

    /// How strict it is: how much it asks of an ad, and how sure that is.
    #[must_use]
    pub fn strictness(&self) -> (usize, Grade) {
        (self.requires.len() + usize::from(self.max_spread.is_some()), self.confidence)
    }

    /// The rule in one language.
    #[must_use]
    pub fn view(&self, lang: Lang, reach: &Reach<'_>) -> LawView<'_> {
        let day = reach.day().unwrap_or(self.verified_on);
        LawView {
            id: &self.id,
            name: self.name.get(lang),
            status: self.status,
            binds: reach.binds(self),
            valid_from: self.valid_from,
            verified_on: self.verified_on,
            review_by: self.review_by,
            overdue: self.overdue(day),
            employees_from: self.employees_from,
            requires: &self.requires,
            recommends: &self.recommends,
            prohibits: &self.prohibits,
            says: self.says.get(lang),
            penalty: self.penalty.as_ref().map(|text| text.get(lang)),
            threshold: self.threshold.as_ref().map(|text| text.get(lang)),
            note: self.note.as_ref().map(|text| text.get(lang)),
            confidence: self.confidence_on(day),
            sources: &self.sources,
        }
    }
}

/// The rules that concern a place, and those on internships where it is one: those in force first, then the nearer ones.
#[must_use]
pub fn concerning<'l>(laws: &'l [Law], reach: &Reach<'_>, internship: bool) -> Vec<&'l Law> {
    // What a place had before and has no longer is no law of the day.
    let over = |law: &Law| law.valid_to.zip(reach.day()).is_some_and(|(to, day)| to < day);
    let concerns = |law: &&Law| reach.concerned(law) && !over(law) && (internship || !law.only_internships());
    let mut found: Vec<&Law> = laws.iter().filter(concerns).collect();
    found.sort_by_key(|law| {
        let near = if law.cities.is_empty() {
            usize::from(law.region.is_none()) + usize::from(!law.members.is_empty()) + 1
        } else {
            0
        };
        (!reach.in_force(law), near, &law.id)
    });
    found
}

/// A rule, as answers hold it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct LawView<'c> {
    /// Stable id.
    pub id: &'c str,
    /// Its name.
    pub name: &'c str,
    /// How far it has come.
    pub status: LawStatus,
    /// Whether it binds this employer on this day: `yes`, `from-a-size` (the size was not given), `if-remote` (where the
    /// remote job is done from its place) or `no`.
    pub binds: Binds,
    /// First day in force; null when it has long been, or is not in force.
    #[schema(required, value_type = Option<String>, format = Date)]
    pub valid_from: Option<Day>,
    /// Day on which it was last checked. Check the official text.
    #[schema(value_type = String, format = Date)]
    pub verified_on: Day,
    /// Day by which it has to be checked again.
    #[schema(value_type = String, format = Date)]
    pub review_by: Day,
    /// Whether that day has passed: what the rule says is less sure then.
    pub overdue: bool,
    /// Employees from which it applies.
    #[schema(required)]
    pub employees_from: Option<u32>,
    /// What an ad must contain.
    pub requires: &'c [Requirement],
    /// What it had better contain.
    pub recommends: &'c [Requirement],
    /// What it must not contain.
    pub prohibits: &'c [Prohibition],
    /// What the rule says.
    pub says: &'c str,
    /// What a breach may cost.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub penalty: Option<&'c str>,
    /// To whom it applies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub threshold: Option<&'c str>,
    /// What to know before relying on it: a doubt, a gap, a date to come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<&'c str>,
    /// How sure that is.
    pub confidence: Grade,
    /// Who says so.
    pub sources: &'c [String],
}
