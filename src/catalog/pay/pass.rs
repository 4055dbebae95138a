//! Rows checked as they come: citations, codes, dates, texts.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;

use crate::catalog::check::hint;
use crate::catalog::records::{Located, Place, Reader, Wanted};
use crate::domain::dated::{Day, Validity, middle, parse_day};
use crate::domain::iso;

/// Reads rows, and checks them as they come.
pub(super) struct Pass<'r, 'f> {
    pub(super) reader: &'r mut Reader<'f>,
    pub(super) sources: BTreeSet<String>,
    pub(super) statements: BTreeSet<String>,
    /// Codes of the countries that have a record.
    pub(super) records: BTreeSet<String>,
    /// Whether the data may be wrong: somebody else's, or ours before it was verified.
    pub(super) thorough: bool,
    /// The only country wanted, when not all are.
    pub(super) country: Option<String>,
}

/// A row that holds for a time, and what it says something about: of two rows about the same, only one may be in force.
pub(super) struct Dated {
    pub(super) about: String,
    pub(super) id: String,
    pub(super) validity: Validity,
    pub(super) place: Place,
}

impl Pass<'_, '_> {
    /// Rows about the same thing are in force one after the other: with two at once, it would be chance which is taken,
    /// or both would.
    ///
    /// With `whole`, one follows the other without a gap.
    pub(super) fn one_at_a_time(&mut self, mut rows: Vec<Dated>, whole: bool) {
        if !self.thorough {
            return;
        }
        rows.sort_by(|a, b| (&a.about, a.validity.from, &a.id).cmp(&(&b.about, b.validity.from, &b.id)));
        for pair in rows.windows(2) {
            let (first, second) = (&pair[0], &pair[1]);
            let ends = first.validity.to;
            if first.about != second.about {
                continue;
            }
            if let Some(end) = ends.filter(|end| *end < second.validity.from) {
                // A day between two rows on which neither holds: the later one would be missing without a word.
                if whole && end.succ_opt() != Some(second.validity.from) {
                    let reason = format!(
                        "in force from {}, but `{}` says the same thing and ends on {end}; between the two nothing is in force: let one follow the other, or give the one between",
                        second.validity.from, first.id
                    );
                    let (place, id) = (second.place, second.id.clone());
                    self.fail(place, &id, reason);
                }
                continue;
            }
            let (until, remedy) = match second.validity.from.pred_opt() {
                Some(day) if day >= first.validity.from => {
                    ("still in force then", format!("end `{}` with valid_to {day}", first.id))
                }
                _ => (
                    "in force from the same day on",
                    format!("remove one, or change `{}` under its own id", first.id),
                ),
            };
            let other = self.reader.shown(first.place);
            let (place, id) = (second.place, second.id.clone());
            let reason = format!(
                "in force from {}, but `{}` ({other}) says the same thing and is {until}; {remedy}",
                second.validity.from, first.id
            );
            self.fail(place, &id, reason);
        }
    }

    /// Rows of the country wanted.
    pub(super) fn of_country<T: DeserializeOwned>(
        &mut self,
        path: &str,
        id: impl Fn(&T) -> &str,
    ) -> Vec<Located<T>> {
        let Some(country) = &self.country else {
            return self.reader.rows(path, id);
        };
        let field = format!("\u{1f}{country}\u{1f}");
        self.reader.rows_where(path, &Wanted::Holding(&memchr::memmem::Finder::new(&field)), id)
    }

    pub(super) fn fail(&mut self, place: Place, id: &str, reason: impl Into<String>) {
        self.reader.error(place, id, reason);
    }

    pub(super) fn cited<'s>(&mut self, place: Place, id: &str, sources: impl IntoIterator<Item = &'s str>) {
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

    /// Codes of a row that answers are made from: besides what [`Self::iso`] asks for, its country has a record.
    pub(super) fn codes(
        &mut self,
        place: Place,
        id: &str,
        country: Option<&str>,
        region: Option<&str>,
        currency: Option<&str>,
    ) {
        self.iso(place, id, country, region, currency);
        let lacks = |code: &&str| iso::Country::find(code).is_some() && !self.records.contains(*code);
        if let Some(code) = country.filter(|code| self.thorough && lacks(code)) {
            self.fail(place, id, format!("the country {code} has no record; add one to countries.toml"));
        }
    }

    /// Codes that exist.
    pub(super) fn iso(
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
        if country.is_some_and(|code| iso::Country::find(code).is_none()) {
            self.fail(place, id, "country is not an ISO 3166-1 alpha-2 code");
        }
        match region.map(|code| (code, iso::Region::find(code))) {
            Some((code, None)) => {
                self.fail(place, id, format!("region `{}` is not an ISO 3166-2 code", code.escape_debug()));
            }
            Some((code, Some(region))) if country.is_some_and(|country| country != region.country()) => {
                self.fail(place, id, format!("region {code} does not lie in the country given"));
            }
            _ => {}
        }
        if currency.is_some_and(|code| iso::currency(code).is_none()) {
            self.fail(place, id, "currency is not an ISO 4217 code");
        }
    }

    pub(super) fn positive(&mut self, place: Place, id: &str, name: &str, value: f64) {
        if !(value.is_finite() && value > 0.0) {
            self.fail(place, id, format!("{name} must be a number above zero"));
        }
    }

    /// The standard deviation of a logarithm: from nothing to a factor of two or so.
    pub(super) fn deviation(&mut self, place: Place, id: &str, value: f64) {
        if !(0.0..=0.7).contains(&value) {
            self.fail(
                place,
                id,
                "uncertainty must lie between 0 and 0.7: the standard deviation of a logarithm",
            );
        }
    }

    pub(super) fn dated(&mut self, place: Place, id: &str, as_of: Option<&str>) {
        if self.thorough && as_of.is_some_and(|date| middle(date).is_none()) {
            self.fail(place, id, "as_of must be YYYY, YYYY-MM, YYYY-MM-DD or A/B; leave it out when undated");
        }
    }

    /// A day given as text, where one is.
    pub(super) fn end(&mut self, place: Place, id: &str, name: &str, text: Option<&str>) -> Option<Day> {
        let text = text?;
        let day = parse_day(text);
        if day.is_none() {
            self.fail(place, id, format!("{name} must be a date, YYYY-MM-DD"));
        }
        day
    }

    pub(super) fn ids(&mut self, place: Place, id: &str) {
        let plain = !id.is_empty()
            && id.len() <= 80
            && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'.'));
        if self.thorough && !plain {
            self.fail(place, id, "ids are lower-case letters, digits, hyphens and dots, 80 at most");
        }
    }

    pub(super) fn known_set(&mut self, place: Place, id: &str, set: &str, known: &BTreeSet<&str>) {
        if self.thorough && !known.contains(set) {
            let hint = hint(set, known.iter().copied());
            self.fail(place, id, format!("no figure belongs to the set `{}`{hint}", set.escape_debug()));
        }
    }

    pub(super) fn texts(&mut self, place: Place, id: &str, texts: &[&str]) {
        if self.thorough && texts.iter().any(|text| text.trim().is_empty()) {
            self.fail(place, id, "a text is missing; every text exists in both languages");
        }
    }
}
