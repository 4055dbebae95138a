//! What those who watch the service see: measurements, the log, a listener of their own.

use std::os::unix::net::UnixStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use axum::http::Method;
use serde_json::{Value, json};

use super::api::{app, get, named, post};
use super::http::ask;
use super::process::{PATIENCE, Server, answer_on, ask_on, asked_at, connect, measured, serve, stop, until};
use super::{goal, overlay};

#[test]
fn measurements_tell_routes_and_no_questions() {
    let app = app();
    let secret = "geheim";
    post(
        &app,
        "/v1/recommendations",
        json!({"presence_stage": "growing", "goals": ["retention"]}).to_string(),
    );
    post(&app, "/v1/recommendations?lang=fr", json!({ secret: secret }).to_string());
    get(&app, &format!("/v1/rules/{secret}?lang=fr"));
    get(&app, &format!("/v1/goals?{secret}={secret}"));
    get(&app, &format!("/{secret}"));
    ask(&app, Method::HEAD, "/v1/goals", &[]);
    ask(&app, secret.to_uppercase().parse().unwrap(), "/v1/goals", &[]);
    let ad = json!({"text": format!("Community manager {secret} à Lyon.")});
    post(&app, &format!("/v1/job-ad-audits?title={secret}"), ad.to_string());
    let metrics = || {
        let answer = get(&app, "/metrics");
        assert!(named(&answer, "content-type").starts_with("application/openmetrics-text; version=1.0.0"));
        String::from_utf8(answer.bytes).unwrap()
    };
    let text = metrics();
    assert!(!text.to_lowercase().contains(secret), "{text}");
    assert!(text.ends_with("# EOF\n"));
    for (method, route, status) in [
        ("POST", "/v1/recommendations", 200),
        ("POST", "/v1/recommendations", 422),
        ("GET", "/v1/rules/{id}", 404),
        ("GET", "/v1/goals", 400),
        ("GET", "none", 404),
        ("HEAD", "/v1/goals", 200),
        ("other", "/v1/goals", 405),
        ("POST", "/v1/job-ad-audits", 200),
    ] {
        let line = format!(
            "rolecall_http_requests_total{{method=\"{method}\",route=\"{route}\",status=\"{status}\"}} 1\n"
        );
        assert!(text.contains(&line), "{line} in {text}");
    }
    for line in [
        "rolecall_http_request_duration_seconds_count 8\n",
        "rolecall_http_requests_in_flight 1\n",
        "rolecall_answers_total{kind=\"audit\"} 1\n",
        "rolecall_data_info{version=\"",
        "rolecall_data_loads_total 1\n",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
    // Whoever asks for what there is not makes no new time series.
    let series = |text: &str| text.lines().filter(|line| line.contains("route=")).count();
    let before = series(&metrics());
    for number in 0..50 {
        get(&app, &format!("/nothing/{number}"));
        get(&app, &format!("/v1/rules/r{number}"));
        ask(&app, format!("M{number}").parse().unwrap(), "/v1/goals", &[]);
    }
    assert_eq!(series(&metrics()), before);
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
