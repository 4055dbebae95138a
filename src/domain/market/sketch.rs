//! Digests by which copies of a text are told: one that changes with every word, one that hardly changes with few.

/// Words of a shingle: fewer are shared by any two ads, more break with every changed word.
const SHINGLE: usize = 4;

/// A digest of 64 bits, the same on every machine (FNV-1a with a final mix).
#[must_use]
pub fn digest(bytes: &[u8]) -> u64 {
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    mixed(hash)
}

/// Spreads what differs in few bits over all of them (the finaliser of `MurmurHash3`).
const fn mixed(mut hash: u64) -> u64 {
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}

/// The digests of a text: of its words in order, and the sketch of its shingles (`SimHash`, Charikar 2002): two texts that
/// share most shingles differ in few of its bits. With a `key` other than 0 they say nothing to those who do not have it:
/// whoever finds the same ad elsewhere cannot look it up.
///
/// ```
/// use rolecall::domain::market::sketch::{far, sketch};
///
/// // The second argument is a key: without it nobody can tell whose digest it is.
/// let sketch = |text: &str| sketch(text, 0);
/// let ad = "nous recherchons une personne pour animer notre communaute et repondre aux messages de nos clients chaque jour";
/// let copy = format!("{ad} a lyon");
/// assert_ne!(sketch(ad).0, sketch(&copy).0);
/// assert!(far(sketch(ad).1, sketch(&copy).1) < far(sketch(ad).1, sketch("we look for a developer who writes compilers").1));
/// ```
#[must_use]
pub fn sketch(folded: &str, key: u64) -> (u64, u64) {
    let keyed = |word: u64| if key == 0 { word } else { mixed(word ^ key) };
    let words: Vec<u64> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| keyed(digest(word.as_bytes())))
        .collect();
    let joined = |words: &[u64]| words.iter().fold(0_u64, |hash, word| mixed(hash.rotate_left(7) ^ word));
    let text = joined(&words);
    if words.len() < SHINGLE {
        return (text, text);
    }
    let mut sums = [0_i32; 64];
    for shingle in words.windows(SHINGLE) {
        let hash = joined(shingle);
        for (bit, sum) in sums.iter_mut().enumerate() {
            *sum += if hash >> bit & 1 == 1 { 1 } else { -1 };
        }
    }
    let sketch = sums.iter().enumerate().fold(0, |sketch, (bit, sum)| sketch | u64::from(*sum > 0) << bit);
    (text, sketch)
}

/// In how many bits two sketches differ.
#[must_use]
pub const fn far(one: u64, other: u64) -> u32 {
    (one ^ other).count_ones()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_near_and_other_texts_far() {
        let ad: String = (0..200).map(|n| format!("mot{} ", n * n % 97)).collect();
        let copy = ad.replacen("mot1 ", "autre ", 1);
        let other: String = (0..200).map(|n| format!("word{} ", n * 7 % 89)).collect();
        assert!(far(sketch(&ad, 0).1, sketch(&copy, 0).1) <= 6);
        assert!(far(sketch(&ad, 0).1, sketch(&other, 0).1) > 15);
        assert_eq!(sketch("  Lyon, CDI ", 0).0, sketch("Lyon CDI", 0).0);
        assert_ne!(sketch("a b", 0).0, sketch("b a", 0).0);
    }
}
