//! The parts of an ad: which heading, or which words before a colon, say what a block is about.

use crate::domain::job::fold::{Folded, Kind};
use crate::domain::job::lexicon::{Compiled, Part};
use crate::domain::job::matcher::{Hit, word_end};
use crate::domain::work::{Abandoned, Work};

/// The level of a short line that may be a heading.
const LINE: u8 = 8;
/// That of one that must be a heading and nothing else.
const WHOLE: u8 = 9;

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
                (text.len() <= 60 && !text.contains('\n') && !text.ends_with(['.', ',', ';'])).then_some(LINE)
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
        if let Some(level) = level.filter(|_| at > 0 || !matches!(block.kind, Kind::Text)) {
            // Right below the title stands a heading only where it is nothing else.
            let level = if at == 1 && level == LINE { WHOLE } else { level };
            let best = heading(compiled, text, level, work);
            let level = level.min(LINE);
            // Nobody begins an ad with how to apply.
            let best =
                best.filter(|part| at > 0 || !matches!(part, Part::Process | Part::Offer | Part::Legal));
            match best {
                Some(part) => {
                    // "Bonus" below "Profile" is a part of its own; a project's "role" below "About us" is not.
                    (current, depth) = (part, level);
                }
                None if level < LINE && level <= depth && level < 7 => {
                    (current, depth) = (Part::Unknown, level);
                }
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
    heading(compiled, head, LINE, work).map(|part| (part, false))
}

/// The part that a line announces by what it is called. Of two names of one length the more exact one tells: "about you"
/// is no "about" of anything else.
fn heading(compiled: &Compiled, text: &str, level: u8, work: &Work<'_>) -> Option<Part> {
    let line = text.lines().next().unwrap_or("");
    let mut hits: Vec<(Hit<Part>, usize)> = Vec::new();
    compiled.headings.find(line, work, |hit| {
        let end = word_end(line.as_bytes(), hit.end);
        work.count(end - hit.end);
        hits.push((Hit { end, ..hit }, hit.end - hit.start));
    });
    let best = hits.iter().max_by_key(|(hit, told)| (hit.end - hit.start, *told, usize::MAX - hit.start))?;
    let (from, to, part) = (best.0.start, best.0.end, best.0.tag);
    // "Skills and experience" names one part twice.
    let mut covered = to - from;
    let mut reach = 0;
    hits.sort_by_key(|(hit, _)| (hit.start, usize::MAX - hit.end));
    for (hit, _) in hits.iter().filter(|(hit, _)| hit.tag == part && (hit.end <= from || hit.start >= to)) {
        if hit.start >= reach {
            covered += hit.end - hit.start;
            reach = hit.end;
        }
    }
    let letters = line.chars().filter(|c| c.is_alphanumeric()).count();
    // The less a line looks like a heading, the more of it must be one.
    let told = match level {
        0..LINE => (to - from) * 3 >= letters || from < 6,
        LINE => covered * 10 >= letters * 7,
        _ => covered * 10 >= letters * 9,
    };
    told.then_some(part)
}
