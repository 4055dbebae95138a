use proptest::prelude::*;

use super::super::ageing::{Chain, Growth, GrowthKind};
use super::super::data::Adjustment;
use super::super::evidence::{Centre, Excluded, ExclusionReason};
use super::super::figure::{Period, Statistic};
use super::super::place::Differential;
use super::*;
use crate::domain::dated::{parse_day, years};
use crate::domain::text::Text;

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
        level: None,
        country: "FR".to_owned(),
        region: None,
        area: None,
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
        nearness: 0.5,
        because: text(),
        sources: Vec::new(),
    }
}

fn cell(level: Option<Level>, region: Option<&str>) -> Cell<'_> {
    Cell { role: CM, level, country: "FR", region, at: now() }
}

/// The one figure that takes part.
fn only(data: &PayData, cell: &Cell<'_>) -> Used {
    let used = select(data, cell, METHOD, None);
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
        ratio,
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
    assert_eq!(select(&data, &cell(None, None), METHOD, None), [], "no ratio leads from any of them");
    let proxy = Adjustment {
        occupation: Some("writer".to_owned()),
        nearness: 0.1,
        ..adjustment(AdjustmentKind::Proxy, None, 1.1)
    };
    data.adjustments = vec![adjustment(AdjustmentKind::Pool, None, 0.9), proxy];
    let used = select(&data, &cell(None, None), METHOD, None);
    assert_eq!(used.iter().map(|used| used.role).collect::<Vec<_>>(), [Nearness::Mixed, Nearness::Other]);
    near(used[0].point.centre, 27_000.0_f64.ln());
    near(used[0].point.weight, OFFICIAL * 0.5);
    near(used[1].point.centre, 33_000.0_f64.ln());
    near(used[1].point.weight, OFFICIAL * 0.1);
    // A neighbour's figure for one town speaks for that town only.
    data.observations[1].region = Some("FR-IDF".to_owned());
    assert_eq!(select(&data, &cell(None, None), METHOD, None).len(), 1);
    assert_eq!(select(&data, &cell(None, Some("FR-IDF")), METHOD, None).len(), 2);
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
        select(data, &cell(None, None), METHOD, without).iter().map(|used| used.observation).collect()
    };
    assert_eq!(of(&data, None), [1, 2]);
    assert_eq!(of(&data, Some(2)), [1]);
    data.observations.truncate(1);
    assert_eq!(of(&data, None), [0; 0]);
    assert!(estimate(&data, &cell(None, None), METHOD, None).is_none());
    assert!(ladder(&data, CM, "FR", None, now(), METHOD).is_none());
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
fn one_survey_has_one_voice() {
    // Two figures of one series, 0.9 and 0.9 × 0.4: together they weigh 0.9, and keep their proportion.
    let data = data(vec![
        figure(0, 30_000.0),
        Observation { level: Some(Level::Senior), ..figure(0, 30_000.0) },
        figure(1, 30_000.0),
    ]);
    let found = estimate(&data, &cell(None, None), METHOD, None).unwrap();
    let weights: Vec<f64> = found.used.iter().map(|used| used.point.weight).collect();
    near(weights[0], 0.9 / 1.4);
    near(weights[1], 0.9 * 0.4 / 1.4);
    near(weights[2], 0.9);
    near(found.evidence, 1.8);
    near(found.percent(|used| used.level == Nearness::Own), 100.0 * (0.9 / 1.4 + 0.9) / 1.8);
    assert_eq!(voices(&data, &found), 2);
}

#[test]
fn the_quartiles_of_one_figure_are_its_own_and_those_of_two_lie_between() {
    let quartiles =
        |observations| estimate(&data(observations), &cell(None, None), METHOD, None).unwrap().quartiles;
    let one = quartiles(vec![figure(0, 30_000.0)]);
    for (found, expected) in one.iter().zip([-0.17, 0.0, 0.17]) {
        assert!((found - 30_000.0_f64.ln() - expected).abs() < 1e-6, "{one:?}");
    }
    // The geometric middle of 20,000 and 45,000 is 30,000, and what lies apart widens the band.
    let two = quartiles(vec![figure(0, 20_000.0), figure(1, 45_000.0)]);
    assert!((two[1].exp() - 30_000.0).abs() < 0.1, "{two:?}");
    assert!(two[2] - two[0] > 2.0 * 0.17);
    near(two[1] - two[0], two[2] - two[1]);
}

