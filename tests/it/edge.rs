//! Where the service meets the world: its log, its sockets and connections, what it refuses, what may be kept by whom, and
//! which data it takes into use.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::Value;

use super::api::{TOKEN, app, get, named, post, send, with};
use super::process::{PATIENCE, Server, answer_on, ask_on, closed, connect, serve, stop, until};
use super::{goal, overlay, rolecall, write};
use rolecall::app::Process;
use rolecall::app::token::Token;
use rolecall::server::Edge;

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

/// The number behind the name of a measurement.
fn measured(metrics: &str, name: &str) -> u64 {
    let line = metrics.lines().find(|line| line.starts_with(&format!("{name} "))).unwrap();
    line.rsplit(' ').next().unwrap().parse().unwrap()
}

// The log.

/// Asks on a Unix socket, so that the log need not say where.
fn asked_at(path: &Path, address: &str) -> Option<(u16, String)> {
    let mut stream = UnixStream::connect(path).ok()?;
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    ask_on(&mut stream, address, "");
    let (status, _, body) = answer_on(&mut stream);
    Some((status, body))
}

#[test]
fn a_log_that_takes_nothing_costs_lines_only() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.sock");
    let listen = format!("unix:{}", path.display());
    let full = || Stdio::from(std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap());
    // A pipe whose reader is gone, and a disk that is full.
    for (what, stderr) in [("closed", None), ("full", Some(full()))] {
        let mut command = serve(&["--listen", &listen]);
        let mut child = command.stderr(stderr.unwrap_or_else(Stdio::piped)).spawn().unwrap();
        drop(child.stderr.take());
        until("it answers", || asked_at(&path, "/healthz").is_some());
        for _ in 0..20 {
            assert_eq!(asked_at(&path, "/v1/goals").unwrap().0, 200, "{what}");
        }
        let lost = || measured(&asked_at(&path, "/metrics").unwrap().1, "rolecall_log_lines_lost_total");
        until("the lines are counted", || lost() >= 21);
        assert_eq!(stop(&mut child).code(), Some(0), "{what}");
    }
}

#[test]
fn a_log_whose_reader_stands_still_holds_nothing_up() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.sock");
    let mut command = serve(&["--listen", &format!("unix:{}", path.display())]);
    // Nobody reads the pipe, but it stays open.
    let mut child = command.stderr(Stdio::piped()).env("RUST_LOG", "trace").spawn().unwrap();
    until("it answers", || asked_at(&path, "/healthz").is_some());
    let memory = |child: &Child| {
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap().to_owned();
        line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap()
    };
    let before = memory(&child);
    let mut lost = 0;
    let address = format!("/{}", "x".repeat(4_000));
    let begun = Instant::now();
    while lost == 0 {
        assert!(begun.elapsed() < PATIENCE, "the queue has no end");
        let mut stream = UnixStream::connect(&path).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        for _ in 0..1_000 {
            ask_on(&mut stream, &address, "");
            assert_eq!(answer_on(&mut stream).0, 404);
        }
        lost = measured(&asked_at(&path, "/metrics").unwrap().1, "rolecall_log_lines_lost_total");
    }
    let grown = memory(&child).saturating_sub(before);
    assert!(grown < 20_000, "{grown} kB");
    let begun = Instant::now();
    assert_eq!(stop(&mut child).code(), Some(0));
    assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
}

#[test]
fn lines_are_bounded_and_those_of_libraries_are_json_too() {
    let folder = overlay(&[("goals.toml", &goal("Erstes"))]);
    let mut command = serve(&["--watch", "--data-dir", folder.path().to_str().unwrap()]);
    command.env("RUST_LOG", "info,notify=trace");
    let server = Server::of(command);
    server.get(&format!("/{}", "x".repeat(2_000)));
    until("the request is logged", || server.logged("finished processing request").is_some());
    let entry = server.logged("finished processing request").unwrap();
    assert_eq!(entry["span"]["path"].as_str().unwrap().len(), 256, "{entry}");
    let of_library = || {
        let log = server.log.lock().unwrap();
        log.iter().any(|entry| entry["target"].as_str().is_some_and(|target| target.starts_with("notify")))
    };
    until("a library logs", of_library);
    assert!(server.log.lock().unwrap().iter().all(Value::is_object));
}

