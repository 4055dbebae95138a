//! Answers as reports, and the check that every template can be written.

use super::{AdForm, AskError, Asking, Document, DraftForm, Submission, Toolkit, read_question};
use crate::domain::pay::answer::{OfferAssessment, SalaryBand};
use crate::domain::text::Lang;
use crate::domain::vocab::Role;
use crate::render::html::Section;
use crate::render::{Medium, RenderError, Renderer, chart, html, terminal};

impl Toolkit {
    /// Writes an answer as a report; `name` is that of its template.
    ///
    /// # Errors
    /// When a template fails, which `rolecall check` finds beforehand.
    pub fn report<T: serde::Serialize>(
        &self,
        name: &str,
        answer: &T,
        lang: Lang,
        form: Form,
    ) -> Result<String, RenderError> {
        let renderer = self.renderer(lang, Medium::Report)?;
        write_report(renderer, name, answer, None, lang, form)
    }

    /// Writes a band as a report; its HTML holds the picture.
    ///
    /// # Errors
    /// As [`Self::report`].
    pub fn band_report(&self, band: &SalaryBand<'_>, lang: Lang, form: Form) -> Result<String, RenderError> {
        let renderer = self.renderer(lang, Medium::Report)?;
        let svg = (form == Form::Html).then(|| chart::svg(&self.picture(band, None, lang), self.words(lang)));
        write_report(renderer, "salary", band, svg.as_deref(), lang, form)
    }

    /// Writes an assessed offer as a report; its HTML holds the picture of the band with the offer marked.
    ///
    /// # Errors
    /// As [`Self::report`].
    pub fn offer_report(
        &self,
        assessment: &OfferAssessment<'_>,
        lang: Lang,
        form: Form,
    ) -> Result<String, RenderError> {
        let renderer = self.renderer(lang, Medium::Report)?;
        let asking = Asking { lang, as_of: assessment.meta.as_of };
        let measured = &assessment.measured;
        let svg = self.pay_answers(asking).ok().filter(|_| form == Form::Html).map(|market| {
            let band = market.salary_band(&measured.offer.band);
            chart::svg(&self.picture(&band, Some(measured.annual.amount), lang), self.words(lang))
        });
        write_report(renderer, "offer", assessment, svg.as_deref(), lang, form)
    }

    /// Writes an answer in short for assistants, in Markdown: what it rests on by name, what to ask next as calls of tools.
    ///
    /// # Errors
    /// As [`Self::report`].
    pub fn assistant_report<T: serde::Serialize>(
        &self,
        name: &str,
        answer: &T,
        lang: Lang,
    ) -> Result<String, RenderError> {
        for_assistant(self.renderer(lang, Medium::Report)?, name, answer)
    }

    /// Writes a page by its template, as it is.
    ///
    /// # Errors
    /// When the template fails.
    pub fn page<T: serde::Serialize>(
        &self,
        template: &str,
        context: &T,
        lang: Lang,
    ) -> Result<String, RenderError> {
        self.renderer(lang, Medium::Page)?.render(template, context)
    }

    /// A report in parts, as HTML for our own pages: sources and rules are links.
    ///
    /// # Errors
    /// When the template fails.
    pub fn sections<T: serde::Serialize>(
        &self,
        name: &str,
        answer: &T,
        lang: Lang,
    ) -> Result<Vec<Section>, RenderError> {
        let renderer = self.renderer(lang, Medium::Page)?;
        let markdown = renderer.render(&format!("report/{name}.md.j2"), answer)?;
        Ok(html::sections(renderer, &markdown, None))
    }

    /// The templates, set up once for each language and medium.
    pub(super) fn renderer(&self, lang: Lang, medium: Medium) -> Result<&Renderer, RenderError> {
        let place = &self.renderers[lang as usize][usize::from(medium == Medium::Page)];
        if let Some(renderer) = place.get() {
            return Ok(renderer);
        }
        let renderer = Renderer::new(&self.catalog, lang, medium)?;
        Ok(place.get_or_init(|| renderer))
    }

