//! DOCX and PDF, read by a process of their own.
//!
//! A document of a few hundred bytes can contain itself, unfold to gigabytes, or make its reader walk in a circle; no
//! library for these formats is free of such faults, and a stack that overflows cannot be caught. So the bytes go to a
//! child: our own binary under the name of a hidden command, which loads no data. It sets limits on its memory,
//! processor time and open files before it takes the first byte, reads one document, and ends. The parent waits for
//! eight seconds at most, and for as long as the answer is wanted, and then kills it. A child is never used twice.
//!
//! What passes between the two: the document on standard input; on standard output the text (exit 0), or the reason
//! (exit 3).

use std::io::{ErrorKind, Read, Write};
use std::os::fd::AsFd;
use std::process::{Child, Command, ExitCode, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use super::{Damage, Form, IntakeError, MAX_BYTES, Reader, read_document};

/// Name of the hidden command.
pub const COMMAND: &str = "read-document";

/// Longest time that a document may take, as clocks on the wall count it. An ordinary one takes milliseconds.
const PATIENCE: Duration = Duration::from_secs(8);
/// Seconds of processor time that it may take.
const PROCESSOR_SECONDS: u64 = 6;
/// Bytes that it may write to: heap, and stacks other than the first.
const MEMORY: u64 = 192 << 20;
/// Bytes of addresses that it may use, code and files included.
const ADDRESSES: u64 = 1 << 30;
/// How often the parent looks whether the answer is still wanted.
const LOOK: Timespec = Timespec { tv_sec: 0, tv_nsec: 25_000_000 };
/// Most bytes kept of what a child says on standard error.
const LONGEST_REMARKS: usize = 4_096;

/// Exit status of a child that refuses its document; the reason is on standard output.
const REFUSED: u8 = 3;

/// Reads a document in a child process.
pub(super) fn read(
    reader: &Reader,
    bytes: &[u8],
    form: Form,
    wanted: &dyn Fn() -> bool,
) -> Result<String, IntakeError> {
    let Some(program) = &reader.program else {
        return Err(IntakeError::NoReader("none is set".to_owned()));
    };
    let mut command = Command::new(program);
    command.args([COMMAND, form.id(), &reader.max_text.to_string()]);
    // What the parent was told through the environment, secrets among it, is none of the child's business.
    command.env_clear();
    spare_memory(&mut command);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| IntakeError::NoReader(error.to_string()))?;
    let outcome = watch(&mut child, bytes, form, reader.max_text, wanted);
    // Killed hard whatever happened: a child that has ended does not mind.
    drop(child.kill());
    let status = child.wait().map_err(|error| IntakeError::NoReader(error.to_string()))?;
    let said = outcome?;
    judged(status, said, form, reader.max_text)
}

/// What a child wrote.
#[derive(Default)]
struct Said {
    output: Vec<u8>,
    remarks: Vec<u8>,
}