// Requests.

#[test]
fn ids_of_requests_are_taken_over_when_they_are_short_and_plain() {
    let app = app();
    let told = |ids: &[&[u8]]| {
        let mut request = Request::get("/healthz");
        for id in ids {
            request = request.header("x-request-id", *id);
        }
        named(&send(&app, request.body(Body::empty()).unwrap()), "x-request-id").to_owned()
    };
    let longest = "a".repeat(64);
    for id in ["7", "01J.a_B-9", longest.as_str()] {
        assert_eq!(told(&[id.as_bytes()]), id);
    }
    let ours = |id: &str| id.len() == 17 && id.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    let long = "a".repeat(65);
    let wrong: [&[&[u8]]; 9] = [
        &[],
        &[b""],
        &[long.as_bytes()],
        &[b"a b"],
        &[b"a\"b"],
        &[b"a,b"],
        &["é".as_bytes()],
        &[b"\xff"],
        &[b"a", b"b"],
    ];
    for ids in wrong {
        assert!(ours(&told(ids)), "{ids:?}: {}", told(ids));
    }
}

#[test]
fn a_request_says_whom_it_is_for() {
    let server = Server::start(&[]);
    let sent = |head: &str| {
        let mut stream = server.connect();
        stream.write_all(format!("{head}\r\n\r\n").as_bytes()).unwrap();
        let answer = answer_on(&mut stream);
        (answer, stream)
    };
    for head in [
        "GET /v1/goals HTTP/1.1",
        "GET /v1/goals HTTP/1.1\r\nhost:",
        "GET /v1/goals HTTP/1.1\r\nhost: a\r\nhost: a",
        "GET /v1/goals HTTP/1.1\r\nhost: a/b",
        "GET http://a/v1/goals HTTP/1.1",
        "GET /v1/goals HTTP/1.0\r\nhost: a\r\nhost: b",
    ] {
        let ((status, told, body), mut stream) = sent(head);
        assert_eq!(status, 400, "{head}: {body}");
        assert!(told.contains("content-type: application/problem+json"), "{told}");
        assert!(body.contains("#problem-bad-request") && body.contains("host"), "{body}");
        assert!(told.contains("x-request-id: ") && closed(&mut stream), "{head}: {told}");
    }
    for head in [
        "GET /healthz HTTP/1.1\r\nHost: localhost:80",
        "GET /healthz HTTP/1.0",
        "GET /healthz HTTP/1.0\r\nhost: a",
    ] {
        assert_eq!(sent(head).0.0, 200, "{head}");
    }
}

