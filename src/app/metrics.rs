//! Counts and latencies, in the `OpenMetrics` text format that Prometheus reads.

use std::sync::atomic::AtomicU64;
use std::time::Duration;

use prometheus_client::encoding::text::encode;
use prometheus_client::encoding::{EncodeLabelSet, LabelSetEncoder};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

/// Upper bounds of the latency classes, in seconds.
const SECONDS: [f64; 12] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];

/// Names and values of labels, in order.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Labels(Vec<(&'static str, String)>);

impl EncodeLabelSet for Labels {
    fn encode(&self, encoder: &mut LabelSetEncoder<'_>) -> Result<(), std::fmt::Error> {
        self.0.iter().try_for_each(|(name, value)| {
            prometheus_client::encoding::EncodeLabel::encode(&(*name, value.as_str()), encoder.encode_label())
        })
    }
}

/// A request by what was asked for and how it ended.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Request {
    method: &'static str,
    route: String,
    status: u16,
}

/// What a request was answered with, as far as the measurements go.
#[derive(Clone, Copy, Debug)]
pub struct Served<'a> {
    /// `GET`, `POST` …; `other` for what no route takes.
    pub method: &'static str,
    /// Pattern of the route, never the address: addresses carry answers.
    pub route: &'a str,
    /// HTTP status.
    pub status: u16,
    /// Time to the first byte of the answer.
    pub took: Duration,
}

/// The measurements of a process.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    requests: Family<Request, Counter>,
    latency: Histogram,
    in_flight: Gauge,
    connections: Gauge,
    answers: Family<Labels, Counter>,
    limited: Counter,
    busy: Counter,
    refused: Counter,
    log_lost: Counter,
    reloads: Family<Labels, Counter>,
    data: Family<Labels, Gauge<i64>>,
    loaded: Counter<u64, AtomicU64>,
}

impl Metrics {
    /// Nothing measured yet.
    #[must_use]
    pub fn new() -> Self {
        let mut registry = Registry::with_prefix("rolecall");
        let metrics = Self {
            requests: Family::default(),
            latency: Histogram::new(SECONDS),
            in_flight: Gauge::default(),
            connections: Gauge::default(),
            answers: Family::default(),
            limited: Counter::default(),
            busy: Counter::default(),
            refused: Counter::default(),
            log_lost: Counter::default(),
            reloads: Family::default(),
            data: Family::default(),
            loaded: Counter::default(),
            registry: Registry::default(),
        };
        registry.register("http_requests", "Requests by method, route and status", metrics.requests.clone());
        registry.register(
            "http_request_duration_seconds",
            "Time to the first byte of an answer",
            metrics.latency.clone(),
        );
        registry.register("http_requests_in_flight", "Requests being answered", metrics.in_flight.clone());
        registry.register("connections", "Open connections", metrics.connections.clone());
        registry.register(
            "answers",
            "Answers by kind: audit, draft, recommendation …",
            metrics.answers.clone(),
        );
        registry.register(
            "http_requests_limited",
            "Requests refused by the rate limit",
            metrics.limited.clone(),
        );
        registry.register(
            "http_requests_busy",
            "Requests sent away because as much heavy work waited as may",
            metrics.busy.clone(),
        );
        registry.register(
            "connections_refused",
            "Connections closed at once because their client had as many as it may",
            metrics.refused.clone(),
        );
        registry.register(
            "log_lines_lost",
            "Lines of the log that were not written: their reader stood still, or the disk was full",
            metrics.log_lost.clone(),
        );
        registry.register("data_reloads", "Reloads of the data by result", metrics.reloads.clone());
        registry.register("data_info", "Version and digest of the data that answer", metrics.data.clone());
        registry.register("data_loads", "Times that data came into use", metrics.loaded.clone());
        Self { registry, ..metrics }
    }

    /// Notes an answered request.
    pub fn served(&self, served: Served<'_>) {
        let Served { method, route, status, took } = served;
        self.requests.get_or_create(&Request { method, route: route.to_owned(), status }).inc();
        self.latency.observe(took.as_secs_f64());
    }

    /// Requests being answered: one more, until the guard is dropped.
    #[must_use]
    pub fn begin(&self) -> Guard {
        Guard::of(&self.in_flight)
    }

    /// Open connections: one more, until the guard is dropped.
    #[must_use]
    pub fn connected(&self) -> Guard {
        Guard::of(&self.connections)
    }

    /// Notes an answer of a kind.
    pub fn answered(&self, kind: &'static str) {
        self.answers.get_or_create(&Labels(vec![("kind", kind.to_owned())])).inc();
    }

    /// Notes a request that the rate limit refused.
    pub fn limited(&self) {
        self.limited.inc();
    }

    /// Notes a request for heavy work that was sent away.
    pub(super) fn busy(&self) {
        self.busy.inc();
    }

    /// Notes a connection that was closed because its client had too many.
    pub fn refused(&self) {
        self.refused.inc();
    }

    /// Where the log counts the lines that it lost.
    #[must_use]
    pub fn log_lines_lost(&self) -> Counter {
        self.log_lost.clone()
    }

    /// Notes a reload.
    pub(super) fn reloaded(&self, succeeded: bool) {
        let result = if succeeded { "succeeded" } else { "failed" };
        self.reloads.get_or_create(&Labels(vec![("result", result.to_owned())])).inc();
    }

    /// Notes which data answer.
    pub(super) fn data(&self, version: &str, digest: &str) {
        self.data.clear();
        let labels = vec![("version", version.to_owned()), ("digest", digest.to_owned())];
        self.data.get_or_create(&Labels(labels)).set(1);
        self.loaded.inc();
    }

    /// Everything, as text.
    #[must_use]
    pub fn text(&self) -> String {
        let mut out = String::new();
        // Writing to memory cannot fail.
        let _ = encode(&mut out, &self.registry);
        out
    }
}

impl Default for Metrics {
    fn default() -> Self {
        Self::new()
    }
}

/// Counts one in a gauge for as long as it lives.
#[derive(Debug)]
pub struct Guard(Gauge);

impl Guard {
    fn of(gauge: &Gauge) -> Self {
        gauge.inc();
        Self(gauge.clone())
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.dec();
    }
}
