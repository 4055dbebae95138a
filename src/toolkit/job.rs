//! Questions about job ads: audits, and the text taken out of files.

use super::{AskError, Asking, Toolkit};
use crate::catalog::pay::Pay;
use crate::domain::input::fault::InputError;
use crate::domain::job::audit::answer::{Audit, Excerpt, Finding, Point};
use crate::domain::job::audit::place::Index;
use crate::domain::job::audit::rewrite::rewrite;
use crate::domain::job::audit::{AdAudit, AuditQuestion, read};
use crate::domain::job::brief;
use crate::domain::job::draft::{AdDraft, JobDescription, gap_phrase};
use crate::domain::job::posting::{Local, faults, posting};
use crate::domain::job::request;
use crate::domain::job::terms::AdFormat;
use crate::domain::message::said;
use crate::domain::text::Lang;
use crate::domain::work::{Abandoned, Work};
use crate::intake::{self, Extracted, Words};
pub use crate::intake::{
    Form as AdForm, IntakeError, MAX_BYTES as MAX_AD_BYTES, MAX_TEXT as MAX_AD_TEXT, Reader as AdReader,
};
#[cfg(feature = "documents")]
use crate::render::docx;
use crate::render::{Medium, Renderer, html};

/// An ad as it was submitted.
#[derive(Clone, Copy)]
pub struct Submission<'a> {
    /// The file.
    pub bytes: &'a [u8],
    /// What it is.
    pub form: AdForm,
    /// What is said about it: title, place, employees, language.
    pub context: &'a serde_json::Value,
    /// Whether the audit is still waited for; asked from time to time while it is made.
    pub wanted: &'a dyn Fn() -> bool,
}

impl std::fmt::Debug for Submission<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Submission")
            .field("bytes", &self.bytes.len())
            .field("form", &self.form)
            .field("context", &self.context)
            .finish_non_exhaustive()
    }
}

impl<'a> Submission<'a> {
    /// An ad that is waited for as long as it takes.
    #[must_use]
    pub fn new(bytes: &'a [u8], form: AdForm, context: &'a serde_json::Value) -> Self {
        Self { bytes, form, context, wanted: &|| true }
    }

    /// The same ad, waited for as long as `wanted` says so.
    #[must_use]
    pub fn wanted(self, wanted: &'a dyn Fn() -> bool) -> Self {
        Self { wanted, ..self }
    }
}

impl From<Abandoned> for AskError {
    fn from(_: Abandoned) -> Self {
        Self::Intake(IntakeError::Abandoned)
    }
}

impl Toolkit {
    /// Audits an ad.
    ///
    /// # Errors
    /// [`AskError::Input`] with every fault of the question; [`AskError::Intake`] when the file gives no text.
    pub fn audit(&self, submission: Submission<'_>, asking: Asking) -> Result<Audit<'_>, AskError> {
        let mut question = self.said_of(submission)?;
        let extracted = self.extracted(submission)?;
        question.text = extracted.text;
        let mut audit = self.audit_text(&question, asking, &Work::new(submission.wanted))?;
        if let Some(origin) = &extracted.original {
            move_places(&mut audit, &question.text, origin);
        }
        Ok(audit)
    }

    /// Audits an ad and gives its text too, with the places of the audit in that text rather than in the file.
    ///
    /// # Errors
    /// As [`Self::audit`].
    pub fn audit_shown(
        &self,
        submission: Submission<'_>,
        asking: Asking,
    ) -> Result<(String, Audit<'_>), AskError> {
        let mut question = self.said_of(submission)?;
        question.text = self.extracted(submission)?.text;
        let audit = self.audit_text(&question, asking, &Work::new(submission.wanted))?;
        Ok((question.text, audit))
    }

    /// The text of an ad.
    fn extracted(&self, submission: Submission<'_>) -> Result<Extracted, AskError> {
        let words = Words::from(self.catalog.job_ads()?);
        Ok(self.settings.reader.read(submission.bytes, submission.form, words, submission.wanted)?)
    }

    /// Audits a text, for as long as it is wanted.
    ///
    /// # Errors
    /// [`AskError::Data`] when the data is wrong; [`IntakeError::Abandoned`] when the work was given up.
    pub fn audit_text(
        &self,
        question: &AuditQuestion,
        asking: Asking,
        work: &Work<'_>,
    ) -> Result<Audit<'_>, AskError> {
        let data = self.catalog.job_ads()?;
        let reading = read(data, question, work)?;
        // Where the ad is from says whose pay it takes to judge it: most processes audit one ad.
        let places = self.catalog.places()?;
        let country = reading.place.as_ref().map(|place| place.country.as_str());
        let pay = country.map_or(Ok(places), |country| self.catalog.pay_of(country))?;
        let market = self.pay_answers_with(pay, asking);
        let cities = &places.data.cities;
        Ok(AdAudit { data, market, cities, roles: &self.reference()?.roles }.judge(&reading)?)
    }

