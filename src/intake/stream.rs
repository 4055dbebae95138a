//! Ads out of files of any size, one at a time: lines of JSON, one JSON document, tables; plain, gzip or zstd.

use std::io::{self, BufRead, BufReader, Read};

use serde_json::Value;

use super::archive::{BUFFER, plain};
use crate::domain::market::record::Unreadable;

/// Longest line, element or row, in bytes.
pub const MAX_LINE: usize = 4 << 20;
/// Largest JSON document that is one object, in bytes: a page of a board's answer.
const MAX_DOCUMENT: usize = 64 << 20;
/// The keys below which a page of a board's answer holds its ads.
const LISTS: [&str; 6] = ["resultats", "results", "jobs", "data", "items", "@graph"];

/// One ad on its way: still to be parsed, so that several threads can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// An object as JSON.
    Json(Vec<u8>),
    /// The cells of a row, in the order of the heading.
    Row(Vec<String>),
    /// No ad.
    Bad(Unreadable),
}

/// How the ads of a stream are kept apart.
enum Layout<R> {
    /// Lines, and the ads of a page that stood on one, last first.
    Lines(R, Vec<Value>),
    /// An array, and whether it has ended.
    Array(R, bool),
    /// Those of a document that was read whole, last first.
    Document(Vec<Value>),
    /// A table, its heading, and whether a cell of the last row has a line break in it.
    Table(Box<csv::Reader<Quotes<R>>>, Vec<String>, bool),
}

/// The ads of a stream, each with its line or number, from 1.
pub struct Items {
    layout: Layout<BufReader<Box<dyn Read + Send>>>,
    at: u64,
    done: bool,
    /// A fault that is told with the next ad.
    fault: Option<io::Error>,
}

impl std::fmt::Debug for Items {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Items").field("at", &self.at).finish_non_exhaustive()
    }
}

impl Items {
    /// The ads of a stream; its form is told by its beginning.
    ///
    /// # Errors
    /// What the stream says, and a table whose heading cannot be read.
    pub fn new(source: Box<dyn Read + Send>) -> io::Result<Self> {
        let mut source = plain(BufReader::with_capacity(BUFFER, source))?;
        let mut at = 0;
        // A byte order mark and empty lines in front say nothing.
        let first = loop {
            let buffer = source.fill_buf()?;
            if buffer.is_empty() {
                return Ok(Self { layout: Layout::Document(Vec::new()), at, done: true, fault: None });
            }
            let skipped = if at == 0 && buffer.starts_with(b"\xef\xbb\xbf") {
                3
            } else {
                buffer.iter().take_while(|byte| byte.is_ascii_whitespace()).count()
            };
            if skipped == 0 {
                break buffer[0];
            }
            at += buffer[..skipped].iter().filter(|byte| **byte == b'\n').count() as u64;
            source.consume(skipped);
        };
        let layout = match first {
            b'[' => {
                source.consume(1);
                at = 0;
                Layout::Array(source, false)
            }
            b'{' if starts_with_line(&mut source)? => Layout::Lines(source, Vec::new()),
            b'{' => {
                let mut text = Vec::new();
                source.take(MAX_DOCUMENT as u64 + 1).read_to_end(&mut text)?;
                at = 0;
                Layout::Document(document(&text))
            }
            _ => table(source)?,
        };
        Ok(Self { layout, at, done: false, fault: None })
    }

    /// The next ad; none at the end. After an error of the stream there is no more.
    ///
    /// # Errors
    /// What the stream says: a truncated archive, a broken disk.
    pub fn take(&mut self) -> io::Result<Option<(u64, Item)>> {
        if let Some(fault) = self.fault.take() {
            return Err(fault);
        }
        if self.done {
            return Ok(None);
        }
        let found = match &mut self.layout {
            Layout::Lines(source, page) => in_lines(source, &mut self.at, page),
            Layout::Array(source, ended) => in_arrays(source, &mut self.at, ended),
            Layout::Document(values) => {
                self.at += 1;
                Ok(values.pop().map(|value| match value {
                    Value::Null => Item::Bad(Unreadable::NotJson),
                    value => Item::Json(serde_json::to_vec(&value).unwrap_or_default()),
                }))
            }
            Layout::Table(reader, heading, lines) => row(reader, heading, &mut self.at, lines),
        };
        match found {
            Ok(Some(item)) => Ok(Some((self.at, item))),
            Ok(None) => {
                self.done = true;
                Ok(None)
            }
            Err(error) => {
                self.done = true;
                Err(error)
            }
        }
    }

