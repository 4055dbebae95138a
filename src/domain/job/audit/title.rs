//! What a title says: a role, both, or another profession.

use super::described::Described;
use crate::domain::job::data::JobData;
use crate::domain::job::fold::{Folded, Kind, fold};
use crate::domain::job::lexicon::{Compiled, Lexicon};
use crate::domain::job::lists::List;
use crate::domain::job::matcher::{Hit, word_end};
use crate::domain::work::Work;

/// Longest title, in characters.
const LONGEST_TITLE: usize = 200;

/// What a title says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TitleReading {
    /// The title.
    pub text: String,
    /// A role, `both`, or another profession's id; none when it is not recognised.
    pub says: Option<String>,
}

impl TitleReading {
    /// The title in terms of roles.
    #[must_use]
    pub fn role(&self) -> Option<Described> {
        self.says.as_deref().map(|id| Described::find(id).unwrap_or(Described::Other))
    }
}

/// Reads a title that was given.
pub(super) fn read_title(data: &JobData, compiled: &Compiled, title: &str, work: &Work<'_>) -> TitleReading {
    // No title is longer than a line; what goes on is not looked at.
    let shown: String = title.trim().chars().take(LONGEST_TITLE).collect();
    let folded = fold(&shown, data.lists.of(List::NameBeginnings));
    let line = folded.text.replace('\n', " ");
    TitleReading { says: title_says(&data.lexicon, compiled, &line, work), text: shown }
}

fn title_says(lexicon: &Lexicon, compiled: &Compiled, line: &str, work: &Work<'_>) -> Option<String> {
    let mut hits: Vec<Hit<u16>> = Vec::new();
    compiled.titles.find(line, work, |hit| hits.push(Hit { end: word_end(line.as_bytes(), hit.end), ..hit }));
    let id = |hit: &Hit<u16>| lexicon.titles.get(usize::from(hit.tag)).map_or("", String::as_str);
    // The longest name wins; the earlier of two equal ones.
    let best = hits.iter().max_by_key(|hit| (hit.end - hit.start, usize::MAX - hit.start))?;
    let has = |role: &str| hits.iter().any(|hit| id(hit) == role);
    let apart = |a: &str, b: &str| {
        let of = |role: &str| {
            hits.iter().filter(|hit| id(hit) == role).map(|hit| hit.start..hit.end).collect::<Vec<_>>()
        };
        of(a).iter().any(|x| of(b).iter().any(|y| x.end <= y.start || y.end <= x.start))
    };
    if has("community-manager")
        && has("social-media-manager")
        && apart("community-manager", "social-media-manager")
    {
        return Some("both".to_owned());
    }
    // "Social media recruiter": the other profession says what is done, the networks where.
    let generic = lexicon.fields.iter().any(|field| *field == line[best.start..best.end]);
    let other =
        hits.iter().filter(|hit| Described::find(id(hit)).is_none()).max_by_key(|hit| hit.end - hit.start);
    Some(id(other.filter(|_| generic).unwrap_or(best)).to_owned())
}

/// The title inside the text: a heading or short line near the top that names a profession.
pub(super) fn title_in(
    lexicon: &Lexicon,
    compiled: &Compiled,
    folded: &Folded,
    work: &Work<'_>,
) -> Option<(usize, TitleReading)> {
    folded.blocks.iter().enumerate().take(4).find_map(|(at, block)| {
        let text = folded.text[block.start..block.end].trim();
        if text.len() > 110 || text.contains('\n') || block.kind == Kind::Item {
            return None;
        }
        let says = title_says(lexicon, compiled, text, work)?;
        Some((at, TitleReading { text: text.to_owned(), says: Some(says) }))
    })
}
