//! The columns of the files, as they are written.

use serde::Deserialize;

use crate::domain::dated::Day;
use crate::domain::pay::cost::parameter::{Base, CostGroup, EmployerKind, RuleKind, Side, Unit};
use crate::domain::pay::data::AdjustmentKind;
use crate::domain::pay::evidence::{ExclusionReason, Field};
use crate::domain::pay::figure::Period;
use crate::domain::pay::minimum::{Extended, Named};
use crate::domain::provenance::SourceKind;
use crate::domain::vocab::{Grade, Level, Role};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::catalog) struct SourceRow {
    pub(in crate::catalog) id: String,
    pub(in crate::catalog) title: String,
    pub(in crate::catalog) publisher: String,
    pub(in crate::catalog) published: Option<String>,
    #[serde(deserialize_with = "crate::domain::dated::day")]
    pub(in crate::catalog) retrieved_on: Day,
    pub(in crate::catalog) kind: SourceKind,
    pub(in crate::catalog) reliability: Grade,
    pub(in crate::catalog) licence: String,
    pub(in crate::catalog) url: Option<String>,
    pub(in crate::catalog) place: Option<String>,
    pub(in crate::catalog) covers_fr: String,
    pub(in crate::catalog) covers_en: String,
    pub(in crate::catalog) note_fr: Option<String>,
    pub(in crate::catalog) note_en: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExclusionRow {
    pub(super) id: String,
    pub(super) sets: String,
    pub(super) reason: ExclusionReason,
    pub(super) because_fr: String,
    pub(super) because_en: String,
    pub(super) sources: Option<String>,
    #[serde(deserialize_with = "crate::domain::dated::day")]
    pub(super) decided_on: Day,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CorrectionRow {
    pub(super) id: String,
    pub(super) figure: String,
    pub(super) field: Field,
    pub(super) value: String,
    pub(super) because_fr: String,
    pub(super) because_en: String,
    pub(super) sources: Option<String>,
    #[serde(deserialize_with = "crate::domain::dated::day")]
    pub(super) decided_on: Day,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AdjustmentRow {
    pub(super) id: String,
    pub(super) kind: AdjustmentKind,
    pub(super) role: Option<Role>,
    pub(super) level: Option<Level>,
    pub(super) country: Option<String>,
    pub(super) occupation: Option<String>,
    pub(super) ratio: f64,
    pub(super) uncertainty: f64,
    pub(super) nearness: Option<f64>,
    pub(super) because_fr: String,
    pub(super) because_en: String,
    pub(super) sources: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DifferentialRow {
    pub(super) id: String,
    pub(super) country: String,
    pub(super) region: String,
    pub(super) area: Option<String>,
    pub(super) role: Option<Role>,
    pub(super) level: Option<Level>,
    pub(super) ratio: f64,
    pub(super) uncertainty: f64,
    pub(super) reliability: Grade,
    pub(super) because_fr: String,
    pub(super) because_en: String,
    #[expect(dead_code, reason = "tells people which published differences stand behind the ratio")]
    pub(super) places: Option<String>,
    pub(super) sources: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MinimumRow {
    pub(super) id: String,
    pub(super) country: String,
    pub(super) region: Option<String>,
    pub(super) amount: f64,
    pub(super) currency: String,
    pub(super) period: Period,
    pub(super) annual_hours: Option<f64>,
    #[serde(deserialize_with = "crate::domain::dated::day")]
    pub(super) valid_from: Day,
    pub(super) valid_to: Option<String>,
    pub(super) source: String,
    pub(super) reliability: Grade,
    pub(super) note_fr: Option<String>,
    pub(super) note_en: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AgreementRow {
    pub(super) id: String,
    pub(super) country: String,
    pub(super) idcc: u32,
    pub(super) name: String,
    pub(super) level: String,
    pub(super) coefficient: Option<String>,
    pub(super) monthly_minimum: f64,
    pub(super) currency: String,
    #[serde(deserialize_with = "crate::domain::dated::day")]
    pub(super) valid_from: Day,
    pub(super) role: Option<String>,
    pub(super) experience: Option<Level>,
    pub(super) named: Option<Named>,
    pub(super) extended: Extended,
    pub(super) source: String,
    pub(super) note_fr: Option<String>,
    pub(super) note_en: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ParameterRow {
    pub(super) id: String,
    pub(super) country: String,
    pub(super) side: Side,
    pub(super) label_fr: String,
    pub(super) label_en: String,
    pub(super) rate: Option<f64>,
    pub(super) base: Option<Base>,
    pub(super) lower: Option<f64>,
    pub(super) upper: Option<f64>,
    pub(super) unit: Option<Unit>,
    pub(super) headcount_from: Option<u32>,
    pub(super) headcount_to: Option<u32>,
    pub(super) executive: Option<String>,
    pub(super) region: Option<String>,
    pub(super) over: Option<f64>,
    pub(super) under: Option<f64>,
    pub(super) age_from: Option<u32>,
    pub(super) age_to: Option<u32>,
    pub(super) employer: Option<EmployerKind>,
    pub(super) option: Option<String>,
    pub(super) grade: Option<Grade>,
    pub(super) valid_from: Option<String>,
    pub(super) valid_to: Option<String>,
    pub(super) source: Option<String>,
    pub(super) confidence: Option<Grade>,
    pub(super) note_fr: Option<String>,
    pub(super) note_en: Option<String>,
    #[serde(default)]
    pub(super) group: Option<CostGroup>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MobilityRow {
    pub(super) id: String,
    pub(super) region: String,
    pub(super) part_of: Option<String>,
    pub(super) part_name: Option<String>,
    pub(super) rate: f64,
    #[serde(deserialize_with = "crate::domain::dated::day")]
    pub(super) valid_from: Day,
    pub(super) source: String,
    pub(super) note_fr: Option<String>,
    pub(super) note_en: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ApprenticeRow {
    pub(super) id: String,
    pub(super) kind: RuleKind,
    pub(super) age_from: Option<u32>,
    pub(super) age_to: Option<u32>,
    pub(super) year: Option<u32>,
    pub(super) degree_from: Option<u32>,
    pub(super) degree_to: Option<u32>,
    pub(super) headcount_from: Option<u32>,
    pub(super) headcount_to: Option<u32>,
    pub(super) value: f64,
    pub(super) unit: String,
    #[serde(deserialize_with = "crate::domain::dated::day")]
    pub(super) valid_from: Day,
    pub(super) valid_to: Option<String>,
    pub(super) source: String,
    pub(super) label_fr: String,
    pub(super) label_en: String,
}
