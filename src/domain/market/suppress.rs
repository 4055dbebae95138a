//! Which figures may not be printed: those of too few, and one more wherever these could be had by subtraction.

use std::collections::BTreeMap;

use super::scope::Scope;
use crate::domain::vocab::vocabulary;

/// Fewest distinct bands behind a figure that is printed.
pub const LEAST_BANDS: u32 = 5;
/// Fewest employers behind it.
pub const LEAST_EMPLOYERS: u32 = 3;

vocabulary! {
    /// Why a figure is not printed.
    Suppressed("reason why a figure is not printed") {
        /// Too few bands or employers.
        Floor = "floor",
        /// Another one could be had by subtraction.
        Complement = "complement",
    }
}

/// What a figure rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Basis {
    /// Distinct bands.
    pub bands: u32,
    /// Employers.
    pub employers: u32,
}

/// The margins that a scope is part of: all levels of its region, all regions of its level.
fn margins(scope: &Scope) -> impl Iterator<Item = Scope> {
    let levels = scope.level.map(|_| Scope { level: None, ..*scope });
    let regions = scope.region.map(|_| Scope { region: None, ..*scope });
    levels.into_iter().chain(regions)
}

/// Decides what is not printed.
///
/// A figure below the floor is not. Where exactly one part of a printed whole is not printed, it could be had from the
/// whole and the other parts, so the smallest of these is not printed either; where there is no other part, the whole is
/// not. Ads whose level or region is unknown are a part that is never printed and cannot be told from another: where there
/// are enough of them, nothing can be had by subtraction.
#[must_use]
pub fn suppressed(basis: &BTreeMap<Scope, Basis>) -> BTreeMap<Scope, Suppressed> {
    let below = |basis: &Basis| basis.bands < LEAST_BANDS || basis.employers < LEAST_EMPLOYERS;
    let mut out: BTreeMap<Scope, Suppressed> =
        basis.iter().filter(|(_, item)| below(item)).map(|(scope, _)| (*scope, Suppressed::Floor)).collect();
    // The parts of every whole, by levels and by regions.
    let mut parts: BTreeMap<(Scope, bool), Vec<Scope>> = BTreeMap::new();
    for scope in basis.keys() {
        for whole in margins(scope) {
            parts.entry((whole, whole.level != scope.level)).or_default().push(*scope);
        }
    }
    loop {
        let mut more = Vec::new();
        for ((whole, _), parts) in &parts {
            let (Some(total), false) = (basis.get(whole), out.contains_key(whole)) else { continue };
            let hidden: Vec<&Scope> = parts.iter().filter(|part| out.contains_key(part)).collect();
            let told: u32 = parts.iter().filter_map(|part| basis.get(part)).map(|item| item.bands).sum();
            // What is in no part: a hidden part of its own.
            let unknown = total.bands.saturating_sub(told);
            if hidden.len() != 1 || unknown >= LEAST_BANDS {
                continue;
            }
            let smallest = parts
                .iter()
                .filter(|part| !out.contains_key(part))
                .min_by_key(|part| (basis.get(part).map_or(0, |item| item.bands), **part));
            more.push(*smallest.unwrap_or(whole));
        }
        if more.is_empty() {
            return out;
        }
        out.extend(more.into_iter().map(|scope| (scope, Suppressed::Complement)));
    }
}

#[cfg(test)]
mod tests {
    use super::super::seen::Code;
    use super::*;
    use crate::domain::job::audit::described::Described;
    use crate::domain::vocab::Level;

    fn scope(level: Option<Level>, region: Option<&str>) -> Scope {
        Scope {
            role: Described::CommunityManager,
            country: Code::new("FR").unwrap(),
            level,
            region: region.and_then(Code::new),
        }
    }

    fn basis(rows: &[(Option<Level>, Option<&str>, u32)]) -> BTreeMap<Scope, Basis> {
        let of = |bands| Basis { bands, employers: bands };
        rows.iter().map(|(level, region, bands)| (scope(*level, *region), of(*bands))).collect()
    }

    #[test]
    fn what_could_be_had_by_subtraction_takes_another_with_it() {
        let rows = [
            (None, None, 40),
            (Some(Level::Junior), None, 20),
            (Some(Level::Mid), None, 17),
            (Some(Level::Senior), None, 3),
        ];
        let out = suppressed(&basis(&rows));
        assert_eq!(out.get(&scope(Some(Level::Senior), None)), Some(&Suppressed::Floor));
        assert_eq!(out.get(&scope(Some(Level::Mid), None)), Some(&Suppressed::Complement));
        assert_eq!(out.len(), 2);
        // Where enough ads tell no level, nothing can be had.
        let rows = [(None, None, 60), rows[1], rows[2], rows[3]];
        assert_eq!(suppressed(&basis(&rows)).len(), 1);
    }

    #[test]
    fn a_whole_with_one_part_hides_with_it() {
        let rows = [(None, None, 6), (Some(Level::Junior), None, 4)];
        let out = suppressed(&basis(&rows));
        assert_eq!(out.get(&scope(None, None)), Some(&Suppressed::Complement));
        assert!(suppressed(&basis(&[(None, None, 9), (Some(Level::Junior), None, 9)])).is_empty());
    }

    #[test]
    fn the_floor_counts_employers_too() {
        let mut one = basis(&[(None, None, 50)]);
        for item in one.values_mut() {
            item.employers = 2;
        }
        assert_eq!(suppressed(&one).len(), 1);
    }
}
