//! Through the public functions only: what is asked, what comes of it, and where each fault is.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::super::country::Country;
use super::super::minimum::{AgreementMinimum, Extended, MinimumWage};
use super::super::place::City;
use super::*;
use crate::domain::dated::{Validity, parse_day};
use crate::domain::input::fault::token;
use crate::domain::vocab::Grade;

/// Two French cities and a German one, pay in euros in France, one collective agreement.
fn data() -> PayData {
    let city = |name: &str, aliases: &str, country: &str, region: &str| City {
        id: name.to_lowercase(),
        name: name.to_owned(),
        aliases: Some(aliases.to_owned()).filter(|aliases| !aliases.is_empty()),
        country: country.to_owned(),
        region: region.to_owned(),
        area: None,
    };
    let from = parse_day("2026-01-01").unwrap();
    let france: Country = toml::from_str(
        r#"
        id = "FR"
        name = { fr = "France", en = "France" }
        currency = "EUR"
        cost = { model = "france", covered_from = "2026-01-01", verified_until = "2026-01-01", confidence = "high", sources = [] }
        "#,
    )
    .unwrap();
    PayData {
        countries: vec![france],
        default_country: "FR".to_owned(),
        cities: vec![
            city("Paris", "", "FR", "FR-IDF"),
            city("Lyon", "Lyons", "FR", "FR-ARA"),
            city("Berlin", "", "DE", "DE-BE"),
        ],
        minimums: vec![MinimumWage {
            id: "fr".to_owned(),
            country: "FR".to_owned(),
            region: None,
            amount: 12.0,
            currency: "EUR".to_owned(),
            period: Period::Hour,
            annual_hours: 1820.0,
            validity: Validity { from, to: None },
            source: "book".to_owned(),
            reliability: Grade::High,
            note: None,
        }],
        agreements: vec![AgreementMinimum {
            id: "x".to_owned(),
            country: "FR".to_owned(),
            idcc: 1486,
            name: "Syntec".to_owned(),
            level: "2.1".to_owned(),
            coefficient: None,
            monthly: 2000.0,
            currency: "EUR".to_owned(),
            valid_from: from,
            roles: Vec::new(),
            experience: None,
            named: None,
            extended: Extended::Yes,
            source: "book".to_owned(),
            note: None,
        }],
        ..PayData::default()
    }
}

/// Where the faults are and of which kind, in the order in which they are told.
fn faults<T: std::fmt::Debug>(read: Result<T, Vec<InputError>>) -> Vec<(String, String)> {
    let errors = read.unwrap_err();
    errors.into_iter().map(|error| (error.pointer, error.code.to_string())).collect()
}

#[track_caller]
fn faulty<T: std::fmt::Debug>(read: Result<T, Vec<InputError>>, expected: &[(&str, &str)]) {
    let found = faults(read);
    let found: Vec<(&str, &str)> = found.iter().map(|(at, code)| (at.as_str(), code.as_str())).collect();
    assert_eq!(found, expected);
}

/// An object with some fields replaced; null takes a field away.
fn with(base: Value, changes: &Value) -> Value {
    let mut base = base;
    for (field, value) in changes.as_object().unwrap() {
        if value.is_null() {
            base.as_object_mut().unwrap().remove(field);
        } else {
            base[field] = value.clone();
        }
    }
    base
}

fn an_offer() -> Value {
    json!({ "role": "cm", "country": "FR", "amount": 25_000, "currency": "EUR", "period": "year" })
}

fn read_offer(changes: &Value) -> Result<OfferQuestion, Vec<InputError>> {
    offer(&data(), &with(an_offer(), changes))
}

fn read_cost(changes: &Value) -> Result<CostRequest, Vec<InputError>> {
    cost(&data(), &with(json!({ "country": "FR", "gross": 32_000 }), changes))
}

