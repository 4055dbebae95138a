//! Pay and cost data: rows of `data/pay` and `data/employer-cost` → domain.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::check::hint;
use super::load::values;
use super::records::{Located, Place, Reader};
use crate::domain::dated::{Day, Validity, middle, parse_day, years};
use crate::domain::pay::ageing::{Chain, Growth};
use crate::domain::pay::cost::alternatives::{ApprenticeRule, RuleKind};
use crate::domain::pay::cost::parameter::{Base, CostData, Country, Mobility, Parameter, Side, Unit};
use crate::domain::pay::data::{Adjustment, AdjustmentKind, Fee, PayData};
use crate::domain::pay::desk::Ladders;
use crate::domain::pay::evidence::{Correction, Exclusion, Field, Reason, observe};
use crate::domain::pay::figure::{Figure, Period, Post};
use crate::domain::pay::minimum::{ANNUAL_HOURS, AgreementMinimum, Extended, MinimumWage, Named};
use crate::domain::pay::place::{City, Differential, RawPlace};
use crate::domain::pay::words::{Word, Words};
use crate::domain::profile;
use crate::domain::provenance::{Source, SourceKind, Statement};
use crate::domain::text::Text;
use crate::domain::vocab::{Grade, Level, Role};

/// Folder of the pay data, relative to `data/`.
const PAY: &str = "pay/";
/// Folder of the cost data.
const COST: &str = "employer-cost/";

/// What pay answers are made from.
#[derive(Debug)]
pub struct Pay {
    /// Figures, minima, sentences, sources.
    pub data: PayData,
    /// Contributions.
    pub cost: CostData,
    /// Ladders computed from these figures so far.
    pub ladders: Ladders,
}

fn text(fr: &str, en: &str) -> Text {
    Text { fr: fr.into(), en: en.into() }
}

fn note(fr: Option<&String>, en: Option<&String>) -> Option<Text> {
    fr.zip(en).map(|(fr, en)| text(fr, en))
}

