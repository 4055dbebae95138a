//! Whether every page can be written from some data: each is asked for once, as a browser would.

use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Body;
use axum::http::{Method, Request, header};
use tower::ServiceExt;
use tracing::field::{Field, Visit};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};

use super::{Edge, router};
use crate::app::{App, Process};
use crate::domain::dated::Day;
use crate::toolkit::{LoadError, Toolkit};

/// Addresses that between them reach every part of every page, after the language.
const PAGES: [&str; 32] = [
    "/",
    "/hire",
    "/hire?presence_stage=growing&at=presence_stage&trail=presence_stage",
    "/hire?presence_stage=growing&goals=retention&ask=team",
    "/hire?presence_stage=growing&goals=retention&ask=workload",
    "/hire/form",
    "/hire/check?presence_stage=growing&goals=retention&secondary=retention&employees=12&team.community_managers=1&workload.messages_per_week=20",
    "/hire/result?presence_stage=growing&goals=retention&goals=awareness&secondary=awareness&goals=website&employees=12&country=FR&annual_budget.amount=60000&annual_budget.currency=EUR&market=b2b",
    "/hire/result?presence_stage=established&goals=retention&goals=advertising&employees=900&workload.messages_per_week=900",
    "/hire/result?presence_stage=launching&goals=website&goals=seo",
    "/hire/result?presence_stage=launching&goals=product-launch&max_hires=0",
    "/compare",
    "/compare?content=on&city=London",
    "/roles/cm",
    "/roles/smm",
    "/roles/content",
    "/pay",
    "/pay?role=cm&level=mid&city=Paris&agreement=2198",
    "/pay?role=content-manager&country=IT",
    "/offer",
    "/offer?role=smm&country=FR&amount=1500&period=month&payments=13&fte=80&variable=2000&against.amount=60&against.period=hour",
    "/cost",
    "/cost?gross=32000&country=FR&headcount=30&freelance.day_rate=350&freelance.days=80&agency.monthly_retainer=1200&apprentice.age=21",
    "/draft",
    "/audit",
    "/sources",
    "/sources/journal-du-cm",
    "/rules",
    "/method",
    "/about",
    "/embed",
    "/nothing",
];

/// A brief as the address of the draft pages holds it.
const BRIEF: &str = "role=hybrid&level=mid&place.country=FR&place.city=Lyon&company.name=X&pay.min=28000&pay.max=32000&contract=permanent&goals=retention";

/// Pages in frames, after the language.
const FRAMED: [&str; 3] = [
    "/hire",
    "/hire/result?presence_stage=growing&goals=retention&employees=12&country=FR",
    "/offer?role=cm&level=junior&city=Paris&amount=25000&period=year",
];

/// The form of the audit as browsers send it.
const AD: &str = "--x\r\ncontent-disposition: form-data; name=\"text\"\r\n\r\n# Community manager (H/F)\n\n- Définir la stratégie sociale\n- Monter des vidéos\n\nSalaire : 18 000 € brut par an. Jeune diplômé.\r\n--x\r\ncontent-disposition: form-data; name=\"country\"\r\n\r\nFR\r\n--x--\r\n";

/// Every page, with what is posted to it.
fn asked(toolkit: &Toolkit) -> Vec<(String, Option<&'static str>)> {
    let mut all = vec![("/".to_owned(), None), ("/docs".to_owned(), None)];
    for lang in ["fr", "en"] {
        all.extend(PAGES.iter().map(|page| (format!("/{lang}{page}"), None)));
        all.extend(FRAMED.iter().map(|page| (format!("/embed/{lang}{page}"), None)));
        for language in ["fr", "en"] {
            for document in ["ad", "description"] {
                let brief = format!("{BRIEF}&language={language}&document={document}");
                all.push((format!("/{lang}/draft?{brief}"), None));
                all.push((format!("/{lang}/draft/preview?{brief}"), None));
                all.push((format!("/{lang}/draft/file?{brief}&as=docx"), None));
            }
        }
        if let Some(rule) = toolkit.catalog().decide().rules.first() {
            all.push((format!("/{lang}/rules/{}", rule.id), None));
        }
        all.push((format!("/{lang}/audit"), Some(AD)));
    }
    all
}

