//! A world in a test's hand: a database in memory, a fake clock, people who talk and pay, and a simulator.
//!
//! Start reading at [`world`], which plays one conversation; [`sim`] plays thousands. [`audit`] says whether the
//! books are right after each step. Nothing of this is released.

pub mod audit;
pub mod cluster;
pub mod histories;
pub mod memory;
pub mod mirror;
pub mod policy;
pub mod proxy;
pub mod random;
pub mod reader;
pub mod sim;
pub mod story;
pub mod watched;
pub mod world;