    /// Takes a fault back, to be told with the next ad: what was read before it comes first.
    pub fn fail(&mut self, fault: io::Error) {
        self.fault = Some(fault);
    }

    /// The names of the columns, where the stream is a table.
    #[must_use]
    pub fn heading(&self) -> Option<&[String]> {
        match &self.layout {
            Layout::Table(_, heading, _) => Some(heading),
            _ => None,
        }
    }
}

/// Whether the first line is a whole object, or so long that it cannot be seen: then every line is one.
fn starts_with_line(source: &mut BufReader<Box<dyn Read + Send>>) -> io::Result<bool> {
    let buffer = source.fill_buf()?;
    let line = buffer.split(|byte| *byte == b'\n').next().unwrap_or_default();
    if line.len() == buffer.len() {
        // One line fills the buffer, or the stream has no other: a whole object is a line, a broken one too.
        let whole = serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok();
        return Ok(whole && !is_page(line) || line.len() >= 4_096 && !is_page(line));
    }
    let error = serde_json::from_slice::<serde::de::IgnoredAny>(line).err();
    // A broken first line is followed by another object; a document by what is inside it.
    let next = buffer[line.len()..].iter().find(|byte| !byte.is_ascii_whitespace());
    let broken = error.is_none_or(|error| !error.is_eof()) || next == Some(&b'{') && line.len() > 1;
    Ok(broken && !is_page(line))
}

/// Whether an object is a page of a board's answer: it begins with one of the keys that hold ads, or has one near its
/// beginning.
fn is_page(line: &[u8]) -> bool {
    let head = &line[..line.len().min(400)];
    if !head.contains(&b'[') {
        return false;
    }
    let head = String::from_utf8_lossy(head).replace([' ', '\n'], "");
    LISTS.iter().any(|key| head.contains(&format!("\"{key}\":[")))
}

/// The next line.
fn line(source: &mut BufReader<Box<dyn Read + Send>>, at: &mut u64) -> io::Result<Option<Item>> {
    loop {
        let mut line = Vec::new();
        let mut long = false;
        let mut any = false;
        loop {
            let buffer = source.fill_buf()?;
            if buffer.is_empty() {
                break;
            }
            any = true;
            let end = memchr::memchr(b'\n', buffer);
            let part = &buffer[..end.unwrap_or(buffer.len())];
            // What is too long is passed over without being kept.
            long |= line.len() + part.len() > MAX_LINE;
            if !long {
                line.extend_from_slice(part);
            }
            let used = end.map_or(buffer.len(), |end| end + 1);
            source.consume(used);
            if end.is_some() {
                break;
            }
        }
        if !any {
            return Ok(None);
        }
        *at += 1;
        if long {
            return Ok(Some(Item::Bad(Unreadable::LineTooLong)));
        }
        if !line.iter().all(u8::is_ascii_whitespace) {
            return Ok(Some(Item::Json(line)));
        }
    }
}

/// The next line, or the next ad of a page of a board's answer that stood on one; a page may have none.
fn in_lines(
    source: &mut BufReader<Box<dyn Read + Send>>,
    at: &mut u64,
    page: &mut Vec<Value>,
) -> io::Result<Option<Item>> {
    loop {
        if let Some(ad) = page.pop() {
            return Ok(Some(Item::Json(serde_json::to_vec(&ad).unwrap_or_default())));
        }
        match line(source, at)? {
            Some(Item::Json(text)) if is_page(&text) => match serde_json::from_slice::<Value>(&text) {
                Ok(value) => {
                    *page = ads_of(value);
                    page.reverse();
                }
                Err(_) => return Ok(Some(Item::Json(text))),
            },
            item => return Ok(item),
        }
    }
}

/// The next element of an array, of the one after it where it has ended, or what else follows: nothing is lost.
fn in_arrays(
    source: &mut BufReader<Box<dyn Read + Send>>,
    at: &mut u64,
    ended: &mut bool,
) -> io::Result<Option<Item>> {
    loop {
        if !*ended {
            match element(source, at, ended)? {
                Some(item) => return Ok(Some(item)),
                None => *ended = true,
            }
        }
        let buffer = source.fill_buf()?;
        let Some(first) = buffer.first().copied() else { return Ok(None) };
        match first {
            b'[' => {
                source.consume(1);
                *ended = false;
            }
            _ if first.is_ascii_whitespace() || first == b',' => source.consume(1),
            // Objects and other lines behind an array.
            _ => return line(source, at),
        }
    }
}