#[test]
fn a_place_is_completed_from_what_is_said_of_it() {
    let place = |asked: Value| place_of(&data(), &asked).unwrap();
    let is = |country: &str, region: Option<&str>, city: Option<&str>| Place {
        country: country.to_owned(),
        region: region.map(str::to_owned),
        city: city.map(str::to_owned),
        area: None,
    };
    assert_eq!(place(json!({})), is("FR", None, None));
    assert_eq!(place(json!({ "country": "IT" })), is("IT", None, None));
    assert_eq!(place(json!({ "region": "US-TX" })), is("US", Some("US-TX"), None));
    assert_eq!(place(json!({ "city": "lyons" })), is("FR", Some("FR-ARA"), Some("Lyon")));
    assert_eq!(
        place(json!({ "city": "PARIS", "region": "FR-IDF", "country": "FR" })),
        is("FR", Some("FR-IDF"), Some("Paris"))
    );
}

#[test]
fn a_place_that_contradicts_itself_is_refused_where_it_does() {
    let place = |asked: Value| place_of(&data(), &asked);
    for (asked, at, code) in [
        (json!({ "country": "XX" }), "/country", "unknown-code"),
        (json!({ "country": "fr" }), "/country", "unknown-code"),
        (json!({ "region": "FR-XYZ" }), "/region", "unknown-code"),
        (json!({ "country": "DE", "region": "FR-IDF" }), "/region", "place-mismatch"),
        (json!({ "city": "Nowhereville" }), "/city", "unknown-value"),
        (json!({ "city": "Paris", "country": "DE" }), "/city", "place-mismatch"),
        (json!({ "city": "Paris", "region": "FR-ARA" }), "/city", "place-mismatch"),
        (json!({ "country": null }), "/country", "missing-field"),
        (json!({ "country": "FR", "town": "Paris" }), "/town", "unknown-field"),
        (json!([]), "", "wrong-type"),
    ] {
        faulty(place(asked), &[(at, code)]);
    }
}

#[test]
fn a_guess_is_named_where_there_is_one() {
    let told = |asked: Value| place_of(&data(), &asked).unwrap_err()[0].message.to_string();
    for (asked, guess) in [
        (json!({ "country": "fr" }), "`FR`"),
        (json!({ "country": "UK" }), "`GB`"),
        (json!({ "city": "Pariss" }), "`Paris`"),
    ] {
        assert!(told(asked.clone()).contains(guess), "{asked}: {}", told(asked.clone()));
    }
    assert!(!told(json!({ "country": "Q9" })).contains("did you mean"));
}

#[test]
fn a_band_is_asked_for_by_role_level_and_place() {
    let asked = json!({ "role": "smm", "level": "senior", "city": "Lyon", "agreement": 1486 });
    let read = band(&data(), &asked).unwrap();
    assert_eq!(
        (read.role, read.level, read.agreement),
        (Job::SocialMediaManager, Some(Level::Senior), Some(1486))
    );
    assert_eq!(read.place.region.as_deref(), Some("FR-ARA"));
    // What is null was left out.
    let read = band(&data(), &json!({ "role": "hybrid", "level": null, "country": "JP" })).unwrap();
    assert_eq!((read.role, read.level, read.agreement), (Job::Hybrid, None, None));
}

#[test]
fn all_faults_of_a_band_are_told_at_once() {
    let read = band(&data(), &json!({ "level": "boss", "country": "XX", "agreement": 1.5, "x": 1 }));
    let mut found = faults(read);
    found.sort();
    let found: Vec<(&str, &str)> = found.iter().map(|(at, code)| (at.as_str(), code.as_str())).collect();
    assert_eq!(
        found,
        [
            ("/agreement", "out-of-range"),
            ("/country", "unknown-code"),
            ("/level", "unknown-value"),
            ("/role", "missing-field"),
            ("/x", "unknown-field"),
        ]
    );
}

#[test]
fn agreements_are_french_and_known() {
    let read = |country: &str, agreement: u32| {
        band(&data(), &json!({ "role": "cm", "country": country, "agreement": agreement }))
    };
    assert_eq!(read("FR", 1486).unwrap().agreement, Some(1486));
    assert_eq!(faults(read("FR", 44))[0], ("/agreement".to_owned(), "unknown-value".to_owned()));
    assert!(
        read("FR", 44).unwrap_err()[0].message.to_string().contains("1486 Syntec"),
        "those that are known are named"
    );
    assert_eq!(faults(read("DE", 1486))[0].0, "/agreement");
    assert_eq!(faults(read_cost(&json!({ "agreement": 44 })))[0].0, "/agreement");
    assert_eq!(faults(read_offer(&json!({ "agreement": 44 })))[0].0, "/agreement");
    // Told beside whatever else is wrong, and where it stands.
    let both = faults(read_cost(&json!({ "gross": -1, "agreement": 44 })));
    assert_eq!(both.iter().map(|(at, _)| at.as_str()).collect::<Vec<_>>(), ["/gross", "/agreement"]);
    let other = faults(read_offer(&json!({ "against": { "agreement": 44 } })));
    assert_eq!(other[0].0, "/against/agreement");
}

