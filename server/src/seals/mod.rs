//! Seals for people outside: keys, signed lines, proofs, and checking them.
//!
//! Start reading at [`check`], which is all that somebody needs who doubts us: it knows no database.

pub(crate) mod check;
pub(crate) mod key;
pub(crate) mod proof;
pub(crate) mod published;
mod text;
