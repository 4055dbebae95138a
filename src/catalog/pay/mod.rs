//! Pay and cost data: rows of `data/pay` and `data/employer-cost` → domain.

mod cost;
mod evidence;
mod pass;
pub(super) mod rows;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use cost::cost;
use evidence::{adjustments, evidence};
use pass::{Dated, Pass};
use rows::{AgreementRow, DifferentialRow, MinimumRow, SourceRow};

use super::load::{Core, values};
use super::records::{Located, Reader, Wanted};
use crate::domain::dated::Validity;
use crate::domain::decide::rulebook::DecideData;
use crate::domain::pay::ageing::{Chain, Growth};
use crate::domain::pay::answers::Ladders;
use crate::domain::pay::cost::parameter::CostData;
use crate::domain::pay::data::{Bracket, Experience, Fee, Part, PayData, Target};
use crate::domain::pay::minimum::{ANNUAL_HOURS, AgreementMinimum, MinimumWage};
use crate::domain::pay::place::{City, Differential, RawPlace};
use crate::domain::provenance::{Source, SourceKind, Statement};
use crate::domain::text::Text;
use crate::domain::vocab::Role;

/// Folder of the pay data, relative to `data/`.
const PAY: &str = "pay/";
/// The cities that are known by name.
pub(super) const CITIES: &str = "pay/cities.csv";
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

pub(super) fn text(fr: &str, en: &str) -> Text {
    Text { fr: fr.into(), en: en.into() }
}

pub(super) fn note(fr: Option<&String>, en: Option<&String>) -> Option<Text> {
    fr.zip(en).map(|(fr, en)| text(fr, en))
}

fn list(words: Option<&str>) -> Vec<String> {
    words.unwrap_or("").split_whitespace().map(str::to_owned).collect()
}

/// Reads the pay and cost data. `core` and `statements` are what citations may also refer to.
///
/// `country` reads the figures and parameters of one country only: a command asks one question in its process.
pub fn pay(
    reader: &mut Reader<'_>,
    core: &Core,
    statements: &[Statement],
    thorough: bool,
    country: Option<&str>,
) -> Pay {
    let path = format!("{PAY}sources.csv");
    let Core { manifest, decide: DecideData { sources: core, .. }, countries, messages, .. } = core;
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
    let records = if thorough {
        countries.iter().map(|item| item.value.code.clone()).collect()
    } else {
        BTreeSet::new()
    };
    let mut pass =
        Pass { reader, sources, statements, records, thorough, country: country.map(str::to_owned) };
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
    let mut data = PayData {
        default_country: manifest.default_country.clone(),
        messages: messages.clone(),
        ..PayData::default()
    };
    for Located { value: item, place } in countries {
        if country.is_none_or(|code| code == item.code) {
            if let Some(terms) = &item.cost {
                pass.cited(*place, &item.code, terms.sources.iter().map(String::as_str));
            }
            data.countries.push(item.clone());
        }
    }
    minima(&mut pass, &mut data);
    evidence(&mut pass, &mut data);
    adjustments(&mut pass, &mut data);
    experience(&mut pass, &mut data);
    targets(&mut pass, &mut data);
    growth_and_places(&mut pass, &mut data);
    fees(&mut pass, &mut data);
    let cost = cost(&mut pass, countries);
    let mut pay = Pay { data, cost, ladders: Ladders::default() };
    let rows = if country.is_some() {
        let mut cited: BTreeSet<&str> = BTreeSet::new();
        each_source(&pay, |_, source| {
            cited.insert(source.split('/').next().unwrap_or(source));
        });
        pass.reader.rows_where::<SourceRow>(&path, &Wanted::Named(&cited), |row| &row.id)
    } else {
        rows
    };
    let publications: Vec<Source> = rows.into_iter().map(|row| source(row.value)).collect();
    let own: BTreeSet<&str> = publications
        .iter()
        .filter(|source| source.kind == SourceKind::OwnAds)
        .map(|source| source.id.as_str())
        .collect();
    for item in &mut pay.data.observations {
        item.own = own.contains(item.source.as_str());
    }
    pay.data.source_index =
        publications.iter().enumerate().map(|(at, source)| (source.id.clone(), at)).collect();
    pay.data.source_json = vec![OnceLock::new(); publications.len()];
    pay.data.sources = publications;
    pay
}

