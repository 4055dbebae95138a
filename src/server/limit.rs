//! How many requests a client may send, and how many connections it may hold: who the client is, what it may do, and the
//! headers that tell it.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use governor::clock::{Clock, DefaultClock};
use governor::middleware::StateInformationMiddleware;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use ipnet::IpNet;

use crate::api::problem::Problem;
use crate::app::App;
use crate::domain::message::said;

static LIMIT: HeaderName = HeaderName::from_static("ratelimit");
static POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");
static FORWARDED: HeaderName = HeaderName::from_static("x-forwarded-for");

/// Requests between two looks for clients that have been gone for long enough to be forgotten.
const SWEEP: u32 = 4_096;

/// Who opened the connection; none for a Unix socket, whose peer is a proxy on this machine.
#[derive(Clone, Copy, Debug)]
pub(super) struct Peer(pub(super) Option<IpAddr>);

/// Counts the requests of each client.
#[derive(Debug)]
pub(super) struct Limiter {
    a_minute: NonZeroU32,
    proxies: Vec<IpNet>,
    clients: RateLimiter<IpNet, DashMapStateStore<IpNet>, DefaultClock, StateInformationMiddleware>,
    clock: DefaultClock,
    seen: AtomicU32,
}

impl Limiter {
    /// So many requests a minute for each client, all of which may come at once.
    pub(super) fn new(a_minute: NonZeroU32, proxies: Vec<IpNet>) -> Self {
        Self {
            a_minute,
            proxies,
            clients: RateLimiter::dashmap(Quota::per_minute(a_minute))
                .with_middleware::<StateInformationMiddleware>(),
            clock: DefaultClock::default(),
            seen: AtomicU32::new(0),
        }
    }

    /// Seconds until all requests may come at once again, when so many are left.
    fn refilled_in(&self, left: u32) -> u32 {
        let missing = u64::from(self.a_minute.get().saturating_sub(left));
        u32::try_from((missing * 60).div_ceil(u64::from(self.a_minute.get()))).unwrap_or(60)
    }
}

/// The client behind a request. Forwarded addresses are believed from trusted proxies only, read from the right: the
/// first that is no trusted proxy is the client.
fn client(peer: Option<IpAddr>, headers: &HeaderMap, proxies: &[IpNet]) -> Option<IpAddr> {
    let plain = |address: IpAddr| address.to_canonical();
    let trusted = |address: IpAddr| proxies.iter().any(|net| net.contains(&address));
    let mut client = peer.map(plain);
    if client.is_some_and(|address| !trusted(address)) {
        return client;
    }
    let lines: Vec<&str> =
        headers.get_all(&FORWARDED).iter().filter_map(|value| value.to_str().ok()).collect();
    for hop in lines.iter().rev().flat_map(|line| line.rsplit(',')).take(20) {
        let Some(address) = address(hop.trim()) else { break };
        client = Some(plain(address));
        if !trusted(plain(address)) {
            break;
        }
    }
    client
}

/// An address, with or without a port.
fn address(text: &str) -> Option<IpAddr> {
    text.parse()
        .ok()
        .or_else(|| text.parse::<std::net::SocketAddr>().ok().map(|found| found.ip()))
        .or_else(|| text.strip_prefix('[')?.strip_suffix(']')?.parse().ok())
}

/// What counts as one client: an IPv4 address, or an IPv6 network of 64 bits, which is what one customer is given.
fn key(address: Option<IpAddr>) -> IpNet {
    let address = address.unwrap_or(IpAddr::V4(std::net::Ipv4Addr::UNSPECIFIED));
    let bits = if address.is_ipv4() { 32 } else { 64 };
    IpNet::new(address, bits).map_or_else(|_| IpNet::from(address), |net| net.trunc())
}

/// Open connections by client.
#[derive(Debug)]
pub(super) struct Connections {
    most: usize,
    proxies: Vec<IpNet>,
    open: Mutex<BTreeMap<IpNet, usize>>,
}

/// The connection of one client, counted until this is dropped.
#[derive(Debug)]
pub(super) struct Held {
    connections: Arc<Connections>,
    /// None for those who are not counted.
    client: Option<IpNet>,
}

impl Connections {
    /// So many for each client (0: any number); proxies, who connect for many clients, are not counted.
    pub(super) fn new(most: usize, proxies: Vec<IpNet>) -> Arc<Self> {
        Arc::new(Self { most, proxies, open: Mutex::default() })
    }

    /// One more connection; none where the client has as many as it may.
    pub(super) fn admit(self: &Arc<Self>, peer: Option<IpAddr>) -> Option<Held> {
        let peer = peer.map(|address| address.to_canonical());
        let counted =
            peer.filter(|address| self.most > 0 && !self.proxies.iter().any(|net| net.contains(address)));
        let client = counted.map(|address| key(Some(address)));
        if let Some(client) = client {
            let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
            let count = open.entry(client).or_insert(0);
            if *count >= self.most {
                return None;
            }
            *count += 1;
        }
        Some(Held { connections: Arc::clone(self), client })
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let Some(client) = self.client else { return };
        let mut open = self.connections.open.lock().unwrap_or_else(PoisonError::into_inner);
        match open.get_mut(&client) {
            Some(count) if *count > 1 => *count -= 1,
            _ => drop(open.remove(&client)),
        }
    }
}

/// Whether a path answers those who watch the service, who are not limited.
pub(super) fn watched(path: &str) -> bool {
    matches!(path, "/healthz" | "/readyz" | "/metrics")
}

/// Whether a path is style, script or icon: without them the page that says that the limit is reached could hardly be
/// read. They are small and the same for all.
pub(super) fn is_asset(path: &str) -> bool {
    path.starts_with("/assets/")
}

