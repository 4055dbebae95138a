//! The publications that an answer cites: collected from its parts, listed once, in catalogue order.

use serde_json::value::RawValue;

use super::rulebook::DecideData;
use crate::domain::cite::{SourceRef, source_ref};
use crate::domain::provenance::{Citations, SourceKind, SourceSet};

/// Publications cited, each once, in catalogue order.
pub(super) struct Cited<'c> {
    data: &'c DecideData,
    set: SourceSet,
}

impl<'c> Cited<'c> {
    pub(super) fn new(data: &'c DecideData) -> Self {
        Self { data, set: SourceSet::default() }
    }

    pub(super) fn add(&mut self, citations: &Citations) {
        let cited = citations.sources(|id| self.data.source_at(id));
        self.set.iter_mut().zip(cited).for_each(|(word, cited)| *word |= cited);
    }

    /// How many of them are publications: our own judgement is none.
    pub(super) fn publications(&self) -> usize {
        self.positions().filter(|at| self.data.sources[*at].kind != SourceKind::Judgement).count()
    }

    pub(super) fn positions(&self) -> impl Iterator<Item = usize> + use<'_, 'c> {
        let held = |at: &usize| self.set.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1);
        (0..self.data.sources.len()).filter(held)
    }

    pub(super) fn json(&self) -> Vec<&'c RawValue> {
        self.positions().map(|at| self.data.source_json(at)).collect()
    }
}

/// The sources that citations name, each once.
#[must_use]
pub fn cited<'c, 'r>(
    data: &'c DecideData,
    citations: impl IntoIterator<Item = &'r Citations>,
) -> Vec<SourceRef<'c>> {
    let mut cited = Cited::new(data);
    citations.into_iter().for_each(|citations| cited.add(citations));
    cited.positions().map(|at| source_ref(&data.sources[at])).collect()
}