#[test]
fn an_offer_is_for_twelve_months_and_full_time_unless_it_says_otherwise() {
    let read = read_offer(&json!({})).unwrap();
    assert_eq!(read.against, None);
    let offer = read.offer;
    assert_eq!((offer.payments, offer.fte, offer.variable), (12.0, 1.0, None));
    assert_eq!((offer.amount, offer.currency.as_str(), offer.period), (25_000.0, "EUR", Period::Year));
    let read = read_offer(
        &json!({ "period": "month", "amount": 2100.5, "payments": 13, "fte": 0.8, "variable": 0 }),
    );
    let offer = read.unwrap().offer;
    assert_eq!((offer.amount, offer.payments, offer.fte, offer.variable), (2100.5, 13.0, 0.8, Some(0.0)));
}

#[test]
fn every_bound_of_an_offer_belongs_to_it() {
    for (field, inside, outside) in [
        ("amount", json!([0.01, 1e9]), json!([0.009, 0, -1, 1e9 + 1.0])),
        ("fte", json!([0.1, 1, 1.0, 10, 80, 100]), json!([0, 0.09, 1.01, 8, 101, -0.5])),
        ("variable", json!([0, 1e9]), json!([-0.01, 2e9])),
        ("payments", json!([12, 13, 13.92, 14.5]), json!([11, 15, 14.6])),
        ("equity", json!([0, 1e9]), json!([-0.01, 2e9])),
        ("benefits", json!([0, 1e9]), json!([-0.01, 2e9])),
    ] {
        let read = |value: &Value| read_offer(&json!({ "period": "month", (field): value }));
        for value in inside.as_array().unwrap() {
            assert!(read(value).is_ok(), "{field} {value}");
        }
        for value in outside.as_array().unwrap() {
            faulty(read(value), &[(&format!("/{field}"), "out-of-range")]);
        }
        faulty(read(&json!("12")), &[(&format!("/{field}"), "wrong-type")]);
    }
}

#[test]
fn a_currency_is_that_of_the_country_where_its_pay_is_known() {
    faulty(read_offer(&json!({ "currency": "USD" })), &[("/currency", "wrong-value")]);
    faulty(read_offer(&json!({ "currency": "eur" })), &[("/currency", "unknown-code")]);
    assert!(read_offer(&json!({ "currency": "USD", "rate": 0.92 })).is_ok(), "the rate leads to euros");
    faulty(read_offer(&json!({ "rate": 0.92 })), &[("/rate", "wrong-value")]);
    faulty(read_offer(&json!({ "currency": "USD", "rate": 0 })), &[("/rate", "out-of-range")]);
    faulty(read_offer(&json!({ "currency": "USD", "rate": "x" })), &[("/rate", "wrong-type")]);
    assert!(
        read_offer(&json!({ "currency": "JPY", "country": "JP" })).is_ok(),
        "nothing is known of that country"
    );
}

#[test]
fn thirteen_payments_need_a_month() {
    faulty(read_offer(&json!({ "payments": 13 })), &[("/payments", "wrong-value")]);
    assert!(read_offer(&json!({ "payments": 12 })).is_ok(), "twelve is what a year has anyway");
}

#[test]
fn an_empty_offer_names_everything_that_it_lacks() {
    let mut found: Vec<String> = faults(offer(&data(), &json!({}))).into_iter().map(|(at, _)| at).collect();
    found.sort();
    assert_eq!(found, ["/amount", "/country", "/currency", "/period", "/role"]);
}

