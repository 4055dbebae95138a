//! The parts of an ad: which heading, or which words before a colon, say what a block is about.

use crate::domain::job::fold::{Folded, Kind};
use crate::domain::job::lexicon::{Compiled, Part};
use crate::domain::job::matcher::{Hit, word_end};
use crate::domain::work::{Abandoned, Work};

/// The part every block belongs to.
pub(super) fn parts(
    compiled: &Compiled,
    folded: &Folded,
    work: &Work<'_>,
) -> Result<Vec<(usize, Part)>, Abandoned> {
    let mut current = Part::Unknown;
    let mut depth = 0;
    let mut list = Vec::with_capacity(folded.blocks.len());
    for (at, block) in folded.blocks.iter().enumerate() {
        let text = &folded.text[block.start..block.end];
        work.step(text.len())?;
        let level = match block.kind {
            Kind::Heading(level) => Some(level),
            Kind::Item => None,
            // A short line that is nothing but a known heading.
            Kind::Text => {
                (text.len() <= 60 && !text.contains('\n') && !text.ends_with(['.', ',', ';'])).then_some(8)
            }
        };
        // "As such you will:" and "Profile: …" say what follows, whatever they look like.
        if !matches!(block.kind, Kind::Heading(_))
            && let Some((part, whole)) = announced(compiled, text, at, work)
        {
            // A label with its value says what its own line is, and nothing about the next.
            if whole {
                (current, depth) = (part, 7);
            }
            list.push((at, part));
            continue;
        }
        if let Some(level) = level.filter(|_| at > 1 || !matches!(block.kind, Kind::Text)) {
            let best = heading(compiled, text, level, work);
            // Nobody begins an ad with how to apply.
            let best =
                best.filter(|part| at > 0 || !matches!(part, Part::Process | Part::Offer | Part::Legal));
            match best {
                Some(part) => {
                    // "Bonus" below "Profile" is a part of its own; a project's "role" below "About us" is not.
                    (current, depth) = (part, level);
                }
                None if level < 8 && level <= depth && level < 7 => (current, depth) = (Part::Unknown, level),
                None => {}
            }
        }
        list.push((at, current));
    }
    Ok(list)
}

/// What a block announces: by its last words before a final colon (then for all that follows), or by what stands before
/// a colon near its beginning.
fn announced(compiled: &Compiled, text: &str, at: usize, work: &Work<'_>) -> Option<(Part, bool)> {
    let text = text.trim_end();
    if let Some(line) = text.strip_suffix(':').and_then(|text| text.lines().last()) {
        let from = line.len().saturating_sub(70);
        let from = (from..line.len()).find(|at| line.is_char_boundary(*at)).unwrap_or(0);
        let mut best: Option<Hit<Part>> = None;
        compiled.headings.find(&line[from..], work, |hit| {
            if best.is_none_or(|known| hit.end >= known.end) {
                best = Some(hit);
            }
        });
        return best.map(|hit| (hit.tag, true));
    }
    let (head, rest) = text.lines().next()?.split_once(':')?;
    if head.len() > 40 || rest.trim().is_empty() || at == 0 {
        return None;
    }
    heading(compiled, head, 8, work).map(|part| (part, false))
}

fn heading(compiled: &Compiled, text: &str, level: u8, work: &Work<'_>) -> Option<Part> {
    let line = text.lines().next().unwrap_or("");
    let mut best: Option<Hit<Part>> = None;
    compiled.headings.find(line, work, |hit| {
        let end = word_end(line.as_bytes(), hit.end);
        work.count(end - hit.end);
        let hit = Hit { end, ..hit };
        let longer = best.is_none_or(|known| hit.end - hit.start > known.end - known.start);
        if longer {
            best = Some(hit);
        }
    });
    let letters = line.chars().filter(|c| c.is_alphanumeric()).count();
    best.filter(|hit| {
        let length = hit.end - hit.start;
        // The less a line looks like a heading, the more of it must be one.
        match level {
            0..=7 => length * 3 >= letters || hit.start < 6,
            _ => length * 10 >= letters * 7,
        }
    })
    .map(|hit| hit.tag)
}
