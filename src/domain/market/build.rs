//! From counted records to figures: one observation for each employer and band, weighed so that nobody dominates, with
//! what is printed beside it. The steps are those of `docs/method/market.md`.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use utoipa::ToSchema;

use super::record::{LeftOut, Unreadable};
use super::scope::Scope;
use super::seen::{Cell, Code, Counts, Pay, Seen, day_of, earlier};
use super::sketch::far;
use super::statistic::{MedianInterval, Weighted, fence};
use super::suppress::{Basis, Suppressed, suppressed};
use crate::domain::dated::Day;
use crate::domain::job::audit::described::Described;
use crate::domain::vocab::{Grade, Level};

/// Most of the weight of a figure that one employer may have.
pub const MOST_OF_ONE: f64 = 0.25;
/// Robust standard deviations beyond which pay is not believed.
pub const FENCE: f64 = 3.5;
/// Fewest bands by which a level has limits of its own.
const FENCED: usize = 8;
/// Bits of a sketch in which copies of a text differ at most.
const COPY: u32 = 3;
/// Sketches that one is compared with, in each of four orders: copies stand next to one another.
const BESIDE: usize = 24;
/// Fewest bands behind tenth and ninetieth percentiles.
const TAILS: u32 = 10;

/// Pay of a full-time year, gross, in whole units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Percentiles {
    /// Tenth percentile; null of fewer than ten bands.
    #[schema(required)]
    pub p10: Option<u32>,
    /// First quartile.
    pub p25: u32,
    /// Median.
    pub p50: u32,
    /// Third quartile.
    pub p75: u32,
    /// Ninetieth percentile; null of fewer than ten bands.
    #[schema(required)]
    pub p90: Option<u32>,
    /// Lower end of the interval of the median.
    pub low: u32,
    /// Upper end.
    pub high: u32,
    /// Percent of such intervals that hold the median.
    pub coverage: u32,
}

/// A figure with what it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = MarketFigure)]
pub struct Figure {
    /// Which ads.
    #[serde(flatten)]
    pub scope: Scope,
    /// ISO 4217 currency; null where no ad states pay that counts.
    #[schema(value_type = Option<String>, required)]
    pub currency: Option<Code>,
    /// Ads.
    pub ads: u64,
    /// Ads whose texts differ.
    pub texts: u32,
    /// Distinct bands: pairs of an employer and a range of pay.
    pub bands: u32,
    /// Employers behind them; agencies and ads that name nobody count as one together.
    pub employers: u32,
    /// Percent of the texts that state pay.
    pub posts_pay: u32,
    /// First day.
    #[schema(value_type = Option<String>, format = Date, required)]
    pub from: Option<Day>,
    /// Last day.
    #[schema(value_type = Option<String>, format = Date, required)]
    pub to: Option<Day>,
    /// Width of the ranges: of half of them the upper end is so many percent above the lower or more; null without ranges.
    #[schema(required)]
    pub range_width: Option<u32>,
    /// The pay; null where it is not printed.
    #[schema(required)]
    pub band: Option<Percentiles>,
    /// Why the pay is not printed.
    #[schema(required)]
    pub suppressed: Option<Suppressed>,
    /// How far the figure can be relied on, by bands, employers and the width of the interval.
    pub reliability: Grade,
}

/// Figures, and what became of every ad.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct Figures {
    /// Ads read.
    pub ads: u64,
    /// Lines that are no ad, by reason.
    #[schema(value_type = std::collections::BTreeMap<String, u64>)]
    pub unread: BTreeMap<Unreadable, u64>,
    /// Ads whose tasks are another profession's.
    pub other_role: u64,
    /// Ads that do not tell their tasks.
    pub undetermined: u64,
    /// Ads that repeat the text of another one of their employer.
    pub copies: u64,
    /// Ads without pay.
    pub silent: u64,
    /// Ads left out of the figures, by reason.
    #[schema(value_type = std::collections::BTreeMap<String, u64>)]
    pub left_out: BTreeMap<LeftOut, u64>,
    /// First day.
    #[schema(value_type = Option<String>, format = Date)]
    pub from: Option<Day>,
    /// Last day.
    #[schema(value_type = Option<String>, format = Date)]
    pub to: Option<Day>,
    /// The figures: of each role and country first of all, then by level and region.
    pub figures: Vec<Figure>,
}

