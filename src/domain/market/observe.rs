//! From an ad to its record: the reading of the audit, with pay on one scale.

use std::borrow::Cow;

use sha2::{Digest, Sha256};

use super::record::{Amount, Flag, LeftOut, Record, Shares};
use super::sketch::{digest, sketch};
use crate::domain::dated::Day;
use crate::domain::hex::hex;
use crate::domain::iso::{Country, Region};
use crate::domain::job::audit::described::Described;
use crate::domain::job::audit::pay::{PayState, Stated};
use crate::domain::job::audit::scope::TitleReading;
use crate::domain::job::audit::{AdAudit, AuditQuestion, Reading, level_in_title, read, trainee, years};
use crate::domain::job::lexicon::{Cue, Part};
use crate::domain::job::lists::List;
use crate::domain::job::terms::Contract;
use crate::domain::pay::figure::Period;
use crate::domain::pay::job::Job;
use crate::domain::pay::minimum::{ANNUAL_HOURS, falls_short, legal};
use crate::domain::pay::offer::annual;
use crate::domain::pay::place::{Place, plain};
use crate::domain::pay::request::{BandRequest, OfferRequest};
use crate::domain::rounding::whole;
use crate::domain::vocab::Level;
use crate::domain::work::{Abandoned, Work};

/// An ad as it comes from a board: its text, and what is told beside it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ad {
    /// Id that the source gives.
    pub id: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// The text, facts such as pay and place among it as lines that people write.
    pub text: String,
    /// Name of the employer.
    pub employer: Option<String>,
    /// Day on which it was published.
    pub date: Option<Day>,
    /// ISO 3166-1 country.
    pub country: Option<String>,
    /// Years of experience asked for, where the source tells apart from the text.
    pub years: Option<u32>,
    /// The sort of contract, where the source tells it apart from the text.
    pub contract: Option<Contract>,
    /// Whether the source calls it part time.
    pub part_time: bool,
    /// Whether the source says that an agency recruits for somebody else.
    pub agency: bool,
    /// Whether the source gives pay that it estimated itself; it is not in the text.
    pub predicted_pay: bool,
}

/// What becomes of the names of employers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Employers {
    /// Kept as they stand.
    Kept,
    /// Hashed with this salt: the same name gives the same key with the same salt only.
    Hashed(Vec<u8>),
}

/// Eight bytes of the hash of a text with a salt; `kind` keeps texts of different kinds apart.
fn salted(salt: &[u8], kind: u8, text: &str) -> [u8; 8] {
    let mut hash = Sha256::new_with_prefix(salt);
    hash.update([kind]);
    hash.update(text);
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&hash.finalize()[..8]);
    bytes
}

impl Employers {
    /// The key of the digests of texts: 0 without a salt.
    #[must_use]
    pub fn digest_key(&self) -> u64 {
        match self {
            Self::Hashed(salt) if !salt.is_empty() => u64::from_be_bytes(salted(salt, 1, "")) | 1,
            _ => 0,
        }
    }

    /// An id as a record holds it: an address names the employer, and is hashed where names are.
    fn id<'a>(&self, id: &'a str) -> Cow<'a, str> {
        match self {
            Self::Hashed(salt) if id.contains("://") || id.starts_with("www.") => {
                Cow::Owned(hex(&salted(salt, 2, id)))
            }
            _ => Cow::Borrowed(id),
        }
    }

    /// The key of an employer; none of no name. `forms` are the words that say a legal form: two spellings of one employer
    /// differ in them.
    ///
    /// ```
    /// use rolecall::domain::market::observe::Employers;
    ///
    /// let hashed = Employers::Hashed(b"a secret of ours".to_vec());
    /// let forms = ["sas".to_owned()];
    /// assert_eq!(hashed.key("Café Noir SAS", &forms), hashed.key("CAFE NOIR", &forms));
    /// assert_ne!(hashed.key("Café Noir", &forms), Employers::Hashed(b"another".to_vec()).key("Café Noir", &forms));
    /// assert_eq!(Employers::Kept.key(" Café Noir SAS ", &forms), Some("Café Noir SAS".to_owned()));
    /// assert_eq!(hashed.key(" - ", &forms), None);
    /// ```
    #[must_use]
    pub fn key(&self, name: &str, forms: &[String]) -> Option<String> {
        let folded = plain(name);
        if folded.is_empty() {
            return None;
        }
        match self {
            Self::Kept => Some(name.split_whitespace().collect::<Vec<_>>().join(" ")),
            Self::Hashed(salt) => {
                let words =
                    name.split(|c: char| !c.is_alphanumeric()).map(plain).filter(|word| !word.is_empty());
                let said: Vec<String> = words.collect();
                let kept: Vec<&str> =
                    said.iter().filter(|word| !forms.contains(word)).map(String::as_str).collect();
                // A name of nothing else is a name.
                let name = if kept.is_empty() { said.concat() } else { kept.concat() };
                Some(hex(&salted(salt, 0, &name)))
            }
        }
    }
}

