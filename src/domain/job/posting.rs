//! schema.org `JobPosting` for a draft, and the checks it must pass before it is given out
//! (`knowledge/law/jobposting.md`).

use serde_json::{Map, Value, json};

use super::draft::JobDescription;
use super::terms::Contract;
use crate::domain::dated::{Day, parse_day};
use crate::domain::decide::hours::Hours;
use crate::domain::message::{Message, ids};
use crate::domain::pay::figure::Period;

/// Values of `employmentType`.
const TYPES: [&str; 8] =
    ["FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "PER_DIEM", "OTHER"];
/// Values of `unitText`.
const UNITS: [&str; 5] = ["HOUR", "DAY", "WEEK", "MONTH", "YEAR"];

/// Where no law sets a full-time week, fewer hours are part time (the threshold of the OECD).
const PART_TIME_BELOW: u32 = 30;

/// What the place of the post says beside the draft.
#[derive(Clone, Copy, Debug, Default)]
pub struct Local<'a> {
    /// Hours of a full-time week by law.
    pub full_time: Option<u32>,
    /// Time zone, as the tz database names it; of several the one in which a day ends last.
    pub time_zone: Option<&'a str>,
}

/// The last second of a day where the post is, with its offset; the bare day where the zone is not known.
fn end_of(day: Day, zone: Option<&str>) -> String {
    let zone = zone.and_then(|zone| zone.parse::<chrono_tz::Tz>().ok());
    let end = day.and_hms_opt(23, 59, 59);
    let local = zone.zip(end).and_then(|(zone, end)| end.and_local_timezone(zone).latest());
    local.map_or_else(|| day.to_string(), |end| end.to_rfc3339())
}

/// Builds the posting. `description` is the ad as HTML.
#[must_use]
pub fn posting(draft: &JobDescription<'_>, description: &str, local: Local<'_>) -> Value {
    let mut map = Map::new();
    let mut set = |name: &str, value: Value| {
        map.insert(name.to_owned(), value);
    };
    set("@context", json!("https://schema.org"));
    set("@type", json!("JobPosting"));
    set("title", json!(draft.plain_title));
    set("description", json!(description));
    if let Some(day) = draft.date_posted {
        set("datePosted", json!(day.to_string()));
    }
    if let Some(day) = draft.closing_date {
        set("validThrough", json!(end_of(day, local.time_zone)));
    }
    if let Some(kind) = employment_type(draft, local.full_time) {
        set("employmentType", kind);
    }
    if let Some(name) = &draft.company.name {
        let mut organization = json!({ "@type": "Organization", "name": name });
        if let Some(url) = &draft.company.website {
            organization["sameAs"] = json!(url);
        }
        set("hiringOrganization", organization);
        if let Some(reference) = &draft.reference {
            set("identifier", json!({ "@type": "PropertyValue", "name": name, "value": reference }));
        }
    }
    if draft.city.is_some() || draft.country.is_some() && !draft.fully_remote {
        let mut address = Map::new();
        address.insert("@type".to_owned(), json!("PostalAddress"));
        for (name, value) in [
            ("streetAddress", &draft.street),
            ("addressLocality", &draft.city),
            ("postalCode", &draft.postal_code),
            ("addressRegion", &draft.region),
            ("addressCountry", &draft.country),
        ] {
            if let Some(value) = value {
                address.insert(name.to_owned(), json!(value));
            }
        }
        set("jobLocation", json!({ "@type": "Place", "address": address }));
    }
    // Only where the work may be done wholly from elsewhere; never for a few days a week.
    if draft.fully_remote {
        set("jobLocationType", json!("TELECOMMUTE"));
        if let Some(country) = &draft.country {
            set("applicantLocationRequirements", json!({ "@type": "Country", "name": country }));
        }
    }
    // Never a proposed salary: only what the employer gives.
    if let Some(pay) = draft.pay.as_ref().filter(|pay| !pay.proposed) {
        // schema.org has no unit of two weeks or half a month: their year is told.
        let (unit, times) = match pay.period {
            Period::Hour => ("HOUR", 1),
            Period::Day => ("DAY", 1),
            Period::Week => ("WEEK", 1),
            Period::TwoWeeks => ("YEAR", 26),
            Period::HalfMonth => ("YEAR", 24),
            Period::Month => ("MONTH", 1),
            Period::Year => ("YEAR", 1),
        };
        let mut value = json!({ "@type": "QuantitativeValue", "unitText": unit });
        match (pay.min.map(|min| min.times(times)), pay.max.map(|max| max.times(times))) {
            (Some(min), Some(max)) if min == max => value["value"] = json!(min),
            // One end alone is told as such: up to so much is no fixed pay.
            (min, max) => {
                for (name, end) in [("minValue", min), ("maxValue", max)] {
                    if let Some(end) = end {
                        value[name] = json!(end);
                    }
                }
            }
        }
        set("baseSalary", json!({ "@type": "MonetaryAmount", "currency": pay.currency, "value": value }));
    }
    if let Some(months) = draft.experience_months.filter(|months| *months > 0) {
        set(
            "experienceRequirements",
            json!({ "@type": "OccupationalExperienceRequirements", "monthsOfExperience": months }),
        );
    }
    if !draft.benefits.is_empty() {
        set("jobBenefits", json!(draft.benefits.join(", ")));
    }
    if let Some(text) = draft.other_compensation.as_ref().filter(|_| !draft.no_other_compensation) {
        set("incentiveCompensation", json!(text));
    }
    if let Some(hours) = draft.hours_per_week {
        set("workHours", json!(format!("{} h", f64::from(hours.0) / 2.0)));
    }
    if let Some(day) = draft.start_date {
        set("jobStartDate", json!(day.to_string()));
    }
    if let Some(months) = draft.duration_months {
        set("jobDuration", json!(format!("P{months}M")));
    }
    let texts =
        |lines: &[super::draft::Line<'_>]| lines.iter().map(|line| line.text).collect::<Vec<_>>().join("; ");
    set("responsibilities", json!(texts(&draft.missions)));
    set("qualifications", json!(texts(&draft.essential)));
    set("inLanguage", json!(draft.language.id()));
    Value::Object(map)
}

fn employment_type(draft: &JobDescription<'_>, full_time: Option<u32>) -> Option<Value> {
    let part =
        draft.hours_per_week.is_some_and(|hours| hours < Hours::whole(full_time.unwrap_or(PART_TIME_BELOW)));
    let time = if part { "PART_TIME" } else { "FULL_TIME" };
    Some(match draft.contract? {
        Contract::Permanent => json!(time),
        Contract::FixedTerm | Contract::Apprenticeship => json!([time, "TEMPORARY"]),
        Contract::Internship => json!("INTERN"),
        Contract::Freelance => json!("CONTRACTOR"),
    })
}

/// A fault of a posting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The property.
    pub property: &'static str,
    /// What is wrong.
    pub reason: Message,
    /// Whether the posting is unusable with it.
    pub error: bool,
}