/// Whether a path is not counted.
pub(super) fn uncounted(path: &str) -> bool {
    watched(path) || is_asset(path)
}

fn number(value: u32) -> HeaderValue {
    HeaderValue::from(value)
}

/// Refuses what is over the limit; says in headers what is left.
pub(super) async fn limit(
    app: App,
    limiter: Arc<Limiter>,
    unlimited: fn(&str) -> bool,
    request: Request,
    next: Next,
) -> Response {
    if unlimited(request.uri().path()) {
        return next.run(request).await;
    }
    let peer = request.extensions().get::<Peer>().and_then(|peer| peer.0);
    let who = key(client(peer, request.headers(), &limiter.proxies));
    if limiter.seen.fetch_add(1, Ordering::Relaxed) % SWEEP == SWEEP - 1 {
        limiter.clients.retain_recent();
    }
    let (mut response, left) = match limiter.clients.check_key(&who) {
        Ok(state) => {
            let left = state.remaining_burst_capacity();
            (next.run(request).await, left)
        }
        Err(refused) => {
            app.process().metrics.limited();
            let wait = refused.wait_time_from(limiter.clock.now()).as_secs_f64().ceil();
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most a minute")]
            let wait = (wait as u32).max(1);
            let mut response = Problem::new(
                "too-many-requests",
                said!(
                    API_MORE_THAN_REQUESTS_MINUTE_TRY,
                    a_minute = limiter.a_minute.to_string(),
                    wait = wait.to_string()
                ),
            )
            .into_response();
            response.headers_mut().insert(header::RETRY_AFTER, number(wait));
            (response, 0)
        }
    };
    let headers = response.headers_mut();
    let minute = limiter.a_minute;
    let texts = [
        (&POLICY, format!("\"client\";q={minute};w=60")),
        (&LIMIT, format!("\"client\";r={left};t={}", limiter.refilled_in(left))),
    ];
    for (name, text) in texts {
        if let Ok(value) = HeaderValue::from_str(&text) {
            headers.insert(name.clone(), value);
        }
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    fn found(peer: Option<&str>, forwarded: &[&str], proxies: &[&str]) -> Option<IpAddr> {
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append(&FORWARDED, line.parse().unwrap());
        }
        let proxies: Vec<IpNet> = proxies.iter().map(|net| net.parse().unwrap()).collect();
        client(peer.map(ip), &headers, &proxies)
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        // Anybody may send the header; without trust it counts for nothing.
        assert_eq!(found(Some("203.0.113.9"), &["1.1.1.1"], &[]), Some(ip("203.0.113.9")));
        assert_eq!(found(Some("203.0.113.9"), &["1.1.1.1"], &["10.0.0.0/8"]), Some(ip("203.0.113.9")));
        // Behind a proxy the last untrusted address counts, not what the client wrote before it.
        assert_eq!(
            found(Some("10.0.0.2"), &["6.6.6.6, 198.51.100.7"], &["10.0.0.0/8"]),
            Some(ip("198.51.100.7"))
        );
        assert_eq!(
            found(Some("10.0.0.2"), &["6.6.6.6", "198.51.100.7:4711, 10.0.0.3"], &["10.0.0.0/8"]),
            Some(ip("198.51.100.7"))
        );
        // The peer of a Unix socket is a proxy.
        assert_eq!(found(None, &["198.51.100.7"], &[]), Some(ip("198.51.100.7")));
        assert_eq!(found(None, &[], &[]), None);
        assert_eq!(found(Some("10.0.0.2"), &["nonsense"], &["10.0.0.0/8"]), Some(ip("10.0.0.2")));
        // An IPv4 address is the same behind an IPv6 socket.
        assert_eq!(
            found(Some("::ffff:10.0.0.2"), &["[2001:db8::7]"], &["10.0.0.0/8"]),
            Some(ip("2001:db8::7"))
        );
    }

    #[test]
    fn each_client_holds_so_many_connections() {
        let connections = Connections::new(2, vec!["10.0.0.0/8".parse().unwrap()]);
        let admit = |peer: &str| connections.admit(Some(ip(peer)));
        let held = [admit("203.0.113.9"), admit("::ffff:203.0.113.9")];
        assert!(held.iter().all(Option::is_some));
        assert!(admit("203.0.113.9").is_none());
        let other = [admit("203.0.113.10"), admit("2001:db8::1"), admit("2001:db8::2")];
        assert!(other.iter().all(Option::is_some));
        assert!(admit("2001:db8::3").is_none() && admit("2001:db8:0:1::3").is_some());
        let proxies: Vec<_> = (0..9).map(|_| admit("10.1.2.3")).collect();
        assert!(proxies.iter().all(Option::is_some), "proxies connect for many clients");
        assert!((0..9).map(|_| connections.admit(None)).all(|held| held.is_some()), "so does a Unix socket");
        drop(held);
        assert!(admit("203.0.113.9").is_some());
        drop((other, proxies));
        assert!(connections.open.lock().unwrap().is_empty(), "who is gone is forgotten");
        let any = Connections::new(0, Vec::new());
        let many: Vec<_> = (0..999).map(|_| any.admit(Some(ip("203.0.113.9")))).collect();
        assert!(many.iter().all(Option::is_some));
    }

    #[test]
    fn a_client_of_ipv6_is_a_network() {
        assert_eq!(key(Some(ip("2001:db8::1"))), key(Some(ip("2001:db8::2"))));
        assert_ne!(key(Some(ip("2001:db8::1"))), key(Some(ip("2001:db8:0:1::1"))));
        assert_ne!(key(Some(ip("192.0.2.1"))), key(Some(ip("192.0.2.2"))));
    }
}
