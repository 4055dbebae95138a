//! Bytes of a text file → characters: as the file declares, or as its bytes tell.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::IntakeError;

/// How far into a page its encoding may be declared (HTML, "prescan a byte stream").
const DECLARED_WITHIN: usize = 1024;
/// Of a hundred characters, how many may be control characters in a text.
const CONTROLS: usize = 2;

/// Reads the characters of a text or, with `page`, of an HTML page.
///
/// A byte order mark decides first, then what a page declares, then whether the bytes are UTF-8. Other bytes of a
/// European text are windows-1252, which Latin-1 is a part of: so browsers read them.
///
/// # Errors
/// [`IntakeError::NotText`] when the bytes are none.
pub(super) fn characters(bytes: &[u8], page: bool) -> Result<String, IntakeError> {
    let marked = Encoding::for_bom(bytes);
    let declared = || if page { declared(bytes) } else { None };
    let encoding = marked.map(|(encoding, _)| encoding).or_else(|| wide(bytes)).or_else(declared);
    let text = match encoding {
        Some(encoding) if encoding != UTF_8 => encoding.decode_with_bom_removal(bytes).0.into_owned(),
        _ => {
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            match std::str::from_utf8(bytes) {
                Ok(text) => text.to_owned(),
                Err(_) if marked.is_none() && mostly_single(bytes) => {
                    WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()
                }
                Err(error) => return Err(not_utf8(bytes, error)),
            }
        }
    };
    let controls = text.chars().filter(|c| is_noise(*c)).count();
    if controls * 100 > text.chars().count() * CONTROLS { Err(IntakeError::NotText) } else { Ok(text) }
}

/// Whether a character is none of a text: a control character, or one that stands for bytes that mean nothing.
const fn is_noise(c: char) -> bool {
    matches!(c, '\0'..='\x08' | '\x0e'..='\x1f' | '\x7f'..='\u{9f}' | char::REPLACEMENT_CHARACTER)
}

/// The line on which bytes cease to be UTF-8.
fn not_utf8(bytes: &[u8], error: std::str::Utf8Error) -> IntakeError {
    IntakeError::NotUtf8(1 + bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count())
}

/// Whether bytes outside ASCII stand alone, as accents do in windows-1252, rather than in the pairs of broken UTF-8.
fn mostly_single(bytes: &[u8]) -> bool {
    let pairs = bytes.windows(2).filter(|pair| pair[0] >= 0xc2 && (0x80..0xc0).contains(&pair[1])).count();
    let high = bytes.iter().filter(|byte| **byte >= 0x80).count();
    pairs * 4 < high
}

/// UTF-16 without a mark: every other byte of a European text is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(DECLARED_WITHIN)];
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let half = head.len() / 2;
    let (even, odd) = (zeros(0), zeros(1));
    match () {
        () if half < 2 => None,
        () if odd * 10 >= half * 7 && even * 10 < half => Some(UTF_16LE),
        () if even * 10 >= half * 7 && odd * 10 < half => Some(UTF_16BE),
        () => None,
    }
}

/// What a page declares: `<meta charset="windows-1252">`, or the same inside a `content`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARED_WITHIN)]).to_ascii_lowercase();
    let name = head.split("charset").nth(1)?.trim_start().strip_prefix('=')?.trim_start();
    let name = name.trim_start_matches(['"', '\'']);
    let end = name.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':')))?;
    let encoding = Encoding::for_label(&name.as_bytes()[..end])?;
    // A page that says so in readable letters is not written two bytes a letter; many say UTF-8 and are something else.
    (encoding != UTF_16LE && encoding != UTF_16BE && encoding != UTF_8).then_some(encoding)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Salaire : 30 000 € – 32 000 €, équipe à Orléans\n";

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn every_usual_encoding_is_read() {
        let (latin, _, lossy) = WINDOWS_1252.encode(TEXT);
        assert!(!lossy);
        assert_eq!(characters(&latin, false).unwrap(), TEXT);
        assert_eq!(characters(TEXT.as_bytes(), false).unwrap(), TEXT);
        assert_eq!(characters(&[b"\xef\xbb\xbf", TEXT.as_bytes()].concat(), false).unwrap(), TEXT);
        for bytes in [u16::to_le_bytes as fn(u16) -> [u8; 2], u16::to_be_bytes] {
            let text = utf16(TEXT, bytes);
            assert_eq!(characters(&text, false).unwrap(), TEXT, "without a mark");
            let marked = [utf16("\u{feff}", bytes), text].concat();
            assert_eq!(characters(&marked, false).unwrap(), TEXT, "with a mark");
        }
    }

    #[test]
    fn a_page_is_read_as_it_declares() {
        for charset in ["iso-8859-1", "\"windows-1252\"", " = 'ISO-8859-15'", "utf-8"] {
            let page = format!("<html><head><meta charset={charset}></head><p>équipe</p>");
            let page = page.replace("charset= =", "charset =");
            let bytes: Vec<u8> = page.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
            assert!(characters(&bytes, true).unwrap().contains("équipe"), "{charset}");
        }
        let cyrillic = [&b"<meta charset=windows-1251><p>\xcf\xf0\xe8\xe2\xe5\xf2</p>"[..]].concat();
        assert!(characters(&cyrillic, true).unwrap().contains("Привет"));
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        let bytes: Vec<u8> = (0..4_096_u32).map(|i| (i * 7_919).to_le_bytes()[1]).collect();
        assert!(matches!(characters(&bytes, false), Err(IntakeError::NotText | IntakeError::NotUtf8(_))));
        assert_eq!(characters(&[0; 64], false), Err(IntakeError::NotText));
        // UTF-8 that breaks off is told by its line, not read as accents.
        let broken = [TEXT.as_bytes(), "équipe é".as_bytes(), b"\xc3"].concat();
        assert_eq!(characters(&broken, false), Err(IntakeError::NotUtf8(2)));
    }
}
