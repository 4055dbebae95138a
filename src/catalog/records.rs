//! TOML files → records: parsed one by one so that every error is reported, merged by id across the overlay. Of our own
//! data alone, which the test suite has read so, what the build script made of them is read instead.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use csv::StringRecord;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::error::LoadError;
use super::store::File;

/// Where a record stands.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    file: usize,
    offset: usize,
}

impl Place {
    /// File and line, as the user knows them.
    #[must_use]
    pub fn shown(self, files: &[File]) -> (String, usize) {
        (files[self.file].shown.clone(), files[self.file].line(self.offset))
    }
}

/// A record and where it stands.
#[derive(Clone, Debug)]
pub struct Located<T> {
    /// The record.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

/// A record as the build script writes it.
#[derive(Deserialize)]
struct Prepared<T> {
    at: usize,
    value: T,
}

/// Which rows of a CSV file of ours are read, by the rows as the build script writes them: the fields each between two
/// U+001F, the rows each behind a U+001E.
pub enum Wanted<'w> {
    /// All of them.
    All,
    /// Those in which these bytes stand.
    Holding(&'w memchr::memmem::Finder<'w>),
    /// Those whose first field is one of these.
    Named(&'w BTreeSet<&'w str>),
}

impl Wanted<'_> {
    /// Where the next wanted row stands, from a byte at which one begins.
    fn next(&self, body: &str, from: usize) -> Option<Range<usize>> {
        let bytes = body.as_bytes();
        let end = |from: usize| memchr::memchr(0x1e, &bytes[from..]).map_or(body.len(), |at| from + at);
        let mut start = from;
        while start < body.len() {
            match self {
                Self::All => return Some(start..end(start)),
                Self::Holding(what) => {
                    let hit = start + what.find(&bytes[start..])?;
                    let start = memchr::memrchr(0x1e, &bytes[start..hit]).map_or(start, |at| start + at + 1);
                    return Some(start..end(hit));
                }
                Self::Named(names) => {
                    let row = start..end(start);
                    if body[row.clone()].split('\u{1f}').nth(1).is_some_and(|name| names.contains(name)) {
                        return Some(row);
                    }
                    start = row.end + 1;
                }
            }
        }
        None
    }
}

/// Reads records from a set of files and collects what is wrong with them.
pub struct Reader<'f> {
    pub(super) files: &'f [File],
    /// Whether the files may be wrong: somebody else's, or ours before they were tested.
    pub thorough: bool,
    /// What was found wrong so far.
    pub errors: Vec<LoadError>,
}

struct Raw<'f> {
    id: String,
    place: Place,
    fields: DeTable<'f>,
}

impl<'f> Reader<'f> {
    /// Reads from these files; overlay files come after built-in ones. `thorough` where they may be wrong.
    #[must_use]
    pub const fn new(files: &'f [File], thorough: bool) -> Self {
        Self { files, thorough, errors: Vec::new() }
    }

    /// Where a record stands, as `file:line`.
    #[must_use]
    pub fn shown(&self, place: Place) -> String {
        let (file, line) = place.shown(self.files);
        format!("{file}:{line}")
    }

    /// Notes an error at a record.
    pub fn error(&mut self, place: Place, record: &str, reason: impl Into<String>) {
        let file = &self.files[place.file];
        self.errors.push(LoadError {
            file: file.shown.clone(),
            line: Some(file.line(place.offset)),
            record: Some(record.chars().take(80).collect()),
            reason: reason.into(),
        });
    }