    /// The messages that code does not name and no template asks for; none where the templates cannot be set up.
    #[must_use]
    pub fn messages_without_template(&self) -> Vec<&'static str> {
        self.renderer(Lang::En, Medium::Report).map(Renderer::unused).unwrap_or_default()
    }

    /// Renders every report with real answers, in one language, and returns what fails.
    #[must_use]
    pub fn check_templates(&self, asking: Asking) -> Vec<RenderError> {
        let renderer = match self.renderer(asking.lang, Medium::Report) {
            Ok(renderer) => renderer,
            Err(error) => return vec![error],
        };
        let mut failures = renderer.faults();
        let mut note = |result: Result<String, RenderError>| failures.extend(result.err());
        let lang = asking.lang;
        for sample in SAMPLES {
            let profile = self.read_profile(sample.as_bytes(), true).ok();
            if let Some(answer) = profile.and_then(|profile| self.recommend(&profile, asking).ok()) {
                note(write_report(renderer, "recommendation", &answer, None, lang, Form::Html));
                briefs(renderer, "recommendation", &answer).into_iter().for_each(&mut note);
            }
        }
        if let Ok(answer) = self.roles(asking) {
            note(write_report(renderer, "roles", &answer, None, lang, Form::Html));
        }
        for role in Role::ALL {
            if let Ok(answer) = self.role(*role, asking) {
                note(write_report(renderer, "role", &answer, None, lang, Form::Html));
            }
        }
        for roles in [&Role::HIREABLE[..], Role::ALL] {
            if let Ok(answer) = self.compare(roles, &serde_json::json!({}), asking) {
                note(write_report(renderer, "comparison", &answer, None, lang, Form::Html));
                briefs(renderer, "comparison", &answer).into_iter().for_each(&mut note);
            }
        }
        note(write_report(renderer, "goals", &self.goals(asking), None, lang, Form::Html));
        if let Ok(answer) = self.rules(None, asking) {
            note(write_report(renderer, "rules", &answer, None, lang, Form::Html));
        }
        for rule in &self.catalog.decide().rules {
            if let Ok(answer) = self.rule(&rule.id, asking) {
                note(write_report(renderer, "rule", &answer, None, lang, Form::Html));
            }
        }
        if let Ok(answer) = self.sources(asking) {
            note(write_report(renderer, "sources", &answer, None, lang, Form::Html));
        }
        // A sample that has no answer under an overlay's data is no fault of a template.
        let questions = |samples: &'static [&'static str]| {
            samples.iter().filter_map(|sample| read_question(sample.as_bytes()).ok())
        };
        for answer in questions(&BAND_SAMPLES).filter_map(|asked| self.salary_band(&asked, asking).ok()) {
            note(write_report(renderer, "salary", &answer, None, lang, Form::Html));
            briefs(renderer, "salary", &answer).into_iter().for_each(&mut note);
        }
        for answer in questions(&OFFER_SAMPLES).filter_map(|asked| self.assess_offer(&asked, asking).ok()) {
            note(write_report(renderer, "offer", &answer, None, lang, Form::Html));
            briefs(renderer, "offer", &answer).into_iter().for_each(&mut note);
        }
        for answer in questions(&COST_SAMPLES).filter_map(|asked| self.employer_cost(&asked, asking).ok()) {
            note(write_report(renderer, "cost", &answer, None, lang, Form::Html));
            briefs(renderer, "cost", &answer).into_iter().for_each(&mut note);
        }
        if let Ok(answer) = self.backtest(asking) {
            note(write_report(renderer, "backtest", &answer, None, lang, Form::Html));
        }
        for sample in DRAFT_SAMPLES {
            let Some(draft) =
                read_question(sample.as_bytes()).ok().and_then(|asked| self.draft(&asked, asking).ok())
            else {
                continue;
            };
            note(for_assistant(renderer, "draft", &draft));
            for document in [Document::Ad, Document::Description] {
                note(match self.written(renderer, &draft, document, DraftForm::Html) {
                    Err(AskError::Render(error)) => Err(error),
                    _ => Ok(String::new()),
                });
            }
        }
        let context = serde_json::json!({"country": self.default_country()});
        let ad = Submission::new(AD_SAMPLE.as_bytes(), AdForm::Markdown, &context);
        if let Ok(answer) = self.audit(ad, asking) {
            note(write_report(renderer, "audit", &answer, None, lang, Form::Html));
            briefs(renderer, "audit", &answer).into_iter().for_each(&mut note);
        }
        note(write_report(renderer, "verification", &self.verify(asking), None, lang, Form::Html));
        failures
    }
}

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Markdown.
    Markdown,
    /// One HTML page.
    Html,
    /// Terminal text of a width, with colour codes.
    Terminal(usize),
}

/// Profiles that between them reach every part of the report on a recommendation.
const SAMPLES: [&str; 6] = [
    r#"{"presence_stage":"growing","goals":["retention",{"goal":"awareness","priority":"secondary"}],"employees":12,"country":"FR","annual_budget":{"amount":60000,"currency":"EUR"},"workload":{"channels":3,"messages_per_week":80,"posts_per_week":5},"market":"b2b"}"#,
    r#"{"presence_stage":"growing","goals":["retention","content-strategy","website","seo"],"employees":4,"max_hires":1}"#,
    r#"{"presence_stage":"established","goals":["retention","advertising","customer-support"],"employees":900,"workload":{"messages_per_week":900,"posts_per_week":20,"followers":90000}}"#,
    r#"{"presence_stage":"launching","goals":["website","seo"]}"#,
    r#"{"presence_stage":"growing","goals":["advertising"],"team":{"social_media_managers":1}}"#,
    r#"{"presence_stage":"launching","goals":["product-launch"],"max_hires":0}"#,
];

