//! Contributions: rows of `data/employer-cost` → domain.

use super::pass::{Dated, Pass};
use super::rows::{ApprenticeRow, MobilityRow, ParameterRow};
use super::{COST, note, text};
use crate::catalog::records::{Located, Place};
use crate::domain::dated::{Day, Validity};
use crate::domain::pay::cost::parameter::{
    ApprenticeRule, CostData, CostGroup, CostOption, Mobility, Parameter, Side,
};
use crate::domain::pay::country::Country;
use crate::domain::vocab::Grade;

/// Reads the parameters of employer cost.
pub(super) fn cost(pass: &mut Pass<'_, '_>, countries: &[Located<Country>]) -> CostData {
    let mut data = CostData::default();
    let mut dated = Vec::new();
    for row in pass.of_country::<ParameterRow>(&format!("{COST}parameters.csv"), |row| &row.id) {
        let (place, row) = (row.place, row.value);
        if let Some(parameter) = parameter(pass, place, row) {
            dated.push(Dated {
                about: about(&parameter),
                id: parameter.id.clone(),
                validity: parameter.validity,
                place,
            });
            data.parameters.push(parameter);
        }
    }
    pass.one_at_a_time(dated, true);
    if pass.thorough {
        for Located { value: Country { code, cost, .. }, place } in countries {
            let any = data.parameters.iter().any(|item| item.country == *code);
            if cost.is_some() && !any {
                let reason = "has a cost and no contributions; add rows to employer-cost/parameters.csv";
                pass.fail(*place, code, reason);
            } else if cost.is_none() && any {
                let reason =
                    "has contributions in employer-cost/parameters.csv and no cost; add [country.cost]";
                pass.fail(*place, code, reason);
            }
        }
    }
    // By country, employer's first: a book is a run of them.
    data.parameters.sort_by(|a, b| (&a.country, a.side).cmp(&(&b.country, b.side)));
    levies_and_apprentices(pass, &mut data);
    data
}

fn levies_and_apprentices(pass: &mut Pass<'_, '_>, data: &mut CostData) {
    let mut dated = Vec::new();
    for row in pass.reader.rows::<MobilityRow>(&format!("{COST}mobility.csv"), |row| &row.id) {
        let (place, row) = (row.place, row.value);
        pass.ids(place, &row.id);
        pass.cited(place, &row.id, [row.source.as_str()]);
        pass.codes(place, &row.id, None, Some(&row.region), None);
        if let Some(whole) = &row.part_of {
            pass.codes(place, &row.id, None, Some(whole), None);
        }
        if row.part_of.is_some() != row.part_name.is_some() {
            pass.fail(
                place,
                &row.id,
                "part_of and part_name go together: the larger region, and how the part is called",
            );
        }
        // The latest row counts: only two from the same day leave open which.
        dated.push(Dated {
            about: row.region.clone(),
            id: row.id.clone(),
            validity: Validity { from: row.valid_from, to: Some(row.valid_from) },
            place,
        });
        data.mobility.push(Mobility {
            note: note(row.note_fr.as_ref(), row.note_en.as_ref()),
            id: row.id,
            region: row.region,
            stands_for: row.part_of.zip(row.part_name),
            rate: row.rate,
            valid_from: row.valid_from,
            source: row.source,
        });
    }
    pass.one_at_a_time(dated, false);
    let mut dated = Vec::new();
    for row in pass.reader.rows::<ApprenticeRow>(&format!("{COST}apprenticeship.csv"), |row| &row.id) {
        let (place, row) = (row.place, row.value);
        pass.ids(place, &row.id);
        pass.cited(place, &row.id, [row.source.as_str()]);
        pass.texts(place, &row.id, &[&row.label_fr, &row.label_en]);
        let to = pass.end(place, &row.id, "valid_to", row.valid_to.as_deref());
        dated.push(Dated {
            about: format!(
                "{:?}",
                (
                    row.kind,
                    row.age_from,
                    row.age_to,
                    row.year,
                    row.degree_from,
                    row.degree_to,
                    row.headcount_from,
                    row.headcount_to
                )
            ),
            id: row.id.clone(),
            validity: Validity { from: row.valid_from, to },
            place,
        });
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
    pass.one_at_a_time(dated, true);
}

/// What a parameter says something about: its name, whose it is and for whom. Bounds change from year to year: with two at
/// once both would be charged.
fn about(parameter: &Parameter) -> String {
    let Parameter { country, side, label, headcount_from, headcount_to, .. } = parameter;
    let Parameter { executive, regions, except, ages, employer, option, .. } = parameter;
    let whom = (headcount_from, headcount_to, executive, regions, except, ages, employer, option);
    format!("{country} {side:?} {} {whom:?}", &*label.en)
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
    let option = row.option.as_deref().and_then(|text| {
        let (name, wanted) = text.strip_prefix('!').map_or((text, true), |name| (name, false));
        let found = name.parse::<CostOption>();
        if let Err(error) = &found {
            pass.fail(place, &row.id, error.to_string());
        }
        found.ok().map(|option| (option, wanted))
    });
    Some(Parameter {
        label: text(&row.label_fr, &row.label_en),
        note: note(row.note_fr.as_ref(), row.note_en.as_ref()),
        id: row.id,
        country: row.country,
        side: row.side,
        group: row.group.unwrap_or(CostGroup::Other),
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
        under: row.under,
        ages: (row.age_from, row.age_to),
        employer: row.employer,
        option,
        grade: row.grade,
        validity: Validity { from, to },
        source: row.source.unwrap_or_default(),
        confidence: row.confidence.unwrap_or(Grade::Low),
    })
}
