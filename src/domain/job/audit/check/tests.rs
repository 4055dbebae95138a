//! Findings, by their codes and severities, on a bench with the tiny lexicon, a few rules and no sentences.

use super::super::tiny;
use super::super::{AdAudit, AuditQuestion};
use super::*;
use crate::domain::dated::{Day, Validity, parse_day};
use crate::domain::decide::rulebook::DecideData;
use crate::domain::job::law::{Law, LawStatus};
use crate::domain::job::wording::WordingRule;
use crate::domain::pay::answers::{Ladders, PayAnswers};
use crate::domain::pay::cost::CostData;
use crate::domain::pay::data::PayData;
use crate::domain::pay::figure::Period;
use crate::domain::pay::minimum::MinimumWage;
use crate::domain::pay::place::Place;
use crate::domain::text::Text;
use crate::domain::work::Work;

fn day(text: &str) -> Day {
    parse_day(text).unwrap()
}

fn text() -> Text {
    Text { fr: "x".into(), en: "x".into() }
}

fn rule(id: &str, pattern: &str, category: &str) -> WordingRule {
    WordingRule {
        beginnings: None,
        id: id.to_owned(),
        lang: Lang::En,
        place: None,
        pattern: pattern.to_owned(),
        unless: None,
        category: tiny::categories()[category].clone(),
        severity: Severity::Error,
        why: text(),
        suggestion: text(),
        replacement: None,
        sources: Vec::new(),
        confidence: Grade::High,
        example: String::new(),
        counter: None,
    }
}

/// A French rule in force that asks for something.
fn law(requires: &[Requirement]) -> Law {
    Law {
        id: "fr-law".to_owned(),
        country: "FR".to_owned(),
        members: Vec::new(),
        region: None,
        cities: Vec::new(),
        name: text(),
        status: LawStatus::InForce,
        valid_from: None,
        valid_to: None,
        verified_on: day("2026-01-01"),
        review_by: day("2027-01-01"),
        employees_from: None,
        requires: requires.to_vec(),
        recommends: Vec::new(),
        prohibits: Vec::new(),
        max_spread: None,
        exempt_above: None,
        says: text(),
        penalty: None,
        threshold: None,
        sources: Vec::new(),
        confidence: Grade::High,
        note: None,
    }
}

/// Makes it a rule of a union that France belongs to.
fn of_the_union(law: &mut Law) {
    law.country = "EU".to_owned();
    law.members = vec!["FR".to_owned()];
}

/// The code and severity of a finding.
type Told = (String, Severity);

/// What an audit finds, and which requirements it says are missing by law.
struct Case {
    laws: Vec<Law>,
    question: AuditQuestion,
}

/// A list of tasks that a community manager would do, long enough not to be short.
const FILLER: &str =
    "We sell useful things for the house, and we have done so for a long time, in a quiet street.\n\n";

fn ad(lines: &str) -> String {
    format!(
        "# An ad\n\n{}\n\n## Missions\n\n- Answer messages\n- Manage the community\n\n{lines}\n",
        FILLER.repeat(11)
    )
}

impl Case {
    fn of(text: &str) -> Self {
        let place = Place { country: "FR".to_owned(), region: None, city: None, area: None };
        let question = AuditQuestion {
            text: text.to_owned(),
            place: Some(place),
            language: Some(Lang::En),
            ..AuditQuestion::default()
        };
        Self { laws: Vec::new(), question }
    }

    fn titled(mut self, title: &str) -> Self {
        self.question.title = Some(title.to_owned());
        self
    }

    fn french(mut self) -> Self {
        self.question.language = Some(Lang::Fr);
        self
    }

    fn under(mut self, law: Law) -> Self {
        self.laws.push(law);
        self
    }

    fn employees(mut self, employees: u32) -> Self {
        self.question.employees = Some(employees);
        self
    }

