//! Merkle trees as RFC 9162, section 2.1, makes them, with SHA-256.
//!
//! A leaf's hash begins with the byte 0x00 and a node's with 0x01, so that nobody can pass a node off as a leaf. A
//! tree of `n` leaves is split at the largest power of two below `n`.

use sha2::{Digest, Sha256};

/// A SHA-256 hash.
pub type Hash = [u8; 32];

/// A hash, or other bytes, as lower-case hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads `N` bytes from hexadecimal digits, in either case; `None` for anything else.
#[must_use]
pub fn parse_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let byte = |[high, low]: &[u8; 2]| Some(digit(*high)? << 4 | digit(*low)?);
    let bytes: Option<Vec<u8>> = pairs.iter().map(byte).collect();
    bytes.filter(|_| rest.is_empty())?.try_into().ok()
}

/// The hash of a leaf that holds `entry`.
#[must_use]
pub fn leaf(entry: &[u8]) -> Hash {
    Sha256::new().chain_update([0x00]).chain_update(entry).finalize().into()
}

fn node(left: &Hash, right: &Hash) -> Hash {
    Sha256::new().chain_update([0x01]).chain_update(left).chain_update(right).finalize().into()
}

/// A tree that grows to the right, of which only the roots of its complete parts are kept: 64 hashes at most.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    count: u64,
    /// The roots of the complete parts from left to right; each part is a power of two, larger than the next.
    parts: Vec<Hash>,
}

impl Tree {
    /// Adds a leaf at the right.
    pub fn push(&mut self, leaf: Hash) {
        let mut joined = leaf;
        // Every part of a size that is there already joins with the new one, as a carry does in adding one.
        for _ in 0..self.count.trailing_ones() {
            let left = self.parts.pop().expect("each one bit of the count has its part");
            joined = node(&left, &joined);
        }
        self.parts.push(joined);
        self.count = self.count.saturating_add(1);
    }

    /// How many leaves it has.
    #[must_use]
    pub const fn count(&self) -> u64 {
        self.count
    }

    /// The root; of a tree without leaves the hash of nothing.
    #[must_use]
    pub fn root(&self) -> Hash {
        let mut parts = self.parts.iter().rev();
        let Some(last) = parts.next() else { return Sha256::digest([]).into() };
        parts.fold(*last, |right, left| node(left, &right))
    }
}

/// The root of a tree with these leaves.
#[must_use]
pub fn root(leaves: &[Hash]) -> Hash {
    let mut tree = Tree::default();
    leaves.iter().for_each(|leaf| tree.push(*leaf));
    tree.root()
}

/// The hashes beside the way from leaf `index` up to the root, the lowest first; `None` if there is no such leaf.
#[must_use]
pub fn path(leaves: &[Hash], index: usize) -> Option<Vec<Hash>> {
    if index >= leaves.len() {
        return None;
    }
    let (mut path, mut leaves, mut index) = (Vec::new(), leaves, index);
    while leaves.len() > 1 {
        // The largest power of two below the number of leaves.
        let split = leaves.len().next_power_of_two().div_euclid(2);
        let (left, right) = leaves.split_at(split);
        let here = index.checked_sub(split);
        let beside = if here.is_some() { left } else { right };
        path.push(root(beside));
        (leaves, index) = here.map_or((left, index), |index| (right, index));
    }
    path.reverse();
    Some(path)
}

/// The root that follows from leaf `index` of `count` and the hashes beside its way up (RFC 9162, section 2.1.3.2);
/// `None` if a tree of this size has no such way.
#[must_use]
pub fn root_by_path(leaf: Hash, index: u64, count: u64, path: &[Hash]) -> Option<Hash> {
    let mut last = count.checked_sub(1).filter(|last| index <= *last)?;
    let (mut index, mut joined) = (index, leaf);
    for beside in path {
        if last == 0 {
            return None;
        }
        if index & 1 == 1 || index == last {
            joined = node(beside, &joined);
            // A leaf at the right edge rises alone until it has a neighbour at its left.
            while index & 1 == 0 && index != 0 {
                (index, last) = (index >> 1, last >> 1);
            }
        } else {
            joined = node(&joined, beside);
        }
        (index, last) = (index >> 1, last >> 1);
    }
    (last == 0).then_some(joined)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn leaves(count: u8) -> Vec<Hash> {
        (0..count).map(|number| leaf(&[number])).collect()
    }

    /// The definition, word for word.
    fn by_definition(leaves: &[Hash]) -> Hash {
        match leaves {
            [] => Sha256::digest([]).into(),
            [one] => *one,
            more => {
                let mut split = 1;
                while split * 2 < more.len() {
                    split *= 2;
                }
                node(&by_definition(&more[..split]), &by_definition(&more[split..]))
            }
        }
    }

    /// The known answers of Certificate Transparency's reference implementations.
    #[test]
    fn known_trees_have_their_known_roots() {
        let entries: [&[u8]; 8] = [
            b"",
            b"\x00",
            b"\x10",
            b"\x20\x21",
            b"\x30\x31",
            b"\x40\x41\x42\x43",
            b"\x50\x51\x52\x53\x54\x55\x56\x57",
            b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
        ];
        let leaves: Vec<Hash> = entries.iter().map(|entry| leaf(entry)).collect();
        for (count, known) in [
            (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            (1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
            (2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
            (3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
            (8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
        ] {
            assert_eq!(hex(&root(&leaves[..count])), known, "{count} leaves");
        }
    }

    #[test]
    fn digits_are_read_back() {
        assert_eq!(parse_hex(&hex(&[0, 9, 0xaf, 255])), Some([0, 9, 0xaf, 255]));
        assert_eq!(parse_hex("00FF"), Some([0, 255]));
        for wrong in ["", "0", "00", "000", "0000 ", "00000", "é0", "+0+0"] {
            assert_eq!(parse_hex::<2>(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn every_leaf_of_every_small_tree_proves_itself_and_nothing_else() {
        for count in 1..=65_u8 {
            let leaves = leaves(count);
            assert_eq!(root(&leaves), by_definition(&leaves), "{count} leaves");
            for (index, own) in leaves.iter().enumerate() {
                let path = path(&leaves, index).unwrap();
                let place = u64::try_from(index).unwrap();
                let found = |leaf, place, count| root_by_path(leaf, place, count, &path);
                assert_eq!(found(*own, place, count.into()), Some(root(&leaves)));
                assert_ne!(found(leaf(b"other"), place, count.into()), Some(root(&leaves)));
                for elsewhere in (0..u64::from(count)).filter(|other| *other != place) {
                    assert_ne!(found(*own, elsewhere, count.into()), Some(root(&leaves)));
                }
            }
            assert_eq!(path(&leaves, usize::from(count)), None);
        }
    }

    proptest! {
        #[test]
        fn no_path_panics(index: u64, count: u64, path in proptest::collection::vec(any::<Hash>(), 0..80)) {
            let _ = root_by_path([7; 32], index, count, &path);
        }

        #[test]
        fn a_path_that_is_too_long_or_too_short_is_none(count in 1..40_u8, index in 0..40_u8) {
            prop_assume!(index < count);
            let leaves = leaves(count);
            let mut path = path(&leaves, usize::from(index)).unwrap();
            path.push([0; 32]);
            prop_assert_eq!(root_by_path(leaves[usize::from(index)], index.into(), count.into(), &path), None);
            path.truncate(path.len() - 1);
            if path.pop().is_some() {
                prop_assert_eq!(root_by_path(leaves[usize::from(index)], index.into(), count.into(), &path), None);
            }
        }
    }
}
