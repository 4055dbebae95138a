//! Nearest match for a misspelt value.

/// Returns the accepted value spelt most alike `given`, if one is near enough to be meant.
#[must_use]
pub fn nearest<'a>(given: &str, accepted: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Long input cannot be a misspelling of a short word, and the distance costs length × length.
    if given.len() > 64 {
        return None;
    }
    let given = given.to_lowercase().replace(['_', ' '], "-");
    accepted
        .into_iter()
        .map(|candidate| {
            let distance = strsim::damerau_levenshtein(&given, &candidate.to_lowercase());
            let longest = given.chars().count().max(candidate.chars().count()).max(1);
            (distance, longest, candidate)
        })
        .filter(|(distance, longest, candidate)| {
            distance * 5 <= longest * 2
                || *distance == 1
                || (given.len() >= 3 && candidate.to_lowercase().starts_with(given.as_str()))
        })
        .min_by_key(|(distance, _, _)| *distance)
        .map(|(_, _, candidate)| candidate)
}
