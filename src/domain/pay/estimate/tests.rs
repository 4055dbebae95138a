use proptest::prelude::*;

use super::super::ageing::{Chain, Growth, GrowthKind};
use super::super::data::{Adjustment, AdjustmentKind, Experience};
use super::super::evidence::{Centre, Excluded, ExclusionReason, Observation};
use super::super::figure::{Period, Post, Statistic};
use super::super::job::Community;
use super::super::ladder::{Ladder, ladder};
use super::super::place::{Differential, Site};
use super::super::select::METHOD;
use super::*;
use crate::domain::dated::{parse_day, years};
use crate::domain::pay::evidence::Counted;
use crate::domain::text::Text;
use crate::domain::vocab::{Grade, Level, Role};

const CM: Role = Role::CommunityManager;

/// The day asked for, and of every figure that says no other.
fn now() -> f64 {
    years(parse_day("2026-01-01").unwrap())
}

/// A national median of an official statistic, for all levels, in a series of its own.
fn figure(series: usize, amount: f64) -> Observation {
    let mut published = [None; 8];
    published[Statistic::Median as usize] = Some(amount);
    Observation {
        set: format!("set-{series}"),
        role: CM.into(),
        occupation: None,
        community: None,
        level: None,
        country: "FR".to_owned(),
        region: None,
        area: None,
        within: None,
        published,
        currency: "EUR".to_owned(),
        period: Period::Year,
        per_year: 1.0,
        n: None,
        at: now(),
        as_of: None,
        source: "book".to_owned(),
        series,
        series_name: format!("series-{series}"),
        reliability: Grade::High,
        words: None,
        note: None,
        corrections: Vec::new(),
        centre: amount.ln(),
        centre_from: Centre::Median,
        spread: None,
        own: false,
        excluded: None,
    }
}

fn data(observations: Vec<Observation>) -> PayData {
    PayData { observations, ..PayData::default() }
}

fn text() -> Text {
    Text { fr: "x".into(), en: "x".into() }
}

fn adjustment(kind: AdjustmentKind, level: Option<Level>, ratio: f64) -> Adjustment {
    Adjustment {
        id: "x".to_owned(),
        kind,
        role: None,
        level,
        country: None,
        occupation: None,
        ratio,
        uncertainty: 0.0,
        nearness: 0.5,
        because: text(),
        sources: Vec::new(),
    }
}

fn cell(level: Option<Level>, region: Option<&str>) -> Cell<'_> {
    Cell { role: CM, community: Community::Brand, level, site: Site::new("FR", region), at: now() }
}

/// The levels of community managers in France.
fn climbed(data: &PayData) -> Option<Ladder> {
    ladder(data, CM, Community::Brand, Site::new("FR", None), now(), METHOD, Counted::Both)
}

/// The one figure that takes part.
fn only(data: &PayData, cell: &Cell<'_>) -> Used {
    let used = select(data, cell, METHOD, Without::default());
    assert_eq!(used.len(), 1, "{used:?}");
    used[0]
}

#[track_caller]
fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9, "{found}, not {expected}");
}

/// An official figure without a sample counts 0.9 before anything else is asked.
const OFFICIAL: f64 = 0.9;

#[test]
fn reliability_and_sample_make_the_weight() {
    for (reliability, n, weight) in [
        (Grade::High, None, OFFICIAL),
        (Grade::Medium, None, 0.6 * 0.4),
        (Grade::Low, None, 0.25 * 0.4),
        (Grade::High, Some(15), 0.5),
        (Grade::High, Some(45), 0.75),
        (Grade::Medium, Some(5), 0.6 * 0.25),
    ] {
        let item = Observation { n, reliability, ..figure(0, 30_000.0) };
        near(only(&data(vec![item]), &cell(None, None)).point.weight, weight);
    }
}

