//! Records counted: those that say the same of the same text are one, with a number. What is counted in several places
//! can be merged, in any order, to what one count of everything gives.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::observe::employer_number;
use super::record::{LeftOut, Line, Unreadable};
use crate::domain::dated::Day;
use crate::domain::iso::{self, Country, Region};
use crate::domain::job::audit::described::Described;
use crate::domain::job::audit::pay::PayState;
use crate::domain::vocab::Level;

/// A code of letters, digits and hyphens: a country, region or currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code([u8; 6]);

impl Code {
    /// Takes a code of at most six characters; none of anything else.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let sound = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-';
        if text.is_empty() || text.len() > 6 || !text.bytes().all(sound) {
            return None;
        }
        let mut code = [0; 6];
        code[..text.len()].copy_from_slice(text.as_bytes());
        Some(Self(code))
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let end = self.0.iter().position(|byte| *byte == 0).unwrap_or(6);
        std::str::from_utf8(&self.0[..end]).unwrap_or("")
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// What an ad is counted by: its role, level, place and currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// The role.
    pub role: Described,
    /// Country.
    pub country: Code,
    /// Currency of the pay; none where there is no pay.
    pub currency: Option<Code>,
    /// Level, where it is known.
    pub level: Option<Level>,
    /// Region, where it is known.
    pub region: Option<Code>,
}

/// What an ad says of its pay, as far as figures are concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pay {
    /// Usable: both ends of a year.
    Priced(u32, u32),
    /// None.
    Silent,
    /// Some, that is no evidence.
    Left(LeftOut),
}

/// Ads that say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seen {
    /// Its cell, by number.
    pub cell: u32,
    /// Its employer; 0: not known.
    pub employer: u64,
    /// Whether that is an agency.
    pub agency: bool,
    /// Digest of the text.
    pub text: u64,
    /// Sketch of the text.
    pub sketch: u64,
    /// The pay.
    pub pay: Pay,
    /// First day, in days from the year 2000; 0: not known.
    pub first: u16,
    /// Last day.
    pub last: u16,
    /// How many ads.
    pub ads: u32,
}

impl Seen {
    fn same(&self, other: &Self) -> bool {
        let key = |item: &Self| (item.cell, item.employer, item.agency, item.text, item.sketch, item.pay);
        key(self) == key(other)
    }
}

/// How many lines were read, and what became of those that are counted nowhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Tally {
    /// Ads read.
    pub ads: u64,
    /// Lines that are no ad, by reason.
    pub unread: BTreeMap<Unreadable, u64>,
    /// Ads whose tasks are another profession's.
    pub other_role: u64,
    /// Ads that do not tell their tasks.
    pub undetermined: u64,
    /// Ads outside the market, by reason.
    pub outside: BTreeMap<LeftOut, u64>,
}

impl Tally {
    fn add(&mut self, other: &Self) {
        let add = |to: &mut u64, more: u64| *to = to.saturating_add(more);
        add(&mut self.ads, other.ads);
        add(&mut self.other_role, other.other_role);
        add(&mut self.undetermined, other.undetermined);
        for (reason, count) in &other.unread {
            add(self.unread.entry(*reason).or_default(), *count);
        }
        for (reason, count) in &other.outside {
            add(self.outside.entry(*reason).or_default(), *count);
        }
    }
}

/// The line that begins what `market merge` writes.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    partial: u32,
    /// How many lines follow.
    lines: u64,
    #[serde(flatten)]
    tally: Tally,
}

/// A line of what `market merge` writes.
#[derive(Debug, Serialize)]
struct Counted {
    ads: u32,
    first: Option<Day>,
    last: Option<Day>,
    text: String,
    sketch: String,
    employer: Option<String>,
    agency: bool,
    role: Described,
    level: Option<Level>,
    country: Code,
    region: Option<Code>,
    pay: PayState,
    currency: Option<Code>,
    annual_min: Option<u32>,
    annual_max: Option<u32>,
    left_out: Option<LeftOut>,
}

/// What `market merge` writes is of this form.
const PARTIAL: u32 = 2;

/// Partial counts that were read: how many lines their heads announce, how many there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Partials {
    announced: u64,
    read: u64,
    /// Whether a head is of another form.
    foreign: bool,
}

/// How many records are sorted at a time: what says the same is merged early, so that little is held twice.
const BLOCK: usize = 1 << 18;