    /// Audits it: every finding, and what is missing by law.
    fn audited(self) -> (Vec<Told>, Vec<String>) {
        let rules = vec![
            rule("age-young", "young", "age"),
            rule("age-younger", "young team", "age"),
            rule("culture-rockstar", "rockstar", "culture"),
        ];
        let data = tiny::data(rules, self.laws);
        let from = day("2026-01-01");
        let france = r#"id = "FR"
            name = { fr = "France", en = "France" }
            currency = "EUR""#;
        let pay = PayData {
            countries: vec![toml::from_str(france).unwrap()],
            minimums: vec![MinimumWage {
                id: "fr".to_owned(),
                country: "FR".to_owned(),
                region: None,
                amount: 20_000.0,
                currency: "EUR".to_owned(),
                period: Period::Year,
                annual_hours: 1820.0,
                validity: Validity { from, to: None },
                source: "book".to_owned(),
                reliability: Grade::High,
                note: None,
            }],
            ..PayData::default()
        };
        let decide: DecideData = crate::domain::decide::tiny::data();
        let (cost, ladders) = (CostData::default(), Ladders::default());
        let market = PayAnswers {
            data: &pay,
            cost: &cost,
            decide: &decide,
            ladders: &ladders,
            counted: crate::domain::pay::evidence::Counted::Both,
            lang: Lang::En,
            as_of: day("2026-06-01"),
            released_on: day("2026-06-01"),
            version: "1",
        };
        let bench = AdAudit { data: &data, market, cities: &[], roles: &[] };
        let audit = bench.audit(&self.question, &Work::unhurried()).unwrap();
        let told = |finding: &Finding<'_>| (finding.code.to_owned(), finding.severity);
        let missing = audit.missing_by_law.iter().map(ToString::to_string).collect();
        (audit.findings.iter().map(told).collect(), missing)
    }

    /// The findings whose code begins so.
    fn found(self, prefix: &str) -> Vec<Told> {
        self.audited().0.into_iter().filter(|(code, _)| code.starts_with(prefix)).collect()
    }
}

/// One finding.
fn one(code: &str, severity: Severity) -> Vec<Told> {
    vec![(code.to_owned(), severity)]
}

#[test]
fn pay_that_is_not_told_is_found() {
    let pay = |line: &str| Case::of(&ad(line)).found("pay-");
    assert_eq!(pay(""), one("pay-absent", Severity::Warning));
    assert_eq!(pay("A competitive salary."), one("pay-vague", Severity::Warning));
    assert_eq!(pay("The post is unpaid."), one("pay-unpaid", Severity::Error));
    assert_eq!(pay("Salary: 30,000 EUR per year."), []);
}

#[test]
fn a_range_is_too_wide_beyond_sixty_percent() {
    let pay = |low: &str, high: &str| {
        Case::of(&ad(&format!("Salary: {low} to {high} EUR per year."))).found("pay-wide")
    };
    assert_eq!(pay("30,000", "48,000"), []);
    assert_eq!(pay("30,000", "48,100"), one("pay-wide", Severity::Notice));
}

#[test]
fn pay_below_the_legal_minimum_is_an_error() {
    let pay = |amount: &str| Case::of(&ad(&format!("Salary: {amount} EUR per year."))).found("pay-below");
    assert_eq!(pay("19,000"), one("pay-below-minimum", Severity::Error));
    assert_eq!(pay("20,000"), []);
}

#[test]
fn what_a_law_requires_is_missed_as_surely_as_it_binds() {
    let found = |law: Law, employees: Option<u32>| {
        let case = Case::of(&ad("")).under(law);
        match employees {
            Some(employees) => case.employees(employees),
            None => case,
        }
        .audited()
    };
    let asks = |change: fn(&mut Law)| {
        let mut law = law(&[Requirement::PayRange]);
        change(&mut law);
        law
    };
    let law_pay = |(told, missing): (Vec<Told>, Vec<String>)| {
        let told: Vec<Severity> =
            told.into_iter().filter(|(code, _)| code == "law-pay").map(|(_, severity)| severity).collect();
        (told, missing.len())
    };
    assert_eq!(law_pay(found(asks(|_| ()), None)), (vec![Severity::Error], 1));
    assert_eq!(
        law_pay(found(asks(|law| law.confidence = Grade::Medium), None)),
        (vec![Severity::Warning], 1)
    );
    // What is doubtful is a notice, and nothing is said to be missing by law.
    assert_eq!(law_pay(found(asks(|law| law.confidence = Grade::Low), None)), (vec![Severity::Notice], 0));
    // From fifty employees on: unknown, too few, enough.
    let fifty: fn(&mut Law) = |law| law.employees_from = Some(50);
    assert_eq!(law_pay(found(asks(fifty), None)), (vec![Severity::Warning], 1));
    assert_eq!(law_pay(found(asks(fifty), Some(49))), (vec![], 0));
    assert_eq!(law_pay(found(asks(fifty), Some(50))), (vec![Severity::Error], 1));
    // Not yet, no longer, elsewhere.
    assert_eq!(law_pay(found(asks(|law| law.valid_from = parse_day("2026-06-02")), None)), (vec![], 0));
    assert_eq!(law_pay(found(asks(|law| law.valid_from = parse_day("2026-06-01")), None)).1, 1);
    assert_eq!(law_pay(found(asks(|law| law.valid_to = parse_day("2026-05-31")), None)), (vec![], 0));
    assert_eq!(law_pay(found(asks(|law| law.country = "DE".to_owned()), None)), (vec![], 0));
    assert_eq!(law_pay(found(asks(of_the_union), None)).1, 1);
}

