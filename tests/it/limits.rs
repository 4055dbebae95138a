//! How much one client may take: requests, connections, time.

use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use axum::http::{Method, StatusCode};

use super::api::{get, named, problem};
use super::http::{ask, limited};
use super::process::{PATIENCE, Server, answer_on, ask_on, closed, measured, until};

#[test]
fn a_client_may_send_so_many_requests() {
    let app = limited(3, &[]);
    let from = |client: &str, path: &str| ask(&app, Method::GET, path, &[("x-forwarded-for", client)]);
    for left in [2, 1, 0] {
        let answer = from("198.51.100.7", "/v1/goals");
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(named(&answer, "ratelimit-policy"), "\"client\";q=3;w=60");
        assert!(named(&answer, "ratelimit").starts_with(&format!("\"client\";r={left};t=")));
    }
    let refused = from("198.51.100.7", "/nothing");
    problem(&refused, 429, "too-many-requests");
    let wait: u32 = named(&refused, "retry-after").parse().unwrap();
    assert!((1..=20).contains(&wait), "{wait}");
    assert!(named(&refused, "ratelimit").starts_with("\"client\";r=0;t="));
    let french = ask(&app, Method::GET, "/v1/goals?lang=fr", &[("x-forwarded-for", "198.51.100.7")]);
    assert_eq!(french.json()["title"], "Trop de requêtes en une minute");
    assert_eq!(from("198.51.100.8", "/v1/goals").status, StatusCode::OK);
    for path in ["/healthz", "/readyz", "/metrics"] {
        for _ in 0..5 {
            let answer = from("198.51.100.7", path);
            assert_eq!((answer.status, named(&answer, "ratelimit")), (StatusCode::OK, ""), "{path}");
        }
    }
    let metrics = String::from_utf8(from("198.51.100.7", "/metrics").bytes).unwrap();
    assert!(metrics.contains("rolecall_http_requests_limited_total 2\n"), "{metrics}");
    assert_eq!(named(&get(&limited(0, &[]), "/v1/goals"), "ratelimit"), "");
}

#[test]
fn forwarded_addresses_are_believed_from_trusted_proxies_only() {
    let asked = |options: &[&str]| {
        let server = Server::start(&[&["--rate-limit", "1"], options].concat());
        let ask = |client: &str| server.get_with("/v1/goals", &format!("x-forwarded-for: {client}\r\n")).0;
        ["198.51.100.1", "198.51.100.2", "198.51.100.2, 10.1.2.3", "6.6.6.6, 198.51.100.1"].map(ask)
    };
    // Anybody may write the header: there is one client, the one who connects.
    assert_eq!(asked(&[]), [200, 429, 429, 429]);
    assert_eq!(asked(&["--trusted-proxy", "192.0.2.0/24"]), [200, 429, 429, 429]);
    // The last address that is no trusted proxy's is the client, whatever was written before it.
    assert_eq!(asked(&["--trusted-proxy", "127.0.0.1"]), [200, 200, 200, 429]);
    assert_eq!(asked(&["--trusted-proxy", "127.0.0.1,10.0.0.0/8"]), [200, 200, 429, 429]);
}

#[test]
fn slow_clients_are_cut_off() {
    let server = Server::start(&["--client-timeout", "1", "--request-timeout", "1"]);
    let begun = Instant::now();
    let (mut silent, mut head, mut body, mut idle) =
        (server.connect(), server.connect(), server.connect(), server.connect());
    head.write_all(b"GET /v1/goals HTTP/1.1\r\nhost: loc").unwrap();
    body.write_all(b"POST /v1/interview HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\n{")
        .unwrap();
    ask_on(&mut idle, "/healthz", "");
    assert_eq!(answer_on(&mut idle).0, 200);
    let (status, told, problem) = answer_on(&mut body);
    assert_eq!(status, 408, "{problem}");
    assert!(told.contains("content-type: application/problem+json") && problem.contains("#problem-timeout"));
    for (what, stream) in
        [("silent", &mut silent), ("half a head", &mut head), ("half a body", &mut body), ("idle", &mut idle)]
    {
        assert!(closed(stream), "{what}");
    }
    let took = begun.elapsed();
    assert!(took < Duration::from_secs(9), "{took:?}");
    until("no connection is left", || server.get("/metrics").2.contains("rolecall_connections 1\n"));
}

#[test]
fn more_connections_than_allowed_wait_for_their_turn() {
    let server = Server::start(&["--max-connections", "2"]);
    let mut first = [server.connect(), server.connect()];
    for stream in &mut first {
        ask_on(stream, "/healthz", "");
        assert_eq!(answer_on(stream).0, 200);
    }
    let mut third = server.connect();
    ask_on(&mut third, "/healthz", "");
    third.set_read_timeout(Some(Duration::from_millis(300))).unwrap();
    let early = third.read(&mut [0; 1]).unwrap_err();
    assert!(matches!(early.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut), "{early}");
    // Those who are in are still answered.
    ask_on(&mut first[1], "/metrics", "");
    assert!(answer_on(&mut first[1]).2.contains("rolecall_connections 2\n"));
    drop(first);
    third.set_read_timeout(Some(PATIENCE)).unwrap();
    assert_eq!(answer_on(&mut third).0, 200);
}