#[test]
fn one_line_says_what_an_answer_depends_on() {
    let process = Process::new(Some(Token::new(TOKEN).unwrap()), vec!["*".to_owned()]);
    let edge = Edge::new(Duration::from_secs(10), None, Vec::new(), vec!["https://a.example".to_owned()]);
    let app = with(process, &edge);
    let profile = r#"{"presence_stage": "growing", "goals": ["retention"]}"#;
    let ask = |method: &str, path: &str, headers: &[(&str, &str)], body: &str| {
        let mut request = Request::builder().method(method).uri(path);
        if method == "POST" {
            request = request.header(header::CONTENT_TYPE, "application/json");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        send(&app, request.body(Body::from(body.to_owned())).unwrap())
    };
    let bearer = ("authorization", "Bearer 0123456789abcdef");
    let table = "/v1/salary-bands/table";
    for (method, path, headers, body, status, varies, kept) in [
        ("GET", "/v1/goals", &[][..], "", 200, "accept-language", "public, max-age=300"),
        ("GET", "/v1/goals", &[("accept", "image/png")], "", 406, "accept accept-language", "no-store"),
        ("GET", table, &[], "", 200, "accept accept-language", "public, max-age=300"),
        ("GET", table, &[("accept", "text/csv")], "", 200, "accept accept-language", "public, max-age=300"),
        ("GET", table, &[("accept", "image/png")], "", 406, "accept accept-language", "no-store"),
        ("POST", "/v1/recommendations", &[], profile, 200, "accept-language", "private, no-store"),
        ("POST", "/v1/recommendations", &[], "{", 400, "accept-language", "no-store"),
        ("POST", "/v1/job-descriptions", &[], "{}", 401, "accept accept-language", "private, no-store"),
        (
            "POST",
            "/v1/job-descriptions",
            &[bearer],
            r#"{"role":"cm"}"#,
            200,
            "accept accept-language",
            "private, no-store",
        ),
        (
            "POST",
            "/v1/job-ad-audits",
            &[bearer],
            r#"{"text":"Community manager"}"#,
            200,
            "accept accept-language",
            "private, no-store",
        ),
        ("GET", "/nothing", &[], "", 404, "accept-language", "no-store"),
        ("DELETE", "/v1/goals", &[], "", 405, "accept-language", "no-store"),
        ("GET", "/", &[], "", 307, "accept-language", ""),
        ("GET", "/fr/", &[], "", 200, "", "no-cache"),
        ("GET", "/fr/pay", &[], "", 200, "", "no-cache"),
        ("GET", "/fr/pay?role=cm", &[], "", 200, "", "private, no-cache"),
        ("GET", "/embed/en/offer?role=cm", &[], "", 200, "", "private, no-cache"),
        ("GET", "/fr/nothing?x=1", &[], "", 404, "", "no-store"),
        ("GET", "/fr/draft", &[], "", 401, "", "private, no-store"),
        ("GET", "/fr/draft?role=cm", &[bearer], "", 200, "", "private, no-store"),
        ("GET", "/en/draft/preview?role=cm", &[bearer], "", 200, "", "private, no-store"),
        ("GET", "/en/audit", &[bearer], "", 200, "", "private, no-store"),
        ("GET", "/healthz", &[], "", 200, "accept-language", "no-store"),
    ] {
        let answer = ask(method, path, headers, body);
        assert_eq!(answer.status.as_u16(), status, "{method} {path}");
        let lines: Vec<&str> =
            answer.headers.get_all(header::VARY).iter().map(|value| value.to_str().unwrap()).collect();
        assert_eq!(lines.len(), 1, "{method} {path}: {lines:?}");
        let names: Vec<&str> = lines[0].split(", ").collect();
        let sorted: Vec<&str> = names.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
        assert_eq!(names, sorted, "{method} {path}");
        // Origins are let in here, and large answers may be compressed.
        let own =
            |name: &&str| !matches!(*name, "origin" | "accept-encoding") && !name.starts_with("access-");
        let own: Vec<&str> = names.iter().copied().filter(own).collect();
        assert_eq!(own, varies.split_whitespace().collect::<Vec<_>>(), "{method} {path}");
        assert!(names.contains(&"origin"), "{method} {path}: {names:?}");
        assert_eq!(named(&answer, "cache-control"), kept, "{method} {path}");
        if method == "GET" && status == 200 && !kept.contains("no-store") {
            let known = named(&answer, "etag").to_owned();
            let again = ask("GET", path, &[headers, &[("if-none-match", known.as_str())]].concat(), "");
            assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{path}");
            for name in ["vary", "cache-control"] {
                assert_eq!(named(&again, name), named(&answer, name), "{path}");
            }
        }
    }
    // Without a token drafts are pages like others, and nobody else's business with a query.
    let open = super::api::app();
    assert_eq!(named(&get(&open, "/fr/draft"), "cache-control"), "no-cache");
    assert_eq!(named(&get(&open, "/fr/draft?role=cm"), "cache-control"), "private, no-cache");
    let draft = post(&open, "/v1/job-descriptions", r#"{"role":"cm"}"#);
    assert_eq!(named(&draft, "cache-control"), "private, no-store");
    assert_eq!(named(&draft, "vary"), "accept, accept-encoding, accept-language");
}

// The token.

#[test]
fn a_token_that_is_asked_for_and_is_not_there_keeps_the_service_from_starting() {
    use std::os::unix::ffi::OsStrExt;
    let folder =
        overlay(&[("empty", ""), ("blank", " \n\t"), ("good", TOKEN), ("other", "abcdef0123456789")]);
    std::fs::write(folder.path().join("latin1"), b"0123456789\xe9abcdef").unwrap();
    let file = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let not_utf8 = std::ffi::OsStr::from_bytes(b"0123456789\xffabcdef");
    let said = |token: Option<&std::ffi::OsStr>, token_file: Option<&str>, by: &str, lang: &str| {
        let mut command = rolecall();
        // A port that cannot be bound: what is sound so far fails there, and says so.
        command.args(["serve", "--lang", lang, "--listen", "192.0.2.1:1"]);
        command.env_remove("ROLECALL_API_TOKEN").env_remove("ROLECALL_TOKEN_FILE");
        if let Some(token) = token {
            command.env("ROLECALL_API_TOKEN", token);
        }
        match token_file {
            Some(path) if by == "option" => drop(command.arg(format!("--token-file={path}"))),
            Some(path) => drop(command.env("ROLECALL_TOKEN_FILE", path)),
            None => {}
        }
        let output = command.assert().code(2).get_output().clone();
        String::from_utf8(output.stderr).unwrap()
    };
    for token in ["", "  ", "\n"].map(std::ffi::OsStr::new).into_iter().chain([not_utf8]) {
        let told = said(Some(token), None, "", "en");
        assert!(told.starts_with("error: ROLECALL_API_TOKEN: "), "{token:?}: {told}");
        assert!(told.contains("unset ROLECALL_API_TOKEN to serve without one"), "{told}");
        let told = said(Some(token), None, "", "fr");
        assert!(told.starts_with("erreur\u{a0}: ROLECALL_API_TOKEN\u{a0}: "), "{told}");
        assert!(
            told.contains(
                "\u{202f}; donnez-y un jeton, ou retirez ROLECALL_API_TOKEN pour servir sans jeton"
            )
        );
        // One that is sound elsewhere does not make up for it.
        assert!(said(Some(token), Some(&file("good")), "option", "en").contains("ROLECALL_API_TOKEN: "));
    }
    for name in ["empty", "blank", "latin1", "missing", ""] {
        let path = if name.is_empty() { String::new() } else { file(name) };
        for (by, given_by) in [("option", "--token-file"), ("variable", "ROLECALL_TOKEN_FILE")] {
            let told = said(None, Some(&path), by, "en");
            assert!(
                told.starts_with(&format!("error: {given_by}")) && told.contains(&path),
                "{name}: {told}"
            );
            assert!(told.contains(&format!("unset {given_by} to serve without one")), "{told}");
            let told = said(None, Some(&path), by, "fr");
            assert!(told.contains(&format!("retirez {given_by} pour servir sans jeton")), "{told}");
            let told = said(Some(TOKEN.as_ref()), Some(&path), by, "en");
            assert!(told.contains(given_by), "{name}: {told}");
        }
    }
    let told = said(Some(TOKEN.as_ref()), Some(&file("other")), "option", "en");
    assert!(told.contains("hold different tokens; keep one of the two"), "{told}");
    let told = said(Some(TOKEN.as_ref()), Some(&file("other")), "option", "fr");
    assert!(told.contains("se contredisent\u{202f}; n’en gardez qu’un"), "{told}");
    for (token, path) in
        [(None, None), (Some(TOKEN), None), (None, Some("good")), (Some(TOKEN), Some("good"))]
    {
        let path = path.map(file);
        let told = said(token.map(std::ffi::OsStr::new), path.as_deref(), "variable", "en");
        assert!(told.contains("cannot serve") && told.contains("192.0.2.1:1"), "{told}");
    }
}

// Connections.

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

// Those who watch the service.

#[test]
fn the_watched_addresses_can_have_a_listener_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let socket = folder.path().join("admin.sock");
    let unix = format!("unix:{}", socket.display());
    for listen in ["127.0.0.1:0", &unix] {
        let options =
            ["--admin-listen", listen, "--max-connections", "1", "--drain", "1", "--rate-limit", "3"];
        let mut server = Server::start(&options);
        let told = server.logged("listening").unwrap();
        let admin = told["fields"]["admin"].as_str().unwrap().to_owned();
        let at_admin = |path: &str| match admin.strip_prefix("http://") {
            Some(address) => {
                let mut stream = connect(address);
                ask_on(&mut stream, path, "");
                let (status, _, body) = answer_on(&mut stream);
                (status, body)
            }
            None => asked_at(&socket, path).unwrap(),
        };
        // Every place of the public listener is taken.
        let mut only = server.connect();
        for path in ["/healthz", "/readyz", "/metrics"] {
            ask_on(&mut only, path, "");
            let (status, head, body) = answer_on(&mut only);
            assert_eq!(status, 404, "{path}");
            assert!(body.contains("#problem-not-found") && body.contains(path), "{body}");
            assert!(head.contains("ratelimit: "), "what is not there counts like anything else: {head}");
            assert_eq!(at_admin(path).0, 200, "{path}");
        }
        ask_on(&mut only, "/openapi.json", "");
        assert_eq!(answer_on(&mut only).0, 429);
        for path in ["/", "/v1/goals", "/fr/", "/docs"] {
            assert_eq!(at_admin(path).0, 404, "{path}");
        }
        assert!(at_admin("/metrics").1.contains("route=\"/readyz\",status=\"404\"} 1\n"));
        server.signal("TERM");
        until("it says so", || at_admin("/readyz").0 == 503);
        assert_eq!(at_admin("/healthz").0, 200);
        drop(only);
        assert_eq!(server.stop().code(), Some(0));
        assert!(!socket.exists());
    }
}

#[test]
fn an_admin_address_that_is_taken_keeps_the_service_from_starting() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let output = serve(&["--admin-listen", &address]).stderr(Stdio::piped()).output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(told.contains("--admin-listen") && told.contains(&address), "{told}");
}

