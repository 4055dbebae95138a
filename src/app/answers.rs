//! Answers given before. An answer follows from question, language, day and data alone, so that the same question asked
//! again need not be thought through again. New data begin with no answers.

use axum::body::Bytes;
use quick_cache::Weighter;
use quick_cache::sync::Cache;

use crate::toolkit::Asking;

/// Most bytes that answers and their questions take.
const BYTES: u64 = 32 << 20;
/// Questions longer than this do not come again.
const LONGEST: usize = 4 << 10;
/// About so many answers fit.
const ANSWERS: usize = 2_000;

/// A question as it came.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Question {
    kind: &'static str,
    body: Bytes,
    asking: Asking,
}

#[derive(Clone, Debug)]
struct Size;

impl Weighter<Question, Bytes> for Size {
    fn weight(&self, question: &Question, answer: &Bytes) -> u64 {
        (question.body.len() + answer.len() + 128) as u64
    }
}

/// The answers, the most wanted first to stay.
#[derive(Debug)]
pub struct Answers(Cache<Question, Bytes, Size>);

impl Default for Answers {
    fn default() -> Self {
        Self(Cache::with_weighter(ANSWERS, BYTES, Size))
    }
}

impl Answers {
    /// The answer to a question of a kind: that of before, or a new one. Only answers are kept, never refusals.
    ///
    /// # Errors
    /// Those of `think`.
    pub fn get<E>(
        &self,
        kind: &'static str,
        body: &Bytes,
        asking: Asking,
        think: impl FnOnce() -> Result<Vec<u8>, E>,
    ) -> Result<Bytes, E> {
        let question = Question { kind, body: body.clone(), asking };
        if let Some(answer) = self.0.get(&question) {
            return Ok(answer);
        }
        let answer = Bytes::from(think()?);
        if body.len() <= LONGEST {
            // The body may be a part of a larger buffer, which must not be kept.
            let body = Bytes::copy_from_slice(body);
            self.0.insert(Question { kind, body, asking }, answer.clone());
        }
        Ok(answer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::dated::parse_day;
    use crate::domain::text::Lang;

    #[test]
    fn an_answer_is_kept_for_its_question_language_and_day_only() {
        let answers = Answers::default();
        let asking = |lang, day| Asking { lang, as_of: parse_day(day).unwrap() };
        let thought = std::cell::Cell::new(0);
        let ask = |body: &'static str, asking| {
            let think = || {
                thought.set(thought.get() + 1);
                Ok::<_, ()>(format!("{body}{thought:?}").into_bytes())
            };
            answers.get("x", &Bytes::from_static(body.as_bytes()), asking, think).unwrap()
        };
        let (fr, en) = (asking(Lang::Fr, "2026-11-21"), asking(Lang::En, "2026-11-21"));
        assert_eq!(ask("a", fr), ask("a", fr));
        assert_eq!(thought.get(), 1);
        assert_ne!(ask("a", fr), ask("a", en));
        assert_ne!(ask("a", fr), ask("b", fr));
        assert_ne!(ask("a", fr), ask("a", asking(Lang::Fr, "2026-11-22")));
        let other = answers.get("y", &Bytes::from_static(b"a"), fr, || Ok::<_, ()>(vec![2]));
        assert_eq!(other.unwrap(), [2][..], "kinds do not mix");
        let refused = answers.get("x", &Bytes::from_static(b"c"), fr, || Err("no"));
        assert_eq!(refused, Err("no"));
        assert!(answers.get("x", &Bytes::from_static(b"c"), fr, || Ok::<_, ()>(vec![1])).is_ok());
    }

    #[test]
    fn what_is_kept_is_bounded() {
        let answers = Answers::default();
        let asking = Asking { lang: Lang::Fr, as_of: parse_day("2026-11-21").unwrap() };
        for number in 0..20_000_u32 {
            let body = Bytes::from(number.to_string());
            drop(answers.get("x", &body, asking, || Ok::<_, ()>(vec![0; 12_000])));
        }
        assert!(answers.0.weight() <= BYTES, "{}", answers.0.weight());
    }
}
