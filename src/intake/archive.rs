//! Streams as they are, whether compressed or not: gzip with any number of members, zstd with any number of frames.

use std::io::{self, BufRead, BufReader, Read};

/// Bytes read at a time.
pub(super) const BUFFER: usize = 256 << 10;

/// A reader of what is compressed, by its first bytes; of anything else as it is.
pub(super) fn plain(
    mut source: BufReader<Box<dyn Read + Send>>,
) -> io::Result<BufReader<Box<dyn Read + Send>>> {
    let head = source.fill_buf()?;
    let (gzip, zstd) = (head.starts_with(&[0x1f, 0x8b]), head.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]));
    let inner: Box<dyn Read + Send> = if gzip {
        Box::new(flate2::bufread::MultiGzDecoder::new(source))
    } else if zstd {
        Box::new(Frames { source, decoder: None })
    } else {
        return Ok(source);
    };
    Ok(BufReader::with_capacity(BUFFER, inner))
}

/// The frames of a zstd file, one after the other.
struct Frames {
    source: BufReader<Box<dyn Read + Send>>,
    decoder: Option<ruzstd::decoding::FrameDecoder>,
}

impl Read for Frames {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let broken =
            |error: &dyn std::fmt::Display| io::Error::new(io::ErrorKind::InvalidData, error.to_string());
        loop {
            if self.decoder.is_none() {
                if self.source.fill_buf()?.is_empty() {
                    return Ok(0);
                }
                let mut decoder = ruzstd::decoding::FrameDecoder::new();
                decoder.init(&mut self.source).map_err(|error| broken(&error))?;
                self.decoder = Some(decoder);
            }
            let Some(decoder) = &mut self.decoder else { return Ok(0) };
            if decoder.can_collect() == 0 && !decoder.is_finished() {
                let step = ruzstd::decoding::BlockDecodingStrategy::UptoBytes(BUFFER);
                decoder.decode_blocks(&mut self.source, step).map_err(|error| broken(&error))?;
            }
            let read = decoder.read(buffer)?;
            if read > 0 {
                return Ok(read);
            }
            if decoder.is_finished() {
                self.decoder = None;
            }
        }
    }
}