/// The next element of an array, without reading more than it.
fn element(
    source: &mut BufReader<Box<dyn Read + Send>>,
    at: &mut u64,
    ended_array: &mut bool,
) -> io::Result<Option<Item>> {
    let (mut depth, mut quoted, mut escaped, mut long, mut any) = (0_usize, false, false, false, false);
    let mut text = Vec::new();
    loop {
        let buffer = source.fill_buf()?;
        if buffer.is_empty() {
            // An array that never ends: its last element may be whole, and then comes the fault.
            if any {
                *at += 1;
                let whole = depth == 0 && !quoted && !long;
                return Ok(Some(if whole { Item::Json(text) } else { Item::Bad(Unreadable::NotJson) }));
            }
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the array has no end"));
        }
        let mut used = 0;
        let mut ended = None;
        for byte in buffer {
            used += 1;
            let outside = depth == 0 && !quoted;
            if outside && (*byte == b',' || *byte == b']') {
                ended = Some(*byte);
                break;
            }
            match byte {
                _ if escaped => escaped = false,
                b'\\' if quoted => escaped = true,
                b'"' => quoted = !quoted,
                b'{' | b'[' if !quoted => depth += 1,
                b'}' | b']' if !quoted => depth = depth.saturating_sub(1),
                _ => {}
            }
            any |= !byte.is_ascii_whitespace();
        }
        let kept = used - usize::from(ended.is_some());
        long |= text.len() + kept > MAX_LINE;
        if !long {
            text.extend_from_slice(&buffer[..kept]);
        }
        source.consume(used);
        match ended {
            Some(b']') if !any => {
                *ended_array = true;
                return Ok(None);
            }
            Some(end) => {
                *at += 1;
                *ended_array = end == b']';
                return Ok(Some(if long { Item::Bad(Unreadable::LineTooLong) } else { Item::Json(text) }));
            }
            None => {}
        }
    }
}

/// The ads of one document or several, one behind the other, last first.
fn document(text: &[u8]) -> Vec<Value> {
    if text.len() > MAX_DOCUMENT {
        return vec![Value::Null];
    }
    let mut ads = Vec::new();
    for value in serde_json::Deserializer::from_slice(text).into_iter::<Value>() {
        match value {
            Ok(value) => ads.append(&mut ads_of(value)),
            // What is broken is told; where it would go on cannot be known.
            Err(_) => {
                ads.push(Value::Null);
                break;
            }
        }
    }
    ads.reverse();
    ads
}

/// The ads of an object: those below one of the keys of a board's page, or the object itself.
fn ads_of(mut value: Value) -> Vec<Value> {
    let is_ad = ["title", "intitule", "description", "text"].iter().any(|key| value.get(key).is_some());
    for key in LISTS.iter().filter(|_| !is_ad) {
        if let Some(Value::Array(all)) = value.get_mut(key) {
            return std::mem::take(all);
        }
    }
    vec![value]
}

/// A table, by the separator that its heading has most of.
fn table(mut source: BufReader<Box<dyn Read + Send>>) -> io::Result<Layout<BufReader<Box<dyn Read + Send>>>> {
    let buffer = source.fill_buf()?;
    let first = buffer.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |separator: u8| first.iter().filter(|byte| **byte == separator).count();
    let separator = [b',', b';', b'\t', b'|']
        .into_iter()
        .max_by_key(|byte| (count(*byte), *byte == b','))
        .unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .from_reader(Quotes { inner: source, count: 0 });
    let heading =
        reader.headers().map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error.to_string()))?;
    let heading: Vec<String> = heading.iter().map(|name| name.trim().to_owned()).collect();
    Ok(Layout::Table(Box::new(reader), heading, false))
}

/// Counts the quotation marks that are read: an odd number leaves one open.
struct Quotes<R> {
    inner: R,
    count: u64,
}

impl<R: Read> Read for Quotes<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.count += memchr::memchr_iter(b'"', &buffer[..read]).count() as u64;
        Ok(read)
    }
}