    /// What is said about an ad beside its text. Places alone are enough to read it; what is wrong is told with all that is
    /// known.
    fn said_of(&self, submission: Submission<'_>) -> Result<AuditQuestion, AskError> {
        let read = |pay: &Pay| request::context(&pay.data, submission.context);
        let Ok(question) = read(self.catalog.places()?) else {
            return read(self.catalog.pay()?).map_err(AskError::Input);
        };
        Ok(question)
    }

    /// The question that a JSON body asks: the text and its form, and what is said about it.
    ///
    /// # Errors
    /// [`AskError::Input`] with every fault.
    pub fn ad_in<'v>(&self, question: &'v serde_json::Value) -> Result<(&'v str, AdForm), AskError> {
        let read = |pay: &Pay| request::text(&pay.data, question);
        let (text, form) = match read(self.catalog.places()?) {
            Ok(found) => found,
            Err(_) => read(self.catalog.pay()?).map_err(AskError::Input)?,
        };
        let form = match form {
            None | Some(AdFormat::Text) => AdForm::Text,
            Some(AdFormat::Markdown) => AdForm::Markdown,
            Some(AdFormat::Html) => AdForm::Html,
        };
        Ok((text, form))
    }

    /// The safe replacements of an audit, as a unified diff; empty when there are none.
    ///
    /// # Errors
    /// [`AskError::Intake`] when the file gives no text, or is none whose text could be replaced.
    pub fn rewritten(
        &self,
        submission: Submission<'_>,
        audit: &Audit<'_>,
        name: &str,
    ) -> Result<(String, usize), AskError> {
        let text = match submission.form {
            AdForm::Text | AdForm::Markdown => {
                let found = self.extracted(submission)?;
                found.original.map_or(found.text, |origin| origin.text)
            }
            form => return Err(AskError::Intake(IntakeError::NotRewritten(form.id()))),
        };
        let (new, made) = rewrite(&text, &audit.findings);
        let diff = similar::TextDiff::from_lines(text.as_str(), new.as_str());
        let shown =
            diff.unified_diff().context_radius(2).header(name, &format!("{name} (rewritten)")).to_string();
        Ok((if made == 0 { String::new() } else { shown }, made))
    }

    /// The findings of audits as SARIF 2.1.0, for code-scanning tools; `audits` are with the names of their files, `known`
    /// says whether a finding was there before (`None` where nobody keeps track).
    #[must_use]
    pub fn sarif(
        &self,
        audits: &[(String, Audit<'_>)],
        known: &dyn Fn(&str, &Finding<'_>) -> Option<bool>,
        lang: Lang,
    ) -> serde_json::Value {
        crate::render::sarif::sarif(audits, known, lang)
    }
}

/// Which of the two documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// The published ad.
    Ad,
    /// The internal job description.
    Description,
}

/// How a draft is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftForm {
    /// Markdown.
    Markdown,
    /// One HTML page, for A4.
    Html,
    /// Word document.
    Docx,
    /// schema.org `JobPosting`.
    Jsonld,
}

impl DraftForm {
    /// The media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Markdown => "text/markdown",
            Self::Html => "text/html",
            Self::Docx => AdForm::Docx.media_type(),
            Self::Jsonld => "application/ld+json",
        }
    }
}

