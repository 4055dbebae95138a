//! Where output goes: results to standard output, remarks to standard error, colour only on a terminal.

use std::io::Write;

/// Writes a result. Colour codes are removed where the stream is no terminal or `NO_COLOR` is set.
pub(crate) fn result(bytes: &[u8]) -> std::io::Result<()> {
    let mut out = anstream::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// Writes a remark, on a line of its own. Nobody reading it is no error.
pub(crate) fn remark(text: &str) {
    let _ = writeln!(anstream::stderr().lock(), "{text}");
}

/// Writes a file to standard output as it is, without looking for colour codes in it.
pub(crate) fn raw(bytes: &[u8]) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}