/// Records on their way to be counted.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// What was counted nowhere, and how much was read.
    pub tally: Tally,
    partials: Partials,
    cells: Vec<Cell>,
    numbers: BTreeMap<Cell, u32>,
    blocks: Vec<Vec<Seen>>,
}

const EPOCH: i32 = 730_120; // 2000-01-01 in days of the common era.

fn day_number(day: Option<Day>) -> u16 {
    use chrono::Datelike;
    day.and_then(|day| u16::try_from(day.num_days_from_ce() - EPOCH + 1).ok()).unwrap_or(0)
}

/// The day of a number of [`Seen::first`]; none of 0.
#[must_use]
pub fn day_of(number: u16) -> Option<Day> {
    (number > 0).then(|| Day::from_num_days_from_ce_opt(EPOCH - 1 + i32::from(number))).flatten()
}

/// The earlier of two days of [`Seen::first`]; 0 is no day.
#[must_use]
pub fn earlier(one: u16, other: u16) -> u16 {
    match (one, other) {
        (0, day) | (day, 0) => day,
        (one, other) => one.min(other),
    }
}

fn digits(text: &str) -> u64 {
    u64::from_str_radix(text, 16).unwrap_or(0)
}

impl Gathered {
    /// Takes a line: a record, a line that could not be read, or a line of `market merge`.
    ///
    /// # Errors
    /// A reason where it is none of these; it is counted.
    pub fn line(&mut self, line: &[u8]) -> Result<(), Unreadable> {
        let Ok(text) = std::str::from_utf8(line) else { return self.unread(Unreadable::NotUtf8) };
        if text.starts_with("{\"partial\":") {
            match serde_json::from_str::<Head>(text) {
                Ok(head) if head.partial == PARTIAL => {
                    self.partials.announced = self.partials.announced.saturating_add(head.lines);
                    self.tally.add(&head.tally);
                }
                _ => self.partials.foreign = true,
            }
            return Ok(());
        }
        match serde_json::from_str::<Line<'_>>(text) {
            Ok(line) => self.take(&line),
            Err(error) if error.is_data() => self.unread(Unreadable::UnknownForm),
            Err(_) => self.unread(Unreadable::NotJson),
        }
    }

    /// Takes a line apart from its file: JSON, or a row of a table of records.
    pub fn row(&mut self, columns: &[String], cells: &[String]) {
        let number = |name: &str| matches!(name, "ads" | "annual_min" | "annual_max");
        let object: serde_json::Map<String, serde_json::Value> = columns
            .iter()
            .zip(cells)
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(name, cell)| {
                let value = match cell.as_str() {
                    "true" => true.into(),
                    "false" => false.into(),
                    cell if number(name) => cell.parse::<u32>().map_or(serde_json::Value::Null, Into::into),
                    cell => cell.into(),
                };
                (name.clone(), value)
            })
            .collect();
        let text = serde_json::Value::Object(object).to_string();
        let _counted = self.line(text.as_bytes());
    }

    /// Counts a line that is no record.
    ///
    /// # Errors
    /// The same reason.
    pub fn unread(&mut self, reason: Unreadable) -> Result<(), Unreadable> {
        *self.tally.unread.entry(reason).or_default() += 1;
        Err(reason)
    }

    fn take(&mut self, line: &Line<'_>) -> Result<(), Unreadable> {
        if let Some(reason) = line.error {
            *self.tally.unread.entry(reason).or_default() += 1;
            return Ok(());
        }
        let (Some(role), Some(state)) = (line.role, line.pay) else {
            return self.unread(Unreadable::UnknownForm);
        };
        // What a partial count holds was counted in its head.
        let counted = line.ads.is_some();
        self.partials.read += u64::from(counted);
        let ads = line.ads.unwrap_or(1);
        if ads == 0 {
            return self.unread(Unreadable::UnknownForm);
        }
        if !counted {
            self.tally.ads += 1;
            match role {
                Described::Other => self.tally.other_role += 1,
                Described::Undetermined => self.tally.undetermined += 1,
                _ => {}
            }
        }
        if matches!(role, Described::Other | Described::Undetermined) {
            return Ok(());
        }
        if !sound(line) {
            return self.unread(Unreadable::UnknownForm);
        }
        let country = line.country.as_deref().and_then(Code::new);
        let outside = line.left_out.filter(|reason| reason.outside());
        let outside = outside.or(country.is_none().then_some(LeftOut::NoCountry));
        let (Some(country), None) = (country, outside) else {
            if !counted {
                *self.tally.outside.entry(outside.unwrap_or(LeftOut::NoCountry)).or_default() += 1;
            }
            return Ok(());
        };
        let pay = match (state, line.annual_min, line.annual_max, line.left_out) {
            (PayState::Parsed, _, _, Some(reason)) => Pay::Left(reason),
            (PayState::Parsed, Some(min), Some(max), None) if min > 0 => {
                Pay::Priced(min.min(max), max.max(min))
            }
            (PayState::Parsed, ..) => Pay::Left(LeftOut::OneBound),
            _ => Pay::Silent,
        };
        let currency =
            line.currency.as_deref().and_then(Code::new).filter(|_| matches!(pay, Pay::Priced(..)));
        let cell = Cell {
            role,
            country,
            currency,
            level: line.level,
            region: line.region.as_deref().and_then(Code::new),
        };
        let cell = self.number(cell);
        let seen = Seen {
            cell,
            employer: line.employer.as_deref().map_or(0, employer_number),
            agency: line.agency,
            text: digits(&line.text),
            sketch: digits(&line.sketch),
            pay,
            first: day_number(line.first.or(line.date)),
            last: day_number(line.last.or(line.date)),
            ads,
        };
        self.push(seen);
        Ok(())
    }

    fn number(&mut self, cell: Cell) -> u32 {
        let next = u32::try_from(self.cells.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(cell).or_insert(next);
        if number == next {
            self.cells.push(cell);
        }
        number
    }

    fn push(&mut self, seen: Seen) {
        match self.blocks.last_mut() {
            Some(block) if block.len() < BLOCK => block.push(seen),
            _ => {
                if let Some(full) = self.blocks.last_mut() {
                    condense(full);
                }
                // Where much says the same, a block stays short after it was sorted, and is filled again.
                match self.blocks.last_mut() {
                    Some(block) if block.len() < BLOCK / 2 => block.push(seen),
                    _ => self.blocks.push(vec![seen]),
                }
            }
        }
    }

    /// Whether every partial count is whole, and of the form that is written now.
    #[must_use]
    pub const fn whole(&self) -> bool {
        !self.partials.foreign && self.partials.announced == self.partials.read
    }

    /// Takes over what another has counted.
    pub fn merge(&mut self, other: Self) {
        self.tally.add(&other.tally);
        self.partials.announced = self.partials.announced.saturating_add(other.partials.announced);
        self.partials.read += other.partials.read;
        self.partials.foreign |= other.partials.foreign;
        let numbers: Vec<u32> = other.cells.iter().map(|cell| self.number(*cell)).collect();
        for mut block in other.blocks {
            for seen in &mut block {
                seen.cell = numbers[seen.cell as usize];
            }
            self.blocks.push(block);
        }
    }

    /// Everything, in one order whatever came first.
    #[must_use]
    pub fn counted(self) -> Counts {
        let Self { tally, numbers, blocks, .. } = self;
        // Cells are numbered in their own order from now on.
        let mut renumbered = vec![0; numbers.len()];
        for (rank, number) in (0_u32..).zip(numbers.values()) {
            renumbered[*number as usize] = rank;
        }
        let mut seen = Vec::with_capacity(blocks.iter().map(Vec::len).sum());
        for block in blocks {
            seen.extend(block.into_iter().map(|item| Seen { cell: renumbered[item.cell as usize], ..item }));
        }
        condense(&mut seen);
        Counts { tally, cells: numbers.into_keys().collect(), seen }
    }
}