#[test]
fn a_socket_that_a_successor_has_made_is_left_to_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.sock");
    let listen = format!("unix:{}", path.display());
    let mut first = Server::start(&["--listen", &listen]);
    std::fs::remove_file(&path).unwrap();
    let mut second = Server::start(&["--listen", &listen]);
    assert_eq!(first.stop().code(), Some(0));
    assert_eq!(asked_at(&path, "/healthz").unwrap().0, 200);
    assert_eq!(second.stop().code(), Some(0));
    assert!(!path.exists());
}

// The data.

const BROKEN_PAGE: (&str, &str) = (
    "templates/web/home.html.j2",
    "{% extends \"web/base.html.j2\" %}\n{% block main %}{{ nothing.here }}{% endblock %}\n",
);

#[test]
fn a_page_that_cannot_be_written_is_found_by_check_and_not_served() {
    let folder = overlay(&[BROKEN_PAGE]);
    let found = rolecall().args(["check", "--data-dir"]).arg(folder.path()).assert().code(1);
    let found = String::from_utf8(found.get_output().stdout.clone()).unwrap();
    assert!(found.starts_with("templates/web/home.html.j2: undefined value"), "{found}");
    let output =
        serve(&["--data-dir", folder.path().to_str().unwrap()]).stderr(Stdio::piped()).output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.contains("templates/web/home.html.j2: undefined value"), "{told}");
}

