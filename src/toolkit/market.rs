//! Market figures from ads: one ad to a record, records to figures, figures to a report and an overlay.

use serde::Serialize;
use utoipa::ToSchema;

use super::{AskError, Asking, Toolkit};
use crate::domain::cite::Meta;
use crate::domain::job::audit::AdAudit;
use crate::domain::job::audit::described::Described;
use crate::domain::locale;
use crate::domain::market::build::Figures;
pub use crate::domain::market::build::build;
use crate::domain::market::growth::Growths;
pub use crate::domain::market::growth::growth;
use crate::domain::market::observe::{self, Employers};
use crate::domain::market::overlay::tables;
pub use crate::domain::market::overlay::{GROWTH, Naming};
use crate::domain::market::record::{COLUMNS, Unread, Unreadable};
use crate::domain::market::scope::Scope;
use crate::domain::market::seen::Code;
pub use crate::domain::market::seen::{Counts, Gathered};
use crate::domain::message::{ids, said};
use crate::domain::pay::job::Job;
use crate::domain::pay::ladder::Seniority;
use crate::domain::pay::market::Market;
use crate::domain::pay::place::Site;
use crate::domain::text::Lang;
use crate::domain::text::capitalised;
use crate::domain::work::Work;
use crate::intake::Words;
pub use crate::intake::board::Mapping;
use crate::intake::board::ad;
use crate::intake::stream::object;
pub use crate::intake::stream::{Item, Items};

/// How records are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// A JSON object a line.
    Json,
    /// A table, its heading apart: see [`heading`].
    Csv,
}

/// The heading of records as a table.
#[must_use]
pub fn heading() -> String {
    format!("{}\n", COLUMNS.join(","))
}

/// Reads ads into records.
#[derive(Clone, Debug)]
pub struct Observer<'t> {
    audit: AdAudit<'t>,
    mapping: &'t Mapping,
    employers: &'t Employers,
    lines: Lines,
}

/// A line that was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// Why it is no record.
    pub unread: Option<Unreadable>,
    /// The role.
    pub role: Option<Described>,
    /// Whether it has pay that counts.
    pub priced: bool,
}

impl Toolkit {
    /// Reads ads into records, for one day.
    ///
    /// # Errors
    /// [`AskError::Data`] when the data is wrong.
    pub fn observer<'t>(
        &'t self,
        mapping: &'t Mapping,
        employers: &'t Employers,
        lines: Lines,
        asking: Asking,
    ) -> Result<Observer<'t>, AskError> {
        let market = self.pay_answers(asking)?;
        let data = self.catalog.job_ads()?;
        let cities = &market.data.cities;
        let audit = AdAudit { data, market, cities, roles: &self.reference()?.roles };
        Ok(Observer { audit, mapping, employers, lines })
    }

    /// The figures as a workbook.
    ///
    /// # Errors
    /// [`AskError::File`] when this build leaves workbooks out, or the writer fails.
    #[cfg_attr(not(feature = "tables"), expect(unused_variables, reason = "for workbooks only"))]
    pub fn market_workbook(&self, answer: &MarketAnswer<'_>) -> Result<Vec<u8>, AskError> {
        #[cfg(feature = "tables")]
        return crate::render::workbook::plain(&answer.table(), answer.meta.as_of)
            .map_err(|error| AskError::File(error.to_string()));
        #[cfg(not(feature = "tables"))]
        Err(AskError::File(super::left_out("tables")))
    }

    /// The files of a folder of data by which every answer uses the figures: path below it, text.
    #[must_use]
    pub fn market_overlay(
        &self,
        figures: &Figures,
        growth: Option<&Growths>,
        naming: &Naming,
    ) -> Vec<(&'static str, Vec<u8>)> {
        let tables = tables(figures, growth, naming, self.words(Lang::Fr), self.words(Lang::En));
        tables.into_iter().map(|table| (table.path, csv(&table.rows))).collect()
    }

    /// Figures as an answer: in words, beside the published ones.
    ///
    /// # Errors
    /// [`AskError::Data`] when the data is wrong.
    pub fn market_answer(
        &self,
        figures: Figures,
        growth: Option<Growths>,
        asking: Asking,
    ) -> Result<MarketAnswer<'_>, AskError> {
        let market = self.pay_answers(asking)?;
        let words = self.words(asking.lang);
        let mut published = Vec::new();
        let mut cited: Vec<&str> = Vec::new();
        for figure in &figures.figures {
            let (Some(band), Some(job)) = (figure.band, job(figure.scope.role)) else { continue };
            let scope = figure.scope;
            let region = scope.region.as_ref().map(Code::as_str);
            let site = Site::new(scope.country.as_str(), region);
            let seniority = scope.level.map_or(Seniority::All, Seniority::Level);
            let found = market.find(Market::new(job, seniority, site));
            let same =
                market.currency(scope.country.as_str()) == figure.currency.map_or("", |code| own(code));
            let Some(known) = found.band.filter(|_| same) else { continue };
            cited.extend(market.evidence_sources(&found, scope.level));
            let [p25, p50, p75] = known.quartiles();
            published.push(Published { scope, p25, p50, p75, difference_percent: difference(band.p50, p50) });
        }
        let printed = figures.figures.iter().filter(|item| item.band.is_some()).count();
        let lang = asking.lang;
        let number = |number: u64| locale::number(number.into(), lang);
        let headline = match figures
            .figures
            .iter()
            .find(|item| item.band.is_some())
            .and_then(|item| Some((item, item.band?)))
        {
            Some((first, band)) => words.say(said!(
                MARKET_HEADLINE,
                job = capitalised(self.name("job", job(first.scope.role).map_or("", Job::id), lang)),
                country = self.name("country-in-sentence", first.scope.country.as_str(), lang),
                low = market.money(band.p25.into(), first.currency.map_or("", |code| own(code))),
                high = market.money(band.p75.into(), first.currency.map_or("", |code| own(code))),
                median = market.money(band.p50.into(), first.currency.map_or("", |code| own(code))),
                bands = number(first.bands.into()),
                employers = number(first.employers.into())
            )),
            None => words.say(said!(MARKET_NOTHING, ads = number(figures.ads))),
        };
        let summary = vec![
            words.say(said!(
                MARKET_READ,
                ads = number(figures.ads),
                printed = printed,
                all = figures.figures.len()
            )),
            words.say(ids::MARKET_POSTED_IS_NOT_HIRED),
        ];
        Ok(MarketAnswer { headline, summary, figures, published, growth, meta: market.meta(cited) })
    }
}