    /// The text of a file that is read as a whole; an overlay's replaces ours.
    #[must_use]
    pub fn text(&self, path: &str) -> Option<Cow<'static, str>> {
        self.files.iter().rfind(|file| file.path == path).map(|file| file.text.clone())
    }

    /// Notes that a file lacks a record.
    pub fn missing(&mut self, path: &str, record: &str, reason: &str) {
        let file = self.files.iter().rfind(|file| file.path == path);
        self.errors.push(LoadError {
            file: file.map_or_else(|| format!("data/{path}"), |file| file.shown.clone()),
            line: None,
            record: Some(record.to_owned()),
            reason: reason.to_owned(),
        });
    }

    fn error_at(&mut self, file: usize, offset: Option<usize>, record: Option<&str>, reason: String) {
        let file = &self.files[file];
        self.errors.push(LoadError {
            file: file.shown.clone(),
            line: offset.map(|offset| file.line(offset)),
            record: record.map(str::to_owned),
            reason,
        });
    }

    fn parse(&mut self, at: usize) -> DeTable<'f> {
        let file: &'f File = &self.files[at];
        let (table, errors) = DeTable::parse_recoverable(&file.text);
        for error in errors.into_iter().take(20) {
            self.error_at(
                at,
                error.span().map(|span| span.start),
                None,
                format!("{}; correct the TOML syntax", error.message().trim()),
            );
        }
        table.into_inner()
    }

    /// Reads every `[[key]]` of the files that `belongs` picks, merged by id: a later record replaces the fields that
    /// it names.
    pub fn records<T: DeserializeOwned>(
        &mut self,
        key: &str,
        belongs: impl Fn(&str) -> bool,
    ) -> Vec<Located<T>> {
        if let Some(prepared) = self.prepared(&belongs) {
            return prepared;
        }
        let mut raws: Vec<Raw<'f>> = Vec::new();
        for at in 0..self.files.len() {
            if !belongs(&self.files[at].path) {
                continue;
            }
            let mut table = self.parse(at);
            let list = table.remove(key);
            for (name, value) in &table {
                let name: &str = name.get_ref();
                self.error_at(
                    at,
                    Some(value.span().start),
                    None,
                    format!("unknown section `{}`; this file holds only [[{key}]]", name.escape_debug()),
                );
            }
            let Some(list) = list else { continue };
            let start = list.span().start;
            let DeValue::Array(list) = list.into_inner() else {
                self.error_at(
                    at,
                    Some(start),
                    None,
                    format!("`{key}` must be a list of tables: write [[{key}]]"),
                );
                continue;
            };
            for item in list {
                self.record(key, at, item, &mut raws);
            }
        }
        let mut found = Vec::new();
        for raw in raws {
            let value = Spanned::new(raw.place.offset..raw.place.offset, DeValue::Table(raw.fields));
            match T::deserialize(ValueDeserializer::from(value)) {
                Ok(value) => found.push(Located { value, place: raw.place }),
                Err(error) => {
                    let offset = error.span().map_or(raw.place.offset, |span| span.start);
                    self.error_at(
                        raw.place.file,
                        Some(offset),
                        Some(&raw.id),
                        error.message().trim().to_owned(),
                    );
                }
            }
        }
        found
    }

    /// The records that the build script made of the files, if they may be trusted and all of them can be read so.
    fn prepared<T: DeserializeOwned>(&self, belongs: &impl Fn(&str) -> bool) -> Option<Vec<Located<T>>> {
        if self.thorough {
            return None;
        }
        let mut found = Vec::new();
        for (at, file) in self.files.iter().enumerate().filter(|(_, file)| belongs(&file.path)) {
            let records: Vec<Prepared<T>> = serde_json::from_str(file.prepared?).ok()?;
            found.extend(
                records.into_iter().map(|Prepared { at: offset, value }| Located {
                    value,
                    place: Place { file: at, offset },
                }),
            );
        }
        Some(found)
    }

    /// As [`Self::prepared`], the rows of a CSV file that are wanted.
    fn prepared_rows<T: DeserializeOwned>(&self, path: &str, wanted: &Wanted<'_>) -> Option<Vec<Located<T>>> {
        let file = self.files.iter().position(|file| file.path == path).filter(|_| !self.thorough)?;
        let text = self.files[file].prepared?;
        let (heading, body) = text.strip_prefix('\u{1e}')?.split_once('\u{1e}').unwrap_or((&text[1..], ""));
        let fields = |record: &mut StringRecord, row: &str| -> Option<usize> {
            let (offset, rest) = row.split_once('\u{1f}')?;
            record.clear();
            let mut from = 0;
            for end in memchr::memchr_iter(0x1f, rest.as_bytes()) {
                record.push_field(&rest[from..end]);
                from = end + 1;
            }
            offset.parse().ok()
        };
        let (mut head, mut record) = (StringRecord::new(), StringRecord::new());
        fields(&mut head, heading)?;
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(range) = wanted.next(body, at) {
            let offset = fields(&mut record, &body[range.clone()])?;
            let value = record.deserialize(Some(&head)).ok()?;
            found.push(Located { value, place: Place { file, offset } });
            at = range.end + 1;
        }
        Some(found)
    }

    fn record(&mut self, key: &str, at: usize, item: Spanned<DeValue<'f>>, raws: &mut Vec<Raw<'f>>) {
        let place = Place { file: at, offset: item.span().start };
        let DeValue::Table(fields) = item.into_inner() else {
            return self.error_at(
                at,
                Some(place.offset),
                None,
                format!("an entry of `{key}` is not a table"),
            );
        };
        let id = match fields.get("id").map(Spanned::get_ref) {
            Some(DeValue::String(id)) => id.to_string(),
            Some(_) => {
                return self.error_at(at, Some(place.offset), None, "`id` must be a string".to_owned());
            }
            None => {
                return self.error_at(
                    at,
                    Some(place.offset),
                    None,
                    format!("[[{key}]] has no `id`; give it one"),
                );
            }
        };
        let Some(earlier) = raws.iter_mut().find(|raw| raw.id == id) else {
            raws.push(Raw { id, place, fields });
            return;
        };
        if self.files[earlier.place.file].overlay == self.files[at].overlay {
            let other = &self.files[earlier.place.file];
            let first = format!("{}:{}", other.shown, other.line(earlier.place.offset));
            return self.error_at(
                at,
                Some(place.offset),
                Some(&id),
                format!("duplicate id; the first one is at {first}: rename or remove one"),
            );
        }
        earlier.place = place;
        for (name, value) in fields {
            earlier.fields.insert(name, value);
        }
    }

    /// Reads a file that holds one record, merged field by field (tables inside it too).
    pub fn single<T: DeserializeOwned>(&mut self, path: &str) -> Option<Located<T>> {
        if !self.thorough
            && let Some(file) = self.files.iter().position(|file| file.path == path)
            && let Some(value) = self.files[file].prepared.and_then(|text| serde_json::from_str(text).ok())
        {
            return Some(Located { value, place: Place { file, offset: 0 } });
        }
        let mut merged: Option<(DeTable<'f>, Place)> = None;
        for at in 0..self.files.len() {
            if self.files[at].path != path {
                continue;
            }
            let table = self.parse(at);
            let place = Place { file: at, offset: 0 };
            merged = Some(match merged {
                None => (table, place),
                Some((mut base, _)) => {
                    merge(&mut base, table);
                    (base, place)
                }
            });
        }
        let (table, place) = merged?;
        match T::deserialize(ValueDeserializer::from(Spanned::new(0..0, DeValue::Table(table)))) {
            Ok(value) => Some(Located { value, place }),
            Err(error) => {
                let offset = error.span().map_or(0, |span| span.start);
                self.error_at(place.file, Some(offset), None, error.message().trim().to_owned());
                None
            }
        }
    }
}

