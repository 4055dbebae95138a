//! How fast decisions are, beside a general expression engine on the same machine in the same minute.
//!
//! `cargo bench` prints calls a second and ratios; only the ratios mean anything on another machine.
//! Everything starts from JSON text, one core.
#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a bench prints, and may stop")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use rolecall::domain::dated::parse_day;
use rolecall::domain::text::Lang;
use rolecall::toolkit::{Asking, Toolkit, to_json};

// The allocator of the binary.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Profiles as callers send them: from the bare minimum to every field.
const PROFILES: [&str; 6] = [
    r#"{"presence_stage":"launching","goals":["awareness","new-channels","content-strategy"],"employees":4}"#,
    r#"{"presence_stage":"established","goals":["retention","advocacy",{"goal":"awareness","priority":"secondary"}],"employees":60,"max_hires":1}"#,
    r#"{"presence_stage":"growing","goals":["retention",{"goal":"awareness","priority":"secondary"}],"employees":12,"country":"FR","region":"FR-IDF","annual_budget":{"amount":60000,"currency":"EUR"},"team":{"community_managers":0,"social_media_managers":0,"agency":false},"workload":{"channels":3,"messages_per_week":80,"posts_per_week":5},"market":"b2c"}"#,
    r#"{"presence_stage":"growing","goals":["retention","content-strategy","website"],"employees":5,"max_hires":1,"team":{"agency":true},"workload":{"messages_per_week":60,"posts_per_week":4}}"#,
    r#"{"presence_stage":"launching","goals":["website","seo"]}"#,
    r#"{"presence_stage":"established","goals":["define-strategy","customer-support","moderation","advertising"],"employees":900}"#,
];

/// A decision table of twelve rows as expressions: what a general engine is asked to do instead.
const ROWS: [&str; 12] = [
    "goals.all(g, g in ['website', 'seo', 'seo-articles', 'video', 'photography', 'graphic-design', 'online-shop'])",
    "employees >= 250 && goals.exists(g, g in smm) && goals.exists(g, g in cm)",
    "stage == 'absent' && goals.all(g, g in cm)",
    "stage == 'launching' && goals.exists(g, g == 'new-channels')",
    "stage == 'established' && goals.all(g, g in cm)",
    "stage == 'growing' && goals.all(g, g in cm)",
    "stage == 'growing' && goals.all(g, g in smm)",
    "stage == 'launching' && goals.all(g, g in smm)",
    "stage == 'established' && goals.all(g, g in smm)",
    "stage == 'established' && goals.exists(g, g in cm)",
    "goals.exists(g, g in smm) && goals.exists(g, g in cm)",
    "true",
];

#[derive(serde::Deserialize)]
struct Typed {
    presence_stage: String,
    goals: Vec<serde_json::Value>,
    employees: Option<i64>,
}

/// Calls a second: the best of several short runs, so that a busy neighbour does not count.
fn rate(mut call: impl FnMut(&str)) -> f64 {
    let mut best = 0.0_f64;
    for _ in 0..7 {
        let (start, mut calls) = (Instant::now(), 0_u32);
        while start.elapsed() < Duration::from_millis(150) {
            for _ in 0..20 {
                PROFILES.iter().for_each(|profile| call(black_box(profile)));
                calls += u32::try_from(PROFILES.len()).unwrap();
            }
        }
        best = best.max(f64::from(calls) / start.elapsed().as_secs_f64());
    }
    best
}

fn main() {
    let toolkit = Toolkit::load(None).unwrap();
    let as_of = parse_day("2026-11-21").unwrap();
    let asking = Asking { lang: Lang::En, as_of };

    let programs: Vec<cel::Program> = ROWS.iter().map(|row| cel::Program::compile(row).unwrap()).collect();
    let names = |list: &[&str]| list.iter().map(|name| (*name).to_owned()).collect::<Vec<String>>();
    let cm = names(&[
        "retention",
        "advocacy",
        "moderation",
        "customer-support",
        "community-bonding",
        "product-feedback",
    ]);
    let smm = names(&[
        "define-strategy",
        "content-strategy",
        "advertising",
        "new-channels",
        "awareness",
        "partnerships",
    ]);
    let mut base = cel::Context::default();
    base.add_variable("cm", cm).unwrap();
    base.add_variable("smm", smm).unwrap();

    let table = rate(|json| {
        let typed: Typed = serde_json::from_str(json).unwrap();
        let goals: Vec<String> = typed
            .goals
            .iter()
            .filter_map(|goal| goal.as_str().or_else(|| goal.get("goal")?.as_str()).map(str::to_owned))
            .collect();
        let mut context = base.new_inner_scope();
        context.add_variable("stage", typed.presence_stage).unwrap();
        context.add_variable("goals", goals).unwrap();
        context.add_variable("employees", typed.employees.unwrap_or(0)).unwrap();
        let row = programs
            .iter()
            .position(|program| matches!(program.execute(&context), Ok(cel::Value::Bool(true))));
        black_box(row);
    });
    let verdict = rate(|json| {
        let profile = toolkit.read_profile(json.as_bytes(), true).unwrap();
        black_box(toolkit.decide(&profile, as_of).unwrap());
    });
    let explained = rate(|json| {
        let profile = toolkit.read_profile(json.as_bytes(), true).unwrap();
        black_box(to_json(&toolkit.recommend(&profile, asking).unwrap()));
    });
    let bytes: usize = PROFILES
        .iter()
        .map(|json| {
            to_json(
                &toolkit.recommend(&toolkit.read_profile(json.as_bytes(), true).unwrap(), asking).unwrap(),
            )
            .len()
        })
        .sum::<usize>()
        / PROFILES.len();

    println!("from JSON text, one core                calls/s   against cel");
    for (name, rate) in [
        ("cel 0.15, table of 12 rows, no reasons", table),
        ("rolecall, verdict with scores", verdict),
        ("rolecall, whole explained answer", explained),
    ] {
        println!("{name:<40}{:>7.0}k {:>10.2} x", rate / 1000.0, rate / table);
    }
    println!("an explained answer is {bytes} bytes of JSON on average");
}
