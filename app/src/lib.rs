//! The desk, the outbox, the jobs and the words: runs the rules, knows nothing of HTTP or SQL text.
//!
//! Start reading at [`group`], then [`desk`], then [`obole`].

pub mod words;