#[test]
fn the_other_offer_is_like_the_first_but_for_what_it_says() {
    let both = |changes: Value, against: Value| {
        let read = read_offer(&with(changes, &json!({ "against": against }))).unwrap();
        (read.offer, read.against.unwrap())
    };
    let (offer, against) = both(json!({ "level": "junior" }), json!({ "amount": 27_000 }));
    assert_eq!(against, OfferRequest { amount: 27_000.0, ..offer });
    // Another place replaces the whole place, not a part of it.
    let (offer, against) = both(json!({ "city": "Paris" }), json!({ "country": "FR" }));
    assert_eq!(offer.band.place.region.as_deref(), Some("FR-IDF"));
    assert_eq!(against.band.place, Place { country: "FR".to_owned(), region: None, city: None, area: None });
    // Thirteen payments of a month mean nothing for a year.
    let (offer, against) = both(
        json!({ "period": "month", "amount": 2000, "payments": 13 }),
        json!({ "period": "year", "amount": 26_000 }),
    );
    assert_eq!((offer.payments, against.payments), (13.0, 12.0));
    let (_, against) =
        both(json!({ "period": "month", "payments": 13 }), json!({ "period": "month", "amount": 9 }));
    assert!((against.payments - 13.0).abs() < 1e-9);
}

#[test]
fn faults_of_the_other_offer_stand_below_it_and_none_is_told_twice() {
    let read = |changes: Value| read_offer(&changes);
    faulty(read(json!({ "against": { "amount": -1 } })), &[("/against/amount", "out-of-range")]);
    faulty(read(json!({ "against": { "against": {} } })), &[("/against/against", "unknown-field")]);
    faulty(read(json!({ "against": 5 })), &[("/against", "wrong-type")]);
    faulty(read(json!({ "against": {} })), &[("/against", "wrong-value")]);
    // The second offer inherits the bad level of the first one: one fault.
    faulty(read(json!({ "level": "boss", "against": { "amount": 1 } })), &[("/level", "unknown-value")]);
    // It has a bad level of its own: two.
    faulty(
        read(json!({ "level": "boss", "against": { "level": "chief" } })),
        &[("/level", "unknown-value"), ("/against/level", "unknown-value")],
    );
}

#[test]
fn a_cost_fills_in_what_is_usual() {
    let read = read_cost(&json!({})).unwrap();
    assert_eq!((read.gross, read.fte, read.executive, read.headcount), (Some(32_000.0), 1.0, false, None));
    assert_eq!((read.role, read.apprentice, read.freelance, read.agency), (None, None, None, None));
    let read = read_cost(&json!({
        "apprentice": { "age": 20 }, "freelance": { "day_rate": 350 }, "agency": { "monthly_retainer": 1200 }
    }))
    .unwrap();
    assert_eq!(
        read.apprentice,
        Some(ApprenticeRequest { age: 20, degree: 6, year: 1, presence_percent: 100 })
    );
    assert_eq!(read.freelance, Some(FreelanceRequest { day_rate: 350.0, days: 100, fees_percent: 0.0 }));
    assert_eq!(read.agency, Some(AgencyRequest { monthly_retainer: 1200.0, setup: 0.0 }));
}

#[test]
fn a_share_of_full_time_may_be_told_in_percent() {
    for share in [json!(0.8), json!(80), json!(80.0)] {
        let question = json!({ "country": "FR", "gross": 32_000, "fte": share });
        assert!((cost(&data(), &question).unwrap().fte - 0.8).abs() < 1e-9, "{share}");
    }
}

#[test]
fn a_cost_is_reckoned_from_one_amount() {
    let of = |question: Value| cost(&data(), &question);
    let place = |more: Value| {
        let mut question = json!({ "country": "FR" });
        question.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        question
    };
    let budget = of(place(json!({ "budget": 45_000 }))).unwrap();
    assert_eq!((budget.basis(), budget.budget, budget.gross), (Basis::Budget, Some(45_000), None));
    assert_eq!(of(place(json!({ "net": 21_000, "gross": null }))).unwrap().basis(), Basis::Net);
    faulty(of(place(json!({}))), &[("/gross", "missing-field")]);
    faulty(of(place(json!({ "gross": 32_000, "budget": 45_000 }))), &[("/budget", "wrong-value")]);
    faulty(of(place(json!({ "budget": 45_000.5 }))), &[("/budget", "out-of-range")]);
    faulty(of(place(json!({ "net": "21.000" }))), &[("/net", "ambiguous-number")]);
}