/// Ads of one employer in one cell with one text, or copies of it.
#[derive(Clone, Copy, Debug)]
struct Text {
    cell: u32,
    employer: u64,
    agency: bool,
    pay: Pay,
    first: u16,
    last: u16,
    ads: u32,
}

/// Makes figures.
#[must_use]
pub fn build(counts: &Counts) -> Figures {
    let mut texts = texts(counts);
    let mut figures = Figures {
        ads: counts.tally.ads,
        unread: counts.tally.unread.clone(),
        other_role: counts.tally.other_role,
        undetermined: counts.tally.undetermined,
        left_out: counts.tally.outside.clone(),
        ..Figures::default()
    };
    let ads: u64 = texts.iter().map(|text| u64::from(text.ads)).sum();
    figures.copies = ads.saturating_sub(texts.len() as u64);
    leave_out(counts, &mut texts);
    let (mut first, mut last) = (0, 0);
    for text in &texts {
        match text.pay {
            Pay::Silent => figures.silent += 1,
            Pay::Left(reason) => *figures.left_out.entry(reason).or_default() += 1,
            Pay::Priced(..) => {}
        }
        first = earlier(first, text.first);
        last = last.max(text.last);
    }
    (figures.from, figures.to) = (day_of(first), day_of(last));
    let mut scopes: BTreeMap<Scope, Vec<u32>> = BTreeMap::new();
    for (at, text) in (0_u32..).zip(&texts) {
        for scope in scopes_of(&counts.cells[text.cell as usize]) {
            scopes.entry(scope).or_default().push(at);
        }
    }
    let made: Vec<(Scope, Figure)> =
        scopes.into_iter().map(|(scope, members)| (scope, figure(scope, &members, &texts, counts))).collect();
    let sizes = made.iter().map(|(scope, item)| (*scope, item.bands)).collect();
    let hidden = suppressed(&bases(&texts, counts), &sizes);
    figures.figures = made
        .into_iter()
        .map(|(scope, mut item)| {
            item.suppressed = hidden.get(&scope).copied();
            if item.suppressed.is_some() {
                (item.band, item.range_width, item.reliability) = (None, None, Grade::Low);
            }
            item
        })
        .collect();
    // All levels of the whole country first, then its levels, then its regions.
    figures.figures.sort_by_key(|item| {
        let scope = item.scope;
        (scope.role, scope.country, scope.region, scope.level)
    });
    figures
}

/// What the ads of each level and region rest on, as far as they are known.
fn bases(texts: &[Text], counts: &Counts) -> BTreeMap<Scope, Basis> {
    let mut bases: BTreeMap<Scope, Basis> = BTreeMap::new();
    for text in texts {
        if let Pay::Priced(min, max) = text.pay {
            let Cell { role, country, level, region, .. } = counts.cells[text.cell as usize];
            let employer = if text.agency { 0 } else { text.employer };
            // The same range of two agencies is two bands.
            let band = (u64::from(min) << 32 | u64::from(max)) ^ if text.agency { text.employer } else { 0 };
            bases.entry(Scope { role, country, level, region }).or_default().add(employer, band);
        }
    }
    bases
}