/// Reads an ad.
///
/// # Errors
/// [`Abandoned`] when `work` is given up.
pub fn observe<'a>(
    audit: &'a AdAudit<'_>,
    ad: &'a Ad,
    employers: &Employers,
    work: &Work<'_>,
) -> Result<Record<'a>, Abandoned> {
    let country = ad.country.as_deref().and_then(Country::find);
    let place = country.map(|country| Place {
        country: country.code().to_owned(),
        region: None,
        city: None,
        area: None,
    });
    let question =
        AuditQuestion { text: ad.text.clone(), title: ad.title.clone(), place, ..AuditQuestion::default() };
    let reading = read(audit.data, &question, work)?;
    let place = whole_place(&reading);
    let (text, near) = sketch(&reading.folded.text, employers.digest_key());
    let mut flags = Vec::new();
    let contract = ad.contract.or_else(|| contract(audit, &reading));
    let years = ad.years.or_else(|| years(audit.data, &reading));
    // A title says it before any number of years.
    let in_title = level_in_title(audit.data, &reading);
    let level = in_title.or(years.map(Level::of_years));
    if in_title.is_some() {
        flags.push(Flag::LevelFromTitle);
    }
    let title_role = reading.scope.title.as_ref().and_then(TitleReading::role);
    let role = reading.scope.described;
    if title_role.is_some_and(|title| title != role && role != Described::Undetermined) {
        flags.push(Flag::TitleDiffers);
    }
    if reading.unread {
        flags.push(Flag::LanguageUnread);
    }
    if ad.predicted_pay {
        flags.push(Flag::PredictedPay);
    }
    let mut record = Record {
        id: ad.id.as_deref().map_or_else(|| Cow::Owned(hex(&text.to_be_bytes())), |id| employers.id(id)),
        date: ad.date,
        text: hex(&text.to_be_bytes()),
        sketch: hex(&near.to_be_bytes()),
        employer: ad
            .employer
            .as_deref()
            .and_then(|name| employers.key(name, audit.data.lists.of(List::LegalForms))),
        agency: ad.agency || is_agency(audit, &reading, ad.employer.as_deref()),
        role,
        shares: shares(&reading),
        confidence: reading.scope.confidence,
        title_role,
        level,
        years,
        contract,
        hours: reading.hours.hours.map(|hours| Amount(whole(hours * 100.0))),
        country: place.as_ref().and_then(|place| Country::find(&place.country)).map(Country::code),
        region: place.as_ref().and_then(|place| Region::find(place.region.as_deref()?)).map(Region::code),
        city: place.as_ref().and_then(|place| place.city.clone()).map(Cow::Owned),
        pay: reading.pay.state,
        min: None,
        max: None,
        currency: None,
        period: None,
        annual_min: None,
        annual_max: None,
        annual: None,
        left_out: None,
        flags,
        data: audit.market.version,
    };
    let future = ad.date.is_some_and(|date| date > audit.market.as_of);
    record.left_out = match contract {
        Some(Contract::Apprenticeship | Contract::Internship) => Some(LeftOut::Traineeship),
        Some(Contract::Freelance) => Some(LeftOut::Freelance),
        _ if future => Some(LeftOut::FutureDate),
        _ if place.is_none() => Some(LeftOut::NoCountry),
        _ => None,
    };
    if let (PayState::Parsed, Some(stated)) = (reading.pay.state, &reading.pay.stated) {
        add_pay(&mut record, audit, &reading, ad, stated, place.as_ref());
    }
    record.flags.sort_unstable();
    Ok(record)
}

