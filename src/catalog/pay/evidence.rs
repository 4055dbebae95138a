//! Figures, what keeps them out or reads them differently, and our ratios between kinds of them.

use std::collections::{BTreeMap, BTreeSet};

use super::pass::Pass;
use super::rows::{AdjustmentRow, CorrectionRow, ExclusionRow};
use super::{PAY, list, text};
use crate::catalog::load::values;
use crate::catalog::records::Place;
use crate::domain::dated::middle;
use crate::domain::pay::data::{Adjustment, AdjustmentKind, PayData};
use crate::domain::pay::evidence::{Correction, Exclusion, Field, observe};
use crate::domain::pay::figure::{Figure, Post};
use crate::domain::vocab::Level;

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
            if figure.community.is_some() && figure.role != Post::CommunityManager {
                pass.fail(place, &figure.id, "`community` goes with the role `community-manager` only");
            }
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
                    && (first.period, &first.as_of, &first.source, &first.series, first.community)
                        == (other.period, &other.as_of, &other.source, &other.series, other.community)
            };
            if !of.all(same) {
                pass.fail(place, &set, "the figures of one set differ in more than statistic and amount");
            }
        }
    }
    values(rows)
}

/// Reads the figures and decides which count.
pub(super) fn evidence(pass: &mut Pass<'_, '_>, data: &mut PayData) {
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
        sets.iter().for_each(|set| pass.known_set(place, &row.id, set, &known));
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
        pass.known_set(place, &row.id, &row.figure, &known);
        let readable = match row.field {
            Field::N => row.value.is_empty() || row.value.parse::<u32>().is_ok(),
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
    data.observations = observe(&all, &data.exclusions, &data.corrections, &data.minimums);
    data.observations.sort_by(|a, b| (&a.country, &a.set).cmp(&(&b.country, &b.set)));
}

/// Reads our ratios.
pub(super) fn adjustments(pass: &mut Pass<'_, '_>, data: &mut PayData) {
    for row in pass.reader.rows::<AdjustmentRow>(&format!("{PAY}adjustments.csv"), |row| &row.id) {
        let (place, row) = (row.place, row.value);
        pass.ids(place, &row.id);
        let sources = list(Some(&row.sources));
        pass.cited(place, &row.id, sources.iter().map(String::as_str));
        pass.texts(place, &row.id, &[&row.because_fr, &row.because_en]);
        pass.codes(place, &row.id, row.country.as_deref(), None, None);
        pass.positive(place, &row.id, "ratio", row.ratio);
        pass.deviation(place, &row.id, row.uncertainty);
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
            uncertainty: row.uncertainty,
            nearness,
            sources,
        });
    }
}