fn row<R: Read>(
    reader: &mut csv::Reader<Quotes<R>>,
    heading: &[String],
    at: &mut u64,
    lines: &mut bool,
) -> io::Result<Option<Item>> {
    let mut cells = csv::ByteRecord::new();
    match reader.read_byte_record(&mut cells) {
        // The last row took the rest of the file into a cell.
        Ok(false) if *lines && reader.get_ref().count % 2 == 1 => {
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "a quotation mark is never closed"));
        }
        Ok(false) => return Ok(None),
        Ok(true) => {}
        Err(error) => {
            return match error.into_kind() {
                csv::ErrorKind::Io(error) => Err(error),
                _ => Ok(Some(Item::Bad(Unreadable::BadRow))),
            };
        }
    }
    *at = cells.position().map_or(*at + 1, csv::Position::line);
    *lines = cells.as_slice().contains(&b'\n');
    if cells.len() != heading.len() {
        return Ok(Some(Item::Bad(Unreadable::BadRow)));
    }
    if cells.as_slice().len() > MAX_LINE {
        return Ok(Some(Item::Bad(Unreadable::LineTooLong)));
    }
    let cells: Result<Vec<String>, _> = cells.iter().map(|cell| String::from_utf8(cell.to_vec())).collect();
    Ok(Some(cells.map_or(Item::Bad(Unreadable::NotUtf8), Item::Row)))
}

