//! How the service starts and stops: its sockets, and the requests that run while it ends.

use std::io::Write;
use std::net::TcpStream;
use std::time::{Duration, Instant};

use super::process::{PATIENCE, Server, answer_on, ask_on, asked_at, until};
use super::{rolecall, write};

#[test]
fn a_stop_is_announced_then_done() {
    let mut server = Server::start(&["--drain", "1", "--shutdown-timeout", "5"]);
    // An idle connection does not hold the stop up.
    let mut idle = server.connect();
    ask_on(&mut idle, "/readyz", "");
    assert_eq!(answer_on(&mut idle).0, 200);
    let begun = Instant::now();
    server.signal("TERM");
    until("it says so", || server.get("/readyz").0 == 503);
    let (status, head, body) = server.get("/readyz");
    assert_eq!(status, 503);
    assert!(head.contains("content-type: application/problem+json") && body.contains("not-ready"), "{body}");
    assert_eq!(server.get("/healthz").0, 200);
    assert_eq!(server.get("/v1/goals").0, 200, "who has not seen it yet is still answered");
    assert_eq!(server.ended().code(), Some(0));
    let took = begun.elapsed();
    assert!(took >= Duration::from_secs(1) && took < Duration::from_secs(5), "{took:?}");
    until("the log says so", || server.logged("stopped").is_some());
}

#[test]
fn a_request_that_does_not_end_is_not_waited_for() {
    let mut server = Server::start(&["--shutdown-timeout", "1", "--request-timeout", "60"]);
    let mut slow = server.connect();
    let head = "POST /v1/interview HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\n{";
    slow.write_all(head.as_bytes()).unwrap();
    let running = || server.get("/metrics").2.contains("rolecall_http_requests_in_flight 2\n");
    until("it runs", running);
    let begun = Instant::now();
    server.signal("INT");
    assert_eq!(server.ended().code(), Some(0));
    let took = begun.elapsed();
    assert!(took >= Duration::from_secs(1) && took < Duration::from_secs(5), "{took:?}");
    until("the log says so", || server.logged("stopped with requests still running").is_some());
}

#[test]
fn a_request_that_runs_is_finished() {
    let mut server = Server::start(&["--shutdown-timeout", "10"]);
    let mut slow = server.connect();
    let body = r#"{"profile":{}}"#;
    let head =
        format!("POST /v1/interview HTTP/1.1\r\nhost: localhost\r\ncontent-length: {}\r\n\r\n", body.len());
    slow.write_all(head.as_bytes()).unwrap();
    let running = || server.get("/metrics").2.contains("rolecall_http_requests_in_flight 2\n");
    until("it runs", running);
    server.signal("TERM");
    until("nobody else is let in", || TcpStream::connect(&server.address).is_err());
    slow.write_all(body.as_bytes()).unwrap();
    let (status, head, _) = answer_on(&mut slow);
    assert_eq!(status, 200);
    assert!(head.contains("connection: close"), "{head}");
    assert_eq!(server.ended().code(), Some(0));
}

#[test]
fn a_unix_socket_works_and_a_stale_one_is_replaced() {
    use std::os::unix::net::{UnixListener, UnixStream};
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rolecall.sock");
    // What a killed process leaves behind.
    drop(UnixListener::bind(&path).unwrap());
    assert!(path.exists() && UnixStream::connect(&path).is_err());
    let listen = format!("unix:{}", path.display());
    let mut server = Server::start(&["--listen", &listen]);
    assert_eq!(server.address, listen);
    let answered = || {
        let mut stream = UnixStream::connect(&path).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        ask_on(&mut stream, "/healthz", "connection: close\r\n");
        answer_on(&mut stream).0
    };
    assert_eq!(answered(), 200);
    // A socket that answers is not taken away from who has it.
    rolecall().args(["serve", "--listen", &listen]).assert().code(2);
    assert_eq!(answered(), 200);
    server.signal("TERM");
    assert_eq!(server.ended().code(), Some(0));
    assert!(!path.exists());
    // What is no socket is left alone.
    write(&path, "mine");
    rolecall().args(["serve", "--listen", &listen]).assert().code(2);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
}

#[test]
fn the_program_asks_a_running_one_for_its_health() {
    let folder = tempfile::tempdir().unwrap();
    let admin = format!("unix:{}", folder.path().join("admin.sock").display());
    let asked = |options: &[&str]| rolecall().args(["serve", "--health"]).args(options).assert();
    // Nobody there yet.
    asked(&["--admin-listen", &admin]).code(1);
    let mut server = Server::start(&["--admin-listen", &admin, "--drain", "3"]);
    asked(&["--admin-listen", &admin]).code(0);
    // The public address has no such page now, and says so.
    asked(&["--listen", &server.address]).code(1);
    server.signal("TERM");
    until("it no longer is ready", || asked(&["--admin-listen", &admin]).try_code(1).is_ok());
    assert_eq!(server.ended().code(), Some(0));
    let mut server = Server::start(&[]);
    asked(&["--listen", &server.address]).code(0);
    assert_eq!(server.stop().code(), Some(0));
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
