//! How fast pay is answered: `cargo bench --bench pay`. Ratios and orders of magnitude, never a timed test.

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a bench prints, and may stop")]

use std::hint::black_box;
use std::time::Instant;

use rolecall::domain::dated::{parse_day, years};
use rolecall::domain::pay::evidence::Counted;
use rolecall::domain::pay::job::{Community, Job};
use rolecall::domain::pay::ladder::{Seniority, ladder};
use rolecall::domain::pay::market::Market;
use rolecall::domain::pay::place::Site;
use rolecall::domain::pay::request;
use rolecall::domain::pay::select::METHOD;
use rolecall::domain::text::Lang;
use rolecall::domain::vocab::{Level, Role};
use rolecall::toolkit::{Asking, Toolkit, to_json};
use serde_json::json;

/// Seconds of one call, the best of several rounds.
fn seconds(rounds: u32, calls: u32, mut call: impl FnMut()) -> f64 {
    let mut best = f64::INFINITY;
    for _ in 0..rounds {
        let start = Instant::now();
        (0..calls).for_each(|_| call());
        best = best.min(start.elapsed().as_secs_f64() / f64::from(calls));
    }
    best
}

fn main() {
    let toolkit = Toolkit::load(None).unwrap();
    let asking = Asking { lang: Lang::En, as_of: parse_day("2026-11-21").unwrap() };
    let market = toolkit.pay_answers(asking).unwrap();
    let micro = 1e6;

    let paris = Site::new("FR", Some("FR-IDF"));
    let look_up = seconds(20, 2_000, || {
        black_box(market.find(Market::new(Job::SocialMediaManager, Seniority::Level(Level::Mid), paris)));
    });
    let anew = seconds(5, 50, || {
        let (role, at) = (Role::SocialMediaManager, years(asking.as_of));
        black_box(ladder(market.data, role, Community::Brand, paris, at, METHOD, Counted::Both));
    });
    let california = Site { country: "US", region: Some("US-CA"), area: Some("us-san-jose") };
    let american = seconds(5, 50, || {
        let (role, at) = (Role::SocialMediaManager, years(asking.as_of));
        black_box(ladder(market.data, role, Community::Brand, california, at, METHOD, Counted::Both));
    });
    let tested = seconds(2, 1, || {
        black_box(toolkit.backtest(asking).unwrap());
    });
    let band = json!({"role": "smm", "level": "mid", "city": "Paris"});
    let answer = seconds(10, 200, || {
        black_box(to_json(&toolkit.salary_band(&band, asking).unwrap()));
    });
    let offer = json!({"role": "cm", "level": "junior", "city": "Paris", "amount": 25000, "currency": "EUR", "period": "year"});
    let assessed = seconds(10, 200, || {
        black_box(to_json(&toolkit.assess_offer(&offer, asking).unwrap()));
    });
    let book = market.book("FR").unwrap();
    let situation = rolecall::domain::pay::cost::Situation {
        region: None,
        gross: 32_000.0,
        fte: 1.0,
        headcount: 30,
        executive: false,
        mobility_rate: 3.2,
        accident_rate: None,
        health_cover: None,
        employer: rolecall::domain::pay::cost::EmployerKind::Company,
        age: 30,
        options: &[],
        apprentice: false,
    };
    let breakdown = seconds(20, 1_000, || {
        black_box(book.breakdown(black_box(&situation)));
    });
    let budgets = seconds(20, 1_000, || {
        black_box(book.gross_within(black_box(&situation), black_box(45_000)));
    });
    let cost = json!({"country": "FR", "gross": 32000, "headcount": 30});
    let asked = request::cost(market.data, &cost).unwrap();
    let itemised = seconds(10, 1_000, || {
        black_box(market.employer_cost(&asked).unwrap());
    });
    let profile = br#"{"presence_stage":"growing","goals":["retention","content-strategy"],"employees":12,"country":"FR","annual_budget":{"amount":60000,"currency":"EUR"}}"#;
    let plain = br#"{"presence_stage":"growing","goals":["retention","content-strategy"],"employees":12}"#;
    let recommend = |json: &'static [u8]| {
        seconds(10, 200, || {
            let profile = toolkit.read_profile(json, true).unwrap();
            black_box(to_json(&toolkit.recommend(&profile, asking).unwrap()));
        })
    };

    println!("one core                                        microseconds");
    for (name, seconds) in [
        ("band looked up, warm", look_up),
        ("ladder of a role computed anew", anew),
        ("the same in the country with the most figures", american),
        ("back-test", tested),
        ("band with its evidence, as JSON", answer),
        ("offer assessed, as JSON", assessed),
        ("1,000 employer costs", breakdown * 1_000.0),
        ("1,000 costs from a budget", budgets * 1_000.0),
        ("1,000 employer costs, itemised answers", itemised * 1_000.0),
        ("recommendation without a country, as JSON", recommend(plain)),
        ("recommendation with pay and budget, as JSON", recommend(profile)),
    ] {
        println!("{name:<46}{:>12.2}", seconds * micro);
    }
}