/// Questions that between them reach every part of the report on a band.
const BAND_SAMPLES: [&str; 5] = [
    r#"{"role":"smm","level":"mid","city":"Paris","agreement":2198}"#,
    r#"{"role":"hybrid","level":"senior","country":"FR","agreement":573}"#,
    r#"{"role":"cm","country":"FR"}"#,
    r#"{"role":"content-manager","level":"junior","country":"IT"}"#,
    r#"{"role":"smm","level":"senior","region":"US-TX"}"#,
];

/// Likewise for an offer.
const OFFER_SAMPLES: [&str; 4] = [
    r#"{"role":"cm","level":"junior","city":"Paris","amount":25000,"currency":"EUR","period":"year"}"#,
    r#"{"role":"smm","country":"FR","amount":1500,"currency":"EUR","period":"month","payments":13,"fte":0.8,"variable":2000,"agreement":1486,"against":{"amount":60,"period":"hour"}}"#,
    r#"{"role":"cm","level":"mid","country":"IT","amount":300,"currency":"EUR","period":"day"}"#,
    r#"{"role":"hybrid","level":"mid","country":"US","amount":900000,"currency":"USD","period":"year"}"#,
];

/// Likewise for a cost.
const COST_SAMPLES: [&str; 4] = [
    r#"{"country":"FR","gross":32000,"headcount":30}"#,
    r#"{"city":"Paris","gross":12000,"fte":0.8,"headcount":8,"executive":true,"role":"cm","level":"junior","agreement":2198,"apprentice":{"age":21,"presence_percent":60},"freelance":{"day_rate":350,"days":80},"agency":{"monthly_retainer":1200}}"#,
    r#"{"country":"DE","gross":42000,"role":"smm"}"#,
    r#"{"region":"CA-QC","gross":60000}"#,
];

/// Briefs that between them reach every part of the documents.
const DRAFT_SAMPLES: [&str; 4] = [
    r#"{"role":"cm"}"#,
    r#"{"role":"hybrid","level":"mid","brief":{"company":{"name":"X","activity":"y","employees":12},"place":{"city":"Paris","country":"FR"},"contract":"permanent","pay":"from-band","goals":["retention","awareness"],"tone":"warm","address":"tu","remote_days":2,"languages":["x"],"presence_stage":"launching"}}"#,
    r#"{"role":"smm","level":"senior","brief":{"place":{"region":"US-CO","country":"US"},"fully_remote":true,"contract":"freelance","duration_months":3,"pay":{"amount":400,"currency":"USD","period":"day"},"other_compensation":"none","benefits":["z"],"process":["a","b"],"ai_screening":true,"existing_vacancy":true,"pays_more":false,"collective_agreement":"none","closing_date":"2026-12-31","date_posted":"2026-11-21","contact":"c","reference":"r","tools":["t"],"platforms":["p"],"team":"q","reports_to":"s","hours_per_week":40,"start_date":"2027-01-04"}}"#,
    r#"{"role":"content-manager","level":"junior","brief":{"place":{"country":"AT"},"contract":"internship"}}"#,
];

/// An ad that reaches every part of the report on an audit.
const AD_SAMPLE: &str = "# Community manager\n\n## Missions\n\n- Définir la stratégie sociale\n- Gérer les campagnes social ads\n- Monter des vidéos, créer des visuels sous Photoshop, améliorer le SEO du site web\n\nSalaire : 18 000 € brut par an. Jeune diplômé.\n";

/// Both forms of a short report: that of the terminal and that of assistants.
fn briefs<T: serde::Serialize>(
    renderer: &Renderer,
    name: &str,
    answer: &T,
) -> [Result<String, RenderError>; 2] {
    let shown = renderer.render(&format!("report/brief/{name}.md.j2"), answer);
    [shown, for_assistant(renderer, name, answer)]
}

fn for_assistant<T: serde::Serialize>(
    renderer: &Renderer,
    name: &str,
    answer: &T,
) -> Result<String, RenderError> {
    /// The templates end otherwise for whom this is said.
    #[derive(serde::Serialize)]
    struct ForAssistant<'a, T> {
        #[serde(flatten)]
        answer: &'a T,
        assistant: bool,
    }
    renderer.render(&format!("report/brief/{name}.md.j2"), &ForAssistant { answer, assistant: true })
}

fn write_report<T: serde::Serialize>(
    renderer: &Renderer,
    name: &str,
    answer: &T,
    picture: Option<&str>,
    lang: Lang,
    form: Form,
) -> Result<String, RenderError> {
    let markdown = renderer.render(&format!("report/{name}.md.j2"), answer)?;
    match form {
        Form::Markdown => Ok(markdown),
        Form::Html => html::page(renderer, &markdown, picture, lang),
        Form::Terminal(width) => Ok(terminal::render(&markdown, width)),
    }
}