/// Asks for every page and returns what fails, with the reason that goes to the log otherwise.
#[must_use]
pub fn page_faults(toolkit: &Arc<Toolkit>, day: Day) -> Vec<LoadError> {
    // Measured and logged aside: nobody has asked these questions.
    let app = App::new(Arc::clone(toolkit), Day::default, Some(day), Arc::new(Process::default()));
    let router = router(&app, &Edge::default());
    let noted = Noted::default();
    let log = tracing_subscriber::registry().with(noted.clone());
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return vec![fault("/", &error.to_string())],
    };
    let mut faults = Vec::new();
    tracing::subscriber::with_default(log, || {
        for (address, posted) in asked(toolkit) {
            noted.take();
            let request = Request::builder()
                .method(if posted.is_some() { Method::POST } else { Method::GET })
                .uri(&address)
                .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
                .body(Body::from(posted.unwrap_or("")));
            let Ok(request) = request else {
                faults.push(fault(&address, "it is no address"));
                continue;
            };
            let Ok(response) = runtime.block_on(router.clone().oneshot(request));
            let status = response.status();
            if status.is_server_error() || status == axum::http::StatusCode::REQUEST_TIMEOUT {
                let reasons = noted.take();
                if reasons.is_empty() {
                    faults.push(fault(&address, &format!("it answers {status}")));
                }
                faults.extend(reasons.into_iter().map(|reason| match reason.template {
                    Some(name) => template_fault(&name, reason.error),
                    None => fault(&address, &reason.error),
                }));
            }
        }
    });
    faults
}

/// A fault of a template.
fn template_fault(name: &str, reason: String) -> LoadError {
    LoadError { file: format!("templates/{name}"), line: None, record: None, reason }
}

/// A fault of an address of which no template is known.
fn fault(address: &str, reason: &str) -> LoadError {
    let path = address.split('?').next().unwrap_or(address);
    let reason = format!("the page {path} cannot be written: {reason}");
    LoadError { file: "templates/web".to_owned(), line: None, record: None, reason }
}

/// An error that would be logged.
#[derive(Debug)]
struct Logged {
    template: Option<String>,
    error: String,
}

/// Errors that would be logged.
#[derive(Clone, Debug, Default)]
struct Noted(Arc<Mutex<Vec<Logged>>>);

impl Noted {
    fn take(&self) -> Vec<Logged> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl<S: tracing::Subscriber> Layer<S> for Noted {
    fn on_event(&self, event: &tracing::Event<'_>, _: Context<'_, S>) {
        if *event.metadata().level() != tracing::Level::ERROR {
            return;
        }
        let mut reason = Reason::default();
        event.record(&mut reason);
        // The layer that traces requests says no more than that there was an error.
        let panicked = |text: &String| reason.location && !text.is_empty();
        if let Some(error) = reason.error.or(reason.message.filter(panicked)) {
            let logged = Logged { template: reason.template, error };
            self.0.lock().unwrap_or_else(PoisonError::into_inner).push(logged);
        }
    }
}

/// What an event says.
#[derive(Default)]
struct Reason {
    template: Option<String>,
    error: Option<String>,
    message: Option<String>,
    /// Whether it says where in the code something went wrong, as panics do.
    location: bool,
}

impl Visit for Reason {
    fn record_str(&mut self, field: &Field, value: &str) {
        match field.name() {
            "template" => self.template = Some(value.to_owned()),
            "location" => self.location = true,
            _ => self.record_debug(field, &value),
        }
    }

    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        match field.name() {
            "error" => self.error = Some(format!("{value:?}")),
            "message" => self.message = Some(format!("{value:?}")),
            "location" => self.location = true,
            _ => {}
        }
    }
}