fn list(words: Option<&str>) -> Vec<String> {
    words.unwrap_or("").split_whitespace().map(str::to_owned).collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceRow {
    id: String,
    title: String,
    publisher: String,
    published: Option<String>,
    #[serde(deserialize_with = "crate::domain::dated::day")]
    retrieved_on: Day,
    kind: SourceKind,
    reliability: Grade,
    licence: String,
    url: Option<String>,
    covers_fr: String,
    covers_en: String,
    note_fr: Option<String>,
    note_en: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExclusionRow {
    id: String,
    sets: String,
    reason: Reason,
    because_fr: String,
    because_en: String,
    sources: Option<String>,
    #[serde(deserialize_with = "crate::domain::dated::day")]
    decided_on: Day,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CorrectionRow {
    id: String,
    figure: String,
    field: Field,
    value: String,
    because_fr: String,
    because_en: String,
    sources: Option<String>,
    #[serde(deserialize_with = "crate::domain::dated::day")]
    decided_on: Day,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AdjustmentRow {
    id: String,
    kind: AdjustmentKind,
    role: Option<Role>,
    level: Option<Level>,
    country: Option<String>,
    occupation: Option<String>,
    ratio: f64,
    nearness: Option<f64>,
    because_fr: String,
    because_en: String,
    sources: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DifferentialRow {
    id: String,
    country: String,
    region: String,
    role: Option<Role>,
    level: Option<Level>,
    ratio: f64,
    reliability: Grade,
    because_fr: String,
    because_en: String,
    places: Option<String>,
    sources: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MinimumRow {
    id: String,
    country: String,
    region: Option<String>,
    amount: f64,
    currency: String,
    period: Period,
    annual_hours: Option<f64>,
    #[serde(deserialize_with = "crate::domain::dated::day")]
    valid_from: Day,
    valid_to: Option<String>,
    source: String,
    reliability: Grade,
    note_fr: Option<String>,
    note_en: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AgreementRow {
    id: String,
    idcc: u32,
    name: String,
    level: String,
    coefficient: Option<String>,
    monthly_minimum: f64,
    currency: String,
    #[serde(deserialize_with = "crate::domain::dated::day")]
    valid_from: Day,
    role: Option<String>,
    experience: Option<Level>,
    named: Option<Named>,
    extended: Extended,
    source: String,
    note_fr: Option<String>,
    note_en: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordRow {
    id: Word,
    fr: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ParameterRow {
    id: String,
    country: String,
    side: Side,
    label_fr: String,
    label_en: String,
    rate: Option<f64>,
    base: Option<Base>,
    lower: Option<f64>,
    upper: Option<f64>,
    unit: Option<Unit>,
    headcount_from: Option<u32>,
    headcount_to: Option<u32>,
    executive: Option<String>,
    region: Option<String>,
    over: Option<f64>,
    valid_from: Option<String>,
    valid_to: Option<String>,
    source: Option<String>,
    confidence: Option<Grade>,
    note_fr: Option<String>,
    note_en: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CountryRow {
    country: String,
    currency: String,
    name_fr: String,
    name_en: String,
    #[serde(deserialize_with = "crate::domain::dated::day")]
    covered_from: Day,
    #[serde(deserialize_with = "crate::domain::dated::day")]
    verified_until: Day,
    confidence: Grade,
    note_fr: Option<String>,
    note_en: Option<String>,
    sources: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MobilityRow {
    id: String,
    region: String,
    rate: f64,
    #[serde(deserialize_with = "crate::domain::dated::day")]
    valid_from: Day,
    source: String,
    note_fr: Option<String>,
    note_en: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ApprenticeRow {
    id: String,
    kind: RuleKind,
    age_from: Option<u32>,
    age_to: Option<u32>,
    year: Option<u32>,
    degree_from: Option<u32>,
    degree_to: Option<u32>,
    headcount_from: Option<u32>,
    headcount_to: Option<u32>,
    value: f64,
    unit: String,
    #[serde(deserialize_with = "crate::domain::dated::day")]
    valid_from: Day,
    valid_to: Option<String>,
    source: String,
    label_fr: String,
    label_en: String,
}

/// Reads rows, and checks them as they come.
struct Pass<'r, 'f> {
    reader: &'r mut Reader<'f>,
    sources: BTreeSet<String>,
    statements: BTreeSet<String>,
    /// Whether the data may be wrong: somebody else's, or ours before it was verified.
    thorough: bool,
    /// The only country wanted, when not all are.
    country: Option<String>,
}

impl Pass<'_, '_> {
    /// Rows of the country wanted.
    fn of_country<T: DeserializeOwned>(&mut self, path: &str, id: impl Fn(&T) -> &str) -> Vec<Located<T>> {
        let Some(country) = &self.country else {
            return self.reader.rows(path, id);
        };
        // The code stands between commas, or at the start of the line.
        let (between, first) = (format!(",{country},"), format!("{country},"));
        let wanted = |row: &str| row.contains(&between) || row.starts_with(&first);
        self.reader.rows_where(path, Some(&wanted), id)
    }

    fn fail(&mut self, place: Place, id: &str, reason: impl Into<String>) {
        self.reader.error(place, id, reason);
    }

    fn cited<'s>(&mut self, place: Place, id: &str, sources: impl IntoIterator<Item = &'s str>) {
        if !self.thorough {
            return;
        }
        let mut any = false;
        for source in sources {
            any = true;
            let publication = source.split('/').next().unwrap_or(source);
            if !self.sources.contains(publication) {
                let hint = hint(publication, self.sources.iter().map(String::as_str));
                self.reader.error(
                    place,
                    id,
                    format!(
                        "unknown source `{}`{hint}; add it to pay/sources.csv or sources.toml",
                        publication.escape_debug()
                    ),
                );
            } else if source.contains('/') && !self.statements.contains(source) {
                let hint = hint(source, self.statements.iter().map(String::as_str));
                self.reader.error(
                    place,
                    id,
                    format!(
                        "cites `{}`, a statement that does not exist{hint}; add it to statements.toml",
                        source.escape_debug()
                    ),
                );
            }
        }
        if !any {
            self.fail(place, id, "names no source; every record needs at least one");
        }
    }

    fn codes(
        &mut self,
        place: Place,
        id: &str,
        country: Option<&str>,
        region: Option<&str>,
        currency: Option<&str>,
    ) {
        if !self.thorough {
            return;
        }
        if country.is_some_and(|code| profile::Country::find(code).is_none()) {
            self.fail(place, id, "country is not an ISO 3166-1 alpha-2 code");
        }
        match region.map(|code| (code, profile::Region::find(code))) {
            Some((code, None)) => {
                self.fail(place, id, format!("region `{}` is not an ISO 3166-2 code", code.escape_debug()));
            }
            Some((code, Some(region))) if country.is_some_and(|country| country != region.country()) => {
                self.fail(place, id, format!("region {code} does not lie in the country given"));
            }
            _ => {}
        }
        if currency.is_some_and(|code| profile::currency(code).is_none()) {
            self.fail(place, id, "currency is not an ISO 4217 code");
        }
    }

    fn positive(&mut self, place: Place, id: &str, name: &str, value: f64) {
        if !(value.is_finite() && value > 0.0) {
            self.fail(place, id, format!("{name} must be a number above zero"));
        }
    }

    fn dated(&mut self, place: Place, id: &str, as_of: Option<&str>) {
        if self.thorough && as_of.is_some_and(|date| middle(date).is_none()) {
            self.fail(place, id, "as_of must be YYYY, YYYY-MM, YYYY-MM-DD or A/B; leave it out when undated");
        }
    }

    /// A day given as text, where one is.
    fn end(&mut self, place: Place, id: &str, name: &str, text: Option<&str>) -> Option<Day> {
        let text = text?;
        let day = parse_day(text);
        if day.is_none() {
            self.fail(place, id, format!("{name} must be a date, YYYY-MM-DD"));
        }
        day
    }

    fn ids(&mut self, place: Place, id: &str) {
        let plain = !id.is_empty()
            && id.len() <= 80
            && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'.'));
        if self.thorough && !plain {
            self.fail(place, id, "ids are lower-case letters, digits, hyphens and dots, 80 at most");
        }
    }

    fn texts(&mut self, place: Place, id: &str, texts: &[&str]) {
        if self.thorough && texts.iter().any(|text| text.trim().is_empty()) {
            self.fail(place, id, "a text is missing; every text exists in both languages");
        }
    }
}

/// Reads the pay and cost data. `core` and `statements` are what citations may also refer to.
///
/// `country` reads the figures and parameters of one country only, for whoever asks one question and goes.
pub fn pay(
    reader: &mut Reader<'_>,
    core: &[Source],
    statements: &[Statement],
    thorough: bool,
    country: Option<&str>,
) -> Pay {
    let path = format!("{PAY}sources.csv");
    // One country's answers cite few sources; which ones is known once its rows are read.
    let rows = if country.is_some() { Vec::new() } else { reader.rows::<SourceRow>(&path, |row| &row.id) };
    let known =
        rows.iter().map(|row| row.value.id.clone()).chain(core.iter().map(|source| source.id.clone()));
    let sources: BTreeSet<String> = if thorough { known.collect() } else { BTreeSet::new() };
    let statements = if thorough {
        statements.iter().map(|item| format!("{}/{}", item.source, item.id)).collect()
    } else {
        BTreeSet::new()
    };
    let mut pass = Pass { reader, sources, statements, thorough, country: country.map(str::to_owned) };
    for row in &rows {
        let (place, row) = (row.place, &row.value);
        pass.ids(place, &row.id);
        pass.texts(
            place,
            &row.id,
            &[&row.title, &row.publisher, &row.covers_fr, &row.covers_en, &row.licence],
        );
        if thorough && core.iter().any(|source| source.id == row.id) {
            pass.fail(place, &row.id, "this source stands in sources.toml already; keep it there");
        }
        if thorough
            && row.url.as_ref().is_some_and(|url| !url.starts_with("https://") && !url.starts_with("http://"))
        {
            pass.fail(place, &row.id, "url must begin with https:// or http://");
        }
    }
    let mut data = PayData::default();
    minima(&mut pass, &mut data);
    evidence(&mut pass, &mut data);
    growth_and_places(&mut pass, &mut data);
    fees_and_words(&mut pass, &mut data);
    let cost = cost(&mut pass);
    let mut pay = Pay { data, cost, ladders: Ladders::default() };
    let rows = if country.is_some() {
        let mut cited: BTreeSet<&str> = BTreeSet::new();
        each_source(&pay, |_, source| {
            cited.insert(source.split('/').next().unwrap_or(source));
        });
        let wanted = |row: &str| row.split(',').next().is_some_and(|id| cited.contains(id));
        pass.reader.rows_where::<SourceRow>(&path, Some(&wanted), |row| &row.id)
    } else {
        rows
    };
    let publications: Vec<Source> = rows.into_iter().map(|row| source(row.value)).collect();
    pay.data.source_index =
        publications.iter().enumerate().map(|(at, source)| (source.id.clone(), at)).collect();
    pay.data.source_json = vec![OnceLock::new(); publications.len()];
    pay.data.sources = publications;
    pay
}

fn source(row: SourceRow) -> Source {
    Source {
        covers: text(&row.covers_fr, &row.covers_en),
        note: note(row.note_fr.as_ref(), row.note_en.as_ref()),
        id: row.id,
        title: row.title,
        publisher: row.publisher,
        published: row.published,
        retrieved_on: row.retrieved_on,
        kind: row.kind,
        reliability: row.reliability,
        licence: row.licence,
        url: row.url,
    }
}

fn figures(pass: &mut Pass<'_, '_>, path: &str) -> Vec<Figure> {
    let rows = pass.of_country::<Figure>(path, |figure: &Figure| &figure.id);
    if pass.thorough {
        let mut sets: BTreeMap<String, Place> = BTreeMap::new();
        for row in &rows {
            let (place, figure) = (row.place, &row.value);
            pass.ids(place, &figure.id);
            if figure.id.rsplit_once('.').is_none_or(|(_, statistic)| statistic != figure.statistic.id()) {
                pass.fail(
                    place,
                    &figure.id,
                    format!("the id must end in `.{}`, the statistic", figure.statistic),
                );
            }
            pass.cited(place, &figure.id, [figure.source.as_str()]);
            pass.codes(
                place,
                &figure.id,
                figure.country.as_deref(),
                figure.region.as_deref(),
                Some(&figure.currency),
            );
            pass.positive(place, &figure.id, "amount", figure.amount);
            pass.dated(place, &figure.id, figure.as_of.as_deref());
            if (figure.role == Post::Neighbour) != figure.occupation.is_some() {
                pass.fail(place, &figure.id, "`occupation` goes with the role `neighbour`, and only with it");
            }
            sets.entry(figure.set().to_owned()).or_insert(place);
        }
        // The figures of one set describe one sample.
        for (set, place) in sets {
            let mut of = rows.iter().map(|row| &row.value).filter(|figure| figure.set() == set);
            let Some(first) = of.next() else { continue };
            let same = |other: &Figure| {
                (first.role, &first.occupation, first.level, &first.country, &first.region, &first.currency)
                    == (
                        other.role,
                        &other.occupation,
                        other.level,
                        &other.country,
                        &other.region,
                        &other.currency,
                    )
                    && (first.period, &first.as_of, &first.source, &first.series)
                        == (other.period, &other.as_of, &other.source, &other.series)
            };
            if !of.all(same) {
                pass.fail(place, &set, "the figures of one set differ in more than statistic and amount");
            }
        }
    }
    values(rows)
}

fn minima(pass: &mut Pass<'_, '_>, data: &mut PayData) {
    for row in pass.of_country::<MinimumRow>(&format!("{PAY}minimum_wages.csv"), |row| &row.id) {
        let (place, row) = (row.place, row.value);
        pass.ids(place, &row.id);
        pass.cited(place, &row.id, [row.source.as_str()]);
        pass.codes(place, &row.id, Some(&row.country), row.region.as_deref(), Some(&row.currency));
        pass.positive(place, &row.id, "amount", row.amount);
        let to = pass.end(place, &row.id, "valid_to", row.valid_to.as_deref());
        data.minimums.push(MinimumWage {
            note: note(row.note_fr.as_ref(), row.note_en.as_ref()),
            validity: Validity { from: row.valid_from, to },
            id: row.id,
            country: row.country,
            region: row.region,
            amount: row.amount,
            currency: row.currency,
            period: row.period,
            annual_hours: row.annual_hours.unwrap_or(ANNUAL_HOURS),
            source: row.source,
            reliability: row.reliability,
        });
    }
    // The agreements are French.
    if pass.country.as_deref().is_some_and(|country| country != "FR") {
        return;
    }
    for row in pass.reader.rows::<AgreementRow>(&format!("{PAY}agreements.csv"), |row| &row.id) {
        let (place, row) = (row.place, row.value);
        pass.ids(place, &row.id);
        pass.cited(place, &row.id, [row.source.as_str()]);
        pass.codes(place, &row.id, None, None, Some(&row.currency));
        pass.positive(place, &row.id, "monthly_minimum", row.monthly_minimum);
        let mut roles = Vec::new();
        for name in row.role.as_deref().unwrap_or("").split_whitespace() {
            match name.parse::<Role>() {
                Ok(role) => roles.push(role),
                Err(error) => pass.fail(place, &row.id, error.to_string()),
            }
        }
        data.agreements.push(AgreementMinimum {
            note: note(row.note_fr.as_ref(), row.note_en.as_ref()),
            id: row.id,
            idcc: row.idcc,
            name: row.name,
            level: row.level,
            coefficient: row.coefficient,
            monthly: row.monthly_minimum,
            currency: row.currency,
            valid_from: row.valid_from,
            roles,
            experience: row.experience,
            named: row.named,
            extended: row.extended,
            source: row.source,
        });
    }
}

fn evidence(pass: &mut Pass<'_, '_>, data: &mut PayData) {
    let mut all = figures(pass, &format!("{PAY}figures.csv"));
    all.extend(figures(pass, &format!("{PAY}occupations.csv")));
    let known: BTreeSet<&str> =
        if pass.thorough { all.iter().map(Figure::set).collect() } else { BTreeSet::new() };
    for row in pass.reader.rows::<ExclusionRow>(&format!("{PAY}exclusions.csv"), |row| &row.id) {
        let (place, row) = (row.place, row.value);
        pass.ids(place, &row.id);
        let sources = list(row.sources.as_deref());
        pass.cited(place, &row.id, sources.iter().map(String::as_str));
        pass.texts(place, &row.id, &[&row.because_fr, &row.because_en]);
        let sets = list(Some(&row.sets));
        for set in sets.iter().filter(|set| pass.thorough && !known.contains(set.as_str())) {
            let hint = hint(set, known.iter().copied());
            pass.reader.error(
                place,
                &row.id,
                format!("no figure belongs to the set `{}`{hint}", set.escape_debug()),
            );
        }
        data.exclusions.push(Exclusion {
            because: text(&row.because_fr, &row.because_en),
            id: row.id,
            sets,
            reason: row.reason,
            sources,
            decided_on: row.decided_on,
        });
    }
    for row in pass.reader.rows::<CorrectionRow>(&format!("{PAY}corrections.csv"), |row| &row.id) {
        let (place, row) = (row.place, row.value);
        pass.ids(place, &row.id);
        let sources = list(row.sources.as_deref());
        pass.cited(place, &row.id, sources.iter().map(String::as_str));
        pass.texts(place, &row.id, &[&row.because_fr, &row.because_en]);
        if pass.thorough && !known.contains(row.figure.as_str()) {
            let hint = hint(&row.figure, known.iter().copied());
            pass.reader.error(
                place,
                &row.id,
                format!("no figure belongs to the set `{}`{hint}", row.figure.escape_debug()),
            );
        }
        let readable = match row.field {
            Field::N => row.value.parse::<u32>().is_ok(),
            Field::AsOf => middle(&row.value).is_some(),
            Field::Level => Level::find(&row.value).is_some(),
        };
        if !readable {
            pass.fail(place, &row.id, format!("`{}` is no value of {}", row.value.escape_debug(), row.field));
        }
        data.corrections.push(Correction {
            because: text(&row.because_fr, &row.because_en),
            id: row.id,
            set: row.figure,
            field: row.field,
            value: row.value,
            sources,
            decided_on: row.decided_on,
        });
    }
    let epoch = Day::from_ymd_opt(2000, 1, 1).unwrap_or_default();
    let day_of = |at: f64| {
        #[expect(clippy::cast_possible_truncation, reason = "days, far within the range")]
        let days = ((at - years(epoch)) * 365.2425).round() as i64;
        epoch.checked_add_signed(chrono::Duration::try_days(days)?)
    };
    data.observations = observe(&all, &data.exclusions, &data.corrections, &data.minimums, day_of);
    data.observations.sort_by(|a, b| (&a.country, &a.set).cmp(&(&b.country, &b.set)));
    for row in pass.reader.rows::<AdjustmentRow>(&format!("{PAY}adjustments.csv"), |row| &row.id) {
        let (place, row) = (row.place, row.value);
        pass.ids(place, &row.id);
        let sources = list(Some(&row.sources));
        pass.cited(place, &row.id, sources.iter().map(String::as_str));
        pass.texts(place, &row.id, &[&row.because_fr, &row.because_en]);
        pass.codes(place, &row.id, row.country.as_deref(), None, None);
        pass.positive(place, &row.id, "ratio", row.ratio);
        let nearness = row.nearness.unwrap_or(1.0);
        if !(nearness > 0.0 && nearness <= 1.0) {
            pass.fail(place, &row.id, "nearness must lie above 0, at most 1");
        }
        if (row.kind == AdjustmentKind::Proxy) != row.occupation.is_some() {
            pass.fail(place, &row.id, "`occupation` goes with the kind `proxy`, and only with it");
        }
        data.adjustments.push(Adjustment {
            because: text(&row.because_fr, &row.because_en),
            id: row.id,
            kind: row.kind,
            role: row.role,
            level: row.level,
            country: row.country,
            occupation: row.occupation,
            ratio: row.ratio,
            nearness,
            sources,
        });
    }
}

fn growth_and_places(pass: &mut Pass<'_, '_>, data: &mut PayData) {
    let rows = pass.of_country::<Growth>(&format!("{PAY}growth.csv"), |row| &row.id);
    let mut countries: BTreeMap<String, Vec<&Growth>> = BTreeMap::new();
    for Located { value: row, place } in &rows {
        pass.ids(*place, &row.id);
        pass.cited(*place, &row.id, [row.source.as_str()]);
        pass.codes(*place, &row.id, Some(&row.country), None, None);
        if row.valid_to <= row.valid_from {
            pass.fail(*place, &row.id, "valid_to must lie after valid_from");
        }
        if !(row.percent > -50.0 && row.percent < 200.0) {
            pass.fail(*place, &row.id, "percent must lie between -50 and 200");
        }
        match row.used.as_deref() {
            None => {}
            Some("yes") => countries.entry(row.country.clone()).or_default().push(row),
            Some(_) => pass.fail(*place, &row.id, "used must be `yes` or empty"),
        }
    }
    for (country, rows_of) in countries {
        let chain = Chain::new(rows_of.iter().copied());
        if chain.overlaps()
            && let Some(row) = rows.iter().find(|row| row.value.country == country)
        {
            pass.fail(row.place, &row.value.id, format!("the growth figures used for {country} overlap"));
        }
        data.chains.insert(country, chain);
    }
    data.growth = values(rows);
    for row in pass.of_country::<DifferentialRow>(&format!("{PAY}differentials.csv"), |row| &row.id) {
        let (place, row) = (row.place, row.value);
        pass.ids(place, &row.id);
        let sources = list(Some(&row.sources));
        pass.cited(place, &row.id, sources.iter().map(String::as_str));
        pass.codes(place, &row.id, Some(&row.country), Some(&row.region), None);
        pass.positive(place, &row.id, "ratio", row.ratio);
        pass.texts(place, &row.id, &[&row.because_fr, &row.because_en]);
        let _ = row.places;
        data.differentials.push(Differential {
            because: text(&row.because_fr, &row.because_en),
            id: row.id,
            country: row.country,
            region: row.region,
            role: row.role,
            level: row.level,
            ratio: row.ratio,
            reliability: row.reliability,
            sources,
        });
    }
    // Differences between places are raw material: nothing is computed from them, so they are read to be checked only.
    if pass.thorough {
        let rows = pass.reader.rows::<RawPlace>(&format!("{PAY}places.csv"), |row| &row.id);
        for Located { value: row, place } in &rows {
            pass.ids(*place, &row.id);
            pass.cited(*place, &row.id, [row.source.as_str()]);
            pass.codes(*place, &row.id, Some(&row.country), row.region.as_deref(), None);
        }
        data.places = values(rows);
    }
    if pass.country.is_some() {
        return;
    }
    let rows = pass.reader.rows::<City>(&format!("{PAY}cities.csv"), |row| &row.id);
    for Located { value: row, place } in &rows {
        pass.ids(*place, &row.id);
        pass.codes(*place, &row.id, Some(&row.country), Some(&row.region), None);
    }
    data.cities = values(rows);
}

fn fees_and_words(pass: &mut Pass<'_, '_>, data: &mut PayData) {
    let rows = pass.of_country::<Fee>(&format!("{PAY}day_rates.csv"), |row| &row.id);
    for Located { value: row, place } in &rows {
        pass.ids(*place, &row.id);
        pass.cited(*place, &row.id, [row.source.as_str()]);
        pass.codes(*place, &row.id, row.country.as_deref(), None, Some(&row.currency));
        pass.positive(*place, &row.id, "amount", row.amount);
        pass.dated(*place, &row.id, row.as_of.as_deref());
    }
    data.fees = values(rows);
    let mut texts = BTreeMap::new();
    let path = format!("{PAY}words.csv");
    for row in pass.reader.rows::<WordRow>(&path, |row| row.id.id()) {
        let (place, row) = (row.place, row.value);
        pass.texts(place, row.id.id(), &[&row.fr, &row.en]);
        texts.insert(row.id, text(&row.fr, &row.en));
    }
    for word in Word::ALL.iter().filter(|word| !texts.contains_key(word)) {
        pass.reader.errors.push(super::error::LoadError {
            file: format!("data/{path}"),
            line: None,
            record: Some(word.id().to_owned()),
            reason: "this sentence is missing; add it in both languages".to_owned(),
        });
    }
    data.words = Words::new(texts);
}

fn cost(pass: &mut Pass<'_, '_>) -> CostData {
    let mut data = CostData::default();
    for row in pass.of_country::<CountryRow>(&format!("{COST}countries.csv"), |row| &row.country) {
        let (place, row) = (row.place, row.value);
        let sources = list(Some(&row.sources));
        pass.cited(place, &row.country, sources.iter().map(String::as_str));
        pass.codes(place, &row.country, Some(&row.country), None, Some(&row.currency));
        pass.texts(place, &row.country, &[&row.name_fr, &row.name_en]);
        if row.verified_until < row.covered_from {
            pass.fail(place, &row.country, "verified_until must not lie before covered_from");
        }
        data.countries.push(Country {
            name: text(&row.name_fr, &row.name_en),
            note: note(row.note_fr.as_ref(), row.note_en.as_ref()),
            code: row.country,
            currency: row.currency,
            covered_from: row.covered_from,
            verified_until: row.verified_until,
            confidence: row.confidence,
            sources,
        });
    }
    for row in pass.of_country::<ParameterRow>(&format!("{COST}parameters.csv"), |row| &row.id) {
        let (place, row) = (row.place, row.value);
        if let Some(parameter) = parameter(pass, place, row) {
            data.parameters.push(parameter);
        }
    }
    // By country, employer's first: a book is a run of them.
    data.parameters.sort_by(|a, b| (&a.country, a.side).cmp(&(&b.country, b.side)));
    for row in pass.reader.rows::<MobilityRow>(&format!("{COST}mobility.csv"), |row| &row.id) {
        let (place, row) = (row.place, row.value);
        pass.ids(place, &row.id);
        pass.cited(place, &row.id, [row.source.as_str()]);
        pass.codes(place, &row.id, None, Some(&row.region), None);
        data.mobility.push(Mobility {
            note: note(row.note_fr.as_ref(), row.note_en.as_ref()),
            id: row.id,
            region: row.region,
            rate: row.rate,
            valid_from: row.valid_from,
            source: row.source,
        });
    }
    for row in pass.reader.rows::<ApprenticeRow>(&format!("{COST}apprenticeship.csv"), |row| &row.id) {
        let (place, row) = (row.place, row.value);
        pass.ids(place, &row.id);
        pass.cited(place, &row.id, [row.source.as_str()]);
        pass.texts(place, &row.id, &[&row.label_fr, &row.label_en]);
        let to = pass.end(place, &row.id, "valid_to", row.valid_to.as_deref());
        data.apprenticeship.push(ApprenticeRule {
            label: text(&row.label_fr, &row.label_en),
            validity: Validity { from: row.valid_from, to },
            id: row.id,
            kind: row.kind,
            age_from: row.age_from,
            age_to: row.age_to,
            year: row.year,
            degree_from: row.degree_from,
            degree_to: row.degree_to,
            headcount_from: row.headcount_from,
            headcount_to: row.headcount_to,
            value: row.value,
            unit: row.unit,
            source: row.source,
        });
    }
    data
}

fn parameter(pass: &mut Pass<'_, '_>, place: Place, row: ParameterRow) -> Option<Parameter> {
    let missing = row.side == Side::Missing;
    pass.ids(place, &row.id);
    pass.texts(place, &row.id, &[&row.label_fr, &row.label_en]);
    pass.codes(place, &row.id, Some(&row.country), None, None);
    if !missing {
        pass.cited(place, &row.id, row.source.as_deref());
        if row.rate.is_none_or(|rate| !rate.is_finite() || rate < 0.0) {
            pass.fail(place, &row.id, "rate must be a number, not below zero");
        }
        if row.valid_from.is_none() {
            pass.fail(place, &row.id, "valid_from is missing; every parameter is dated");
        }
    }
    if matches!(row.side, Side::Employer | Side::Employee) && row.base.is_none() {
        pass.fail(place, &row.id, "base is missing: gross, slice, csg or health");
    }
    let from = match row.valid_from.as_deref() {
        Some(day) => pass.end(place, &row.id, "valid_from", Some(day))?,
        None => Day::MIN,
    };
    let to = pass.end(place, &row.id, "valid_to", row.valid_to.as_deref());
    let regions = row.region.unwrap_or_default();
    let except = regions.starts_with('!');
    let executive = match row.executive.as_deref() {
        None => None,
        Some("yes") => Some(true),
        Some("no") => Some(false),
        Some(_) => {
            pass.fail(place, &row.id, "executive must be yes, no or empty");
            None
        }
    };
    Some(Parameter {
        label: text(&row.label_fr, &row.label_en),
        note: note(row.note_fr.as_ref(), row.note_en.as_ref()),
        id: row.id,
        country: row.country,
        side: row.side,
        rate: row.rate,
        base: row.base,
        lower: row.lower,
        upper: row.upper,
        unit: row.unit,
        headcount_from: row.headcount_from,
        headcount_to: row.headcount_to,
        executive,
        regions: regions.trim_start_matches('!').split_whitespace().map(str::to_owned).collect(),
        except,
        over: row.over,
        validity: Validity { from, to },
        source: row.source.unwrap_or_default(),
        confidence: row.confidence.unwrap_or(Grade::Low),
    })
}

/// Every source that a row of the pay and cost data names, with the id of the row.
pub fn each_source<'p>(pay: &'p Pay, mut visit: impl FnMut(&'p str, &'p str)) {
    let data = &pay.data;
    data.observations.iter().for_each(|item| visit(&item.set, &item.source));
    data.growth.iter().for_each(|item| visit(&item.id, &item.source));
    data.places.iter().for_each(|item| visit(&item.id, &item.source));
    data.minimums.iter().for_each(|item| visit(&item.id, &item.source));
    data.agreements.iter().for_each(|item| visit(&item.id, &item.source));
    data.fees.iter().for_each(|item| visit(&item.id, &item.source));
    let cost = &pay.cost;
    cost.parameters
        .iter()
        .filter(|item| !item.source.is_empty())
        .for_each(|item| visit(&item.id, &item.source));
    cost.mobility.iter().for_each(|item| visit(&item.id, &item.source));
    cost.apprenticeship.iter().for_each(|item| visit(&item.id, &item.source));
    let lists = data.exclusions.iter().map(|item| (&item.id, &item.sources));
    let lists = lists.chain(data.corrections.iter().map(|item| (&item.id, &item.sources)));
    let lists = lists.chain(data.adjustments.iter().map(|item| (&item.id, &item.sources)));
    let lists = lists.chain(data.differentials.iter().map(|item| (&item.id, &item.sources)));
    let lists = lists.chain(cost.countries.iter().map(|item| (&item.code, &item.sources)));
    lists.for_each(|(id, sources)| sources.iter().for_each(|source| visit(id, source)));
}
