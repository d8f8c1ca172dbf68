//! The testkit's tests: one binary.

mod stories;