/// A code of a currency as the standard has it: an answer outlives the figure.
fn own(code: Code) -> &'static str {
    crate::domain::iso::currency(code.as_str()).map_or("", |currency| currency.code())
}

/// How far a median lies above another, in percent.
fn difference(own: u32, published: u64) -> i64 {
    let (own, published) = (i64::from(own), i64::try_from(published).unwrap_or(i64::MAX).max(1));
    let thousandths = (own - published) * 1_000 / published;
    (thousandths + if thousandths < 0 { -5 } else { 5 }) / 10
}

/// The job whose pay the tasks of a role are; none of other professions.
const fn job(role: Described) -> Option<Job> {
    match role {
        Described::CommunityManager => Some(Job::CommunityManager),
        Described::SocialMediaManager => Some(Job::SocialMediaManager),
        Described::ContentManager => Some(Job::ContentManager),
        Described::Both => Some(Job::Hybrid),
        Described::Other | Described::Undetermined => None,
    }
}

impl Observer<'_> {
    /// Writes the record of an item, a line, to `out`; `at` says where the item stands.
    pub fn write(&self, item: Item, columns: Option<&[String]>, at: &str, out: &mut Vec<u8>) -> Written {
        let ad = match object(item, columns)
            .and_then(|object| ad(&object, self.mapping, Words::from(self.audit.data)))
        {
            Ok(ad) => ad,
            Err(reason) => return self.unread(reason, at, out),
        };
        // Work on a text of this length is bounded; nobody gives it up.
        let Ok(record) = observe::observe(&self.audit, &ad, self.employers, &Work::unhurried()) else {
            return self.unread(Unreadable::TooLong, at, out);
        };
        match self.lines {
            Lines::Json => line(&record, out),
            Lines::Csv => row(&record.row(), out),
        }
        Written {
            unread: None,
            role: Some(record.role),
            priced: record.annual.is_some() && record.left_out.is_none(),
        }
    }

    fn unread(&self, reason: Unreadable, at: &str, out: &mut Vec<u8>) -> Written {
        match self.lines {
            Lines::Json => line(&Unread { error: reason, at }, out),
            Lines::Csv => {
                let mut cells = vec![String::new(); COLUMNS.len()];
                // What would be its id is where it stands.
                at.clone_into(&mut cells[0]);
                if let Some(last) = cells.last_mut() {
                    reason.id().clone_into(last);
                }
                row(&cells, out);
            }
        }
        Written { unread: Some(reason), role: None, priced: false }
    }
}

