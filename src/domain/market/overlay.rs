//! Figures as data: rows of `pay/figures.csv` and `pay/sources.csv` that every answer can use.

use super::build::{Figure, Figures};
use super::growth::Growths;
use super::statistic::median;
use crate::domain::dated::Day;
use crate::domain::job::audit::described::Described;
use crate::domain::message::{Words, ids, said};

/// What the files are called after and said to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naming {
    /// Id of the source, and beginning of the ids of figures: lower-case letters, digits and hyphens.
    pub id: String,
    /// Who publishes them.
    pub publisher: String,
    /// Day on which they are made.
    pub made_on: Day,
}

/// The file of growth, which not every overlay has.
pub const GROWTH: &str = "pay/growth.csv";

/// A file of an overlay, before it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Path below the folder.
    pub path: &'static str,
    /// The heading, then the rows.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    fn new<const N: usize>(path: &'static str, heading: [&str; N], rows: Vec<[String; N]>) -> Self {
        let heading = heading.map(str::to_owned).to_vec();
        Self { path, rows: std::iter::once(heading).chain(rows.into_iter().map(Vec::from)).collect() }
    }
}

/// The files of an overlay. Texts that data have in both languages are in both, the others in English.
#[must_use]
pub fn tables(
    figures: &Figures,
    growth: Option<&Growths>,
    naming: &Naming,
    french: Words<'_>,
    english: Words<'_>,
) -> Vec<Table> {
    let mut tables = vec![rows(figures, naming, english), source(figures, naming, french, english)];
    tables.extend(growth.and_then(|growth| growth_rows(figures, growth, naming, english)));
    tables
}

/// The role as published figures name it; none of those that have no pay of their own.
const fn post(role: Described) -> Option<&'static str> {
    match role {
        Described::CommunityManager => Some("community-manager"),
        Described::SocialMediaManager => Some("social-media-manager"),
        Described::ContentManager => Some("content-manager"),
        Described::Both => Some("hybrid"),
        Described::Other | Described::Undetermined => None,
    }
}

fn set(figure: &Figure, post: &str, naming: &Naming) -> String {
    let scope = figure.scope;
    let level = scope.level.map_or("all", crate::domain::vocab::Level::id);
    let place = scope.region.map_or(scope.country, |region| region).to_string().to_lowercase();
    format!("{}-{post}-{level}-{place}", naming.id)
}

fn rows(figures: &Figures, naming: &Naming, words: Words<'_>) -> Table {
    let heading = [
        "id",
        "role",
        "level",
        "country",
        "region",
        "statistic",
        "amount",
        "currency",
        "period",
        "n",
        "as_of",
        "source",
        "series",
        "reliability",
        "note",
    ];
    let mut rows = Vec::new();
    for figure in &figures.figures {
        let (Some(pay), Some(post), Some(currency)) = (figure.band, post(figure.scope.role), figure.currency)
        else {
            continue;
        };
        let set = set(figure, post, naming);
        let scope = figure.scope;
        let level = scope.level.map_or("", crate::domain::vocab::Level::id);
        let region = scope.region.map_or(String::new(), |region| region.to_string());
        let as_of = figure.to.map_or(naming.made_on, |day| day).format("%Y-%m").to_string();
        let note = words.say(said!(
            MARKET_FIGURE_NOTE,
            ads = figure.ads.to_string(),
            bands = figure.bands.to_string(),
            employers = figure.employers.to_string(),
            low = pay.low.to_string(),
            high = pay.high.to_string(),
            coverage = pay.coverage.to_string()
        ));
        let statistics = [
            ("p10", pay.p10),
            ("p25", Some(pay.p25)),
            ("median", Some(pay.p50)),
            ("p75", Some(pay.p75)),
            ("p90", pay.p90),
        ];
        for (name, amount) in statistics.into_iter().filter_map(|(name, amount)| Some((name, amount?))) {
            rows.push([
                format!("{set}.{name}"),
                post.to_owned(),
                level.to_owned(),
                scope.country.to_string(),
                region.clone(),
                name.to_owned(),
                amount.to_string(),
                currency.to_string(),
                "year".to_owned(),
                figure.bands.to_string(),
                as_of.clone(),
                naming.id.clone(),
                naming.id.clone(),
                figure.reliability.to_string(),
                note.clone(),
            ]);
        }
    }
    Table::new("pay/figures.csv", heading, rows)
}

fn source(figures: &Figures, naming: &Naming, french: Words<'_>, english: Words<'_>) -> Table {
    let window = |words: Words<'_>| match (figures.from, figures.to) {
        (Some(from), Some(to)) => {
            words.say(said!(MARKET_SOURCE_WINDOW, from = from.to_string(), to = to.to_string()))
        }
        _ => words.say(ids::MARKET_SOURCE_UNDATED),
    };
    let covers = |words: Words<'_>| {
        words.say(said!(MARKET_SOURCE_COVERS, ads = figures.ads.to_string(), window = window(words)))
    };
    let grade = figures.figures.iter().filter(|item| item.band.is_some()).map(|item| item.reliability).min();
    let grade = grade.unwrap_or(crate::domain::vocab::Grade::Low);
    let heading = [
        "id",
        "title",
        "publisher",
        "published",
        "retrieved_on",
        "kind",
        "reliability",
        "licence",
        "covers_fr",
        "covers_en",
        "note_fr",
        "note_en",
    ];
    let row = [
        naming.id.clone(),
        english.say(said!(MARKET_SOURCE_TITLE, window = window(english))),
        naming.publisher.clone(),
        naming.made_on.to_string(),
        naming.made_on.to_string(),
        "own-ads".to_owned(),
        grade.to_string(),
        english.say(ids::MARKET_SOURCE_LICENCE),
        covers(french),
        covers(english),
        french.say(ids::MARKET_SOURCE_NOTE),
        english.say(ids::MARKET_SOURCE_NOTE),
    ];
    Table::new("pay/sources.csv", heading, vec![row])
}

/// A row for each country whose figures are in both windows, which no chain of growth uses by itself.
fn growth_rows(figures: &Figures, growth: &Growths, naming: &Naming, words: Words<'_>) -> Option<Table> {
    let (from, to) = growth.from.zip(growth.to).filter(|(from, to)| from < to)?;
    let heading = [
        "id",
        "country",
        "kind",
        "population",
        "valid_from",
        "valid_to",
        "percent",
        "source",
        "reliability",
        "note",
    ];
    let mut countries: Vec<_> = growth.figures.iter().map(|item| item.scope.country).collect();
    countries.sort_unstable();
    countries.dedup();
    let rows = countries.into_iter().filter_map(|country| {
        let of = growth.figures.iter().filter(|item| item.scope.country == country);
        let mut all: Vec<f64> = of.map(|item| item.percent).collect();
        let median = median(&mut all)?;
        let note = words.say(said!(
            MARKET_GROWTH_NOTE,
            growths = all.len().to_string(),
            ads = figures.ads.to_string()
        ));
        Some([
            format!("{}-growth-{}", naming.id, country.to_string().to_lowercase()),
            country.to_string(),
            "occupation-growth".to_owned(),
            words.say(ids::MARKET_GROWTH_POPULATION),
            from.to_string(),
            to.to_string(),
            format!("{median:.1}"),
            naming.id.clone(),
            "low".to_owned(),
            note,
        ])
    });
    Some(Table::new(GROWTH, heading, rows.collect()))
}
