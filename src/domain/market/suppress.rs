//! Which figures may not be printed: those of too few, and one more wherever these could be had by subtraction.

use std::collections::{BTreeMap, BTreeSet};

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

/// What a figure rests on, as far as the floor asks: some of its bands, each with its employer.
///
/// Of few bands or few employers all are kept, of many as many as it takes to see that they are many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Basis(BTreeSet<(u64, u64)>);

impl Basis {
    /// Takes a band: the number of its employer, and that of the band among all.
    pub fn add(&mut self, employer: u64, band: u64) {
        let of_it = self.0.range((employer, 0)..=(employer, u64::MAX)).count();
        if !self.meets_floor() && of_it < LEAST_BANDS as usize {
            self.0.insert((employer, band));
        }
    }

    /// Takes over another.
    fn join(&mut self, other: &Self) {
        other.0.iter().for_each(|(employer, band)| self.add(*employer, *band));
    }

    /// Whether there are enough bands and employers to print a figure.
    #[must_use]
    pub fn meets_floor(&self) -> bool {
        let mut employers = 0_u32;
        let mut last = None;
        for (employer, _) in &self.0 {
            employers += u32::from(last != Some(*employer));
            last = Some(*employer);
        }
        self.0.len() >= LEAST_BANDS as usize && employers >= LEAST_EMPLOYERS
    }
}

/// The margins that a scope is part of: all levels of its region, all regions of its level.
fn margins(scope: &Scope) -> impl Iterator<Item = Scope> {
    let levels = scope.level.map(|_| Scope { level: None, ..*scope });
    let regions = scope.region.map(|_| Scope { region: None, ..*scope });
    levels.into_iter().chain(regions)
}

/// Whether a scope lies in another of its role and country: it has the level and region of the other where it has them.
fn inside(scope: &Scope, whole: &Scope) -> bool {
    (whole.level.is_none() || whole.level == scope.level)
        && (whole.region.is_none() || whole.region == scope.region)
}

/// Decides what is not printed. `atoms` are the bases of ads by level and region as they are known, none where they are not:
/// every scope is a sum of them. `sizes` are the bands of each scope.
///
/// A figure below the floor is not printed. Of a printed whole, what is in none of its printed parts could be had from the
/// whole and these parts: ads of hidden parts, and those whose level or region is unknown. Where there is anything of the
/// kind and it is below the floor itself, the smallest printed part is not printed either.
#[must_use]
pub fn suppressed(
    atoms: &BTreeMap<Scope, Basis>,
    sizes: &BTreeMap<Scope, u32>,
) -> BTreeMap<Scope, Suppressed> {
    // Roles and countries have nothing to do with one another.
    let mut groups: BTreeMap<_, Group> = BTreeMap::new();
    for (scope, basis) in atoms {
        groups.entry((scope.role, scope.country)).or_default().0.push((scope, basis));
    }
    for (scope, size) in sizes {
        groups.entry((scope.role, scope.country)).or_default().1.insert(*scope, *size);
    }
    groups.into_values().flat_map(|(atoms, sizes)| of_one(&atoms, &sizes)).collect()
}

/// What is known of a role in a country: the bases of its ads, and the bands of its scopes.
type Group<'b> = (Vec<(&'b Scope, &'b Basis)>, BTreeMap<Scope, u32>);

