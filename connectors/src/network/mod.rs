//! The networks. To add one, write its file and add its line.

pub mod square;
pub mod webhook;