#[test]
fn a_figure_counts_half_four_years_before_or_after() {
    for (distance, weight, later) in [(-4.0, 0.5, false), (-8.0, 0.25, false), (4.0, 0.5, true)] {
        let item = Observation { at: now() + distance, ..figure(0, 30_000.0) };
        let used = only(&data(vec![item]), &cell(None, None));
        near(used.point.weight, OFFICIAL * weight);
        assert_eq!(used.later, later);
    }
}

#[test]
fn the_nearer_the_level_the_more_it_counts() {
    use Nearness::{Mixed, Other, Own};
    for (asked, known, nearness, weight) in [
        (None, None, Own, 1.0),
        (Some(Level::Mid), Some(Level::Mid), Own, 1.0),
        (Some(Level::Mid), None, Mixed, 0.6),
        (Some(Level::Mid), Some(Level::Senior), Other, 0.25),
        (None, Some(Level::Junior), Other, 0.4),
    ] {
        let item = Observation { level: known, ..figure(0, 30_000.0) };
        let used = only(&data(vec![item]), &cell(asked, None));
        assert_eq!(used.level, nearness);
        near(used.point.weight, OFFICIAL * weight);
    }
}

#[test]
fn a_figure_of_another_level_is_brought_to_the_one_asked_for() {
    let mut data = data(vec![Observation { level: Some(Level::Senior), ..figure(0, 39_000.0) }]);
    data.adjustments = vec![
        adjustment(AdjustmentKind::Level, Some(Level::Junior), 0.8),
        adjustment(AdjustmentKind::Level, Some(Level::Senior), 1.3),
    ];
    // 39,000 over 1.3 is 30,000 for all levels, 24,000 for a junior.
    for (level, amount) in [
        (Some(Level::Junior), 24_000.0_f64),
        (None, 30_000.0),
        (Some(Level::Mid), 30_000.0),
        (Some(Level::Senior), 39_000.0),
    ] {
        near(only(&data, &cell(level, None)).point.centre, amount.ln());
    }
}

#[test]
fn a_figure_of_another_place_is_brought_to_the_one_asked_for() {
    use Nearness::{Mixed, Other, Own};
    let differential = |region: &str, ratio| Differential {
        id: "x".to_owned(),
        country: "FR".to_owned(),
        region: region.to_owned(),
        role: None,
        level: None,
        area: None,
        ratio,
        uncertainty: 0.0,
        reliability: Grade::Low,
        because: text(),
        sources: Vec::new(),
    };
    let at = |region: Option<&str>, area: Option<&str>, asked: Option<&'static str>| {
        let item = Observation {
            region: region.map(str::to_owned),
            area: area.map(str::to_owned),
            ..figure(0, 30_000.0)
        };
        let mut data = data(vec![item]);
        data.differentials = vec![differential("FR-IDF", 1.2), differential("FR-ARA", 1.0)];
        let used = only(&data, &cell(None, asked));
        (used.place, used.point.weight / OFFICIAL, used.point.centre.exp())
    };
    for (region, area, asked, place, weight, amount) in [
        (None, None, None, Own, 1.0, 30_000.0),
        (Some("FR-IDF"), None, Some("FR-IDF"), Own, 1.0, 30_000.0),
        (None, None, Some("FR-IDF"), Mixed, 0.9, 36_000.0),
        (Some("FR-IDF"), None, None, Other, 0.5, 25_000.0),
        (Some("FR-IDF"), None, Some("FR-ARA"), Other, 0.5, 25_000.0),
        (Some("FR-ARA"), None, Some("FR-IDF"), Other, 0.5, 36_000.0),
        // A place in the source's words that is no region of ours is not the whole country.
        (None, Some("the west"), None, Other, 0.5, 30_000.0),
    ] {
        let found = at(region, area, asked);
        assert_eq!(found.0, place, "{region:?} {asked:?}");
        near(found.1, weight);
        assert!((found.2 - amount).abs() < 1e-6, "{region:?} {asked:?}: {} not {amount}", found.2);
    }
}

