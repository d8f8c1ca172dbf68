//! PINs: hashed with argon2id, refused where anybody would guess them first.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};

/// Digits of a PIN.
pub const PIN_DIGITS: usize = 6;

/// Memory for one hash, in KiB; with two passes, the OWASP minimum for argon2id.
const MEMORY_KIB: u32 = 19 * 1024;

/// Passes over the memory.
const PASSES: u32 = 2;

fn argon2() -> Argon2<'static> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, None).expect("the parameters are in range");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// Whether this can be a PIN: six digits, not all the same, no run up or down.
#[must_use]
pub fn is_good(pin: &str) -> bool {
    let digits = pin.as_bytes();
    let steps =
        |step: i16| digits.windows(2).all(|two| i16::from(two[1]) - i16::from(two[0]) == step);
    digits.len() == PIN_DIGITS
        && digits.iter().all(u8::is_ascii_digit)
        && !steps(0)
        && !steps(1)
        && !steps(-1)
}

/// Hashes a PIN with a fresh salt, in PHC form. Takes about 20 ms and 19 MiB.
///
/// # Panics
/// If the system gives no chance for the salt.
#[must_use]
pub fn hash(pin: &str) -> String {
    argon2().hash_password(pin.as_bytes()).expect("a short text can be hashed").to_string()
}

/// Whether `pin` is the one that was hashed; an unreadable hash fits no PIN.
#[must_use]
pub fn fits(pin: &str, hash: &str) -> bool {
    PasswordHash::new(hash)
        .is_ok_and(|hash| argon2().verify_password(pin.as_bytes(), &hash).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_fits_its_own_hash_only() {
        let hash = hash("270319");
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(fits("270319", &hash));
        assert!(!fits("270318", &hash));
        assert!(!fits("270319", "no hash"));
    }

    #[test]
    fn the_first_guesses_are_no_pins() {
        for bad in ["000000", "123456", "654321", "12345", "1234567", "12345a", "１２３４５６", ""]
        {
            assert!(!is_good(bad), "{bad}");
        }
        assert!(is_good("270319"));
    }
}