#[test]
fn every_bound_of_a_cost_belongs_to_it() {
    for (field, inside, outside) in [
        ("gross", json!([0.01, 1e9]), json!([0, 1e10])),
        ("headcount", json!([1, 10_000_000]), json!([0, 1.5, 10_000_001])),
        ("mobility_rate", json!([0, 10]), json!([-0.1, 10.1])),
        ("accident_rate", json!([0, 30]), json!([30.5])),
        ("health_cover", json!([0, 400]), json!([401])),
    ] {
        for value in inside.as_array().unwrap() {
            assert!(read_cost(&json!({ (field): value })).is_ok(), "{field} {value}");
        }
        for value in outside.as_array().unwrap() {
            faulty(read_cost(&json!({ (field): value })), &[(&format!("/{field}"), "out-of-range")]);
        }
    }
    for (group, field, inside, outside) in [
        ("apprentice", "age", json!([15, 35]), json!([14, 36, 20.5])),
        ("freelance", "day_rate", json!([0.01, 100_000]), json!([0, 100_001])),
        ("agency", "monthly_retainer", json!([0.01, 1e7]), json!([0, 1e8])),
    ] {
        for value in inside.as_array().unwrap() {
            assert!(read_cost(&json!({ (group): { (field): value } })).is_ok(), "{group} {value}");
        }
        for value in outside.as_array().unwrap() {
            let at = format!("/{group}/{field}");
            faulty(read_cost(&json!({ (group): { (field): value } })), &[(&at, "out-of-range")]);
        }
        let at = format!("/{group}/{field}");
        faulty(read_cost(&json!({ (group): {} })), &[(&at, "missing-field")]);
        faulty(read_cost(&json!({ (group): 7 })), &[(&format!("/{group}"), "wrong-type")]);
    }
}

#[test]
fn what_is_french_is_asked_in_france_only() {
    for (field, value) in [
        ("executive", json!(true)),
        ("mobility_rate", json!(3)),
        ("accident_rate", json!(2)),
        ("health_cover", json!(40)),
        ("apprentice", json!({ "age": 20 })),
    ] {
        assert!(read_cost(&json!({ (field): value })).is_ok(), "{field}");
        let abroad = read_cost(&json!({ "country": "DE", (field): value }));
        assert_eq!(faults(abroad)[0].0, format!("/{field}"));
    }
    assert!(read_cost(&json!({ "country": "DE", "executive": false })).is_ok(), "no is nothing French");
    faulty(read_cost(&json!({ "executive": "yes" })), &[("/executive", "wrong-type")]);
}

proptest! {
    /// What was read and is written out is read as the same again.
    #[test]
    fn an_offer_that_was_read_is_read_again_from_what_it_writes(
        cents in 1_u64..10_000_000, payments in 12_u32..=14, share in 10_u32..=100, level in prop::option::of(0..3_usize),
    ) {
        #[expect(clippy::cast_precision_loss, reason = "cents of a salary")]
        let amount = cents as f64 / 100.0;
        let mut asked = json!({ "role": "cm", "city": "Paris", "amount": amount, "currency": "EUR", "period": "month", "payments": payments, "fte": f64::from(share) / 100.0 });
        if let Some(level) = level {
            asked["level"] = Level::ALL[level].id().into();
        }
        let read = offer(&data(), &asked).unwrap().offer;
        let again = offer(&data(), &serde_json::to_value(&read).unwrap()).unwrap().offer;
        prop_assert_eq!(read, again);
    }

    /// A fault lies at a field that was given or is needed.
    #[test]
    fn faults_point_into_the_question(field in prop::sample::select(vec!["role", "level", "country", "region", "city", "gross", "fte", "headcount", "executive", "apprentice", "agency", "a/b~c"]), value in prop::sample::select(vec![json!(-1), json!("x"), json!([]), json!({}), json!(1e300), json!(true)])) {
        let asked = with(json!({ "country": "FR", "gross": 32_000 }), &json!({ (field): value }));
        if let Err(errors) = cost(&data(), &asked) {
            for error in errors {
                let below = format!("/{}", token(field));
                prop_assert!(error.pointer.starts_with(&below) || error.pointer == "/country", "{}", error.pointer);
            }
        }
    }
}
