//! The program `obole`: configuration, wiring and the command line.

#![expect(clippy::print_stdout, reason = "a command line speaks on standard output")]

use std::process::ExitCode;

mod backup;
mod bench;
mod carry;
mod cli;
mod client;
mod config;
mod demo;
mod doctor;
mod export;
mod keys;
mod otlp;
mod parse;
mod reference;
mod seals;
mod serve;
mod stop;
mod target;
mod verify;
mod webhooks;

/// Deciding makes many small texts and drops them again; see docs/decisions/0004-mimalloc.md.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::run()
}