/// Reads countries and cities alone, of data that are known to be right.
pub fn places(reader: &mut Reader<'_>, core: &Core) -> Pay {
    let data = PayData {
        default_country: core.manifest.default_country.clone(),
        messages: core.messages.clone(),
        countries: core.countries.iter().map(|item| item.value.clone()).collect(),
        cities: values(reader.rows::<City>(CITIES, |row| &row.id)),
        ..PayData::default()
    };
    Pay { data, cost: CostData::default(), ladders: Ladders::default() }
}

pub(super) fn source(row: SourceRow) -> Source {
    Source {
        covers: text(&row.covers_fr, &row.covers_en),
        note: note(row.note_fr.as_ref(), row.note_en.as_ref()),
        id: row.id,
        title: row.title,
        publisher: row.publisher,
        unsigned: false,
        published: row.published,
        retrieved_on: row.retrieved_on,
        kind: row.kind,
        reliability: row.reliability,
        licence: row.licence,
        url: row.url,
        place: row.place,
    }
}

fn minima(pass: &mut Pass<'_, '_>, data: &mut PayData) {
    let mut dated = Vec::new();
    for row in pass.of_country::<MinimumRow>(&format!("{PAY}minimum_wages.csv"), |row| &row.id) {
        let (place, row) = (row.place, row.value);
        pass.ids(place, &row.id);
        pass.cited(place, &row.id, [row.source.as_str()]);
        pass.codes(place, &row.id, Some(&row.country), row.region.as_deref(), Some(&row.currency));
        pass.positive(place, &row.id, "amount", row.amount);
        let to = pass.end(place, &row.id, "valid_to", row.valid_to.as_deref());
        dated.push(Dated {
            about: format!("{} {}", row.country, row.region.as_deref().unwrap_or("")),
            id: row.id.clone(),
            validity: Validity { from: row.valid_from, to },
            place,
        });
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
    pass.one_at_a_time(dated, true);
    for row in pass.of_country::<AgreementRow>(&format!("{PAY}agreements.csv"), |row| &row.id) {
        let (place, row) = (row.place, row.value);
        pass.ids(place, &row.id);
        pass.cited(place, &row.id, [row.source.as_str()]);
        pass.codes(place, &row.id, Some(&row.country), None, Some(&row.currency));
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
            country: row.country,
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

/// Reads the curve of experience: its points rise with the years.
fn experience(pass: &mut Pass<'_, '_>, data: &mut PayData) {
    let rows = pass.reader.rows::<Experience>(&format!("{PAY}experience.csv"), |row| &row.id);
    let mut before: Option<(f64, f64)> = None;
    for Located { value: row, place } in &rows {
        pass.ids(*place, &row.id);
        pass.cited(*place, &row.id, [row.source.as_str()]);
        pass.positive(*place, &row.id, "ratio", row.ratio);
        pass.deviation(*place, &row.id, row.uncertainty);
        if before.is_some_and(|(years, ratio)| row.years <= years || row.ratio < ratio) {
            pass.fail(*place, &row.id, "years must rise from row to row, and pay must not fall with them");
        }
        before = Some((row.years, row.ratio));
    }
    data.experience = values(rows);
}

/// Reads what the back-test predicts; nothing else asks for it.
fn targets(pass: &mut Pass<'_, '_>, data: &mut PayData) {
    if pass.country.is_some() {
        return;
    }
    let rows = pass.reader.rows::<Target>(&format!("{PAY}targets.csv"), |row| &row.id);
    for Located { value: row, place } in &rows {
        let found = data.observations.iter().find(|item| item.set == row.id);
        if pass.thorough && found.is_none_or(|item| item.excluded.is_some() || item.role.role().is_none()) {
            pass.fail(*place, &row.id, "a target must be a set of figures of one of our roles that counts");
        }
        if row.held_out.as_deref().is_some_and(|value| value != "yes") {
            pass.fail(*place, &row.id, "held_out must be `yes` or empty");
        }
    }
    data.targets = values(rows);
    let rows = pass.reader.rows::<Bracket>(&format!("{PAY}distributions.csv"), |row| &row.id);
    for Located { value: row, place } in &rows {
        pass.ids(*place, &row.id);
        pass.cited(*place, &row.id, [row.source.as_str()]);
        pass.codes(*place, &row.id, Some(&row.country), row.region.as_deref(), Some(&row.currency));
        pass.dated(*place, &row.id, Some(&row.as_of));
        if row.from <= 0.0 || row.from >= row.to || row.n == 0 {
            pass.fail(
                *place,
                &row.id,
                "a bracket has `from` above zero and below `to`, and at least one answer",
            );
        }
    }
    data.distributions = values(rows);
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
    // The last day of one step is the first of the next.
    let used = rows.iter().filter(|row| row.value.used.as_deref() == Some("yes"));
    let dated = used.map(|Located { value: row, place }| Dated {
        about: row.country.clone(),
        id: row.id.clone(),
        validity: Validity { from: row.valid_from, to: row.valid_to.pred_opt() },
        place: *place,
    });
    pass.one_at_a_time(dated.collect(), false);
    for (country, rows_of) in countries {
        data.chains.insert(country, Chain::new(rows_of.iter().copied()));
    }
    data.growth = values(rows);
    for row in pass.of_country::<DifferentialRow>(&format!("{PAY}differentials.csv"), |row| &row.id) {
        let (place, row) = (row.place, row.value);
        pass.ids(place, &row.id);
        let sources = list(Some(&row.sources));
        pass.cited(place, &row.id, sources.iter().map(String::as_str));
        pass.codes(place, &row.id, Some(&row.country), Some(&row.region), None);
        pass.positive(place, &row.id, "ratio", row.ratio);
        pass.deviation(place, &row.id, row.uncertainty);
        pass.texts(place, &row.id, &[&row.because_fr, &row.because_en]);
        data.differentials.push(Differential {
            because: text(&row.because_fr, &row.because_en),
            id: row.id,
            country: row.country,
            region: row.region,
            area: row.area,
            role: row.role,
            level: row.level,
            ratio: row.ratio,
            uncertainty: row.uncertainty,
            reliability: row.reliability,
            sources,
        });
    }
    data.locate();
    let rows = pass.of_country::<Part>(&format!("{PAY}parts.csv"), |row| &row.id);
    for Located { value: row, place } in &rows {
        pass.codes(*place, &row.id, Some(&row.country), Some(&row.id), None);
        pass.codes(*place, &row.id, Some(&row.country), Some(&row.region), None);
    }
    data.parts = values(rows);
    // Differences between places are raw material: nothing is computed from them, so they are read to be checked only.
    if pass.thorough {
        let rows = pass.reader.rows::<RawPlace>(&format!("{PAY}places.csv"), |row| &row.id);
        for Located { value: row, place } in &rows {
            pass.ids(*place, &row.id);
            pass.cited(*place, &row.id, [row.source.as_str()]);
            pass.iso(*place, &row.id, Some(&row.country), row.region.as_deref(), None);
        }
        data.places = values(rows);
    }
    if pass.country.is_some() {
        return;
    }
    let rows = pass.reader.rows::<City>(CITIES, |row| &row.id);
    for Located { value: row, place } in &rows {
        pass.ids(*place, &row.id);
        pass.codes(*place, &row.id, Some(&row.country), Some(&row.region), None);
        let known = |area: &String| data.differentials.iter().any(|item| item.area.as_ref() == Some(area));
        if let Some(area) = row.area.as_ref().filter(|area| !known(area)) {
            let reason = format!(
                "no differential is that of the area `{}`; add one, or leave it empty",
                area.escape_debug()
            );
            pass.fail(*place, &row.id, reason);
        }
    }
    data.cities = values(rows);
}

fn fees(pass: &mut Pass<'_, '_>, data: &mut PayData) {
    let rows = pass.of_country::<Fee>(&format!("{PAY}day_rates.csv"), |row| &row.id);
    for Located { value: row, place } in &rows {
        pass.ids(*place, &row.id);
        pass.cited(*place, &row.id, [row.source.as_str()]);
        pass.codes(*place, &row.id, row.country.as_deref(), None, Some(&row.currency));
        pass.positive(*place, &row.id, "amount", row.amount);
        pass.dated(*place, &row.id, row.as_of.as_deref());
    }
    data.fees = values(rows);
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
    data.distributions.iter().for_each(|item| visit(&item.id, &item.source));
    data.experience.iter().for_each(|item| visit(&item.id, &item.source));
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
    let lists = lists
        .chain(data.countries.iter().filter_map(|item| Some((&item.code, &item.cost.as_ref()?.sources))));
    lists.for_each(|(id, sources)| sources.iter().for_each(|source| visit(id, source)));
}