#[test]
fn mixed_samples_and_neighbours_count_where_a_ratio_leads_from_them() {
    let pooled = Observation { role: Post::Pooled, ..figure(0, 30_000.0) };
    let neighbour =
        Observation { role: Post::Neighbour, occupation: Some("writer".to_owned()), ..figure(1, 30_000.0) };
    let other = Observation { role: Post::SocialMediaManager, ..figure(2, 90_000.0) };
    let mut data = data(vec![pooled, neighbour, other]);
    assert_eq!(
        select(&data, &cell(None, None), METHOD, Without::default()),
        [],
        "no ratio leads from any of them"
    );
    let proxy = Adjustment {
        occupation: Some("writer".to_owned()),
        nearness: 0.1,
        ..adjustment(AdjustmentKind::Proxy, None, 1.1)
    };
    data.adjustments = vec![adjustment(AdjustmentKind::Pool, None, 0.9), proxy];
    let used = select(&data, &cell(None, None), METHOD, Without::default());
    assert_eq!(used.iter().map(|used| used.role).collect::<Vec<_>>(), [Nearness::Mixed, Nearness::Other]);
    near(used[0].point.centre, 27_000.0_f64.ln());
    near(used[0].point.weight, OFFICIAL * 0.5);
    near(used[1].point.centre, 33_000.0_f64.ln());
    near(used[1].point.weight, OFFICIAL * 0.1);
    // A neighbour's figure for one town speaks for that town only.
    data.observations[1].region = Some("FR-IDF".to_owned());
    assert_eq!(select(&data, &cell(None, None), METHOD, Without::default()).len(), 1);
    assert_eq!(select(&data, &cell(None, Some("FR-IDF")), METHOD, Without::default()).len(), 2);
}

#[test]
fn the_most_specific_ratio_counts() {
    let specific = |country: Option<&str>, role, ratio| Adjustment {
        country: country.map(str::to_owned),
        role,
        ..adjustment(AdjustmentKind::Pool, None, ratio)
    };
    let mut data = data(vec![Observation { role: Post::Pooled, ..figure(0, 10_000.0) }]);
    for (added, ratio) in [
        (specific(None, None, 0.5), 0.5),
        (specific(None, Some(CM), 0.6), 0.6),
        (specific(Some("FR"), None, 0.7), 0.7),
        (specific(Some("FR"), Some(CM), 0.8), 0.8),
        (specific(Some("DE"), Some(CM), 0.9), 0.8),
        (specific(Some("FR"), Some(Role::ContentManager), 0.9), 0.8),
    ] {
        data.adjustments.insert(0, added);
        near(only(&data, &cell(None, None)).point.centre, (10_000.0_f64 * ratio).ln());
    }
}

#[test]
fn other_countries_excluded_figures_and_the_series_left_out_never_count() {
    let mut data = data(vec![
        Observation { country: "DE".to_owned(), ..figure(0, 60_000.0) },
        figure(1, 30_000.0),
        figure(2, 31_000.0),
        Observation {
            excluded: Some(Excluded { reason: ExclusionReason::Repeat, record: None }),
            ..figure(3, 99_000.0)
        },
        Observation { country: "GB".to_owned(), ..figure(4, 60_000.0) },
    ]);
    let of = |data: &PayData, without| -> Vec<usize> {
        select(data, &cell(None, None), METHOD, Without { series: without, own: false, ..Without::default() })
            .iter()
            .map(|used| used.observation)
            .collect()
    };
    assert_eq!(of(&data, None), [1, 2]);
    assert_eq!(of(&data, Some(2)), [1]);
    data.observations.truncate(1);
    assert_eq!(of(&data, None), [0; 0]);
    assert!(estimate(&data, &cell(None, None), METHOD, Without::default()).is_none());
    assert!(climbed(&data).is_none());
}