/// Connects from an address of this machine; everything in 127.0.0.0/8 is one.
fn connect_from(source: &str, address: &str, buffer: Option<u32>) -> std::io::Result<TcpStream> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let stream = runtime.block_on(async {
        let socket = tokio::net::TcpSocket::new_v4()?;
        if let Some(buffer) = buffer {
            socket.set_recv_buffer_size(buffer)?;
        }
        socket.bind(SocketAddr::new(source.parse().unwrap(), 0))?;
        socket.connect(address.parse().unwrap()).await?.into_std()
    })?;
    stream.set_nonblocking(false)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    Ok(stream)
}

#[test]
fn one_client_cannot_take_every_connection() {
    let server = Server::start(&["--max-connections-per-client", "20", "--max-connections", "40"]);
    let mut crowd: Vec<TcpStream> = (0..400)
        .filter_map(|_| {
            let mut stream = connect_from("127.0.0.2", &server.address, None).ok()?;
            // A byte at a time; those that are closed already do not take it.
            stream.write_all(b"G").ok().map(|()| stream)
        })
        .collect();
    let mut slowest = Duration::ZERO;
    for turn in 0..100 {
        let begun = Instant::now();
        assert_eq!(server.get("/healthz").0, 200);
        slowest = slowest.max(begun.elapsed());
        if let Some(stream) = crowd.get_mut(turn) {
            drop(stream.write_all(b"E"));
        }
    }
    assert!(slowest < Duration::from_millis(500), "{slowest:?}");
    let metrics = server.get("/metrics").2;
    assert_eq!(measured(&metrics, "rolecall_connections_refused_total"), 380, "{metrics}");
    // Connections of the requests before may still be ending.
    until("only the crowd and this request are left", || server.measures("rolecall_connections 21"));
    // Who leaves makes room for oneself.
    drop(crowd);
    until("the crowd is gone", || server.measures("rolecall_connections 1"));
    let mut again = connect_from("127.0.0.2", &server.address, None).unwrap();
    ask_on(&mut again, "/healthz", "");
    assert_eq!(answer_on(&mut again).0, 200);
}

#[test]
fn trusted_proxies_and_unlimited_clients_may_hold_any_number_of_connections() {
    for options in [
        ["--max-connections-per-client", "2", "--trusted-proxy", "127.0.0.0/8"],
        ["--max-connections-per-client", "0", "--trusted-proxy", "192.0.2.1"],
    ] {
        let server = Server::start(&options);
        let mut many: Vec<TcpStream> = (0..9).map(|_| server.connect()).collect();
        for stream in &mut many {
            ask_on(stream, "/healthz", "");
            assert_eq!(answer_on(stream).0, 200, "{options:?}");
        }
    }
}

#[test]
fn who_trickles_is_cut_off_and_who_reads_slowly_is_not() {
    let server = Server::start(&["--client-timeout", "1"]);
    let many = |stream: &mut TcpStream| {
        for _ in 0..20 {
            ask_on(stream, "/v1/sources", "");
        }
    };
    let mut trickling = connect_from("127.0.0.2", &server.address, Some(4_096)).unwrap();
    let mut reading = connect_from("127.0.0.3", &server.address, Some(4_096)).unwrap();
    many(&mut trickling);
    many(&mut reading);
    let begun = Instant::now();
    let mut taken = 0;
    let mut cut = None;
    while cut.is_none() || begun.elapsed() < Duration::from_secs(4) {
        assert!(begun.elapsed() < PATIENCE, "the connection is kept for ever");
        std::thread::sleep(Duration::from_millis(50));
        // 16 kB twenty times a second, where the system has them.
        let mut part = [0; 16_384];
        taken += reading.read(&mut part).unwrap();
        assert!(taken > 0);
        let _ = trickling.read(&mut [0; 1]);
        if cut.is_none() && server.measures("rolecall_connections 2") {
            cut = Some(begun.elapsed());
        }
    }
    assert!(cut.unwrap() >= Duration::from_secs(1), "{cut:?}");
    assert!(server.measures("rolecall_connections 2"), "who reads is still there");
    drop(reading);
    until("nobody is left", || server.measures("rolecall_connections 1"));
}

#[test]
fn who_sends_a_head_a_byte_at_a_time_or_nothing_more_is_cut_off() {
    let server = Server::start(&["--client-timeout", "1"]);
    let (mut slow, mut idle) = (server.connect(), server.connect());
    ask_on(&mut idle, "/healthz", "");
    assert_eq!(answer_on(&mut idle).0, 200);
    let begun = Instant::now();
    let head = b"GET /v1/goals HTTP/1.1\r\nhost: localhost\r\nx: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    for byte in head {
        if slow.write_all(&[*byte]).is_err() {
            break;
        }
        std::thread::sleep(Duration::from_millis(40));
    }
    assert!(closed(&mut slow) && closed(&mut idle));
    let took = begun.elapsed();
    assert!(took >= Duration::from_millis(900) && took < Duration::from_secs(5), "{took:?}");
    assert!(server.measures("rolecall_connections 1"));
}
