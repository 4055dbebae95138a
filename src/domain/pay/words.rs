//! The fixed sentences of pay answers (`data/pay/words.csv`), with places for numbers and names.

use std::collections::BTreeMap;

use crate::domain::text::{Lang, Phrase, Text, fill};
use crate::domain::vocab::vocabulary;

vocabulary! {
    /// A sentence of pay answers. Places in braces are filled in.
    Word("sentence") {
        /// Two sources differ by {n} percent, about {sources} stand behind it: {interval} percent.
        Interval = "interval",
        /// The same, by the weight of one source.
        IntervalOfOne = "interval-of-one",
        /// Nothing leads to the job in the country.
        NoFigure = "no-figure",
        /// No figure of the job in the country.
        Borrowed = "borrowed",
        /// Ratios add {n} percent.
        Ratios = "ratios",
        /// Years give a point of a curve.
        ByExperience = "by-experience",
        /// Figures of another role of ours stand in.
        RoleFromRole = "role-from-role",
        /// The nearest band is a brand's.
        NearestCommunity = "nearest-community",
        /// The nearest band is that of the level.
        NearestLevel = "nearest-level",
        /// No number, and no other country either.
        InsufficientAnywhere = "insufficient-anywhere",
        /// Monthly figures beside more than twelve payments.
        MonthlyFigures = "monthly-figures",
        /// The nearest band is that of all levels.
        NearestAllLevels = "nearest-all-levels",
        /// The nearest band is another role's.
        NearestRole = "nearest-role",
        /// Aim for the middle: the offer lies below it.
        AimBelow = "aim-below",
        /// The offer lies at the middle as far as it is known.
        AimMiddle = "aim-middle",
        /// The market is no argument for more.
        AimAbove = "aim-above",
        /// Equity and benefits are shown apart.
        PackageNote = "package-note",
        /// Converted at the rate given.
        RateNote = "rate-note",
        /// Excluded: the other kind of community manager.
        ReasonOtherCommunity = "reason-other-community",
        /// Only {n}.
        FewSources = "few-sources",
        /// No figure for exactly this role and level.
        NoOwnFigure = "no-own-figure",
        /// {n} percent of the weight lies on other jobs.
        MostlyOtherJobs = "mostly-other-jobs",
        /// {n} percent of the weight lies on unreliable sources.
        MostlyLowReliability = "mostly-low-reliability",
        /// {n} years on average.
        OldFigures = "old-figures",
        /// {n} years without growth figures.
        NotFullyAged = "not-fully-aged",
        /// {n} percent apart.
        SourcesDiffer = "sources-differ",
        /// Within {n} percent.
        SourcesAgree = "sources-agree",
        /// Derived from both roles.
        Derived = "derived",
        /// Figures of all levels were brought to this one.
        LevelFromAll = "level-from-all",
        /// Figures of other levels were brought to this one.
        LevelFromOther = "level-from-other",
        /// Figures of mixed samples were brought to this role.
        RoleFromMixed = "role-from-mixed",
        /// Figures of a neighbouring occupation stand in.
        RoleFromOccupation = "role-from-occupation",
        /// National figures with a differential of {n} percent.
        PlaceFromCountry = "place-from-country",
        /// No differential for the region {place}: national pay.
        PlaceUnknown = "place-unknown",
        /// Figures of other places.
        PlaceFromOther = "place-from-other",
        /// No growth series for the country.
        NoGrowth = "no-growth",
        /// The legal minimum raised the band.
        FloorApplied = "floor-applied",
        /// Levels were put in order.
        LevelsOrdered = "levels-ordered",
        /// No legal minimum known.
        MinimumUnknown = "minimum-unknown",
        /// Too little evidence for numbers.
        InsufficientBand = "insufficient-band",
        /// How the hybrid is derived.
        HybridRule = "hybrid-rule",
        /// What a band is.
        BandNote = "band-note",
        /// Offer below the legal minimum of {amount}.
        BelowLegalMinimum = "below-legal-minimum",
        /// Offer below the agreement's minimum of {amount}.
        BelowAgreement = "below-agreement",
        /// The amount looks monthly.
        LooksMonthly = "looks-monthly",
        /// The amount looks yearly.
        LooksYearly = "looks-yearly",
        /// The amount looks too high for its period.
        LooksTooHigh = "looks-too-high",
        /// Pay that is many times the legal minimum, where no band is known.
        LooksFar = "looks-far",
        /// Reading for a candidate: below.
        CandidateBelow = "candidate-below",
        /// Reading for a candidate: within, lower half.
        CandidateWithinLow = "candidate-within-low",
        /// Reading for a candidate: within, upper half.
        CandidateWithinHigh = "candidate-within-high",
        /// Reading for a candidate: above.
        CandidateAbove = "candidate-above",
        /// Reading for an employer: below.
        EmployerBelow = "employer-below",
        /// Reading for an employer: within, lower half.
        EmployerWithinLow = "employer-within-low",
        /// Reading for an employer: within, upper half.
        EmployerWithinHigh = "employer-within-high",
        /// Reading for an employer: above.
        EmployerAbove = "employer-above",
        /// No band to compare with.
        NoComparison = "no-comparison",
        /// The band is graded low.
        ReadWithCare = "read-with-care",
        /// Variable pay is not compared.
        VariableNote = "variable-note",
        /// Paid days of a year.
        DayNote = "day-note",
        /// Paid hours of a year: {n}.
        HoursNote = "hours-note",
        /// Values after the last verified day.
        Provisional = "provisional",
        /// Headcount assumed to be {n}.
        HeadcountAssumed = "headcount-assumed",
        /// Average accident rate of {n} percent.
        AccidentAssumed = "accident-assumed",
        /// Health cover of {amount} a month.
        HealthAssumed = "health-assumed",
        /// Mobility rate of {n} percent from the region.
        MobilityFromRegion = "mobility-from-region",
        /// Mobility rate not known.
        MobilityUnknown = "mobility-unknown",
        /// Part time of {n} percent.
        PartTime = "part-time",
        /// Health cover line.
        HealthCover = "health-cover",
        /// Reduction line.
        Reduction = "reduction",
        /// Pay below the legal minimum.
        CostBelowMinimum = "cost-below-minimum",
        /// A year's pay that looks like a month's.
        CostLooksMonthly = "cost-looks-monthly",
        /// A budget that does not pay one full-time year at the legal minimum.
        BudgetBelowMinimum = "budget-below-minimum",
        /// One unit more of gross costs much more.
        CostJumps = "cost-jumps",
        /// The last minimum wage known is over.
        MinimumEnded = "minimum-ended",
        /// The minimum wage was looked at long ago.
        MinimumOld = "minimum-old",
        /// What is not counted here and matters.
        NotCountedHere = "not-counted-here",
        /// Contributions of a country's public bodies are not known.
        PublicUnknown = "public-unknown",
        /// Holiday pay on top that is not known for the country.
        NoHolidayPay = "no-holiday-pay",
        /// A thirteenth month on top that is not known for the country.
        NoThirteenthMonth = "no-thirteenth-month",
        /// Age that was assumed.
        AgeAssumed = "age-assumed",
        /// Line of what a non-profit's payroll tax is relieved of.
        PayrollTaxRelief = "payroll-tax-relief",
        /// An apprentice above the age limit.
        ApprenticeAge = "apprentice-age",
        /// Aid that hangs on a quota.
        ApprenticeQuota = "apprentice-quota",
        /// What a budget pays one person.
        Buys = "buys",
        /// A budget below the legal minimum.
        BuysUnlawful = "buys-unlawful",
        /// Somebody in full time.
        BuysFull = "buys-full",
        /// Somebody in full time, where that is not a matter of course.
        BuysFullTime = "buys-full-time",
        /// Several people well above the median.
        BuysTeamMore = "buys-team-more",
        /// One day a month of a freelancer.
        OptionFreelanceOne = "option-freelance-one",
        /// Fees from one to another.
        OptionFees = "option-fees",
        /// A role with its article.
        BuysRole = "buys-role",
        /// Well above the median.
        BuysMore = "buys-more",
        /// A part of a post that is all that is needed.
        NeedsOnlyPart = "needs-only-part",
        /// Somebody part time.
        BuysPart = "buys-part",
        /// Above the median.
        BuysAbove = "buys-above",
        /// Below the median.
        BuysBelow = "buys-below",
        /// At the median.
        BuysAt = "buys-at",
        /// No band is known.
        BuysUnknown = "buys-unknown",
        /// Several people above the median.
        BuysTeamAbove = "buys-team-above",
        /// Several people below the median.
        BuysTeamBelow = "buys-team-below",
        /// Several people at the median.
        BuysTeamAt = "buys-team-at",
        /// One of those who are paid in an option.
        OptionSalary = "option-salary",
        /// An option with its cost.
        OptionCosts = "option-costs",
        /// An apprentice.
        OptionApprentice = "option-apprentice",
        /// A freelancer.
        OptionFreelance = "option-freelance",
        /// An agency.
        OptionAgency = "option-agency",
        /// An agency with one published fee.
        OptionAgencyOne = "option-agency-one",
        /// The other role waits.
        GivesUpOtherRole = "gives-up-other-role",
        /// Less experience.
        GivesUpExperience = "gives-up-experience",
        /// Two beginners.
        GivesUpSeniority = "gives-up-seniority",
        /// Fewer hours.
        GivesUpHours = "gives-up-hours",
        /// An apprentice is at school part of the time.
        GivesUpPresence = "gives-up-presence",
        /// And needs a tutor.
        GivesUpTutor = "gives-up-tutor",
        /// A freelancer is not there every day.
        GivesUpDaily = "gives-up-daily",
        /// An agency does not know the company from within.
        GivesUpInside = "gives-up-inside",
        /// Nothing fits the budget.
        NothingFits = "nothing-fits",
        /// What gross means here.
        CostNote = "cost-note",
        /// Apprentice.
        ApprenticeNote = "apprentice-note",
        /// Apprentice's aid ends.
        ApprenticeAid = "apprentice-aid",
        /// Apprentice is in class part of the time.
        ApprenticePresence = "apprentice-presence",
        /// Freelancer at the rate given.
        FreelanceGiven = "freelance-given",
        /// Freelancer at published rates.
        FreelancePublished = "freelance-published",
        /// No published rate.
        FreelanceUnknown = "freelance-unknown",
        /// Agency at the retainer given.
        AgencyGiven = "agency-given",
        /// Agency at published retainers.
        AgencyPublished = "agency-published",
        /// No published retainer.
        AgencyUnknown = "agency-unknown",
        /// Break-even day rate over {n} days.
        BreakEven = "break-even",
        /// Agreement is not known.
        AgreementUnknown = "agreement-unknown",
        /// Agreements are French.
        AgreementForeign = "agreement-foreign",
        /// Agreement names the job.
        AgreementNamed = "agreement-named",
        /// Agreement does not name the job.
        AgreementJudgement = "agreement-judgement",
        /// Agreement has no level for the job.
        AgreementNoLevel = "agreement-no-level",
        /// The legal minimum is higher than the agreement's.
        AgreementOverridden = "agreement-overridden",
        /// Check the official text.
        CheckText = "check-text",
        /// Budget covers everybody.
        BudgetCovers = "budget-covers",
        /// Budget covers {n} people.
        BudgetCoversSome = "budget-covers-some",
        /// Budget covers nobody.
        BudgetCoversNone = "budget-covers-none",
        /// Budget in another currency.
        BudgetOtherCurrency = "budget-other-currency",
        /// No cost for the country.
        BudgetNoCost = "budget-no-cost",
        /// Plan: hire {role} now for {amount}.
        PlanNow = "plan-now",
        /// When the budget reaches {amount}.
        PlanWhenBudget = "plan-when-budget",
        /// Plan: hire {role}.
        PlanHire = "plan-hire",
        /// Plan: one person for both.
        PlanHybrid = "plan-hybrid",
        /// When one salary must do.
        PlanWhenOne = "plan-when-one",
        /// Plan: apprentice.
        PlanApprentice = "plan-apprentice",
        /// When an apprentice fits.
        PlanWhenApprentice = "plan-when-apprentice",
        /// Plan: freelance days a month.
        PlanFreelance = "plan-freelance",
        /// When the budget is below a salary.
        PlanWhenFreelance = "plan-when-freelance",
        /// Non-executive status assumed.
        ExecutiveAssumed = "executive-assumed",
        /// The agreement's minimum lies above the low end of the band.
        AgreementAboveBand = "agreement-above-band",
        /// How people are priced.
        PayNote = "pay-note",
        /// Twelve payments below the monthly minimum.
        BelowMonthlyMinimum = "below-monthly-minimum",
        /// The amount looks far too low.
        LooksTooLow = "looks-too-low",
        /// The reading of an amount that was probably mistyped.
        CheckAmount = "check-amount",
        /// Reading for a candidate: unlawful.
        CandidateUnlawful = "candidate-unlawful",
        /// Reading for an employer: unlawful.
        EmployerUnlawful = "employer-unlawful",
        /// Reading for a candidate: below the agreement.
        CandidateBelowAgreement = "candidate-below-agreement",
        /// Reading for an employer: below the agreement.
        EmployerBelowAgreement = "employer-below-agreement",
        /// Fewer than one percent.
        RankLeast = "rank-least",
        /// More than 99 percent.
        RankMost = "rank-most",
        /// About {n} percent.
        RankAbout = "rank-about",
        /// Figures later than the day asked for.
        LaterFigures = "later-figures",
        /// The agreement's minimum lies above the median.
        AgreementAboveMedian = "agreement-above-median",
        /// The agreement's minimum lies above the whole band.
        AgreementAboveAll = "agreement-above-all",
        /// How to read pay side by side.
        CompareNote = "compare-note",
        /// The budget covers the low end only.
        BudgetCoversLow = "budget-covers-low",
        /// Nobody to pay.
        BudgetNobody = "budget-nobody",
        /// The budget allows it, with pay below the median.
        PlanNowLow = "plan-now-low",
        /// When the load exceeds one person and the budget reaches {amount}.
        PlanGrown = "plan-grown",
        /// Hire somebody whose cost is not known.
        PlanHireUnpriced = "plan-hire-unpriced",
        /// At the same time.
        PlanAlso = "plan-also",
        /// The budget leaves other professions out.
        BudgetWithoutSupport = "budget-without-support",
        /// The cost leaves other professions out.
        PayWithoutSupport = "pay-without-support",
        /// The fewest hours of a part-time contract.
        PartTimeMinimum = "part-time-minimum",
        /// Hire somebody part time.
        PlanHirePart = "plan-hire-part",
        /// Bringing it in-house costs more.
        InHouseDearer = "in-house-dearer",
        /// Bringing it in-house costs less.
        InHouseCheaper = "in-house-cheaper",
        /// The budget buys a junior.
        BudgetBuysJunior = "budget-buys-junior",
        /// The budget buys a part of a post.
        BudgetBuysPart = "budget-buys-part",
        /// Part-time posts are priced as such.
        PayNotePart = "pay-note-part",
        /// Plan: hire several.
        PlanHireEach = "plan-hire-each",
        /// What the cost leaves out.
        PayMissing = "pay-missing",
        /// Why no band.
        PayNoBand = "pay-no-band",
        /// Why no employer cost.
        PayNoCost = "pay-no-cost",
        /// Excluded: undated.
        ReasonUndated = "reason-undated",
        /// Excluded: no country.
        ReasonNoCountry = "reason-no-country",
        /// Excluded: one bound only.
        ReasonOneBound = "reason-one-bound",
        /// Excluded: a later edition counts.
        ReasonSuperseded = "reason-superseded",
        /// Excluded: repeats another.
        ReasonRepeat = "reason-repeat",
        /// Excluded: below the legal minimum.
        ReasonBelowLegalMinimum = "reason-below-legal-minimum",
    }
}

/// The sentences, in both languages.
#[derive(Clone, Debug, Default)]
pub struct Words {
    texts: BTreeMap<Word, Text>,
}

impl Words {
    /// Takes the sentences; the catalogue checks that none is missing.
    #[must_use]
    pub const fn new(texts: BTreeMap<Word, Text>) -> Self {
        Self { texts }
    }

    /// A sentence without places, as it stands.
    #[must_use]
    pub fn phrase(&self, word: Word, lang: Lang) -> Phrase<'_> {
        self.texts.get(&word).map_or(Phrase::from(""), |text| text.phrase(lang))
    }

    /// A sentence with its places filled.
    #[must_use]
    pub fn say(&self, word: Word, lang: Lang, places: &[(&str, &str)]) -> String {
        let text = self.texts.get(&word).map_or("", |text| text.get(lang));
        fill(text, places)
    }
}