#[test]
fn what_the_ad_says_is_not_missed() {
    let found =
        |requirement: Requirement, line: &str| Case::of(&ad(line)).under(law(&[requirement])).found("law-");
    assert_eq!(found(Requirement::PayRange, "Salary: 30,000 EUR per year."), []);
    // An amount with one end is a minimum, and no range.
    let open = "Salary: from 30,000 EUR per year.";
    assert_eq!(found(Requirement::PayMinimum, open), []);
    assert_eq!(found(Requirement::PayRange, open), one("law-pay", Severity::Error));
    assert_eq!(found(Requirement::ContractType, "A permanent post."), []);
    assert_eq!(found(Requirement::ContractType, ""), one("law-contract", Severity::Error));
    assert_eq!(found(Requirement::Missions, ""), []);
    assert_eq!(found(Requirement::CompanyPresentation, "## About us\n\nWe sell."), []);
    assert_eq!(found(Requirement::CompanyPresentation, ""), one("law-company", Severity::Error));
    assert_eq!(found(Requirement::HowToApply, "Write to jobs@x.example."), []);
    assert_eq!(found(Requirement::HowToApply, ""), one("law-how-to-apply", Severity::Error));
    assert_eq!(found(Requirement::EmploymentLanguageFr, ""), one("law-language", Severity::Error));
    // The day of publication stands where the ad is published.
    assert_eq!(found(Requirement::DatePosted, ""), one("law-date", Severity::Notice));
    // The text alone cannot tell that these are missing.
    for requirement in
        [Requirement::EmployerIdentity, Requirement::ContractDuration, Requirement::CommissionStatement]
    {
        assert_eq!(found(requirement, ""), []);
    }
}

#[test]
fn advice_is_a_notice_and_never_missing_by_law() {
    let mut guide = law(&[]);
    guide.status = LawStatus::Guidance;
    guide.recommends = vec![Requirement::PayRange, Requirement::DatePosted];
    let (told, missing) = Case::of(&ad("")).under(guide.clone()).audited();
    assert!(told.contains(&("law-pay".to_owned(), Severity::Notice)));
    assert!(!told.iter().any(|(code, _)| code == "law-date"));
    assert_eq!(missing, [""; 0]);
    of_the_union(&mut guide);
    assert_eq!(Case::of(&ad("")).under(guide).found("law-"), []);
}

#[test]
fn a_law_may_bound_the_width_of_a_range() {
    let spread = |line: &str| {
        let mut law = law(&[]);
        law.max_spread = Some((10_000, "EUR".to_owned()));
        Case::of(&ad(line)).under(law).found("law-spread")
    };
    assert_eq!(spread("Salary: 30,000 to 40,000 EUR per year."), []);
    assert_eq!(spread("Salary: 30,000 to 40,100 EUR per year."), one("law-spread", Severity::Error));
    assert_eq!(spread("Salary: 30,000 to 45,000 USD per year."), []);
    // 900 a month are 10,800 a year.
    assert_eq!(spread("Salary: 2,500 to 3,400 EUR per month."), one("law-spread", Severity::Error));
}

#[test]
fn a_title_that_announces_another_role_is_found() {
    let six = "- Answer messages\n- Manage the community\n- Moderate\n";
    assert_eq!(
        Case::of(&ad(six)).titled("Social media manager").found("scope-"),
        one("scope-title", Severity::Warning)
    );
    assert_eq!(Case::of(&ad(six)).titled("Community manager").found("scope-"), []);
    // Five to three, near the edge: a notice.
    let lines = ["- Own the social strategy\n"; 5].concat() + &["- Answer messages\n"; 3].concat();
    let strategy = format!("# Ad\n\n{}## Missions\n\n{lines}", FILLER.repeat(11));
    assert_eq!(
        Case::of(&strategy).titled("Community manager").found("scope-"),
        one("scope-title", Severity::Notice)
    );
    // Another profession in the title is not for us to correct.
    assert_eq!(Case::of(&ad(six)).titled("Recruiter").found("scope-title"), []);
}

#[test]
fn an_ad_for_another_profession_under_the_title_of_a_role_is_found() {
    let site = format!("# Ad\n\n{}## Missions\n\n- Build the site\n- Build the site\n", FILLER.repeat(11));
    let found = Case::of(&site).titled("Community manager").found("scope-");
    let codes: Vec<&str> = found.iter().map(|(code, _)| code.as_str()).collect();
    assert_eq!(codes, ["scope-not-the-role"], "the title is not told off twice");
}