impl<'f> Reader<'f> {
    /// Reads the rows of a CSV file, merged by id like records.
    pub fn rows<T: DeserializeOwned>(&mut self, path: &str, id: impl Fn(&T) -> &str) -> Vec<Located<T>> {
        self.rows_where(path, &Wanted::All, id)
    }

    /// As [`Self::rows`]; of our own files only the rows that are wanted.
    pub fn rows_where<T: DeserializeOwned>(
        &mut self,
        path: &str,
        wanted: &Wanted<'_>,
        id: impl Fn(&T) -> &str,
    ) -> Vec<Located<T>> {
        if let Some(found) = self.prepared_rows(path, wanted) {
            return found;
        }
        let mut found: Vec<Located<T>> = Vec::new();
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        for at in 0..self.files.len() {
            if self.files[at].path != path {
                continue;
            }
            let files: &'f [File] = self.files;
            let text = &*files[at].text;
            // Ours are written without spaces around values; somebody else's may not be.
            let trim = if files[at].overlay { csv::Trim::All } else { csv::Trim::None };
            let mut reader = csv::ReaderBuilder::new().trim(trim).from_reader(text.as_bytes());
            let headers = match reader.headers() {
                Ok(headers) => headers.clone(),
                Err(error) => {
                    self.error_at(at, Some(0), None, format!("{error}; correct the first line"));
                    continue;
                }
            };
            for record in reader.records() {
                let offset = |position: Option<&csv::Position>| {
                    position.and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(0)
                };
                match record.and_then(|record| {
                    Ok((offset(record.position()), record.deserialize::<T>(Some(&headers))?))
                }) {
                    Err(error) => {
                        let place = offset(error.position());
                        self.error_at(at, Some(place), None, error.to_string());
                    }
                    Ok((place, value)) => {
                        let place = Place { file: at, offset: place };
                        match known.get(id(&value)).copied() {
                            None => {
                                known.insert(id(&value).to_owned(), found.len());
                                found.push(Located { value, place });
                            }
                            Some(earlier)
                                if self.files[found[earlier].place.file].overlay
                                    == self.files[at].overlay =>
                            {
                                let name = id(&value).to_owned();
                                self.error_at(
                                    at,
                                    Some(place.offset),
                                    Some(&name),
                                    "duplicate id; rename or remove one".to_owned(),
                                );
                            }
                            Some(earlier) => found[earlier] = Located { value, place },
                        }
                    }
                }
            }
        }
        found
    }
}

fn merge<'f>(base: &mut DeTable<'f>, over: DeTable<'f>) {
    for (name, value) in over {
        let key: &str = name.get_ref();
        if let (Some(DeValue::Table(inner)), DeValue::Table(_)) =
            (base.get_mut(key).map(Spanned::get_mut), value.get_ref())
        {
            if let DeValue::Table(over) = value.into_inner() {
                merge(inner, over);
            }
        } else {
            base.insert(name, value);
        }
    }
}