#[test]
fn half_of_the_growth_of_wages_reaches_a_figure() {
    let growth = Growth {
        id: "x".to_owned(),
        country: "FR".to_owned(),
        kind: GrowthKind::WageGrowth,
        population: "all".to_owned(),
        valid_from: parse_day("2024-01-01").unwrap(),
        valid_to: parse_day("2026-01-01").unwrap(),
        percent: 21.0,
        used: None,
        source: "book".to_owned(),
        reliability: Grade::High,
        note: None,
    };
    let day = |text: &str| years(parse_day(text).unwrap());
    let mut data = data(vec![Observation { at: day("2023-01-01"), ..figure(0, 30_000.0) }]);
    data.chains.insert("FR".to_owned(), Chain::new([&growth]));
    // 21 percent of growth, half of it in logarithms: 10 percent. The first of the three years is not covered.
    let used = only(&data, &cell(None, None));
    near(used.point.centre, 33_000.0_f64.ln());
    near(used.uncovered, day("2024-01-01") - day("2023-01-01"));
    // Backwards it shrinks.
    data.observations[0].at = day("2026-01-01");
    let before = Cell { at: day("2024-01-01"), ..cell(None, None) };
    near(only(&data, &before).point.centre, (30_000.0_f64 / 1.1).ln());
}

#[test]
fn a_figure_without_a_spread_takes_the_usual_one_and_none_is_too_narrow() {
    let spread = |own: Option<f64>, usual: Option<f64>| {
        let mut data = data(vec![Observation { spread: own, ..figure(0, 30_000.0) }]);
        data.adjustments.extend(usual.map(|ratio| adjustment(AdjustmentKind::Spread, None, ratio)));
        only(&data, &cell(None, None)).point.spread
    };
    near(spread(None, None), 0.17);
    near(spread(None, Some(1.25)), 1.25_f64.ln());
    near(spread(Some(0.3), Some(1.25)), 0.3);
    near(spread(Some(0.01), None), 0.06);
}

#[test]
fn within_a_level_pay_spreads_less_than_over_all() {
    let item = Observation { spread: Some(0.2), ..figure(0, 30_000.0) };
    let mut data = data(vec![item]);
    data.adjustments = vec![
        adjustment(AdjustmentKind::Spread, None, 0.2_f64.exp()),
        adjustment(AdjustmentKind::Spread, Some(Level::Mid), 0.15_f64.exp()),
    ];
    near(only(&data, &cell(None, None)).point.spread, 0.2);
    near(only(&data, &cell(Some(Level::Mid), None)).point.spread, 0.15);
}

#[test]
fn one_survey_has_one_voice() {
    // Two figures of one series, 0.9 and 0.9 × 0.4: together they weigh 0.9, and keep their proportion.
    let data = data(vec![
        figure(0, 30_000.0),
        Observation { level: Some(Level::Senior), ..figure(0, 30_000.0) },
        figure(1, 30_000.0),
    ]);
    let found = estimate(&data, &cell(None, None), METHOD, Without::default()).unwrap();
    let weights: Vec<f64> = found.used.iter().map(|used| used.point.weight).collect();
    near(weights[0], 0.9 / 1.4);
    near(weights[1], 0.9 * 0.4 / 1.4);
    near(weights[2], 0.9);
    near(found.evidence, 1.8);
    near(found.percent(|used| used.level == Nearness::Own), 100.0 * (0.9 / 1.4 + 0.9) / 1.8);
    assert_eq!(found.uncertainty.series, 2);
    near(found.uncertainty.effective, 2.0);
}

#[test]
fn single_salaries_of_one_source_weigh_as_a_sample() {
    let record = |amount| Observation { n: Some(1), ..figure(0, amount) };
    let weight = |count: usize| {
        let records = (0..count).map(|_| record(30_000.0)).collect();
        estimate(&data(records), &cell(None, None), METHOD, Without::default()).unwrap().evidence
    };
    near(weight(1), 1.0 / 16.0);
    near(weight(15), 0.5);
    // Their size makes the median as sure as it makes that of a sample.
    let samples = |count: usize| {
        let records = (0..count).map(|_| record(30_000.0)).collect();
        estimate(&data(records), &cell(None, None), METHOD, Without::default()).unwrap().uncertainty.samples
    };
    near(samples(1), 0.17 / 0.674_49);
    near(samples(16), 0.17 / 0.674_49 / 4.0);
}