#[test]
fn tasks_of_other_professions_are_named_and_many_of_them_are_several_jobs() {
    // 2 of 6 points.
    let found = Case::of(&ad("- Build the site\n")).found("scope-");
    assert_eq!(found, one("scope-out-of-scope", Severity::Notice));
    let many = "- Moderate\n- Manage the community\n- Answer messages\n- Build the site\n- Hire people\n- Take pictures\n";
    let found = Case::of(&ad(many)).found("scope-");
    let codes: Vec<&str> = found.iter().map(|(code, _)| code.as_str()).collect();
    assert_eq!(codes.iter().filter(|code| **code == "scope-out-of-scope").count(), 3);
    assert!(found.contains(&("scope-several-jobs".to_owned(), Severity::Notice)), "{found:?}");
}

#[test]
fn wording_is_judged_by_where_it_stands() {
    let found = |line: &str, prefix: &str| Case::of(&ad(line)).found(prefix);
    assert_eq!(found("You are young.", "age-"), one("age-young", Severity::Error));
    // Grounds that a statement of equal opportunity names are not used there.
    assert_eq!(found("An equal opportunity for the young and others.", "age-"), []);
    // Two rules of one category on the same words are one finding.
    assert_eq!(found("A young team.", "age-").len(), 1);
    // Said twice, it is one finding with two places.
    assert_eq!(found("Young once. Young twice.", "age-").len(), 1);
    // What the company says of itself is no condition of the job; a protected ground stays one.
    assert_eq!(found("You are a rockstar.", "culture-"), one("culture-rockstar", Severity::Error));
    assert_eq!(found("## About us\n\nOne rockstar founded us.", "culture-"), []);
    assert_eq!(found("## About us\n\nA young house.", "age-"), one("age-young", Severity::Error));
}

#[test]
fn a_sentence_about_candidates_shuts_out_and_one_about_readers_does_not() {
    let found = |line: &str| Case::of(&ad(line)).found("ground-");
    assert_eq!(found("Only adults need apply.").len(), 1);
    assert_eq!(found("Our readers are adults who love cats."), []);
    // Without a word about a ground nothing is judged, nor where such people are welcome.
    assert_eq!(found("Only plumbers need apply."), []);
    assert_eq!(found("An equal opportunity: only adults need apply."), []);
}

#[test]
fn a_rule_past_its_review_is_less_sure() {
    let severity = |review: &str| {
        let mut law = law(&[Requirement::PayRange]);
        law.review_by = day(review);
        Case::of(&ad("")).under(law).found("law-pay")
    };
    // The question is of 1 June 2026.
    assert_eq!(severity("2026-06-01"), one("law-pay", Severity::Error));
    assert_eq!(severity("2026-05-31"), one("law-pay", Severity::Warning));
}

#[test]
fn high_pay_may_be_exempt() {
    let found = |line: &str, prefix: &str| {
        let mut law = law(&[Requirement::PayRange]);
        law.exempt_above = Some((200_000, "EUR".to_owned()));
        law.max_spread = Some((50_000, "EUR".to_owned()));
        Case::of(&ad(line)).under(law).found(prefix)
    };
    assert_eq!(found("Salary: 130,000 to 200,000 EUR per year.", "law-").len(), 1);
    assert_eq!(found("Salary: 130,000 to 200,100 EUR per year.", "law-"), []);
    // 17,000 a month are 204,000 a year; without an amount nothing is exempt.
    assert_eq!(found("Salary: 10,000 to 17,000 EUR per month.", "law-"), []);
    assert_eq!(found("", "law-"), one("law-pay", Severity::Error));
}

#[test]
fn another_language_wants_a_reason() {
    let found = |line: &str| Case::of(&ad(line)).under(law(&[Requirement::LanguageReasons])).found("law-");
    assert_eq!(found("You speak Spanish."), one("law-language-reasons", Severity::Error));
    assert_eq!(found("You speak Spanish in order to answer customers in Madrid."), []);
    assert_eq!(found("You speak French."), []);
}

#[test]
fn several_rules_that_ask_for_one_thing_are_one_finding() {
    let mut other = law(&[Requirement::PayRange, Requirement::Benefits]);
    other.id = "fr-other".to_owned();
    let case = Case::of(&ad("")).under(law(&[Requirement::PayRange])).under(other);
    let found = case.found("law-");
    let codes: Vec<&str> = found.iter().map(|(code, _)| code.as_str()).collect();
    assert_eq!(codes, ["law-benefits", "law-pay"]);
}