/// One for each text of an employer in a cell: copies, equal or near, are the latest of them.
fn texts(counts: &Counts) -> Vec<Text> {
    let seen = &counts.seen;
    let mut texts = Vec::with_capacity(seen.len());
    let mut start = 0;
    // Without currency: a copy with pay and one without are copies.
    let key = |item: &Seen| {
        let cell = counts.cells[item.cell as usize];
        (cell.role, cell.country, cell.level, cell.region, item.employer, item.agency)
    };
    let mut order: Vec<u32> = (0..u32::try_from(seen.len()).unwrap_or(u32::MAX)).collect();
    order.sort_unstable_by_key(|at| (key(&seen[*at as usize]), *at));
    while start < order.len() {
        let first = key(&seen[order[start] as usize]);
        let mut end = start + 1;
        while end < order.len() && key(&seen[order[end] as usize]) == first {
            end += 1;
        }
        let group: Vec<&Seen> = order[start..end].iter().map(|at| &seen[*at as usize]).collect();
        copies(&group, &mut texts);
        start = end;
    }
    texts
}

/// The first of those that one is joined with.
fn root(parent: &mut [usize], mut at: usize) -> usize {
    while parent[at] != at {
        parent[at] = parent[parent[at]];
        at = parent[at];
    }
    at
}

/// Adds the texts of a group of one employer, level and place.
fn copies(group: &[&Seen], texts: &mut Vec<Text>) {
    let mut parent: Vec<usize> = (0..group.len()).collect();
    if group.len() > 1 {
        let mut join = |one: usize, other: usize| {
            let (one, other) = (root(&mut parent, one), root(&mut parent, other));
            parent[one.max(other)] = one.min(other);
        };
        let mut by: Vec<usize> = (0..group.len()).collect();
        by.sort_unstable_by_key(|at| (group[*at].text, *at));
        for pair in by.windows(2) {
            if group[pair[0]].text == group[pair[1]].text {
                join(pair[0], pair[1]);
            }
        }
        // Of sketches that differ in three bits at most one of four parts is the same: in the order that begins with that
        // part they stand near one another.
        for turn in [0, 16, 32, 48] {
            by.sort_unstable_by_key(|at| (group[*at].sketch.rotate_left(turn), *at));
            for (place, one) in by.iter().enumerate() {
                for other in by[place + 1..].iter().take(BESIDE) {
                    if far(group[*one].sketch, group[*other].sketch) <= COPY {
                        join(*one, *other);
                    }
                }
            }
        }
    }
    let mut found: BTreeMap<usize, (Text, (u16, Pay, u64))> = BTreeMap::new();
    for (at, item) in group.iter().enumerate() {
        let root = root(&mut parent, at);
        let text = Text {
            cell: item.cell,
            employer: item.employer,
            agency: item.agency,
            pay: item.pay,
            first: item.first,
            last: item.last,
            ads: item.ads,
        };
        // The latest counts; of one day the one that states most.
        let rank = (item.last, item.pay, item.text);
        let better = |known: &(u16, Pay, u64)| {
            let says = |pay: &Pay| std::cmp::Reverse(*pay);
            (rank.0, says(&rank.1), rank.2) > (known.0, says(&known.1), known.2)
        };
        match found.get_mut(&root) {
            None => drop(found.insert(root, (text, rank))),
            Some((kept, known)) => {
                let ads = kept.ads.saturating_add(text.ads);
                let first = earlier(kept.first, text.first);
                let last = kept.last.max(text.last);
                if better(known) {
                    (*kept, *known) = (text, rank);
                }
                (kept.ads, kept.first, kept.last) = (ads, first, last);
            }
        }
    }
    texts.extend(found.into_values().map(|(text, _)| text));
}

/// A role in a country, at a level or at all.
type Group = (Described, Code, Option<Level>);

