//! How rows in memory stay within bounds.

use rustc_hash::FxHashMap;

use super::Rows;

impl Rows {
    /// How many wallets are in memory.
    #[must_use]
    pub fn wallets_kept(&self) -> usize {
        self.wallets.len()
    }
}

/// Of more than `max` rows half go, whichever they are: to know which are needed least would cost more than to load
/// them again. Where none may stay, because somebody else may change them meanwhile, none does.
pub(super) fn thin<K, V>(rows: &mut FxHashMap<K, V>, max: usize) {
    if rows.len() > max {
        let mut stays = false;
        rows.retain(|_, _| {
            stays = !stays && max > 0;
            stays
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_go_of_too_many_and_all_where_none_may_stay() {
        for (rows, max, stay) in [(5, 5, 5), (6, 5, 3), (9, 1, 5), (1, 0, 0), (6, 0, 0), (0, 0, 0)]
        {
            let mut map: FxHashMap<u32, ()> = (0..rows).map(|row| (row, ())).collect();
            thin(&mut map, max);
            assert_eq!(map.len(), stay, "{rows} rows, of which {max} may stay");
        }
    }
}
