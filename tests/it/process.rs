//! The service as a process of its own: started, asked over a socket, signalled and stopped.

use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde_json::Value;

/// Long enough for a busy machine; nothing here waits for it to pass.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// `rolecall serve`, undisturbed by the environment.
pub(crate) fn serve(options: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rolecall"));
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("ROLECALL_")) {
        command.env_remove(name);
    }
    let listen = if options.contains(&"--listen") { &[][..] } else { &["--listen", "127.0.0.1:0"][..] };
    command.arg("serve").args(listen).args(options);
    command.env_remove("RUST_LOG").env("LANG", "C").env("NO_COLOR", "1");
    command.stdin(Stdio::null()).stdout(Stdio::null());
    command
}

/// A running service; killed when dropped.
pub(crate) struct Server {
    pub(crate) child: Child,
    pub(crate) address: String,
    /// What it has logged so far; a line that is no JSON is a string.
    pub(crate) log: Arc<Mutex<Vec<Value>>>,
}

impl Server {
    pub(crate) fn start(options: &[&str]) -> Self {
        Self::of(serve(options))
    }

    /// Reads the log and waits until the service says where it listens.
    pub(crate) fn of(mut command: Command) -> Self {
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let log = Arc::new(Mutex::new(Vec::new()));
        let told = Arc::clone(&log);
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let entry = serde_json::from_str(&line).unwrap_or(Value::String(line));
                told.lock().unwrap().push(entry);
            }
        });
        let mut server = Self { child, address: String::new(), log };
        until("it listens", || server.logged("listening").is_some());
        let address = server.logged("listening").unwrap()["fields"]["address"].as_str().unwrap().to_owned();
        address.trim_start_matches("http://").clone_into(&mut server.address);
        server
    }

    /// The first entry of the log with this message.
    pub(crate) fn logged(&self, message: &str) -> Option<Value> {
        let log = self.log.lock().unwrap();
        log.iter()
            .find(|entry| entry["fields"]["message"].as_str().is_some_and(|text| text.starts_with(message)))
            .cloned()
    }

    pub(crate) fn connect(&self) -> TcpStream {
        connect(&self.address)
    }

    /// Sends a request on a connection of its own; status, head and body of the answer.
    pub(crate) fn get(&self, path: &str) -> (u16, String, String) {
        self.get_with(path, "")
    }

    /// Like [`Self::get`], with more header lines.
    pub(crate) fn get_with(&self, path: &str, headers: &str) -> (u16, String, String) {
        let mut stream = self.connect();
        ask_on(&mut stream, path, &format!("connection: close\r\n{headers}"));
        answer_on(&mut stream)
    }

    /// Whether `/metrics` holds this line.
    pub(crate) fn measures(&self, line: &str) -> bool {
        self.get("/metrics").2.contains(&format!("{line}\n"))
    }

    pub(crate) fn signal(&self, name: &str) {
        signal(&self.child, name);
    }

    /// Waits for the end of the process.
    pub(crate) fn ended(&mut self) -> ExitStatus {
        ended(&mut self.child)
    }

    pub(crate) fn stop(&mut self) -> ExitStatus {
        stop(&mut self.child)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn signal(child: &Child, name: &str) {
    let status = Command::new("sh").arg("-c").arg(format!("kill -{name} {}", child.id())).status().unwrap();
    assert!(status.success());
}

fn ended(child: &mut Child) -> ExitStatus {
    let mut status = None;
    until("it ends", || {
        status = child.try_wait().unwrap();
        status.is_some()
    });
    status.unwrap()
}

pub(crate) fn stop(child: &mut Child) -> ExitStatus {
    signal(child, "TERM");
    ended(child)
}

pub(crate) fn until(what: &str, mut done: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !done() {
        assert!(begun.elapsed() < PATIENCE, "waited in vain until {what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

pub(crate) fn connect(address: &str) -> TcpStream {
    let stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream
}

pub(crate) fn ask_on(stream: &mut impl Write, path: &str, headers: &str) {
    stream.write_all(format!("GET {path} HTTP/1.1\r\nhost: localhost\r\n{headers}\r\n").as_bytes()).unwrap();
}

/// Reads one answer whose length is told: status, head in lower case and body.
pub(crate) fn answer_on(stream: &mut impl Read) -> (u16, String, String) {
    let mut bytes = Vec::new();
    let mut reader = BufReader::new(stream);
    while !bytes.ends_with(b"\r\n\r\n") {
        assert!(reader.read_until(b'\n', &mut bytes).unwrap() > 0, "{}", String::from_utf8_lossy(&bytes));
    }
    let head = String::from_utf8(bytes).unwrap().to_ascii_lowercase();
    let length = head.split("content-length: ").nth(1).and_then(|rest| rest.lines().next()).unwrap_or("0");
    let mut body = vec![0; length.parse().unwrap()];
    reader.read_exact(&mut body).unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    (status, head, String::from_utf8(body).unwrap())
}

/// Whether the other side has closed the connection, once what it sent has been read.
pub(crate) fn closed(stream: &mut TcpStream) -> bool {
    let mut rest = Vec::new();
    match stream.read_to_end(&mut rest) {
        Ok(_) => true,
        Err(error) => error.kind() == ErrorKind::ConnectionReset,
    }
}

/// Asks on a Unix socket, so that the log need not say where.
pub(crate) fn asked_at(path: &Path, address: &str) -> Option<(u16, String)> {
    let mut stream = UnixStream::connect(path).ok()?;
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    ask_on(&mut stream, address, "");
    let (status, _, body) = answer_on(&mut stream);
    Some((status, body))
}

/// The number behind the name of a measurement.
pub(crate) fn measured(metrics: &str, name: &str) -> u64 {
    let line = metrics.lines().find(|line| line.starts_with(&format!("{name} "))).unwrap();
    line.rsplit(' ').next().unwrap().parse().unwrap()
}