#[test]
fn what_contradicts_itself_is_found_and_a_choice_is_not() {
    let found = |lines: &str| {
        let found = Case::of(&ad(lines)).found("contradiction-");
        found.into_iter().map(|(code, _)| code.replace("contradiction-", "")).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(found("The job is fully remote.\n\nYou are every day in the office."), "remote");
    assert_eq!(found("The job is fully remote.\n\nYou are every day in the office for the first week."), "");
    assert_eq!(found("A permanent contract.\n\nA fixed term of nine months."), "contract");
    assert_eq!(found("A permanent contract or a fixed term of nine months."), "");
    assert_eq!(found("A full time post.\n\nYou work 20 hours per week."), "hours");
    assert_eq!(found("3 years of practice required.\n\nNo experience needed."), "experience");
    // The facts of one line are read one by one.
    assert_eq!(
        found("A permanent contract - A full time post - Leeds\n\nYou work 20 hours per week."),
        "hours"
    );
    // Of two posts each may ask for something else.
    assert_eq!(found("Two positions.\n\nA full time post.\n\nYou work 20 hours per week."), "");
    let two = |other: &str| found(&format!("Salary: 30,000 EUR per year.\n\n{other}"));
    assert_eq!(two("The salary is 2,000 EUR per month."), "pay");
    assert_eq!(two("The salary is 2,500 EUR per month."), "");
    assert_eq!(two("The salary of a senior is 60,000 EUR per year."), "");
}

#[test]
fn a_french_title_names_both_sexes() {
    let title = |title: &str| Case::of(&ad("")).titled(title).french().found("title-");
    assert_eq!(title("Chargé de communication"), one("title-one-sex", Severity::Warning));
    assert_eq!(title("Community manager"), one("title-one-sex", Severity::Notice));
    for both in [
        "Chargé de communication (H/F)",
        "Chargé·e de communication",
        "Chargé(e) de communication",
        "Chargé ou chargée",
    ] {
        assert_eq!(title(both), [], "{both}");
    }
    assert_eq!(Case::of(&ad("")).titled("Chargé de communication").found("title-"), [], "in an English ad");
    // What a law on titles says need not be said twice.
    let law = law(&[Requirement::GenderNeutralTitle]);
    let told = Case::of(&ad("")).titled("Chargé de communication").french().under(law).audited().0;
    assert!(told.contains(&("law-title".to_owned(), Severity::Warning)), "{told:?}");
    assert!(!told.iter().any(|(code, _)| code == "title-one-sex"));
}

#[test]
fn length_capitals_and_demands_are_measured() {
    let with_length = |length: usize| {
        let head = "# An ad\n\n## Missions\n\n- Answer messages\n\n";
        let text = format!("{head}{}", "a ".repeat(length));
        Case::of(&text.chars().take(length).collect::<String>()).found("quality-")
    };
    let has = |found: &[Told], code: &str| found.iter().any(|(known, _)| known == code);
    assert!(has(&with_length(999), "quality-short") && !has(&with_length(1_000), "quality-short"));
    assert!(has(&with_length(10_000), "quality-long") && !has(&with_length(9_999), "quality-long"));
    let shouted = |part: usize| {
        let text = format!("{}{}", "ABCDEFGHIJ ".repeat(part), "abcdefghij ".repeat(100 - part));
        has(&Case::of(&text).found("quality-"), "quality-capitals")
    };
    assert!(shouted(31) && !shouted(30), "more than three letters in ten");
    let demands = |count: usize| {
        let list = "- Be kind\n".repeat(count);
        has(&Case::of(&ad(&format!("## Profile\n\n{list}"))).found("quality-"), "quality-many-musts")
    };
    assert!(demands(11) && !demands(10));
    let title = |length: usize| {
        has(&Case::of(&ad("")).titled(&"x".repeat(length)).found("quality-"), "quality-title-long")
    };
    assert!(title(81) && !title(80));
}

#[test]
fn an_ad_without_tasks_says_nothing_of_the_job() {
    let found = Case::of(&FILLER.repeat(11)).found("quality-no-tasks");
    assert_eq!(found, one("quality-no-tasks", Severity::Warning));
    assert_eq!(Case::of(&ad("")).found("quality-no-tasks"), []);
}

#[test]
fn whoever_moderates_is_owed_support() {
    let found = |lines: &str| Case::of(&ad(lines)).found("quality-moderation");
    assert_eq!(found("- Moderate"), one("quality-moderation-support", Severity::Info));
    assert_eq!(found(""), []);
}
