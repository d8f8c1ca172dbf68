//! The program `obole`: configuration, wiring and the command line.

use std::process::ExitCode;

mod bench;
mod cli;
mod client;
mod config;
mod demo;
mod parse;
mod serve;
mod target;

fn main() -> ExitCode {
    cli::run()
}