/// Feeds a child and takes what it says, until it has closed its pipes, takes too long, or nobody waits.
///
/// One thread minds the three pipes: threads of their own could be refused when many documents come at once.
fn watch(
    child: &mut Child,
    bytes: &[u8],
    form: Form,
    max_text: usize,
    wanted: &dyn Fn() -> bool,
) -> Result<Said, IntakeError> {
    let (Some(input), Some(output), Some(remarks)) =
        (child.stdin.take(), child.stdout.take(), child.stderr.take())
    else {
        return Err(IntakeError::NoReader("no pipes to it".to_owned()));
    };
    let no_reader = |error: std::io::Error| IntakeError::NoReader(error.to_string());
    let (mut input, mut rest) = (Some(input), bytes);
    let (mut output, mut remarks) = (Some(output), Some(remarks));
    let mut said = Said::default();
    for pipe in
        [input.as_ref().map(AsFd::as_fd), output.as_ref().map(AsFd::as_fd), remarks.as_ref().map(AsFd::as_fd)]
    {
        pipe.map_or(Ok(()), |pipe| rustix::io::ioctl_fionbio(pipe, true))
            .map_err(|error| no_reader(error.into()))?;
    }
    let deadline = Instant::now() + PATIENCE;
    while output.is_some() || remarks.is_some() {
        let mut pipes = Vec::with_capacity(3);
        pipes.extend(input.as_ref().map(|pipe| PollFd::new(pipe, PollFlags::OUT)));
        pipes.extend(output.as_ref().map(|pipe| PollFd::new(pipe, PollFlags::IN)));
        pipes.extend(remarks.as_ref().map(|pipe| PollFd::new(pipe, PollFlags::IN)));
        match poll(&mut pipes, Some(&LOOK)) {
            Ok(_) | Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(no_reader(error.into())),
        }
        if let Some(pipe) = &mut input {
            // A child that has had enough closes its end; its status says why.
            match pipe.write(rest) {
                Ok(written) => rest = &rest[written..],
                Err(error) if is_early(&error) => {}
                Err(_) => rest = &[],
            }
            if rest.is_empty() {
                input = None;
            }
        }
        take(&mut output, &mut said.output);
        take(&mut remarks, &mut said.remarks);
        // The rest of what a child chatters is thrown away, so that it is not held up.
        said.remarks.truncate(LONGEST_REMARKS);
        if said.output.len() > max_text {
            break;
        }
        if !wanted() {
            return Err(IntakeError::Abandoned);
        }
        if Instant::now() >= deadline {
            return Err(IntakeError::Damaged(form.name(), Damage::TooSlow));
        }
    }
    Ok(said)
}

/// Whether a pipe is fine but not ready.
fn is_early(error: &std::io::Error) -> bool {
    matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::Interrupted)
}

/// Takes what a pipe has to give now; closes it at its end.
fn take(pipe: &mut Option<impl Read>, bytes: &mut Vec<u8>) {
    let Some(open) = pipe else { return };
    let mut part = [0; 16 << 10];
    match open.read(&mut part) {
        Ok(length @ 1..) => bytes.extend_from_slice(&part[..length]),
        Err(error) if is_early(&error) => {}
        // What came until it ended or broke is all there is.
        Ok(0) | Err(_) => *pipe = None,
    }
}

/// What came of it.
fn judged(status: ExitStatus, said: Said, form: Form, max_text: usize) -> Result<String, IntakeError> {
    let damaged = |damage| Err(IntakeError::Damaged(form.name(), damage));
    if !said.remarks.is_empty() {
        // Not what: libraries quote the document, and what people send us is not for the log.
        tracing::debug!(bytes = said.remarks.len(), %status, "the reader of a document said something");
    }
    if said.output.len() > max_text {
        return Err(IntakeError::TooLong(max_text));
    }
    if status.success() {
        return String::from_utf8(said.output).or(damaged(Damage::Fatal));
    }
    if status.code() == Some(i32::from(REFUSED)) {
        let text = String::from_utf8_lossy(&said.output);
        let (kind, reason) = text.split_once('\n').unwrap_or((&text, ""));
        return match kind {
            "too-large" => Err(IntakeError::TooLarge),
            "too-long" => Err(IntakeError::TooLong(max_text)),
            "empty" => Err(IntakeError::Empty),
            "encrypted" => damaged(Damage::Encrypted),
            "memory" => damaged(Damage::TooLarge),
            _ => damaged(Damage::Malformed(clean(reason))),
        };
    }
    damaged(cause(status, &String::from_utf8_lossy(&said.remarks)))
}

/// Why a child died.
fn cause(status: ExitStatus, remarks: &str) -> Damage {
    use std::os::unix::process::ExitStatusExt;
    if status.signal() == Some(rustix::process::Signal::XCPU.as_raw()) {
        return Damage::TooSlow;
    }
    // The runtime says this before it gives up.
    if remarks.contains("memory allocation") { Damage::TooLarge } else { Damage::Fatal }
}