#[test]
fn a_survey_that_prints_the_role_is_not_asked_what_its_mixed_sample_says() {
    let pooled = |series| Observation { role: Post::Pooled, ..figure(series, 60_000.0) };
    let mut data = data(vec![figure(0, 30_000.0), pooled(0), pooled(1)]);
    data.adjustments = vec![adjustment(AdjustmentKind::Pool, None, 1.0)];
    let used = select(&data, &cell(None, None), METHOD, Without::default());
    assert_eq!(used.iter().map(|used| used.observation).collect::<Vec<_>>(), [0, 2]);
    // Left out itself, its mixed sample goes with it: the back-test must not be told the answer.
    let used = select(
        &data,
        &cell(None, None),
        METHOD,
        Without { series: Some(0), own: false, ..Without::default() },
    );
    assert_eq!(used.iter().map(|used| used.observation).collect::<Vec<_>>(), [2]);
}

#[test]
fn another_role_stands_in_only_where_the_role_is_not_known() {
    let smm = Observation { role: Post::SocialMediaManager, ..figure(0, 40_000.0) };
    let mut data = data(vec![smm]);
    let role = Adjustment { role: Some(CM), uncertainty: 0.1, ..adjustment(AdjustmentKind::Role, None, 0.8) };
    data.adjustments = vec![role];
    let derived = estimate(&data, &cell(None, None), METHOD, Without::default()).unwrap();
    assert!(derived.derived);
    near(derived.percentiles[MEDIAN], 32_000.0_f64.ln());
    near(derived.uncertainty.ratios, 0.1);
    data.observations.push(figure(1, 30_000.0));
    let own = estimate(&data, &cell(None, None), METHOD, Without::default()).unwrap();
    assert!(!own.derived);
    near(own.percentiles[MEDIAN], 30_000.0_f64.ln());
    // The back-test can ask what would be said without any figure of the role.
    let without =
        estimate(&data, &cell(None, None), METHOD, Without { series: None, own: true, ..Without::default() })
            .unwrap();
    near(without.percentiles[MEDIAN], 32_000.0_f64.ln());
}

#[test]
fn online_communities_do_not_decide_what_a_brand_pays() {
    let online = Observation { community: Some(Community::Online), ..figure(0, 60_000.0) };
    let brand = Observation { community: Some(Community::Brand), ..figure(1, 30_000.0) };
    let mut data = data(vec![online, brand]);
    let used = |data: &PayData, community| -> Vec<usize> {
        let cell = Cell { community, ..cell(None, None) };
        select(data, &cell, METHOD, Without::default()).iter().map(|used| used.observation).collect()
    };
    assert_eq!(used(&data, Community::Brand), [1]);
    assert_eq!(used(&data, Community::Online), [0], "no ratio leads from the brand");
    data.adjustments = vec![adjustment(AdjustmentKind::Community, None, 1.5)];
    assert_eq!(used(&data, Community::Online), [0, 1]);
    let cell = Cell { community: Community::Online, ..cell(None, None) };
    let found = select(&data, &cell, METHOD, Without::default());
    near(found[1].point.centre, 45_000.0_f64.ln());
    assert_eq!(found[1].role, Nearness::Mixed);
}