/// Whether the codes of a record are those of countries, regions of them and currencies: what was edited by hand may hold
/// others, which no data can.
fn sound(line: &Line<'_>) -> bool {
    let country = line.country.as_deref().map(Country::find);
    let region = line.region.as_deref().map(Region::find);
    let currency = line.currency.as_deref().is_none_or(|code| iso::currency(code).is_some());
    let lies = match (country, region) {
        (_, None) => true,
        (Some(Some(country)), Some(Some(region))) => region.country == country.code(),
        _ => false,
    };
    let priced = line.annual_min.is_none() || line.left_out.is_some() || line.currency.is_some();
    country != Some(None) && lies && currency && priced
}

/// Sorts, and makes one of those that say the same.
fn condense(seen: &mut Vec<Seen>) {
    seen.sort_unstable();
    seen.dedup_by(|next, kept| {
        let same = kept.same(next);
        if same {
            kept.ads = kept.ads.saturating_add(next.ads);
            kept.first = earlier(kept.first, next.first);
            kept.last = kept.last.max(next.last);
        }
        same
    });
}

/// What was read, counted: the same for the same lines in any order and any parts.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    /// What was counted nowhere, and how much was read.
    pub tally: Tally,
    /// The cells, in order.
    pub cells: Vec<Cell>,
    /// What was seen, in order.
    pub seen: Vec<Seen>,
}