/// A reason as one short line of plain text: libraries quote what they read.
fn clean(reason: &str) -> String {
    let line: String = reason
        .lines()
        .next()
        .unwrap_or("")
        .chars()
        .filter(|c| !crate::domain::text::is_obeyed(*c))
        .take(120)
        .collect();
    if line.is_empty() { "unknown fault".to_owned() } else { line }
}

/// What the child does: sets its limits, reads the document on standard input, writes its text, and ends.
#[must_use]
pub fn run(form: Form, max_text: usize) -> ExitCode {
    // Without its limits it must not begin.
    if let Err(error) = confine() {
        return refuse("malformed", &format!("the limits of the reader cannot be set: {error}"));
    }
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes);
    if let Err(error) = read {
        return refuse("malformed", &error.to_string());
    }
    if bytes.len() > MAX_BYTES {
        return refuse("too-large", "");
    }
    match read_document(&bytes, form, max_text) {
        Ok(text) => match write(text.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        Err(IntakeError::TooLarge | IntakeError::TooLong(_)) => refuse("too-long", ""),
        Err(IntakeError::Empty) => refuse("empty", ""),
        Err(IntakeError::Damaged(_, Damage::Encrypted)) => refuse("encrypted", ""),
        Err(IntakeError::Damaged(_, Damage::TooLarge)) => refuse("memory", ""),
        Err(IntakeError::Damaged(_, Damage::Malformed(reason))) => refuse("malformed", &reason),
        Err(error) => refuse("malformed", &error.to_string()),
    }
}

fn refuse(kind: &str, reason: &str) -> ExitCode {
    // A parent that no longer listens has no use for the reason.
    drop(write(format!("{kind}\n{reason}").as_bytes()));
    ExitCode::from(REFUSED)
}

fn write(bytes: &[u8]) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// Tells the allocator of a process to come not to claim a gigabyte at once, which a limit on memory does not allow.
pub fn spare_memory(command: &mut Command) {
    command.env("MIMALLOC_ARENA_EAGER_COMMIT", "0").env("MIMALLOC_ARENA_RESERVE", "32MiB");
}

/// Limits the memory of this process, in bytes, for good.
///
/// # Errors
/// When the system refuses.
pub fn limit_memory(bytes: u64) -> std::io::Result<()> {
    Ok(limit(Resource::Data, bytes)?)
}

/// Sets a limit of this process; a harder one that was set outside stays.
fn limit(resource: Resource, most: u64) -> rustix::io::Result<()> {
    let known = getrlimit(resource).maximum.unwrap_or(u64::MAX);
    let most = Some(most.min(known));
    setrlimit(resource, Rlimit { current: most, maximum: most })
}

/// Limits what this process may take, for good.
fn confine() -> rustix::io::Result<()> {
    limit(Resource::Core, 0)?;
    // The signal at the lower limit says why; the one at the higher cannot be caught.
    let most = getrlimit(Resource::Cpu).maximum.unwrap_or(u64::MAX).min(PROCESSOR_SECONDS + 1);
    let cpu = Rlimit { current: Some(PROCESSOR_SECONDS.min(most)), maximum: Some(most) };
    setrlimit(Resource::Cpu, cpu)?;
    limit(Resource::Data, MEMORY)?;
    limit(Resource::As, ADDRESSES)?;
    // Standard input, output and error; nothing else is ever opened, and no file grows.
    limit(Resource::Nofile, 3)?;
    limit(Resource::Fsize, 0)?;
    #[cfg(target_os = "linux")]
    {
        // It does not outlive whoever asked, and what it executes gains no rights.
        rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::KILL))?;
        rustix::thread::set_no_new_privs(true)?;
    }
    // Requests that are waited for come first.
    let _ = rustix::process::nice(10);
    Ok(())
}