#[test]
fn the_levels_of_a_ladder_rise() {
    let levels = |junior: f64, senior: f64| {
        let data = data(vec![
            Observation { level: Some(Level::Junior), ..figure(0, junior) },
            Observation { level: Some(Level::Senior), ..figure(1, senior) },
        ]);
        ladder(&data, CM, "FR", None, now(), METHOD).unwrap()
    };
    let upright = levels(25_000.0, 40_000.0);
    assert!(!upright.moved);
    let tilted = levels(40_000.0, 25_000.0);
    assert!(tilted.moved);
    for ladder in [upright, tilted] {
        let [junior, mid, senior] =
            [Level::Junior, Level::Mid, Level::Senior].map(|level| ladder.at(Some(level)));
        for at in 0..3 {
            assert!(junior.quartiles[at] <= mid.quartiles[at] + 1e-12);
            assert!(mid.quartiles[at] <= senior.quartiles[at] + 1e-12);
        }
        near(ladder.at(None).quartiles[1], ladder.all.quartiles[1]);
    }
}

#[test]
fn amounts_keep_three_digits() {
    for (amount, rounded) in [
        (25_449.0, 25_400),
        (25_450.0, 25_500),
        (62_349.0, 62_300),
        (650_499.0, 650_000),
        (1_234_567.0, 1_230_000),
        (999.6, 1_000),
        (12.4, 12),
        (0.2, 0),
    ] {
        assert_eq!(three_digits(amount), rounded, "{amount}");
    }
}

#[test]
fn a_band_never_lies_below_the_legal_minimum() {
    let logs = [20_000.0_f64.ln(), 25_000.0_f64.ln(), 30_000.0_f64.ln()];
    let free = finish(logs, None);
    assert_eq!((free.quartiles, free.floored), ([20_000, 25_000, 30_000], false));
    // Lifted to the next hundred above the minimum, not below it.
    let lifted = finish(logs, Some(21_876.4));
    assert_eq!((lifted.quartiles, lifted.floored), ([21_900, 25_000, 30_000], true));
    let all = finish(logs, Some(30_001.0));
    assert_eq!((all.quartiles, all.floored), ([30_100, 30_100, 30_100], true));
    // Half a unit is no breach: the minimum of a year is a product of rounded hours.
    let equal = finish(logs, Some(20_000.4));
    assert_eq!((equal.quartiles[0], equal.floored), (20_000, false));
}

/// Grade and codes of the causes.
fn graded(observations: Vec<Observation>, level: Option<Level>) -> (BandGrade, Vec<CauseCode>) {
    let data = data(observations);
    let found = estimate(&data, &cell(level, None), METHOD, None).unwrap();
    let (grade, causes) = grade(&data, &found);
    (grade, causes.iter().map(|cause| cause.code).collect())
}