fn of_one(atoms: &[(&Scope, &Basis)], sizes: &BTreeMap<Scope, u32>) -> BTreeMap<Scope, Suppressed> {
    let sum = |of: &dyn Fn(&Scope) -> bool| {
        let mut basis = Basis::default();
        atoms.iter().filter(|(atom, _)| of(atom)).for_each(|(_, item)| basis.join(item));
        basis
    };
    let below = |scope: &Scope| !sum(&|atom| inside(atom, scope)).meets_floor();
    let mut out: BTreeMap<Scope, Suppressed> =
        sizes.keys().filter(|scope| below(scope)).map(|scope| (*scope, Suppressed::Floor)).collect();
    // The parts of every whole, by levels and by regions.
    let mut parts: BTreeMap<(Scope, bool), Vec<Scope>> = BTreeMap::new();
    for scope in sizes.keys() {
        for whole in margins(scope) {
            parts.entry((whole, whole.level != scope.level)).or_default().push(*scope);
        }
    }
    loop {
        let mut more = Vec::new();
        for ((whole, _), parts) in &parts {
            if out.contains_key(whole) || !sizes.contains_key(whole) {
                continue;
            }
            let printed: Vec<&Scope> = parts.iter().filter(|part| !out.contains_key(part)).collect();
            let rest = sum(&|atom| inside(atom, whole) && !printed.iter().any(|part| inside(atom, part)));
            if rest.0.is_empty() || rest.meets_floor() {
                continue;
            }
            let size = |scope: &Scope| sizes.get(scope).copied().unwrap_or(0);
            more.extend(printed.into_iter().min_by_key(|part| (size(part), **part)).copied());
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

    /// Scopes with so many bands, each of an employer of its own or all of one.
    fn decided(
        atoms: &[(Option<Level>, Option<&str>, u64, bool)],
    ) -> (BTreeMap<Scope, Suppressed>, BTreeMap<Scope, u32>) {
        let (mut bases, mut sizes) = (BTreeMap::<Scope, Basis>::new(), BTreeMap::<Scope, u32>::new());
        let mut next = 0;
        for (level, region, bands, one_employer) in atoms {
            let atom = scope(*level, *region);
            let employer = next;
            for band in 0..*bands {
                next += 1;
                bases.entry(atom).or_default().add(if *one_employer { employer } else { next }, band);
            }
            let wholes = [atom, scope(None, *region), scope(*level, None), scope(None, None)];
            for whole in wholes.into_iter().collect::<BTreeSet<_>>() {
                *sizes.entry(whole).or_default() += u32::try_from(*bands).unwrap();
            }
        }
        (suppressed(&bases, &sizes), sizes)
    }

    #[test]
    fn what_could_be_had_by_subtraction_takes_another_with_it() {
        let rows = [
            (Some(Level::Junior), None, 20, false),
            (Some(Level::Mid), None, 17, false),
            (Some(Level::Senior), None, 3, false),
        ];
        let (out, _) = decided(&rows);
        assert_eq!(out.get(&scope(Some(Level::Senior), None)), Some(&Suppressed::Floor));
        assert_eq!(out.get(&scope(Some(Level::Mid), None)), Some(&Suppressed::Complement));
        assert_eq!(out.len(), 2);
        // Where enough ads tell no level, nothing can be had.
        let (out, _) = decided(&[rows[0], rows[1], rows[2], (None, None, 20, false)]);
        assert_eq!(out.len(), 1);
    }

    #[test]
    fn ads_that_tell_no_level_are_a_part_too() {
        // Six junior ads and one that tells no level: the whole and the part would give it away.
        let (out, _) = decided(&[(Some(Level::Junior), None, 6, false), (None, None, 1, false)]);
        assert_eq!(out.get(&scope(Some(Level::Junior), None)), Some(&Suppressed::Complement));
        assert!(!out.contains_key(&scope(None, None)));
        let (out, _) = decided(&[(Some(Level::Junior), None, 9, false)]);
        assert!(out.is_empty());
    }

    #[test]
    fn what_is_left_must_be_of_several_employers() {
        // Two hidden levels of one employer, with bands enough, are no cover for one another.
        let rows = [
            (Some(Level::Junior), None, 12, false),
            (Some(Level::Mid), None, 4, true),
            (Some(Level::Senior), None, 4, true),
        ];
        let (out, _) = decided(&rows);
        assert_eq!(out.get(&scope(Some(Level::Junior), None)), Some(&Suppressed::Complement));
        // One employer alone is below the floor, however many bands it has.
        let (out, _) = decided(&[(None, None, 50, true)]);
        assert_eq!(out.get(&scope(None, None)), Some(&Suppressed::Floor));
    }

    proptest::proptest! {
        /// Whatever is hidden: what a printed whole and its printed parts leave meets the floor.
        #[test]
        fn nothing_is_left_to_subtract(rows in proptest::collection::vec((0..4_usize, 0..3_usize, 1..9_u64, proptest::bool::ANY), 1..12)) {
            let levels = [None, Some(Level::Junior), Some(Level::Mid), Some(Level::Senior)];
            let regions = [None, Some("FR-IDF"), Some("FR-BRE")];
            let atoms: Vec<_> = rows.iter().map(|(level, region, bands, one)| (levels[*level], regions[*region], *bands, *one)).collect();
            let (out, sizes) = decided(&atoms);
            for whole in sizes.keys().filter(|scope| !out.contains_key(scope)) {
                for by_level in [true, false] {
                    let part_of = |scope: &Scope| {
                        let parted = if by_level {
                            whole.level.is_none() && scope.level.is_some() && scope.region == whole.region
                        } else {
                            whole.region.is_none() && scope.region.is_some() && scope.level == whole.level
                        };
                        parted && !out.contains_key(scope)
                    };
                    let printed: u32 = sizes.iter().filter(|(scope, _)| part_of(scope)).map(|(_, size)| *size).sum();
                    let left = sizes[whole] - printed;
                    proptest::prop_assert!(printed == 0 || left == 0 || left >= LEAST_BANDS, "{left} of {whole:?}");
                }
            }
        }
    }
}