/// Checks a posting.
#[must_use]
pub fn faults(posting: &Value) -> Vec<Fault> {
    let mut found = Vec::new();
    let mut fault = |wrong: bool, property: &'static str, reason: Message, error: bool| {
        if wrong {
            found.push(Fault { property, reason, error });
        }
    };
    let text = |pointer: &str| {
        posting.pointer(pointer).and_then(Value::as_str).filter(|text| !text.trim().is_empty())
    };
    let title = text("/title");
    fault(title.is_none(), "title", ids::POSTING_MISSING, true);
    fault(text("/description").is_none(), "description", ids::POSTING_MISSING, true);
    fault(title.is_some() && title == text("/description"), "description", ids::POSTING_AS_TITLE, true);
    // A day, or the moment of its end.
    let day = |pointer: &str| text(pointer).map(|text| parse_day(text.split('T').next().unwrap_or(text)));
    fault(day("/datePosted").is_none(), "datePosted", ids::POSTING_MISSING, true);
    fault(day("/datePosted") == Some(None), "datePosted", ids::POSTING_NO_DATE, true);
    fault(day("/validThrough") == Some(None), "validThrough", ids::POSTING_NO_DATE, true);
    if let (Some(Some(from)), Some(Some(to))) = (day("/datePosted"), day("/validThrough")) {
        fault(to <= from, "validThrough", ids::POSTING_NOT_AFTER, true);
    }
    fault(day("/validThrough").is_none(), "validThrough", ids::POSTING_MISSING, false);
    fault(text("/hiringOrganization/name").is_none(), "hiringOrganization", ids::POSTING_MISSING, true);
    let remote = text("/jobLocationType");
    fault(
        remote.is_some_and(|value| value != "TELECOMMUTE"),
        "jobLocationType",
        ids::POSTING_ONLY_TELECOMMUTE,
        true,
    );
    let place = posting.pointer("/jobLocation/address");
    fault(place.is_none() && remote.is_none(), "jobLocation", ids::POSTING_MISSING_NOT_REMOTE, true);
    fault(
        place.is_some() && text("/jobLocation/address/addressCountry").is_none(),
        "jobLocation",
        ids::POSTING_NO_COUNTRY,
        true,
    );
    fault(
        remote.is_some() && posting.pointer("/applicantLocationRequirements").is_none(),
        "applicantLocationRequirements",
        ids::POSTING_MISSING_REMOTE,
        place.is_none(),
    );
    let kinds: Vec<&str> = match posting.get("employmentType") {
        Some(Value::String(kind)) => vec![kind],
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    fault(kinds.iter().any(|kind| !TYPES.contains(kind)), "employmentType", ids::POSTING_UNKNOWN_VALUE, true);
    let salary = posting.get("baseSalary");
    fault(salary.is_none(), "baseSalary", ids::POSTING_MISSING, false);
    if salary.is_some() {
        fault(
            text("/baseSalary/currency").is_none_or(|code| code.len() != 3),
            "baseSalary",
            ids::POSTING_NO_CURRENCY,
            true,
        );
        fault(
            text("/baseSalary/value/unitText").is_none_or(|unit| !UNITS.contains(&unit)),
            "baseSalary",
            ids::POSTING_NO_UNIT,
            true,
        );
        let number = |pointer: &str| posting.pointer(pointer).and_then(Value::as_f64);
        let (min, max, fixed) = (
            number("/baseSalary/value/minValue"),
            number("/baseSalary/value/maxValue"),
            number("/baseSalary/value/value"),
        );
        fault(fixed.is_none() && min.is_none() && max.is_none(), "baseSalary", ids::POSTING_NO_VALUE, true);
        fault(
            min.zip(max).is_some_and(|(min, max)| min > max) || min == Some(0.0),
            "baseSalary",
            ids::POSTING_MIN_ABOVE_MAX,
            true,
        );
    }
    fault(posting.get("estimatedSalary").is_some(), "estimatedSalary", ids::POSTING_NEVER_IN_AD, true);
    fault(posting.get("identifier").is_none(), "identifier", ids::POSTING_MISSING, false);
    fault(title.is_some_and(|title| title.chars().count() > 80), "title", ids::POSTING_LONG_TITLE, false);
    found
}
