//! Through the public function only: what a brief becomes, and where each fault is.

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::domain::pay::place::City;

/// Pay that knows one city.
fn data() -> PayData {
    let city = City {
        id: "lyon".to_owned(),
        name: "Lyon".to_owned(),
        aliases: None,
        country: "FR".to_owned(),
        region: "FR-ARA".to_owned(),
        area: None,
    };
    PayData { cities: vec![city], ..PayData::default() }
}

fn asked(value: &Value) -> Result<DraftQuestion, Vec<InputError>> {
    let goals = GoalIndex::new(["retention", "awareness"].map(str::to_owned));
    question(&data(), &goals, &["answer", "plan"], value, Lang::En)
}

/// The brief of a question for a community manager.
fn read(brief: &Value) -> Brief {
    asked(&json!({ "role": "cm", "brief": brief })).unwrap().brief
}

/// Pointers and codes of the faults of a brief.
#[track_caller]
fn faulty(brief: &Value, expected: &[(&str, &str)]) {
    let errors = asked(&json!({ "role": "cm", "brief": brief })).unwrap_err();
    let found: Vec<(String, String)> =
        errors.into_iter().map(|error| (error.pointer, error.code.to_string())).collect();
    let found: Vec<(&str, &str)> = found.iter().map(|(at, code)| (at.as_str(), code.as_str())).collect();
    assert_eq!(found, expected, "{brief}");
}