/// Adds the pay that was read, and why it is no evidence where it is none.
fn add_pay<'a>(
    record: &mut Record<'a>,
    audit: &'a AdAudit<'_>,
    reading: &Reading<'_>,
    ad: &Ad,
    stated: &Stated,
    place: Option<&Place>,
) {
    let own = place.map(|place| audit.market.currency(&place.country)).filter(|code| *code != "XXX");
    record.min = stated.min.map(|amount| Amount(whole(amount * 100.0)));
    record.max = stated.max.map(|amount| Amount(whole(amount * 100.0)));
    record.currency = stated.currency.or(own);
    record.period = Some(stated.period);
    if stated.period_assumed {
        record.flags.push(Flag::PeriodAssumed);
    }
    if stated.currency.is_none() && own.is_some() {
        record.flags.push(Flag::CurrencyAssumed);
    }
    let yearly = place.map_or(Err(LeftOut::NoCountry), |place| {
        yearly(audit, reading, ad, stated, place, &mut record.flags)
    });
    match yearly {
        Ok((low, high)) => {
            (record.annual_min, record.annual_max) = (Some(low), Some(high));
            record.annual = Some(low + (high - low) / 2);
            let least = place.and_then(|place| {
                let day = ad.date.filter(|date| *date <= audit.market.as_of).unwrap_or(audit.market.as_of);
                legal(&audit.market.data.minimums, &place.country, place.region.as_deref(), day)
            });
            let short =
                least.is_some_and(|least| falls_short(f64::from(low + (high - low) / 2), least.annual()));
            if short {
                record.left_out = record.left_out.or(Some(LeftOut::BelowMinimum));
            }
        }
        Err(reason) => record.left_out = record.left_out.or(Some(reason)),
    }
}

/// Where the job is: the country that the source tells, with what the text adds in it.
fn whole_place(reading: &Reading<'_>) -> Option<Place> {
    let place = reading.place.clone()?;
    match &reading.named {
        Some(named) if named.country == place.country && place.region.is_none() => Some(named.clone()),
        _ => Some(place),
    }
}

/// Pay as gross pay of a full-time year, lower and upper end, or why it is none.
fn yearly(
    audit: &AdAudit<'_>,
    reading: &Reading<'_>,
    ad: &Ad,
    stated: &Stated,
    place: &Place,
    flags: &mut Vec<Flag>,
) -> Result<(u32, u32), LeftOut> {
    if stated.net {
        return Err(LeftOut::Net);
    }
    if stated.period == Period::Day {
        return Err(LeftOut::DayRate);
    }
    if stated.open() {
        return Err(LeftOut::OneBound);
    }
    let own = audit.market.currency(&place.country);
    if stated.currency.is_some_and(|code| code != own) || own == "XXX" {
        return Err(LeftOut::OtherCurrency);
    }
    let share = stated.fte.or_else(|| audit.share_of_full_time(reading, place));
    // An hour is an hour, and an amount in proportion is stated for full time.
    let fte = if stated.pro_rata || stated.period == Period::Hour { 1.0 } else { share.unwrap_or(1.0) };
    if ad.part_time && share.is_none() && !stated.pro_rata && stated.period != Period::Hour {
        return Err(LeftOut::ShareUnknown);
    }
    if (fte - 1.0).abs() > 1e-9 {
        flags.push(Flag::FullTimeEquivalent);
    }
    let minimums = &audit.market.data.minimums;
    let hours = legal(minimums, &place.country, place.region.as_deref(), audit.market.as_of)
        .map_or(ANNUAL_HOURS, |item| item.annual_hours);
    let of = |amount: f64| {
        let offer = OfferRequest {
            // Which job it is does not change the year.
            band: BandRequest::new(Job::CommunityManager, None, place.clone()),
            amount,
            currency: own.to_owned(),
            period: stated.period,
            rate: None,
            payments: f64::from(stated.payments),
            fte,
            variable: None,
            equity: None,
            benefits: None,
        };
        u32::try_from(whole(annual(&offer, hours))).unwrap_or(u32::MAX)
    };
    let (low, high) = (of(stated.low()), of(stated.high()));
    Ok((low.min(high), high.max(low)))
}