/// Leaves out pay in a currency that is not the country's usual one, and pay far from all other of the role, country and
/// level.
fn leave_out(counts: &Counts, texts: &mut [Text]) {
    let cell = |text: &Text| counts.cells[text.cell as usize];
    let mut currencies: BTreeMap<(Code, Code), u32> = BTreeMap::new();
    for text in texts.iter().filter(|text| matches!(text.pay, Pay::Priced(..))) {
        if let Cell { country, currency: Some(currency), .. } = cell(text) {
            *currencies.entry((country, currency)).or_default() += 1;
        }
    }
    let mut usual: BTreeMap<Code, (u32, Code)> = BTreeMap::new();
    for ((country, currency), count) in currencies {
        let known = usual.entry(country).or_insert((count, currency));
        if count > known.0 {
            *known = (count, currency);
        }
    }
    for text in texts.iter_mut().filter(|text| matches!(text.pay, Pay::Priced(..))) {
        let Cell { country, currency, .. } = cell(text);
        if usual.get(&country).map(|(_, usual)| *usual) != currency {
            text.pay = Pay::Left(LeftOut::OtherCurrency);
        }
    }
    // By level where enough tell theirs: seniors are not far off only because most ads are for juniors.
    let mut bands: BTreeMap<Group, BTreeSet<(u64, u32, u32)>> = BTreeMap::new();
    for text in texts.iter() {
        if let Pay::Priced(min, max) = text.pay {
            let Cell { role, country, level, .. } = cell(text);
            for group in BTreeSet::from([(role, country, None), (role, country, level)]) {
                bands.entry(group).or_default().insert((text.employer, min, max));
            }
        }
    }
    let fences: BTreeMap<Group, (f64, f64)> = bands
        .into_iter()
        .filter(|((.., level), bands)| level.is_none() || bands.len() >= FENCED)
        .filter_map(|(group, bands)| {
            let values: Vec<u32> = bands.into_iter().map(|(_, min, max)| middle(min, max)).collect();
            Some((group, fence(&values, FENCE)?))
        })
        .collect();
    for text in texts {
        if let Pay::Priced(min, max) = text.pay {
            let Cell { role, country, level, .. } = cell(text);
            let value = f64::from(middle(min, max));
            let fence = fences.get(&(role, country, level)).or_else(|| fences.get(&(role, country, None)));
            if fence.is_some_and(|(low, high)| value < *low || value > *high) {
                text.pay = Pay::Left(LeftOut::BeyondFence);
            }
        }
    }
}

const fn middle(min: u32, max: u32) -> u32 {
    min + (max - min) / 2
}

/// The scopes that an ad counts in: all, those of its level, those of its region, and both.
fn scopes_of(cell: &Cell) -> impl Iterator<Item = Scope> + use<> {
    let Cell { role, country, level, region, .. } = *cell;
    let levels = std::iter::once(None).chain(level.map(Some));
    levels.flat_map(move |level| {
        std::iter::once(None).chain(region.map(Some)).map(move |region| Scope {
            role,
            country,
            level,
            region,
        })
    })
}

fn figure(scope: Scope, members: &[u32], texts: &[Text], counts: &Counts) -> Figure {
    let of = |at: &u32| &texts[*at as usize];
    let mut bands: BTreeSet<(u64, u32, u32)> = BTreeSet::new();
    let (mut trusted, mut others) = (BTreeSet::new(), false);
    let (mut ads, mut told, mut first, mut last) = (0, 0_u64, 0, 0);
    let mut currency = None;
    for text in members.iter().map(of) {
        ads += u64::from(text.ads);
        told += u64::from(text.pay != Pay::Silent);
        first = earlier(first, text.first);
        last = last.max(text.last);
        if let Pay::Priced(min, max) = text.pay {
            currency = currency.or(counts.cells[text.cell as usize].currency);
            bands.insert((text.employer, min, max));
            if text.agency || text.employer == 0 {
                others = true;
            } else {
                trusted.insert(text.employer);
            }
        }
    }
    let values: Vec<(u32, u64)> =
        bands.iter().map(|(employer, min, max)| (middle(*min, *max), *employer)).collect();
    let weighted = Weighted::capped(&values, MOST_OF_ONE);
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let (bands_count, employers) = (number(bands.len()), number(trusted.len()) + u32::from(others));
    let pay = percentiles(&weighted, bands_count);
    let mut widths: Vec<u32> = bands
        .iter()
        .filter(|(_, min, max)| max > min)
        .map(|(_, min, max)| u32::try_from(u64::from(max - min) * 100 / u64::from(*min)).unwrap_or(u32::MAX))
        .collect();
    widths.sort_unstable();
    let texts_count = number(members.len());
    Figure {
        scope,
        currency,
        ads,
        texts: texts_count,
        bands: bands_count,
        employers,
        posts_pay: u32::try_from((told * 100 + u64::from(texts_count) / 2) / u64::from(texts_count.max(1)))
            .unwrap_or(100),
        from: day_of(first),
        to: day_of(last),
        range_width: widths.get(widths.len() / 2).copied(),
        reliability: pay.map_or(Grade::Low, |pay| reliability(&pay, bands_count, employers)),
        band: pay,
        suppressed: None,
    }
}