fn given(pay: &Value) -> GivenPay {
    match read(&json!({ "pay": pay })).pay {
        Some(BriefPay::Given(pay)) => pay,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_question_needs_a_role_and_nothing_else() {
    let read = asked(&json!({ "role": "hybrid" })).unwrap();
    assert_eq!((read.role, read.level, read.language, read.strict), (Job::Hybrid, None, Lang::En, false));
    assert_eq!(read.brief, Brief::default());
    let read = asked(&json!({ "role": "cm", "level": "senior", "language": "fr", "strict": true })).unwrap();
    assert_eq!((read.level, read.language, read.strict), (Some(Level::Senior), Lang::Fr, true));
    let errors = asked(&json!({ "level": "boss", "language": "de", "strict": 1, "brief": 5 })).unwrap_err();
    let mut at: Vec<&str> = errors.iter().map(|error| error.pointer.as_str()).collect();
    at.sort_unstable();
    assert_eq!(at, ["/brief", "/language", "/level", "/role", "/strict"]);
}

#[test]
fn texts_become_one_clean_line() {
    let brief = read(&json!({
        "team": "  three\n people\t", "reference": "a\u{1b}[31mb", "contact": " \n ", "reports_to": null
    }));
    assert_eq!(brief.team.as_deref(), Some("three  people"));
    assert_eq!(brief.reference.as_deref(), Some("a[31mb"));
    assert_eq!((brief.contact, brief.reports_to), (None, None), "nothing but space says nothing");
    let longest = "é".repeat(600);
    assert_eq!(read(&json!({ "team": longest })).team, Some(longest.clone()));
    faulty(&json!({ "team": format!("{longest}é") }), &[("/brief/team", "wrong-value")]);
    faulty(&json!({ "team": 3 }), &[("/brief/team", "wrong-type")]);
}

#[test]
fn lists_hold_thirty_items_and_drop_empty_ones() {
    let brief = read(&json!({ "tools": ["a", "", " b "], "benefits": [] }));
    assert_eq!((brief.tools, brief.benefits), (vec!["a".to_owned(), "b".to_owned()], Vec::new()));
    assert_eq!(read(&json!({ "process": vec!["x"; 30] })).process.len(), 30);
    faulty(&json!({ "process": vec!["x"; 31] }), &[("/brief/process", "wrong-value")]);
    faulty(&json!({ "platforms": "X" }), &[("/brief/platforms", "wrong-type")]);
    faulty(
        &json!({ "platforms": ["X", 1, "Y", {}] }),
        &[("/brief/platforms/1", "wrong-type"), ("/brief/platforms/3", "wrong-type")],
    );
}

#[test]
fn goals_are_those_of_a_profile_and_stand_once() {
    let goals = |goals: Value| read(&json!({ "goals": goals })).goals;
    assert_eq!(goals(json!(["awareness", "retention", "awareness"])), ["awareness", "retention"]);
    assert_eq!(
        goals(json!([{ "goal": "retention", "priority": "secondary" }, { "goal": "retention" }])),
        ["retention"]
    );
    faulty(
        &json!({ "goals": ["retentoin", 4, { "priority": "first" }, { "goal": "retention", "x": 1 }] }),
        &[
            ("/brief/goals/0", "unknown-value"),
            ("/brief/goals/1", "wrong-type"),
            ("/brief/goals/2/goal", "missing-field"),
            ("/brief/goals/2/priority", "unknown-value"),
            ("/brief/goals/3/x", "unknown-field"),
        ],
    );
}

#[test]
fn a_language_may_have_a_level() {
    let brief = read(&json!({ "languages": ["Dutch", { "language": "English", "level": "B2" }] }));
    assert_eq!(
        brief.languages,
        [
            Language { language: "Dutch".to_owned(), level: None },
            Language { language: "English".to_owned(), level: Some(Cefr::B2) },
        ]
    );
    faulty(
        &json!({ "languages": [{ "level": "B3" }] }),
        &[("/brief/languages/0/level", "unknown-value"), ("/brief/languages/0/language", "missing-field")],
    );
}

#[test]
fn pay_is_a_range_an_amount_or_a_wish() {
    let range = given(&json!({ "min": 28_000, "max": 32_000, "currency": "EUR", "period": "year" }));
    assert_eq!(
        (range.min, range.max, range.payments),
        (Some(Cents::whole(28_000)), Some(Cents::whole(32_000)), None)
    );
    // One amount is both ends; one end alone is one end.
    let amount = Some(Cents::whole(2_100));
    for (pay, ends) in [
        (json!({ "amount": 2_100, "currency": "EUR", "period": "month" }), (amount, amount)),
        (json!({ "min": 2_100, "currency": "EUR", "period": "month" }), (amount, None)),
        (json!({ "max": 2_100, "currency": "EUR", "period": "month", "payments": 12 }), (None, amount)),
    ] {
        let pay = given(&pay);
        assert_eq!(((pay.min, pay.max), pay.period, pay.payments), (ends, Period::Month, None));
    }
    let hourly = given(&json!({ "min": 12.5, "max": 14, "currency": "EUR", "period": "hour" }));
    assert_eq!((hourly.min, hourly.max), (Some(Cents(1250)), Some(Cents(1400))));
    assert_eq!(serde_json::to_string(&hourly.min).unwrap(), "12.5");
    let thirteen = given(&json!({ "amount": 2_100, "currency": "EUR", "period": "month", "payments": 13 }));
    assert_eq!(thirteen.payments, Some(13), "twelve payments are what a year has anyway");
    assert_eq!(read(&json!({ "pay": "from-band" })).pay, Some(BriefPay::FromBand(FromBand::FromBand)));
}

#[test]
fn pay_that_says_too_little_or_contradicts_itself_is_refused() {
    let euros = |mut pay: Value| {
        pay["currency"] = "EUR".into();
        pay["period"] = "year".into();
        json!({ "pay": pay })
    };
    faulty(&euros(json!({ "min": 5, "max": 4 })), &[("/brief/pay/min", "wrong-value")]);
    faulty(&euros(json!({})), &[("/brief/pay/min", "missing-field")]);
    faulty(&euros(json!({ "amount": 0 })), &[("/brief/pay/amount", "out-of-range")]);
    faulty(
        &json!({ "pay": { "amount": 5 } }),
        &[("/brief/pay/period", "missing-field"), ("/brief/pay/currency", "missing-field")],
    );
    faulty(&json!({ "pay": "market" }), &[("/brief/pay", "unknown-value")]);
    faulty(&json!({ "pay": [1] }), &[("/brief/pay", "wrong-type")]);
}

#[test]
fn a_city_that_pay_does_not_know_is_still_a_place_of_work() {
    let brief = read(&json!({ "place": { "city": "Lyon" } }));
    let place = brief.place.unwrap();
    assert_eq!((place.country.as_str(), place.region.as_deref()), ("FR", Some("FR-ARA")));
    let brief = read(
        &json!({ "place": { "city": "Namur", "country": "BE", "postal_code": "5000", "street": "Rue 1" } }),
    );
    assert_eq!(brief.city.as_deref(), Some("Namur"));
    let place = brief.place.unwrap();
    assert_eq!((place.country.as_str(), place.region, place.city), ("BE", None, None));
    assert_eq!((brief.postal_code.as_deref(), brief.street.as_deref()), (Some("5000"), Some("Rue 1")));
    // Without a country nobody knows where that is.
    let errors = asked(&json!({ "role": "cm", "brief": { "place": { "city": "Namur" } } })).unwrap_err();
    assert!(errors.iter().all(|error| error.pointer.starts_with("/brief/place")), "{errors:?}");
    faulty(
        &json!({ "place": { "city": "Lyon", "country": "BE" } }),
        &[("/brief/place/city", "place-mismatch")],
    );
    faulty(
        &json!({ "place": { "country": "XX", "city": "Namur" } }),
        &[("/brief/place/country", "unknown-code")],
    );
}

#[test]
fn what_contradicts_itself_is_refused_at_the_field_to_change() {
    let dates = |posted: &str, closing: &str| json!({ "date_posted": posted, "closing_date": closing });
    assert!(asked(&json!({ "role": "cm", "brief": dates("2026-11-23", "2026-11-24") })).is_ok());
    faulty(&dates("2026-11-23", "2026-11-23"), &[("/brief/closing_date", "wrong-value")]);
    faulty(&dates("2026-11-23", "2026-02-30"), &[("/brief/closing_date", "wrong-value")]);
    faulty(&json!({ "start_date": "2026-1-4" }), &[("/brief/start_date", "wrong-value")]);
    let contract = |contract: &str| json!({ "contract": contract, "duration_months": 6 });
    assert_eq!(read(&contract("fixed-term")).duration_months, Some(6));
    faulty(&contract("permanent"), &[("/brief/duration_months", "wrong-value")]);
    let remote = |days: u32| json!({ "fully_remote": true, "remote_days": days });
    assert_eq!(read(&remote(5)).fully_remote, Some(true));
    faulty(&remote(4), &[("/brief/remote_days", "wrong-value")]);
    assert_eq!(read(&json!({ "fully_remote": false, "remote_days": 2 })).fully_remote, Some(false));
}

#[test]
fn numbers_keep_within_their_bounds() {
    for (field, inside, outside) in [
        ("remote_days", [0, 5], [-1, 6]),
        ("duration_months", [1, 60], [0, 61]),
        ("hours_per_week", [1, 60], [0, 61]),
    ] {
        for value in inside {
            assert!(asked(&json!({ "role": "cm", "brief": { (field): value } })).is_ok(), "{field} {value}");
        }
        for value in outside {
            faulty(&json!({ (field): value }), &[(&format!("/brief/{field}"), "out-of-range")]);
        }
    }
}

#[test]
fn the_company_may_set_the_tone_and_the_brief_wins() {
    let tone = |brief: Value| read(&brief).tone;
    assert_eq!(tone(json!({ "company": { "tone": "warm" } })), Some(Tone::Warm));
    assert_eq!(tone(json!({ "tone": "formal", "company": { "tone": "warm" } })), Some(Tone::Formal));
    let company =
        read(&json!({ "company": { "name": "X", "employees": 0, "website": "https://x.example" } })).company;
    assert_eq!((company.name.as_deref(), company.employees), (Some("X"), Some(0)));
    faulty(&json!({ "company": { "website": "x.example" } }), &[("/brief/company/website", "wrong-value")]);
    faulty(
        &json!({ "company": { "website": "javascript:alert(1)" } }),
        &[("/brief/company/website", "wrong-value")],
    );
    faulty(&json!({ "company": { "size": 3 } }), &[("/brief/company/size", "unknown-field")]);
}

#[test]
fn yes_no_and_silence_are_three_answers() {
    let screening = |brief: Value| read(&brief).ai_screening;
    assert_eq!(screening(json!({ "ai_screening": true })), Some(true));
    assert_eq!(screening(json!({ "ai_screening": false })), Some(false));
    assert_eq!(screening(json!({ "ai_screening": null })), None);
    faulty(&json!({ "existing_vacancy": "yes" }), &[("/brief/existing_vacancy", "wrong-type")]);
}

#[test]
fn fields_of_the_question_are_none_of_the_brief() {
    faulty(&json!({ "role": "cm" }), &[("/brief/role", "unknown-field")]);
    faulty(&json!({ "benefit": ["x"] }), &[("/brief/benefit", "unknown-field")]);
    let errors = asked(&json!({ "role": "cm", "brief": { "benefit": [] } })).unwrap_err();
    assert!(errors[0].message.to_string().contains("did you mean `benefits`?"), "{}", errors[0].message);
}

proptest! {
    /// What comes out of a line of text is one line without control characters, and cleaning it again changes nothing.
    #[test]
    fn a_clean_line_stays_as_it_is(text in "(\\PC|\n|\t|\u{1b}|\u{0}|\u{85}){0,80}") {
        if let Some(line) = read(&json!({ "team": text })).team {
            prop_assert!(!line.chars().any(char::is_control), "{line:?}");
            prop_assert_eq!(line.trim(), line.as_str());
            prop_assert!(!line.is_empty());
            prop_assert_eq!(read(&json!({ "team": line })).team, Some(line));
        }
    }

    /// Every fault of a brief lies inside it.
    #[test]
    fn faults_lie_in_the_brief(field in prop::sample::select(questions::BRIEF.iter().map(|field| field.name).collect::<Vec<_>>()), value in prop::sample::select(vec![json!(-1), json!("x"), json!([]), json!([7]), json!({ "x": 1 }), json!(true), json!(1e300)])) {
        if let Err(errors) = asked(&json!({ "role": "cm", "brief": { (field): value } })) {
            prop_assert!(!errors.is_empty());
            for error in errors {
                prop_assert!(error.pointer.starts_with(&format!("/brief/{field}")), "{}", error.pointer);
            }
        }
    }
}

#[test]
fn hours_are_told_to_the_half_hour() {
    assert_eq!(read(&json!({ "hours_per_week": 17.5 })).hours_per_week, Some(Hours(35)));
    faulty(&json!({ "hours_per_week": 17.25 }), &[("/brief/hours_per_week", "wrong-value")]);
}

#[test]
fn a_line_says_a_language_with_its_level() {
    for (text, language, level) in [
        ("anglais B2", "anglais", Some(Cefr::B2)),
        ("English (c1)", "English", Some(Cefr::C1)),
        ("allemand\u{a0}: A2", "allemand", Some(Cefr::A2)),
        ("anglais", "anglais", None),
        ("anglais courant", "anglais courant", None),
        ("B2", "B2", None),
    ] {
        let found = read(&json!({ "languages": [text] })).languages;
        assert_eq!(found, [Language { language: language.to_owned(), level }], "{text}");
    }
}

#[test]
fn faults_in_lists_stand_where_they_were_given() {
    let wrong = json!({ "leave_out": ["", "answr"], "week": ["", "answering: 5", "zzz"], "goals": ["fame"] });
    faulty(
        &wrong,
        &[
            ("/brief/week/2", "wrong-value"),
            ("/brief/leave_out/1", "unknown-value"),
            ("/brief/goals/0", "unknown-value"),
        ],
    );
}
