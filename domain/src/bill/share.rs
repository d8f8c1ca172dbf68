//! How a whole is shared out.

use crate::money::Money;

/// The shares of `parts` people, which sum to `total`: what does not divide goes in single minor units to the first.
/// Empty for nobody.
///
/// # Panics
/// Never: a share fits where the total does.
#[must_use]
pub fn share_out(total: Money, parts: u32) -> Vec<Money> {
    let count = i64::from(parts);
    let (Some(least), Some(rest)) =
        (total.minor.checked_div(count), total.minor.checked_rem(count))
    else {
        return Vec::new();
    };
    let share = |place: i64| Money::new(least + i64::from(place < rest), total.currency);
    (0..count).map(share).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::money::Currency;

    fn minors(total: i64, parts: u32) -> Vec<i64> {
        let shares = share_out(Money::new(total, Currency::EUR), parts);
        shares.into_iter().map(|share| share.minor).collect()
    }

    #[test]
    fn the_first_named_get_what_does_not_divide() {
        for (total, parts, shares) in [
            (6000, 4, vec![1500; 4]),
            (1000, 3, vec![334, 333, 333]),
            (1001, 3, vec![334, 334, 333]),
            (2, 3, vec![1, 1, 0]),
            (5, 1, vec![5]),
            (5, 0, vec![]),
            (i64::MAX, 2, vec![i64::MAX / 2 + 1, i64::MAX / 2]),
        ] {
            assert_eq!(minors(total, parts), shares, "{total} among {parts}");
        }
    }

    proptest! {
        #[test]
        fn shares_sum_to_the_whole_and_differ_by_one(total in 0..=i64::MAX, parts in 1..200_u32) {
            let shares = minors(total, parts);
            prop_assert_eq!(shares.len(), usize::try_from(parts).unwrap());
            prop_assert_eq!(shares.iter().map(|share| i128::from(*share)).sum::<i128>(), i128::from(total));
            prop_assert!(shares.is_sorted_by(|a, b| a >= b) && shares[0] - shares[shares.len() - 1] <= 1);
        }
    }
}