#[test]
fn the_median_lies_between_the_figures_and_the_quartiles_are_those_of_the_sources() {
    let of =
        |observations| estimate(&data(observations), &cell(None, None), METHOD, Without::default()).unwrap();
    let one = of(vec![figure(0, 30_000.0)]);
    for (found, expected) in one.percentiles.iter().zip([-1.9 * 0.17, -0.17, 0.0, 0.17, 2.0 * 0.17]) {
        assert!((found - 30_000.0_f64.ln() - expected).abs() < 1e-9, "{one:?}");
    }
    // The geometric middle of 20,000 and 45,000 is 30,000; that they lie apart makes it unsure, not pay wider.
    let two = of(vec![figure(0, 20_000.0), figure(1, 45_000.0)]);
    assert!((two.percentiles[MEDIAN].exp() - 30_000.0).abs() < 0.1, "{two:?}");
    near(two.percentiles[MEDIAN + 1] - two.percentiles[MEDIAN], 0.17);
    let agree = of(vec![figure(0, 30_000.0), figure(1, 30_000.0)]);
    assert!(two.uncertainty.disagreement > DISAGREEMENT && agree.uncertainty.disagreement < DISAGREEMENT);
    assert!(two.uncertainty.percent() > agree.uncertainty.percent());
    // A source's own quartiles count, beside a little of the usual.
    let printed = of(vec![Observation { spread: Some(0.1), ..figure(0, 30_000.0) }]);
    let half = printed.percentiles[MEDIAN + 1] - printed.percentiles[MEDIAN];
    assert!(half > 0.1 && half < 0.115, "{half}");
}

#[test]
fn more_independent_sources_make_the_median_surer() {
    let sure = |count: usize| {
        let figures = (0..count).map(|series| figure(series, 30_000.0)).collect();
        estimate(&data(figures), &cell(None, None), METHOD, Without::default()).unwrap().uncertainty
    };
    near(sure(1).effective, 1.0);
    near(sure(1).between, DISAGREEMENT);
    near(sure(4).effective, 4.0);
    assert!(sure(4).between < DISAGREEMENT / 2.0 + 1e-12, "and they agree better than usual");
    // The weight of one source is no second one.
    let faint = Observation { reliability: Grade::Low, at: now() - 20.0, ..figure(1, 30_000.0) };
    let found =
        estimate(&data(vec![figure(0, 30_000.0), faint]), &cell(None, None), METHOD, Without::default());
    assert!(found.unwrap().uncertainty.effective < 1.1);
}

#[test]
fn figures_that_go_through_one_ratio_err_together() {
    let senior = |series| Observation { level: Some(Level::Senior), ..figure(series, 39_000.0) };
    let mut data = data(vec![senior(0), senior(1), senior(2)]);
    data.adjustments =
        vec![Adjustment { uncertainty: 0.1, ..adjustment(AdjustmentKind::Level, Some(Level::Senior), 1.3) }];
    let found = estimate(&data, &cell(None, None), METHOD, Without::default()).unwrap();
    near(found.uncertainty.ratios, 0.1);
    let own = estimate(&data, &cell(Some(Level::Senior), None), METHOD, Without::default()).unwrap();
    near(own.uncertainty.ratios, 0.0);
}

#[test]
fn the_levels_of_a_ladder_rise() {
    let levels = |junior: f64, senior: f64| {
        let data = data(vec![
            Observation { level: Some(Level::Junior), ..figure(0, junior) },
            Observation { level: Some(Level::Senior), ..figure(1, senior) },
        ]);
        climbed(&data).unwrap()
    };
    let upright = levels(25_000.0, 40_000.0);
    assert!(!upright.moved);
    let tilted = levels(40_000.0, 25_000.0);
    assert!(tilted.moved);
    for ladder in [upright, tilted] {
        let [junior, mid, senior] =
            [Level::Junior, Level::Mid, Level::Senior].map(|level| ladder.at(Some(level)));
        for at in 0..5 {
            assert!(junior.percentiles[at] <= mid.percentiles[at] + 1e-12);
            assert!(mid.percentiles[at] <= senior.percentiles[at] + 1e-12);
        }
        near(ladder.at(None).percentiles[MEDIAN], ladder.all.percentiles[MEDIAN]);
    }
}

