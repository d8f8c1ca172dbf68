//! Networks and providers: one file each, and the lists of them. A connector cannot reach the store.

pub mod network;
pub mod outbound;
