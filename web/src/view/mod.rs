//! The look: every page and piece as a plain struct with its askama template.
//!
//! A view carries strings that are ready to show, and the words of the reader's language as `t`. It
//! decides nothing and reads nothing; templates hold no sentences, only the names of texts. Pieces
//! ([`piece`], [`card`], [`post`]) know how to render alone, because the live updates send them one by
//! one; pages are made of them. Start reading at [`shell`], then [`square`].

pub mod approve;
pub mod assets;
pub mod card;
pub mod chart;
pub mod claim;
pub mod compose;
pub mod design;
pub mod door;
pub mod drive;
pub mod history;
pub mod home;
mod icon;
pub mod join;
pub mod limits;
pub mod me;
pub mod movement;
pub mod needs;
pub mod operator;
pub mod payment;
pub mod people;
pub mod piece;
pub mod post;
pub mod programs;
pub mod refund;
pub mod request;
pub mod rich;
pub mod schedule;
pub mod shell;
pub mod square;
pub mod table;
pub mod trouble;

pub use icon::{Icon, icon};

#[cfg(test)]
mod tests;