fn shares(reading: &Reading<'_>) -> Shares {
    let work = &reading.scope.work;
    let all = work.owned() + work.neither;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share in percent")]
    let share =
        |points: f64| if all > 0.0 { (100.0 * points / all).round().clamp(0.0, 100.0) as u8 } else { 0 };
    Shares {
        community: share(work.community),
        social: share(work.social),
        content: share(work.content),
        other: share(work.other()),
    }
}

/// The sentences that speak of the post: their part of the ad, their text.
fn of_the_post<'r>(reading: &'r Reading<'_>, cue: Cue) -> impl Iterator<Item = (Part, &'r str)> {
    let sentences = reading.scope.sentences.iter().filter(move |item| {
        !matches!(item.part, Part::Company | Part::Profile | Part::Legal | Part::Process) && item.has(cue)
    });
    sentences.map(|item| (item.part, &reading.folded.text[item.range.clone()]))
}

/// Words for contracts; those for none with an end first.
const CONTRACTS: [(List, Contract); 3] = [
    (List::ContractPermanent, Contract::Permanent),
    (List::ContractFixedTerm, Contract::FixedTerm),
    (List::ContractFreelance, Contract::Freelance),
];

/// The sort of contract: the first that the post is said to be.
fn contract(audit: &AdAudit<'_>, reading: &Reading<'_>) -> Option<Contract> {
    let lists = &audit.data.lists;
    if trainee(audit.data, reading) {
        let internship = |text: &str| lists.any_word(List::ContractInternship, text);
        let title = reading.scope.title.as_ref().is_some_and(|title| internship(&title.text.to_lowercase()));
        let internship = title || of_the_post(reading, Cue::Contract).any(|(_, text)| internship(text));
        return Some(if internship { Contract::Internship } else { Contract::Apprenticeship });
    }
    let first_in = |wanted: fn(Part) -> bool, kinds: &[(List, Contract)]| {
        let sentences = of_the_post(reading, Cue::Contract).filter(move |(part, _)| wanted(*part));
        sentences.map(|(_, text)| text).find_map(|text| {
            kinds.iter().find(|(list, _)| lists.begins_word(*list, text)).map(|(_, contract)| *contract)
        })
    };
    first_in(|part| part == Part::Offer, &CONTRACTS)
        .or_else(|| first_in(|part| part != Part::Tasks, &CONTRACTS))
        // Tasks speak of freelancers and seasons of others; a contract without an end is the post's wherever it stands.
        .or_else(|| first_in(|_| true, &CONTRACTS[..1]))
        .or_else(|| first_in(|_| true, &CONTRACTS[1..2]))
}

/// Whether somebody recruits for another: by its name, or because the text says so.
fn is_agency(audit: &AdAudit<'_>, reading: &Reading<'_>, employer: Option<&str>) -> bool {
    let lists = &audit.data.lists;
    let named = employer.is_some_and(|name| {
        let folded: String = name
            .split(|c: char| !c.is_alphanumeric())
            .map(plain)
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
        let folded = format!(" {folded} ");
        lists.of(List::AgencyNames).iter().any(|known| folded.contains(&format!(" {known} ")))
    });
    named || lists.inside(List::AgencyPhrases, &reading.folded.text)
}

/// The key of an employer as a number, for counting.
#[must_use]
pub fn employer_number(key: &str) -> u64 {
    let hashed = (key.len() == 16).then(|| u64::from_str_radix(key, 16).ok()).flatten();
    // Nobody is 0.
    hashed.unwrap_or_else(|| digest(key.as_bytes())).max(1)
}