impl Toolkit {
    /// Drafts a job description.
    ///
    /// # Errors
    /// [`AskError::Input`] with every fault of the question; [`AskError::Incomplete`] when it is strict and something is
    /// missing that the law of the place requires.
    pub fn draft(
        &self,
        question: &serde_json::Value,
        asking: Asking,
    ) -> Result<JobDescription<'_>, AskError> {
        let market = self.pay_answers(asking)?;
        let goals = &self.catalog.decide().goal_index;
        let roles = &self.reference()?.roles;
        let missions = roles.iter().flat_map(|sheet| &sheet.missions);
        let missions: Vec<&str> = missions.map(|mission| mission.id.as_str()).collect();
        let asked =
            brief::question(market.data, goals, &missions, question, asking.lang).map_err(AskError::Input)?;
        // A document speaks one language: what is said of pay in it too.
        let market = self.pay_answers(Asking { lang: asked.language, ..asking })?;
        let data = self.catalog.job_ads()?;
        let drafter = AdDraft { data, market, roles };
        if let Some(error) = drafter.doubtful_pay(&asked) {
            return Err(AskError::Input(vec![error]));
        }
        let mut draft = drafter.draft(&asked);
        let translated = || -> Result<JobDescription<'_>, AskError> {
            let language = asked.language.other();
            let market = self.pay_answers(Asking { lang: language, ..asking })?;
            Ok(AdDraft { data, market, roles }.draft(&brief::DraftQuestion { language, ..asked.clone() }))
        };
        if asked.both {
            draft.translation = Some(Box::new(translated()?));
        }
        if asked.strict && (draft.lacks_by_law() || draft.pays_too_little()) {
            let gaps = draft.gaps.iter().filter(|gap| !gap.required_by.is_empty());
            let mut errors: Vec<InputError> = gaps
                .map(|gap| {
                    let by = gap.required_by.join(", ");
                    let message = said!(FAULT_REQUIRED_BY_LAW, what = gap_phrase(gap.code), laws = by);
                    InputError::new(gap.pointer, "required-by-law", message)
                })
                .collect();
            // Pay below a minimum is told with its numbers, in the language of whoever asks.
            if draft.pays_too_little() {
                let told = if asking.lang == asked.language {
                    None
                } else {
                    Some(draft.translation.take().map_or_else(translated, |other| Ok(*other))?)
                };
                let told = told.as_ref().unwrap_or(&draft);
                errors.extend(told.shortfalls().map(|own| {
                    let message = said!(FAULT_AS_TOLD, text = &own.text);
                    InputError::new("/brief/pay", "pay-below-minimum", message)
                }));
            }
            return Err(AskError::Incomplete(errors));
        }
        Ok(draft)
    }

    /// Writes a draft as a document.
    ///
    /// # Errors
    /// [`AskError::Render`] when a template fails; [`AskError::Incomplete`] when structured data lacks what it must have.
    pub fn document(
        &self,
        draft: &JobDescription<'_>,
        document: Document,
        form: DraftForm,
    ) -> Result<Vec<u8>, AskError> {
        let lang = draft.language;
        let renderer = self.renderer(lang, Medium::Report)?;
        self.written(renderer, draft, document, form)
    }

    /// A draft as HTML for a page that has a heading of its own: without head and foot, headings one level lower.
    ///
    /// # Errors
    /// [`AskError::Render`] when a template fails.
    pub fn preview(&self, draft: &JobDescription<'_>, document: Document) -> Result<String, AskError> {
        let bytes = self.document(draft, document, DraftForm::Markdown)?;
        let renderer = self.renderer(draft.language, Medium::Report)?;
        Ok(html::fragment(renderer, &String::from_utf8_lossy(&bytes)))
    }

    pub(super) fn written(
        &self,
        renderer: &Renderer,
        draft: &JobDescription<'_>,
        document: Document,
        form: DraftForm,
    ) -> Result<Vec<u8>, AskError> {
        let lang = draft.language;
        let name = match document {
            Document::Ad => "ad",
            Document::Description => "description",
        };
        let one = |name: &str, renderer: &Renderer, draft: &JobDescription<'_>| -> Result<String, AskError> {
            let text = renderer.render(&format!("job/{name}.md.j2"), draft)?;
            Ok(tidy(&text))
        };
        // The other language stands below the first, behind a line.
        let markdown = |name: &str| -> Result<String, AskError> {
            let text = one(name, renderer, draft)?;
            let Some(other) = &draft.translation else { return Ok(text) };
            let renderer = self.renderer(other.language, Medium::Report)?;
            Ok(format!("{text}\n---\n\n{}", one(name, renderer, other)?))
        };
        let country = draft.country.as_deref().and_then(|code| self.catalog.country(code));
        let local = Local {
            full_time: country.and_then(|country| country.full_time_hours),
            time_zone: country.and_then(|country| country.time_zone.as_deref()),
        };
        match form {
            DraftForm::Markdown => Ok(markdown(name)?.into_bytes()),
            DraftForm::Html => {
                let posting =
                    posting(draft, &html::plain(&one("ad", renderer, draft)?, self.words(lang)), local);
                let sound = document == Document::Ad && faults(&posting).iter().all(|fault| !fault.error);
                Ok(html::job_page(renderer, &markdown(name)?, sound.then_some(&posting), lang)?.into_bytes())
            }
            #[cfg(not(feature = "documents"))]
            DraftForm::Docx => Err(AskError::File(super::left_out("documents"))),
            #[cfg(feature = "documents")]
            DraftForm::Docx => docx::docx(&markdown(name)?).map_err(AskError::File),
            DraftForm::Jsonld => {
                let posting =
                    posting(draft, &html::plain(&one("ad", renderer, draft)?, self.words(lang)), local);
                let wrong: Vec<InputError> = faults(&posting)
                    .into_iter()
                    .filter(|fault| fault.error)
                    .map(|fault| {
                        InputError::new(
                            field_of(fault.property),
                            "job-posting",
                            said!(POSTING_FAULT, property = fault.property, reason = fault.reason),
                        )
                    })
                    .collect();
                if !wrong.is_empty() {
                    return Err(AskError::Incomplete(wrong));
                }
                let json = super::to_json(&posting);
                Ok(html::embeddable(&String::from_utf8_lossy(&json)).into_bytes())
            }
        }
    }
}