#[test]
fn years_give_points_between_the_levels_and_beyond_them() {
    let mut data = data(vec![
        Observation { level: Some(Level::Junior), ..figure(0, 25_000.0) },
        Observation { level: Some(Level::Mid), ..figure(1, 30_000.0) },
        Observation { level: Some(Level::Senior), ..figure(2, 40_000.0) },
    ]);
    let point = |years: f64, ratio: f64| Experience {
        id: "x".to_owned(),
        years,
        ratio,
        uncertainty: 0.03,
        n: 100,
        source: "book".to_owned(),
        note: String::new(),
    };
    data.experience = vec![point(0.5, 0.9), point(3.0, 1.0), point(6.0, 1.2), point(9.0, 1.4)];
    let ladder = climbed(&data).unwrap();
    let at = |years: u32| {
        let (height, unsure) = data.experience(years);
        ladder.between(Level::of_years(years), height, unsure)
    };
    let median = |years: u32| at(years).percentiles[MEDIAN];
    let mid = ladder.at(Some(Level::Mid)).percentiles[MEDIAN];
    near(median(3), mid);
    for years in 0..30 {
        assert!(median(years) <= median(years + 1) + 1e-12, "{years}");
    }
    assert!(median(8) > median(5) + 0.05, "eight years differ from five");
    assert!(median(0) < mid && median(30) > ladder.at(Some(Level::Senior)).percentiles[MEDIAN]);
    assert!(at(6).uncertainty.ratios >= 0.03);
}

fn figures() -> impl Strategy<Value = Vec<Observation>> {
    let one =
        (12_000.0..120_000.0_f64, prop::option::of(1_u32..500), prop::option::of(0..3_usize), -6.0..1.0_f64);
    prop::collection::vec(one, 1..8).prop_map(|list| {
        let item = |(series, (amount, n, level, age)): (usize, (f64, Option<u32>, Option<usize>, f64))| {
            Observation {
                n,
                level: level.map(|at| Level::ALL[at]),
                at: now() + age,
                ..figure(series / 2, amount)
            }
        };
        list.into_iter().enumerate().map(item).collect()
    })
}

proptest! {
    /// A band in another unit of money is the same band.
    #[test]
    fn the_currency_unit_does_not_matter(mut list in figures(), factor in 0.01..1000.0_f64) {
        let before = estimate(&data(list.clone()), &cell(None, None), METHOD, Without::default()).unwrap();
        list.iter_mut().for_each(|item| item.centre += factor.ln());
        let after = estimate(&data(list), &cell(None, None), METHOD, Without::default()).unwrap();
        for (a, b) in before.percentiles.iter().zip(after.percentiles) {
            prop_assert!((a + factor.ln() - b).abs() < 1e-6, "{a} {b}");
        }
        let [before, after] = [&before, &after].map(|found| found.uncertainty.deviation());
        prop_assert!((before - after).abs() < 1e-9 && before > 0.0);
    }

    /// A figure that is raised lowers no percentile, and the median lies within reach of the figures.
    #[test]
    fn a_higher_figure_never_lowers_a_band(mut list in figures(), pick in any::<prop::sample::Index>(), more in 0.0..1.0_f64) {
        let before = estimate(&data(list.clone()), &cell(None, None), METHOD, Without::default()).unwrap();
        prop_assert!(before.percentiles.is_sorted());
        let lowest = list.iter().map(|item| item.centre).fold(f64::INFINITY, f64::min);
        let highest = list.iter().map(|item| item.centre).fold(f64::NEG_INFINITY, f64::max);
        let median = before.percentiles[MEDIAN];
        prop_assert!(median >= lowest - 1e-6 && median <= highest + 1e-6);
        let at = pick.index(list.len());
        list[at].centre += more;
        let after = estimate(&data(list), &cell(None, None), METHOD, Without::default()).unwrap();
        for (a, b) in before.percentiles.iter().zip(after.percentiles) {
            prop_assert!(b >= a - 1e-6, "{a} then {b}");
        }
    }
}