#[test]
fn the_grade_follows_from_voices_evidence_and_causes() {
    use CauseCode::{
        FewSources, MostlyLowReliability, NoOwnFigure, NotFullyAged, OldFigures, SeveralSources,
        SourcesAgree, SourcesDiffer, ThinEvidence,
    };
    let same = |count: usize| (0..count).map(|series| figure(series, 30_000.0)).collect::<Vec<_>>();
    assert_eq!(graded(same(3), None), (BandGrade::High, vec![SeveralSources, SourcesAgree]));
    assert_eq!(graded(same(2), None), (BandGrade::Low, vec![FewSources]));
    assert_eq!(graded(same(1), None).0, BandGrade::Insufficient, "one voice is no market");
    // Three sources of low reliability: 0.3 of evidence.
    let low = |count: usize| {
        let weak = |item: Observation| Observation { reliability: Grade::Low, ..item };
        same(count).into_iter().map(weak).collect::<Vec<_>>()
    };
    assert_eq!(
        graded(low(3), None),
        (BandGrade::Low, vec![SeveralSources, MostlyLowReliability, SourcesAgree, ThinEvidence])
    );
    // Two of them, eight years old: 0.05 of evidence is no number at all.
    let old = low(2).into_iter().map(|item| Observation { at: now() - 8.0, ..item }).collect();
    assert_eq!(graded(old, None).0, BandGrade::Insufficient);
    // Good sources, four years old and not aged: 1.8 of evidence with two reservations.
    let old = same(4).into_iter().map(|item| Observation { at: now() - 4.0, ..item }).collect();
    assert_eq!(
        graded(old, None),
        (BandGrade::Medium, vec![SeveralSources, OldFigures, NotFullyAged, SourcesAgree])
    );
    // Far apart: 20,000, 30,000 and 45,000.
    let apart = vec![figure(0, 20_000.0), figure(1, 30_000.0), figure(2, 45_000.0)];
    assert_eq!(graded(apart, None), (BandGrade::Medium, vec![SeveralSources, SourcesDiffer]));
    // Asked for a level of which no figure speaks.
    assert_eq!(
        graded(same(3), Some(Level::Mid)),
        (BandGrade::Medium, vec![SeveralSources, NoOwnFigure, SourcesAgree])
    );
}

#[test]
fn a_source_that_hardly_weighs_is_no_second_opinion() {
    let faint = Observation { reliability: Grade::Low, at: now() - 20.0, ..figure(1, 30_000.0) };
    assert_eq!(graded(vec![figure(0, 30_000.0), faint], None).0, BandGrade::Insufficient);
}

#[test]
fn jobs_answer_to_ids_and_short_names() {
    assert_eq!(Job::find_or_alias("cm"), Ok(Job::CommunityManager));
    assert_eq!(Job::find_or_alias("content-manager"), Ok(Job::ContentManager));
    assert_eq!(Job::find_or_alias("hybrid"), Ok(Job::Hybrid));
    assert_eq!(Job::Hybrid.role(), None);
    let error = Job::find_or_alias("hybrd").unwrap_err();
    assert_eq!(error.nearest.as_deref(), Some("hybrid"));
}

fn figures() -> impl Strategy<Value = Vec<Observation>> {
    let one =
        (12_000.0..120_000.0_f64, prop::option::of(5_u32..500), prop::option::of(0..3_usize), -6.0..1.0_f64);
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
        let before = estimate(&data(list.clone()), &cell(None, None), METHOD, None).unwrap();
        list.iter_mut().for_each(|item| item.centre += factor.ln());
        let after = estimate(&data(list), &cell(None, None), METHOD, None).unwrap();
        for (a, b) in before.quartiles.iter().zip(after.quartiles) {
            prop_assert!((a + factor.ln() - b).abs() < 1e-6, "{a} {b}");
        }
    }

    /// A figure that is raised lowers no quartile, and every quartile lies within reach of the figures.
    #[test]
    fn a_higher_figure_never_lowers_a_band(mut list in figures(), pick in any::<prop::sample::Index>(), more in 0.0..1.0_f64) {
        let before = estimate(&data(list.clone()), &cell(None, None), METHOD, None).unwrap();
        prop_assert!(before.quartiles.is_sorted());
        let lowest = list.iter().map(|item| item.centre).fold(f64::INFINITY, f64::min);
        let highest = list.iter().map(|item| item.centre).fold(f64::NEG_INFINITY, f64::max);
        prop_assert!(before.quartiles[1] >= lowest - 1e-6 && before.quartiles[1] <= highest + 1e-6);
        let at = pick.index(list.len());
        list[at].centre += more;
        let after = estimate(&data(list), &cell(None, None), METHOD, None).unwrap();
        for (a, b) in before.quartiles.iter().zip(after.quartiles) {
            prop_assert!(b >= a - 1e-6, "{a} then {b}");
        }
    }
}