/// The field of the brief that fills a property.
fn field_of(property: &str) -> &'static str {
    match property {
        "datePosted" => "/brief/date_posted",
        "validThrough" => "/brief/closing_date",
        "hiringOrganization" => "/brief/company/name",
        "jobLocation" | "applicantLocationRequirements" => "/brief/place",
        "baseSalary" => "/brief/pay",
        "employmentType" => "/brief/contract",
        _ => "/brief",
    }
}

/// Drops the empty lines that conditions leave behind, but one between blocks.
fn tidy(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut blank = false;
    let mut item = false;
    for line in markdown.lines() {
        let line = line.trim_end();
        if line.is_empty() {
            blank = true;
            continue;
        }
        let is_item = line.starts_with("- ");
        // Items of one list stay together.
        if blank && !out.is_empty() && !(item && is_item) {
            out.push('\n');
        }
        out.push_str(line);
        out.push('\n');
        (blank, item) = (false, is_item);
    }
    out
}

/// Gives the places of an audit in the file from which the text was taken.
fn move_places(audit: &mut Audit<'_>, text: &str, origin: &intake::Origin) {
    let index = Index::new(&origin.text);
    let at = |point: &Point, end: bool| {
        // The end of a part is where its last character ends.
        let byte = if end && point.byte > 0 { origin.at(point.byte - 1) + 1 } else { origin.at(point.byte) };
        let mut byte = byte.min(origin.text.len());
        while !origin.text.is_char_boundary(byte) {
            byte += 1;
        }
        index.point(byte)
    };
    let moved = |excerpt: &mut Excerpt| {
        excerpt.start = at(&excerpt.start, false);
        excerpt.end = at(&excerpt.end, true);
    };
    audit.findings.iter_mut().flat_map(Finding::places_mut).for_each(moved);
    audit.changes.iter_mut().filter_map(|change| change.place.as_mut()).for_each(moved);
    audit.activities.iter_mut().flat_map(|activity| &mut activity.passages).for_each(moved);
    audit.pay.place.iter_mut().for_each(moved);
    audit.locations.iter_mut().filter_map(|location| location.place.as_mut()).for_each(moved);
    // Where each line of the text begins, to say on which line of the file it stands.
    let mut starts = vec![0];
    starts.extend(text.match_indices('\n').map(|(at, _)| at + 1));
    for line in audit.sections.iter_mut().filter_map(|section| section.line.as_mut()) {
        let start = starts.get(*line - 1).copied().unwrap_or(0);
        let shown = text[start..].find(|c: char| c.is_alphanumeric()).map_or(start, |skip| start + skip);
        *line = index.point(origin.at(shown)).line;
    }
}
