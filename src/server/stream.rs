//! A connection that is cut when its client hardly reads.
//!
//! A limit on the time without any progress is no limit: who takes a byte every few seconds keeps the connection for
//! ever. Here an answer must flow at a rate.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep_until};

/// Bytes a second that a client must take: less than the slowest mobile network (EDGE), so that nobody who reads is cut.
const RATE: u32 = 10_000;

/// Bytes that the system may hold for a client, as asked of it; it takes twice as many. Small enough that a client at
/// [`RATE`] makes room again within seconds: until then no progress can be seen. Large enough for most answers.
pub(super) const BUFFER: u32 = 128 << 10;

/// Time for which any write may wait, before the system has said that there is room.
const MOMENT: Duration = Duration::from_millis(50);

/// A stream whose writes fail once the client has been waited for longer than the grace and a second for each
/// [`RATE`] bytes that it took meanwhile.
///
/// Only time in which a write waits counts, and only bytes taken once writes have waited for a [`MOMENT`]: those before
/// went into buffers of the system, whether the client reads or not.
#[derive(Debug)]
pub(super) struct Paced<S> {
    stream: S,
    grace: Duration,
    answer: Answer,
    timer: Option<Pin<Box<Sleep>>>,
}

/// How the client takes the answer that is being written.
#[derive(Debug, Default)]
struct Answer {
    /// Time that writes have waited, those of now excepted.
    waited: Duration,
    /// Since when a write waits.
    since: Option<Instant>,
    /// Bytes that the client took since it has been waited for.
    taken: u64,
    /// Everything was handed to the system: what is read next begins another answer.
    whole: bool,
}

impl Answer {
    /// Notes bytes that the client, or a buffer on the way to it, took.
    fn took(&mut self, bytes: usize, now: Instant) {
        if let Some(since) = self.since.take() {
            self.waited += now.saturating_duration_since(since);
        }
        if self.waited >= MOMENT {
            self.taken += bytes as u64;
        }
        self.whole = false;
    }

    /// When a write that waits now is given up.
    fn deadline(&mut self, grace: Duration, now: Instant) -> Instant {
        let since = *self.since.get_or_insert(now);
        let earned = Duration::from_millis(self.taken * 1000 / u64::from(RATE));
        since + (grace + earned).saturating_sub(self.waited)
    }
}

impl<S> Paced<S> {
    /// A client may be waited for that long before its rate counts.
    pub(super) fn new(stream: S, grace: Duration) -> Self {
        Self { stream, grace, answer: Answer::default(), timer: None }
    }

    /// A write waits: for the client, or until it has been waited for long enough.
    fn wait<T>(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<T>> {
        let deadline = self.answer.deadline(self.grace, Instant::now());
        let timer = self.timer.get_or_insert_with(|| Box::pin(sleep_until(deadline)));
        if timer.deadline() != deadline {
            timer.as_mut().reset(deadline);
        }
        match timer.as_mut().poll(cx) {
            Poll::Ready(()) => Poll::Ready(Err(io::ErrorKind::TimedOut.into())),
            Poll::Pending => Poll::Pending,
        }
    }

    /// Notes how a write went.
    fn written(&mut self, cx: &mut Context<'_>, result: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        match result {
            Poll::Pending => self.wait(cx),
            Poll::Ready(Ok(bytes)) => {
                self.answer.took(bytes, Instant::now());
                Poll::Ready(Ok(bytes))
            }
            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
        }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Paced<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let result = Pin::new(&mut self.stream).poll_read(cx, buffer);
        if self.answer.whole && buffer.filled().len() > before {
            self.answer = Answer::default();
        }
        result
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Paced<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let result = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.written(cx, result)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let result = Pin::new(&mut self.stream).poll_write_vectored(cx, parts);
        self.written(cx, result)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match Pin::new(&mut self.stream).poll_flush(cx) {
            Poll::Pending => self.wait(cx),
            Poll::Ready(result) => {
                self.answer.whole = true;
                Poll::Ready(result)
            }
        }
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    /// Writes to a client that takes so many bytes every 20 ms; how it ended, and after how long.
    fn served(bytes: usize, at_a_time: usize) -> (io::Result<()>, Duration) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let (ours, theirs) = std::os::unix::net::UnixStream::pair().unwrap();
            ours.set_nonblocking(true).unwrap();
            let ours = tokio::net::UnixStream::from_std(ours).unwrap();
            let client = std::thread::spawn(move || {
                let mut part = vec![0; at_a_time];
                while (&theirs).read(&mut part).is_ok_and(|count| count > 0) {
                    std::thread::sleep(Duration::from_millis(20));
                }
            });
            let begun = Instant::now();
            let mut stream = Paced::new(ours, Duration::from_millis(300));
            let answer = vec![b'x'; bytes];
            let mut rest = &answer[..];
            let mut result = Ok(());
            while !rest.is_empty() && result.is_ok() {
                match std::future::poll_fn(|cx| Pin::new(&mut stream).poll_write(cx, rest)).await {
                    Ok(written) => rest = &rest[written..],
                    Err(error) => result = Err(error),
                }
            }
            let took = begun.elapsed();
            drop(stream);
            drop(client);
            (result, took)
        })
    }

    #[test]
    fn who_reads_is_served_and_who_trickles_is_cut() {
        let (result, took) = served(800_000, 20_000);
        assert!(result.is_ok() && took > Duration::from_millis(400), "{result:?} {took:?}");
        let (result, took) = served(800_000, 1);
        assert_eq!(result.unwrap_err().kind(), io::ErrorKind::TimedOut);
        assert!(took >= Duration::from_millis(300) && took < Duration::from_secs(3), "{took:?}");
    }

    #[test]
    fn each_answer_has_its_own_time() {
        let now = Instant::now();
        let grace = Duration::from_secs(30);
        let mut answer = Answer::default();
        answer.took(1 << 20, now);
        assert_eq!(answer.deadline(grace, now), now + grace);
        answer.took(1 << 20, now + Duration::from_millis(5));
        let soon = now + Duration::from_millis(10);
        let left = Duration::from_millis(30_000 - 5);
        assert_eq!(answer.deadline(grace, soon), soon + left, "what the system took earns nothing");
        let later = soon + Duration::from_secs(20);
        answer.took(50_000, later);
        let left = Duration::from_millis(30_000 - 5 + 5_000 - 20_000);
        assert_eq!(answer.deadline(grace, later), later + left);
    }
}
