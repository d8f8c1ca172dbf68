//! The real program, as its users start it.

mod browser;
mod commands;
mod kill;
mod program;
mod trace;
