//! Figures as data: rows of `pay/figures.csv` and `pay/sources.csv` that every answer can use.

use super::build::{Figure, Figures};
use super::growth::Growths;
use super::statistic::median;
use crate::domain::dated::Day;
use crate::domain::job::audit::described::Described;

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

/// The files of an overlay: path below its folder, text.
#[must_use]
pub fn files(figures: &Figures, growth: Option<&Growths>, naming: &Naming) -> Vec<(&'static str, String)> {
    let mut files =
        vec![("pay/figures.csv", rows(figures, naming)), ("pay/sources.csv", source(figures, naming))];
    if let Some(rows) = growth.and_then(|growth| growth_rows(figures, growth, naming)) {
        files.push(("pay/growth.csv", rows));
    }
    files
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

/// A field of a row, quoted where it must be.
fn field(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

fn set(figure: &Figure, post: &str, naming: &Naming) -> String {
    let scope = figure.scope;
    let level = scope.level.map_or("all", crate::domain::vocab::Level::id);
    let place = scope.region.map_or(scope.country, |region| region).to_string().to_lowercase();
    format!("{}-{post}-{level}-{place}", naming.id)
}

fn rows(figures: &Figures, naming: &Naming) -> String {
    let mut text = String::from(
        "id,role,occupation,level,country,region,area,statistic,amount,currency,period,n,as_of,source,series,reliability,words,note,community\n",
    );
    for figure in &figures.figures {
        let (Some(pay), Some(post), Some(currency)) = (figure.band, post(figure.scope.role), figure.currency)
        else {
            continue;
        };
        let set = set(figure, post, naming);
        let scope = figure.scope;
        let level = scope.level.map_or("", crate::domain::vocab::Level::id);
        let region = scope.region.map_or(String::new(), |region| region.to_string());
        let as_of = figure.to.map_or(naming.made_on, |day| day).format("%Y-%m");
        let note = format!(
            "{} ads, {} bands of {} employers; median between {} and {} ({} %)",
            figure.ads, figure.bands, figure.employers, pay.low, pay.high, pay.coverage
        );
        let statistics = [
            ("p10", pay.p10),
            ("p25", Some(pay.p25)),
            ("median", Some(pay.p50)),
            ("p75", Some(pay.p75)),
            ("p90", pay.p90),
        ];
        for (name, amount) in statistics.into_iter().filter_map(|(name, amount)| Some((name, amount?))) {
            text += &format!(
                "{set}.{name},{post},,{level},{},{region},,{name},{amount},{currency},year,{},{as_of},{},{},{},,{},\n",
                scope.country,
                figure.bands,
                naming.id,
                naming.id,
                figure.reliability,
                field(&note),
            );
        }
    }
    text
}

fn source(figures: &Figures, naming: &Naming) -> String {
    let window = |lang: usize| match (figures.from, figures.to) {
        (Some(from), Some(to)) => [format!("du {from} au {to}"), format!("{from} to {to}")][lang].clone(),
        _ => ["sans date", "undated"][lang].to_owned(),
    };
    let grade = figures.figures.iter().filter(|item| item.band.is_some()).map(|item| item.reliability).min();
    let grade = grade.unwrap_or(crate::domain::vocab::Grade::Low);
    let row = [
        naming.id.clone(),
        format!("Market figures from job ads, {}", window(1)),
        naming.publisher.clone(),
        naming.made_on.to_string(),
        naming.made_on.to_string(),
        "own-ads".to_owned(),
        grade.to_string(),
        "computed by rolecall from the ads of its user; no ad is kept".to_owned(),
        String::new(),
        format!("Salaires affichés, calculés sur {} annonces ({}).", figures.ads, window(0)),
        format!("Posted pay, computed from {} ads ({}).", figures.ads, window(1)),
        "Un salaire affiché n’est pas un salaire d’embauche.".to_owned(),
        "Posted pay is not hired pay.".to_owned(),
    ];
    let row: Vec<String> = row.iter().map(|text| field(text)).collect();
    format!(
        "id,title,publisher,published,retrieved_on,kind,reliability,licence,url,covers_fr,covers_en,note_fr,note_en\n{}\n",
        row.join(",")
    )
}

/// A row for each country whose figures are in both windows, which no chain of growth uses by itself.
fn growth_rows(figures: &Figures, growth: &Growths, naming: &Naming) -> Option<String> {
    let (from, to) = growth.from.zip(growth.to).filter(|(from, to)| from < to)?;
    let mut text =
        String::from("id,country,kind,population,valid_from,valid_to,percent,used,source,reliability,note\n");
    let mut countries: Vec<_> = growth.figures.iter().map(|item| item.scope.country).collect();
    countries.sort_unstable();
    countries.dedup();
    for country in countries {
        let of = growth.figures.iter().filter(|item| item.scope.country == country);
        let mut all: Vec<f64> = of.map(|item| item.percent).collect();
        let Some(median) = median(&mut all) else { continue };
        text += &format!(
            "{}-growth-{},{country},occupation-growth,job ads of these roles,{from},{to},{median:.1},,{},low,Median of {} growths from {} ads.\n",
            naming.id,
            country.to_string().to_lowercase(),
            naming.id,
            all.len(),
            figures.ads,
        );
    }
    Some(text)
}