impl Counts {
    /// The lines of `market merge`: a head and one line for each that differs.
    pub fn lines(&self) -> impl Iterator<Item = String> + '_ {
        let head = Head { partial: PARTIAL, lines: self.seen.len() as u64, tally: self.tally.clone() };
        let written = |value: serde_json::Result<String>| value.unwrap_or_default();
        let counted = self.seen.iter().map(move |item| {
            let cell = self.cells[item.cell as usize];
            let (annual, left_out, pay) = match item.pay {
                Pay::Priced(min, max) => (Some((min, max)), None, PayState::Parsed),
                Pay::Left(reason) => (None, Some(reason), PayState::Parsed),
                Pay::Silent => (None, None, PayState::Absent),
            };
            let line = Counted {
                ads: item.ads,
                first: day_of(item.first),
                last: day_of(item.last),
                text: format!("{:016x}", item.text),
                sketch: format!("{:016x}", item.sketch),
                employer: (item.employer > 0).then(|| format!("{:016x}", item.employer)),
                agency: item.agency,
                role: cell.role,
                level: cell.level,
                country: cell.country,
                region: cell.region,
                pay,
                currency: cell.currency,
                annual_min: annual.map(|(min, _)| min),
                annual_max: annual.map(|(_, max)| max),
                left_out,
            };
            written(serde_json::to_string(&line))
        });
        std::iter::once(written(serde_json::to_string(&head))).chain(counted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: u32, employer: &str, pay: &str) -> String {
        format!(
            r#"{{"id":"x","date":"2026-09-0{}","text":"{text:016x}","sketch":"{text:016x}","employer":"{employer}","agency":false,"role":"community-manager","level":"junior","country":"FR","region":"FR-IDF",{pay}}}"#,
            text % 9 + 1
        )
    }

    const PRICED: &str =
        r#""pay":"parsed","currency":"EUR","annual_min":28000,"annual_max":32000,"left_out":null"#;
    const SILENT: &str =
        r#""pay":"absent","currency":null,"annual_min":null,"annual_max":null,"left_out":null"#;

    fn counted(lines: &[String]) -> Counts {
        let mut gathered = Gathered::default();
        for line in lines {
            let _known = gathered.line(line.as_bytes());
        }
        gathered.counted()
    }

    #[test]
    fn parts_merged_in_any_order_are_the_whole() {
        let mut lines: Vec<String> = (0..40)
            .map(|n| {
                line(n % 11, if n % 2 == 0 { "a" } else { "b" }, if n % 3 == 0 { SILENT } else { PRICED })
            })
            .collect();
        lines.push("{".to_owned());
        lines.push(r#"{"error":"no-text","at":"ads.jsonl:3"}"#.to_owned());
        lines.push(line(3, "c", PRICED).replace("community-manager", "other"));
        lines.push(line(3, "c", PRICED).replace("\"FR\"", "null"));
        let whole: Vec<String> = counted(&lines).lines().collect();
        assert!(whole[0].starts_with(r#"{"partial":2,"lines":"#), "{}", whole[0]);
        let (one, other) = lines.split_at(17);
        let parts: Vec<String> = counted(other).lines().chain(counted(one).lines()).collect();
        assert_eq!(counted(&parts).lines().collect::<Vec<_>>(), whole);
        let mut apart = Gathered::default();
        for half in [other, one] {
            let mut part = Gathered::default();
            for line in half {
                let _known = part.line(line.as_bytes());
            }
            apart.merge(part);
        }
        assert_eq!(apart.counted().lines().collect::<Vec<_>>(), whole);
    }

    #[test]
    fn days_come_back() {
        for day in ["2000-01-01", "2026-11-29", "2100-12-31"] {
            let day: Day = day.parse().unwrap();
            assert_eq!(day_of(day_number(Some(day))), Some(day));
        }
        assert_eq!(day_of(day_number(None)), None);
        assert_eq!(day_number(Some("1999-01-01".parse().unwrap())), 0);
    }

    #[test]
    fn codes_are_short_and_plain() {
        assert_eq!(Code::new("FR-IDF").unwrap().as_str(), "FR-IDF");
        for bad in ["", "fr", "FR-IDFX", "F\u{e9}"] {
            assert_eq!(Code::new(bad), None, "{bad}");
        }
    }
}
