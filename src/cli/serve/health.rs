//! `rolecall serve --health`: asks the service that runs whether it is ready, for images that hold nothing else that
//! could ask.

use std::io::{self, Read, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::os::unix::net::UnixStream;
use std::time::Duration;

use super::{Ended, Failure, Listen, Serve, Session};
use crate::cli::out;
use crate::domain::message::{ids, said};

/// Longest time that connecting, sending or answering may take, each.
const PATIENCE: Duration = Duration::from_secs(4);
/// An answer of the service is far shorter.
const LONGEST_ANSWER: u64 = 64 << 10;

/// Asks where the service answers those who watch it: at its admin address, else at its public one.
///
/// It is an answer too that nobody is there, or that the service is not ready: [`Ended::Findings`], as health checks
/// of containers expect.
pub(super) fn ask(session: &Session, options: &Serve) -> Result<Ended, Failure> {
    let listen = options.admin_listen.as_ref().unwrap_or(&options.listen);
    let place = listen.to_string();
    let words = session.words();
    match answered(listen) {
        Ok(200) => {
            out::result(format!("{}\n", words.say(ids::CLI_HEALTH_READY)).as_bytes())?;
            Ok(Ended::Answered)
        }
        Ok(status) => {
            out::remark(&words.say(said!(CLI_HEALTH_NOT_READY, place = place, status = status)));
            Ok(Ended::Findings)
        }
        Err(error) => {
            out::remark(&words.say(said!(CLI_HEALTH_NOBODY, place = place, error = error.to_string())));
            Ok(Ended::Findings)
        }
    }
}

/// The status with which `/readyz` is answered.
fn answered(listen: &Listen) -> io::Result<u16> {
    match listen {
        Listen::Tcp(address) => {
            let stream = TcpStream::connect_timeout(&reachable(*address), PATIENCE)?;
            stream.set_read_timeout(Some(PATIENCE))?;
            stream.set_write_timeout(Some(PATIENCE))?;
            status(stream)
        }
        Listen::Unix(path) => {
            let stream = UnixStream::connect(path)?;
            stream.set_read_timeout(Some(PATIENCE))?;
            stream.set_write_timeout(Some(PATIENCE))?;
            status(stream)
        }
    }
}

/// Where a service is reached from its own machine that listens on every address of it.
fn reachable(address: SocketAddr) -> SocketAddr {
    let host = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
        ip => ip,
    };
    SocketAddr::new(host, address.port())
}

fn status(mut stream: impl Read + Write) -> io::Result<u16> {
    stream.write_all(b"GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.take(LONGEST_ANSWER).read_to_end(&mut answer)?;
    let line = answer.split(|byte| *byte == b'\r').next().unwrap_or_default();
    std::str::from_utf8(line)
        .ok()
        .and_then(|line| line.strip_prefix("HTTP/1.1 ")?.get(..3)?.parse().ok())
        .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "not HTTP/1.1"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is sent and what comes back.
    struct Spoken(io::Cursor<Vec<u8>>, Vec<u8>);

    impl Read for Spoken {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            self.0.read(buffer)
        }
    }

    impl Write for Spoken {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.1.write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn of(answer: &str) -> io::Result<u16> {
        status(Spoken(io::Cursor::new(answer.as_bytes().to_vec()), Vec::new()))
    }

    #[test]
    fn a_status_is_read_and_anything_else_is_none() {
        assert_eq!(of("HTTP/1.1 200 OK\r\n\r\n{}").unwrap(), 200);
        assert_eq!(of("HTTP/1.1 503 Service Unavailable\r\n\r\n").unwrap(), 503);
        for other in ["", "HTTP/1.1", "SSH-2.0-OpenSSH_9\r\n", "HTTP/1.1 ready\r\n"] {
            assert!(of(other).is_err(), "{other}");
        }
    }

    #[test]
    fn every_address_means_this_machine() {
        assert_eq!(reachable("0.0.0.0:8080".parse().unwrap()).to_string(), "127.0.0.1:8080");
        assert_eq!(reachable("[::]:8080".parse().unwrap()).to_string(), "[::1]:8080");
        assert_eq!(reachable("10.0.0.7:8080".parse().unwrap()).to_string(), "10.0.0.7:8080");
    }
}
