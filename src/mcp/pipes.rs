//! Messages over standard input and output, one a line. The crate of the protocol passes over a line that is no JSON or no
//! UTF-8, and a last line without its end: here the first two are answered, and the third is read.

use tokio::io::{
    AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader, DuplexStream, duplex,
};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use crate::domain::json::Fault;
use crate::domain::message::{Said, ids, said};

/// Bytes on their way between the pipes and the protocol.
const BUFFER: usize = 64 << 10;
/// Answers on their way out.
const WAITING: usize = 16;

/// The work between pipes and protocol.
pub(super) struct Lines {
    reading: JoinHandle<()>,
    writing: JoinHandle<()>,
}

impl Lines {
    /// Ends behind the protocol: nothing more is read, every answer is written.
    pub(super) async fn end(self) {
        self.reading.abort();
        drop(self.writing.await);
    }
}

/// Stands between pipes and the protocol, whose ends come back: whole lines of JSON come out of the first, answers go
/// into the second. `longest` is the longest line, in bytes; `say` puts a refusal into words.
pub(super) fn lines<R, W>(
    input: R,
    output: W,
    longest: usize,
    say: impl Fn(Said) -> String + Send + 'static,
) -> ((DuplexStream, DuplexStream), Lines)
where
    R: AsyncRead + Send + Unpin + 'static,
    W: AsyncWrite + Send + Unpin + 'static,
{
    let (read, mut forward) = duplex(BUFFER);
    let (answers, write) = duplex(BUFFER);
    let (out, mut waiting) = mpsc::channel::<Vec<u8>>(WAITING);
    let refusals = out.clone();
    let reading = tokio::spawn(async move {
        let mut input = BufReader::new(input);
        while let Some(line) = line(&mut input, longest).await {
            let sent = match line.and_then(|line| checked(&line).map(|()| line)) {
                Ok(line) => forward.write_all(&line).await.is_ok(),
                Err(reason) => refusals.send(refusal(&say(reason))).await.is_ok(),
            };
            if !sent {
                break;
            }
        }
    });
    tokio::spawn(async move {
        let mut answers = BufReader::new(answers);
        let mut answer = Vec::new();
        while answers.read_until(b'\n', &mut answer).await.is_ok_and(|read| read > 0) {
            if out.send(std::mem::take(&mut answer)).await.is_err() {
                break;
            }
        }
    });
    let writing = tokio::spawn(async move {
        let mut output = output;
        while let Some(answer) = waiting.recv().await {
            if output.write_all(&answer).await.is_err() || output.flush().await.is_err() {
                break;
            }
        }
    });
    ((read, write), Lines { reading, writing })
}

/// The next line that is not blank, with its end; a fault where it is too long; nothing at the end.
async fn line<R: AsyncRead + Unpin>(
    input: &mut BufReader<R>,
    longest: usize,
) -> Option<Result<Vec<u8>, Said>> {
    loop {
        let mut line = Vec::new();
        let most = longest as u64 + 1;
        if (&mut *input).take(most).read_until(b'\n', &mut line).await.ok()? == 0 {
            return None;
        }
        if !line.ends_with(b"\n") && line.len() > longest {
            // The rest of it is passed over without being kept.
            while !line.ends_with(b"\n") {
                line.clear();
                if (&mut *input).take(most).read_until(b'\n', &mut line).await.ok()? == 0 {
                    break;
                }
            }
            return Some(Err(said!(ASSISTANT_LINE_TOO_LONG, most = longest.to_string())));
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        if !line.ends_with(b"\n") {
            line.push(b'\n');
        }
        return Some(Ok(line));
    }
}

/// Whether a line is JSON at all; whether it is a message, the protocol says.
fn checked(line: &[u8]) -> Result<(), Said> {
    let text = std::str::from_utf8(line).map_err(|_| ids::ASSISTANT_LINE_NOT_UTF8)?;
    let read = serde_json::from_str::<serde::de::IgnoredAny>(text);
    read.map(drop).map_err(|error| Fault::of(text.as_bytes(), &error).said())
}

/// The answer to what is no JSON, by JSON-RPC 2.0.
fn refusal(reason: &str) -> Vec<u8> {
    let error = serde_json::json!({ "code": -32_700, "message": reason });
    let answer = serde_json::json!({ "jsonrpc": "2.0", "id": null, "error": error });
    format!("{answer}\n").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the protocol is given of some lines, and what is answered without it.
    async fn passed(input: &'static [u8], longest: usize) -> (String, String) {
        let (mut seen, output) = duplex(1 << 16);
        let ((mut read, write), lines) = lines(input, output, longest, |said| said.to_string());
        let mut given = String::new();
        read.read_to_string(&mut given).await.unwrap();
        drop(write);
        lines.end().await;
        let mut answered = String::new();
        seen.read_to_string(&mut answered).await.unwrap();
        (given, answered)
    }

    #[tokio::test]
    async fn what_is_no_json_is_answered_and_everything_else_passed_on() {
        let (given, answered) =
            passed(b"{\"a\":1}\n\n{bad\n{\"b\":\"\xff\"}\n[1]\n{\"last\":true}", 1_000).await;
        assert_eq!(given, "{\"a\":1}\n[1]\n{\"last\":true}\n");
        let codes: Vec<i64> = answered
            .lines()
            .map(|line| {
                serde_json::from_str::<serde_json::Value>(line).unwrap()["error"]["code"].as_i64().unwrap()
            })
            .collect();
        assert_eq!(codes, [-32_700, -32_700], "{answered}");
    }

    #[tokio::test]
    async fn a_line_that_is_too_long_leaves_the_next() {
        let (given, answered) = passed(b"[1,2,3,4,5,6,7,8,9,10,11,12]\n[1]\n", 8).await;
        assert_eq!(given, "[1]\n");
        assert!(answered.contains('8'), "{answered}");
    }
}