#[test]
fn a_page_that_cannot_be_written_is_refused_at_reload() {
    let folder = overlay(&[("goals.toml", &goal("Erstes"))]);
    let server = Server::start(&["--data-dir", folder.path().to_str().unwrap()]);
    write(&folder.path().join(BROKEN_PAGE.0), BROKEN_PAGE.1);
    write(&folder.path().join("goals.toml"), &goal("Zweites"));
    server.signal("HUP");
    until("it is refused", || server.measures("rolecall_data_reloads_total{result=\"failed\"} 1"));
    let told = || server.logged("the data in the folder cannot be used");
    until("the log says why", || told().is_some());
    assert!(told().unwrap()["fields"]["errors"].as_str().unwrap().contains("home.html.j2"));
    assert_eq!(server.get("/fr/").0, 200);
    assert!(server.get("/v1/goals").2.contains("Erstes") && server.get("/readyz").2.contains("stale-data"));
    // Nobody has asked for the pages of the check.
    assert!(!server.get("/metrics").2.contains("/fr/hire"));
    std::fs::remove_file(folder.path().join(BROKEN_PAGE.0)).unwrap();
    server.signal("HUP");
    until("the mended data answer", || server.get("/v1/goals").2.contains("Zweites"));
    until("all is well again", || server.get("/readyz").2.contains("\"ok\""));
}