/// The object of an item.
///
/// # Errors
/// Why there is none.
pub fn object(item: Item, heading: Option<&[String]>) -> Result<Value, Unreadable> {
    match item {
        Item::Bad(reason) => Err(reason),
        Item::Json(text) => {
            let text = std::str::from_utf8(&text).map_err(|_| Unreadable::NotUtf8)?;
            let value: Value = serde_json::from_str(text).map_err(|_| Unreadable::NotJson)?;
            if value.is_object() { Ok(value) } else { Err(Unreadable::NotObject) }
        }
        Item::Row(cells) => {
            let names = heading.unwrap_or_default().iter().cloned();
            let filled = names.zip(cells).filter(|(_, cell)| !cell.trim().is_empty());
            Ok(Value::Object(filled.map(|(name, cell)| (name, Value::String(cell))).collect()))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn items(bytes: &[u8]) -> Vec<(u64, Result<Value, Unreadable>)> {
        let mut items = Items::new(Box::new(io::Cursor::new(bytes.to_vec()))).unwrap();
        let heading = items.heading().map(<[String]>::to_vec);
        let mut found = Vec::new();
        while let Some((at, item)) = items.take().unwrap() {
            found.push((at, object(item, heading.as_deref())));
        }
        found
    }

    fn titles(bytes: &[u8]) -> Vec<String> {
        items(bytes)
            .into_iter()
            .map(|(at, item)| match item {
                Ok(value) => format!("{at} {}", value["title"].as_str().unwrap_or("?")),
                Err(reason) => format!("{at} !{reason}"),
            })
            .collect()
    }

    #[test]
    fn every_layout_gives_its_ads() {
        for text in [
            "{\"title\":\"a\"}\n{\"title\":\"b\"}\n",
            "\u{feff}{\"title\":\"a\"}\r\n\n{\"title\":\"b\"}",
            "[{\"title\":\"a\"},\n {\"title\":\"b\",\"x\":[\"],{\"]}]",
            "{\n \"resultats\": [{\"title\":\"a\"}, {\"title\":\"b\"}]\n}",
            "{\"count\":2,\"results\":[{\"title\":\"a\"},{\"title\":\"b\"}]}",
            "title,text\na,\"x\ny\"\nb,z\n",
            "title;text\na;x\nb;y\n",
        ] {
            let found: Vec<String> = titles(text.as_bytes())
                .into_iter()
                .map(|title| title.split(' ').nth(1).unwrap().to_owned())
                .collect();
            assert_eq!(found, ["a", "b"], "{text}");
        }
        assert_eq!(titles(b"{\n\"title\": \"a\",\n\"@type\": \"JobPosting\"\n}"), ["1 a"]);
        assert!(titles(b"").is_empty() && titles(b" \n").is_empty() && titles(b"[]").is_empty());
    }

    #[test]
    fn a_bad_line_leaves_the_others() {
        let long = format!("{{\"title\":\"{}\"}}", "x".repeat(MAX_LINE));
        let text = format!("{{\"title\":\"a\"}}\n{{\"title\":\n[1]\n{long}\n{{\"title\":\"b\"}}\n");
        let mut bytes = text.into_bytes();
        bytes.extend_from_slice(b"{\"title\":\"\xff\"}\n");
        assert_eq!(
            titles(&bytes),
            ["1 a", "2 !not-json", "3 !not-object", "4 !line-too-long", "5 b", "6 !not-utf8"]
        );
        assert_eq!(titles(b"title,text\na,x\nb\nc,y\n"), ["2 a", "3 !bad-row", "4 c"]);
    }

    #[test]
    fn nothing_is_lost_behind_an_array_or_a_page() {
        assert_eq!(titles(br#"[{"title":"a"}] [{"title":"b"},{"title":"c"}]"#), ["1 a", "2 b", "3 c"]);
        assert_eq!(titles(b"[{\"title\":\"a\"}]\n[{\"title\":\"b\"}]\n"), ["1 a", "2 b"]);
        assert_eq!(titles(b"[1]\n\"x\"\n{\"title\":\"a\"}\n"), ["1 !not-object", "2 !not-object", "3 a"]);
        let page = r#"{"resultats":[{"title":"a"},{"title":"b"}]}"#;
        for text in [format!("{page}\n{page}\n"), page.replace(',', ",\n").repeat(2)] {
            let found: Vec<String> =
                titles(text.as_bytes()).iter().map(|item| item[2..].to_owned()).collect();
            assert_eq!(found, ["a", "b", "a", "b"], "{text}");
        }
        assert_eq!(titles(b"{\"results\":[]}\n{\"results\":[{\"title\":\"a\"}]}\n"), ["1 a"]);
        let pages =
            "{\"title\":\"a\"}\n{\"results\":[]}\n{\"results\":[{\"title\":\"b\"},{\"title\":\"c\"}]}\n";
        assert_eq!(titles(pages.as_bytes()), ["1 a", "3 b", "3 c"]);
        let ads = "{\"title\":\"a\",\"items\":[1]}\n{\"title\":\"b\",\"items\":[2]}\n";
        assert_eq!(titles(ads.as_bytes()), ["1 a", "2 b"]);
        assert_eq!(titles(b"[}]"), ["1 !not-json"]);
    }

    #[test]
    fn an_array_or_table_that_is_cut_short_says_so() {
        let ended = |text: &[u8]| {
            let mut items = Items::new(Box::new(io::Cursor::new(text.to_vec()))).unwrap();
            let mut count = 0;
            loop {
                match items.take() {
                    Ok(Some(_)) => count += 1,
                    Ok(None) => return (count, None),
                    Err(error) => return (count, Some(error.kind())),
                }
            }
        };
        let eof = Some(io::ErrorKind::UnexpectedEof);
        assert_eq!(ended(br#"[{"title":"a"},"#), (1, eof));
        assert_eq!(ended(br#"[{"title":"a"},{"title":"b"}"#), (2, eof));
        assert_eq!(ended(br#"[{"title":"a"},{"tit"#), (2, eof));
        assert_eq!(ended(b"title,text\na,\"x\nb,y\nc,z\n"), (1, eof));
        assert_eq!(ended(b"title,text\na,5\" screen\nb,y\n"), (2, None));
    }

    #[test]
    fn archives_are_read_and_a_truncated_one_says_so() {
        let text = b"{\"title\":\"a\"}\n{\"title\":\"b\"}\n".repeat(2_000);
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        gzip.write_all(&text).unwrap();
        let gzip = gzip.finish().unwrap();
        assert_eq!(items(&gzip).len(), 4_000);
        let two = [gzip.clone(), gzip.clone()].concat();
        assert_eq!(items(&two).len(), 8_000);
        let mut cut = Items::new(Box::new(io::Cursor::new(gzip[..gzip.len() / 2].to_vec()))).unwrap();
        let mut count = 0;
        let error = loop {
            match cut.take() {
                Ok(Some(_)) => count += 1,
                Ok(None) => panic!("a truncated archive ended quietly after {count}"),
                Err(error) => break error,
            }
        };
        assert!(count > 0 || error.kind() == io::ErrorKind::UnexpectedEof, "{error}");
        let zstd =
            ruzstd::encoding::compress_to_vec(&text[..], ruzstd::encoding::CompressionLevel::Uncompressed);
        assert_eq!(items(&zstd).len(), 4_000);
        assert_eq!(items(&[zstd.clone(), zstd].concat()).len(), 8_000);
    }
}