fn percentiles(weighted: &Weighted, bands: u32) -> Option<Percentiles> {
    let MedianInterval { low, high, coverage } = weighted.median_interval()?;
    let tail = |share: f64| weighted.percentile(share).filter(|_| bands >= TAILS);
    Some(Percentiles {
        p10: tail(0.1),
        p25: weighted.percentile(0.25)?,
        p50: weighted.percentile(0.5)?,
        p75: weighted.percentile(0.75)?,
        p90: tail(0.9),
        low,
        high,
        coverage,
    })
}

/// How far a figure can be relied on: by how many bands and employers stand behind it (5, 15 and 50 bands part low, medium
/// and high), and by how wide the interval of its median is.
fn reliability(pay: &Percentiles, bands: u32, employers: u32) -> Grade {
    let width = f64::from(pay.high - pay.low) / f64::from(pay.p50.max(1));
    match (bands, employers) {
        (50.., 10..) if width <= 0.10 => Grade::High,
        (15.., 5..) if width <= 0.20 => Grade::Medium,
        _ => Grade::Low,
    }
}

#[cfg(test)]
mod tests {
    use super::super::growth::growth;
    use super::super::seen::Gathered;
    use super::*;

    /// Ads: employer, pay, text, region, level.
    fn counts(ads: &[(&str, u32, u64, Option<&str>, &str)]) -> Counts {
        let mut gathered = Gathered::default();
        for (at, (employer, pay, text, region, level)) in ads.iter().enumerate() {
            let pay = if *pay == 0 {
                r#""pay":"absent""#.to_owned()
            } else {
                format!(r#""pay":"parsed","currency":"EUR","annual_min":{pay},"annual_max":{pay}"#)
            };
            let region = region.map_or("null".to_owned(), |region| format!("\"{region}\""));
            let text = super::super::sketch::digest(&text.to_be_bytes());
            let line = format!(
                r#"{{"date":"2026-09-{:02}","text":"{text:016x}","sketch":"{text:016x}","employer":"{employer}","agency":{},"role":"community-manager","level":"{level}","country":"FR","region":{region},{pay}}}"#,
                at % 28 + 1,
                employer.starts_with("agency"),
            );
            gathered.line(line.as_bytes()).unwrap();
        }
        gathered.counted()
    }

    fn whole(figures: &Figures) -> &Figure {
        figures.figures.iter().find(|item| item.scope.level.is_none() && item.scope.region.is_none()).unwrap()
    }

    #[test]
    fn many_ads_of_one_band_are_one_observation() {
        let mut ads: Vec<(&str, u32, u64, Option<&str>, &str)> =
            (0..58).map(|n| ("big", 40_000, 100 + n, None, "mid")).collect();
        for (n, employer) in (0..).zip(["a", "b", "c", "d", "e", "f"]) {
            ads.push((employer, 27_000 + 1_000 * n, u64::from(n), None, "mid"));
        }
        let made = build(&counts(&ads));
        let figure = whole(&made);
        assert_eq!((figure.ads, figure.texts, figure.bands, figure.employers), (64, 64, 7, 7));
        assert_eq!(figure.band.unwrap().p50, 30_000);
        assert_eq!((figure.posts_pay, figure.suppressed, figure.reliability), (100, None, Grade::Low));
    }

    #[test]
    fn copies_count_once_and_the_latest_counts() {
        let mut ads =
            vec![("a", 25_000, 1, None, "mid"), ("a", 26_000, 1, None, "mid"), ("a", 0, 2, None, "mid")];
        ads.extend((0..8_u32).map(|n| ("other", 28_000 + n, 10 + u64::from(n), None, "mid")));
        let made = build(&counts(&ads));
        assert_eq!((made.ads, made.copies, made.silent), (11, 1, 1));
        assert_eq!(whole(&made).texts, 10);
        assert_eq!(whole(&made).posts_pay, 90);
    }

    #[test]
    fn what_is_too_far_off_is_counted_and_left_out() {
        let mut ads: Vec<(&str, u32, u64, Option<&str>, &str)> = ["a", "b", "c", "d", "e", "f", "g"]
            .into_iter()
            .zip(0_u32..)
            .map(|(employer, n)| (employer, 27_000 + 900 * n, u64::from(n), None, "mid"))
            .collect();
        ads.push(("h", 280_000, 99, None, "mid"));
        let made = build(&counts(&ads));
        assert_eq!(made.left_out, BTreeMap::from([(LeftOut::BeyondFence, 1)]));
        assert_eq!(whole(&made).bands, 7);
    }

    #[test]
    fn few_are_not_printed_nor_what_would_betray_them() {
        let mut ads = Vec::new();
        for (n, employer) in
            (0_u32..).zip(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n"])
        {
            let level = if n < 3 {
                "senior"
            } else if n < 8 {
                "junior"
            } else {
                "mid"
            };
            ads.push((employer, 27_000 + 500 * n, u64::from(n), None, level));
        }
        let made = build(&counts(&ads));
        let of = |level: Level| made.figures.iter().find(|item| item.scope.level == Some(level)).unwrap();
        assert_eq!(of(Level::Senior).suppressed, Some(Suppressed::Floor));
        assert_eq!(of(Level::Junior).suppressed, Some(Suppressed::Complement));
        assert!(
            of(Level::Junior).band.is_none() && of(Level::Mid).band.is_some() && whole(&made).band.is_some()
        );
    }

    #[test]
    fn agencies_and_nobody_are_one_employer_together() {
        let ads: Vec<(&str, u32, u64, Option<&str>, &str)> =
            ["agency1", "agency2", "agency3", "agency4", "agency5", "a"]
                .into_iter()
                .zip(0_u32..)
                .map(|(employer, n)| (employer, 27_000 + 500 * n, u64::from(n), None, "mid"))
                .collect();
        let made = build(&counts(&ads));
        assert_eq!((whole(&made).bands, whole(&made).employers), (6, 2));
        assert_eq!(whole(&made).suppressed, Some(Suppressed::Floor));
    }

    #[test]
    fn growth_is_that_of_like_with_like() {
        let window = |pay: u32, seniors: u32| {
            let mut ads = Vec::new();
            for n in 0..30_u32 {
                ads.push((
                    ["a", "b", "c", "d", "e", "f"][n as usize % 6],
                    pay + 10 * n,
                    u64::from(n),
                    None,
                    "junior",
                ));
            }
            for n in 0..seniors {
                ads.push((
                    ["a", "b", "c", "d", "e"][n as usize % 5],
                    pay * 2 + 10 * n,
                    100 + u64::from(n),
                    None,
                    "senior",
                ));
            }
            build(&counts(&ads))
        };
        // Twice as many seniors advertise; pay grows by a tenth.
        let growth = growth(&window(25_000, 15), &window(27_500, 30));
        let median = growth.median.unwrap();
        assert!((9.0..=11.0).contains(&median), "{growth:?}");
        assert_eq!(growth.figures.len(), 2);
    }
}