#[test]
fn every_page_template_is_written_by_the_check() {
    // Each template with something undefined at its end, or in its first block, must be found.
    let mut unfound = Vec::new();
    let mut templates = Vec::new();
    for folder in
        ["templates/web", "templates/web/hire", "templates/web/draft", "templates/web/embed", "templates/job"]
    {
        for entry in std::fs::read_dir(super::root().join(folder)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            // Parts that begin with an underscore hold macros, or are included by those that do not.
            if !name.starts_with('_') && name.contains(".j2") {
                templates.push(format!("{folder}/{name}"));
            }
        }
    }
    assert!(templates.len() > 18, "{templates:?}");
    // All at once: a page that fails does not hide another one.
    let broken: Vec<(String, String)> = templates
        .iter()
        .map(|path| {
            let text = std::fs::read_to_string(super::root().join(path)).unwrap();
            let wrong = "{{ nothing.here }}";
            let text = match text.find("{% block main %}") {
                Some(at) => {
                    let at = at + "{% block main %}".len();
                    format!("{}{wrong}{}", &text[..at], &text[at..])
                }
                None => format!("{text}{wrong}"),
            };
            (path.clone(), text)
        })
        .filter(|(path, _)| !path.ends_with("base.html.j2"))
        .collect();
    let files: Vec<(&str, &str)> = broken.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let folder = overlay(&files);
    let found = rolecall().args(["check", "--data-dir"]).arg(folder.path()).assert().code(1);
    let found = String::from_utf8(found.get_output().stdout.clone()).unwrap();
    for (path, _) in &broken {
        if !found.lines().any(|line| line.contains(path.trim_start_matches("templates/"))) {
            unfound.push(path.clone());
        }
    }
    assert!(unfound.is_empty(), "{unfound:?}\n{found}");
}

/// A service that watches `data` in a folder, first filled by `fill`.
fn watching(home: &Path) -> Server {
    let server = Server::start(&["--watch", "--data-dir", home.join("data").to_str().unwrap()]);
    assert!(names(&server, "Erstes"));
    server
}

fn fill(folder: &Path, name: &str) {
    write(&folder.join("goals.toml"), &goal(name));
}

/// Whether a goal has this name.
fn names(server: &Server, name: &str) -> bool {
    server.get("/v1/goals").2.contains(name)
}

#[test]
fn a_watched_link_may_be_switched() {
    let home = tempfile::tempdir().unwrap();
    let at = |name: &str| home.path().join(name);
    fill(&at("one"), "Erstes");
    std::os::unix::fs::symlink(at("one"), at("data")).unwrap();
    let server = watching(home.path());
    fill(&at("two"), "Zweites");
    std::os::unix::fs::symlink(at("two"), at("next")).unwrap();
    std::fs::rename(at("next"), at("data")).unwrap();
    until("the other folder is seen", || names(&server, "Zweites"));
    fill(&at("two"), "Drittes");
    until("changes in it are seen", || names(&server, "Drittes"));
}

#[test]
fn a_watched_folder_may_be_deleted_and_made_again() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("data");
    fill(&data, "Erstes");
    let server = watching(home.path());
    std::fs::remove_dir_all(&data).unwrap();
    fill(&data, "Zweites");
    until("the new folder is seen", || names(&server, "Zweites"));
    fill(&data, "Drittes");
    until("changes in it are seen", || names(&server, "Drittes"));
    until("all is well", || server.get("/readyz").2.contains("\"ok\""));
}

#[test]
fn a_watched_folder_may_be_moved_away_and_replaced() {
    let home = tempfile::tempdir().unwrap();
    let at = |name: &str| home.path().join(name);
    fill(&at("data"), "Erstes");
    fill(&at("other"), "Zweites");
    let server = watching(home.path());
    std::fs::rename(at("data"), at("old")).unwrap();
    std::fs::rename(at("other"), at("data")).unwrap();
    until("the folder moved there is seen", || names(&server, "Zweites"));
    fill(&at("data"), "Drittes");
    until("changes in it are seen", || names(&server, "Drittes"));
    until("all is well", || server.get("/readyz").2.contains("\"ok\""));
}