fn line<T: Serialize>(value: &T, out: &mut Vec<u8>) {
    let before = out.len();
    if serde_json::to_writer(&mut *out, value).is_err() {
        out.truncate(before);
    }
    out.push(b'\n');
}

fn row(cells: &[String], out: &mut Vec<u8>) {
    let mut writer = csv::WriterBuilder::new().from_writer(out);
    // Writing to memory cannot fail.
    drop(writer.write_record(cells));
    drop(writer.flush());
}

fn csv(rows: &[Vec<String>]) -> Vec<u8> {
    let mut out = Vec::new();
    for cells in rows {
        row(cells, &mut out);
    }
    out
}

/// Counts an item of a file of records.
pub trait Counting {
    /// Takes a line or row; what is no record is counted.
    fn item(&mut self, item: Item, columns: Option<&[String]>);
}

impl Counting for Gathered {
    fn item(&mut self, item: Item, columns: Option<&[String]>) {
        match item {
            Item::Json(text) => {
                let _counted = self.line(&text);
            }
            Item::Row(cells) => self.row(columns.unwrap_or_default(), &cells),
            Item::Bad(reason) => {
                let _counted = self.unread(reason);
            }
        }
    }
}

/// A published band beside a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = MarketPublished)]
pub struct Published {
    /// Which figure.
    #[serde(flatten)]
    pub scope: Scope,
    /// First quartile of the published band.
    pub p25: u64,
    /// Median.
    pub p50: u64,
    /// Third quartile.
    pub p75: u64,
    /// How far the median of the ads lies above it, in percent; below zero: below.
    pub difference_percent: i64,
}

/// Market figures from ads, with what became of every ad and what is published.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct MarketAnswer<'c> {
    /// The first figure in a sentence.
    pub headline: String,
    /// What it rests on, and how to read it.
    pub summary: Vec<String>,
    /// The figures.
    #[serde(flatten)]
    pub figures: Figures,
    /// The published bands of the same roles, levels and places.
    pub published: Vec<Published>,
    /// Growth since an earlier window, where one was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub growth: Option<Growths>,
    /// About the answer.
    #[serde(flatten)]
    pub meta: Meta<'c>,
}

impl MarketAnswer<'_> {
    /// The figures as a table: heading and rows.
    #[must_use]
    pub fn table(&self) -> Vec<Vec<String>> {
        let heading = [
            "role",
            "country",
            "region",
            "level",
            "currency",
            "p10",
            "p25",
            "p50",
            "p75",
            "p90",
            "median_low",
            "median_high",
            "coverage",
            "ads",
            "texts",
            "bands",
            "employers",
            "posts_pay",
            "from",
            "to",
            "range_width",
            "suppressed",
            "reliability",
            "published_p50",
            "difference_percent",
        ];
        let mut rows = vec![heading.map(str::to_owned).to_vec()];
        for item in &self.figures.figures {
            fn said<T: std::fmt::Display>(value: Option<T>) -> String {
                value.map(|value| value.to_string()).unwrap_or_default()
            }
            let band = item.band;
            let published = self.published.iter().find(|known| known.scope == item.scope);
            rows.push(vec![
                item.scope.role.to_string(),
                item.scope.country.to_string(),
                said(item.scope.region),
                said(item.scope.level),
                said(item.currency),
                said(band.and_then(|band| band.p10)),
                said(band.map(|band| band.p25)),
                said(band.map(|band| band.p50)),
                said(band.map(|band| band.p75)),
                said(band.and_then(|band| band.p90)),
                said(band.map(|band| band.low)),
                said(band.map(|band| band.high)),
                said(band.map(|band| band.coverage)),
                item.ads.to_string(),
                item.texts.to_string(),
                item.bands.to_string(),
                item.employers.to_string(),
                item.posts_pay.to_string(),
                said(item.from),
                said(item.to),
                said(item.range_width),
                said(item.suppressed),
                if band.is_some() { item.reliability.to_string() } else { String::new() },
                said(published.map(|known| known.p50)),
                said(published.map(|known| known.difference_percent)),
            ]);
        }
        rows
    }

    /// The table as CSV.
    #[must_use]
    pub fn csv(&self) -> Vec<u8> {
        csv(&self.table())
    }
}
