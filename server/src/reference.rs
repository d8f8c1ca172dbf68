//! What is generated from the command line and the settings: manual pages, completions, reference pages.

use std::fmt::Write as _;
use std::io::{Write as _, stdout};
use std::process::ExitCode;

use clap::{Command, ValueEnum};

use crate::cli::write_line;
use crate::config::SETTINGS;

/// What the environment sets, and where the policy is.
const ENVIRONMENT: &str = "
`OBOLE_LOG` sets what is logged: `error`, `warn` (the default), `info` (a line for each HTTP request, decision and
message) or `debug`. `OBOLE_LOG_FORMAT` is `text` or `json` and wins over `log_format`.

Limits, fees and spans are no settings but [the policy](policy.md).
";

/// A shell that completes commands.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Shell {
    /// The Bourne Again Shell.
    Bash,
    /// The Z Shell.
    Zsh,
    /// The friendly interactive shell.
    Fish,
}

/// A page of docs/reference.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Page {
    /// Every command.
    Commands,
    /// Every setting.
    Settings,
}

/// `obole completions`.
pub(crate) fn completions(shell: Shell, mut program: Command) -> Result<ExitCode, String> {
    let shell = match shell {
        Shell::Bash => clap_complete::Shell::Bash,
        Shell::Zsh => clap_complete::Shell::Zsh,
        Shell::Fish => clap_complete::Shell::Fish,
    };
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut program, "obole", &mut text);
    written(&text)
}

/// `obole man`.
pub(crate) fn man(words: &[String], mut program: Command) -> Result<ExitCode, String> {
    program.build();
    let mut command = &program;
    for word in words {
        command = command.find_subcommand(word).ok_or_else(|| {
            format!("there is no command {:?}; obole --help lists them", words.join(" "))
        })?;
    }
    let mut text = Vec::new();
    let page = clap_mangen::Man::new(command.clone());
    page.render(&mut text).map_err(|error| format!("cannot write: {error}"))?;
    written(&text)
}

fn written(text: &[u8]) -> Result<ExitCode, String> {
    stdout().write_all(text).map_err(|error| format!("cannot write: {error}"))?;
    Ok(ExitCode::SUCCESS)
}

/// `obole reference`.
pub(crate) fn page(page: Page, mut program: Command) -> Result<ExitCode, String> {
    program.build();
    let text = match page {
        Page::Commands => commands(&program),
        Page::Settings => settings(),
    };
    write_line(text.trim_end())?;
    Ok(ExitCode::SUCCESS)
}

fn commands(program: &Command) -> String {
    let mut text = "# Commands\n\nEvery command, as `obole COMMAND --help` tells it. What went wrong is said on \
        standard error and ends\nwith 1; wrong use ends with 2.\n"
        .to_owned();
    for command in program.get_subcommands() {
        section(&mut text, "obole", command);
    }
    text
}

/// A command with its arguments, and the commands under it.
fn section(text: &mut String, above: &str, command: &Command) {
    if command.is_hide_set() || command.get_name() == "help" {
        return;
    }
    let name = format!("{above} {}", command.get_name());
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    put(text, format_args!("\n## {name}\n\n{about}."));
    let mut arguments = command
        .get_arguments()
        .filter(|one| one.get_id() != "help" && !one.is_hide_set())
        .peekable();
    if arguments.peek().is_some() {
        put(text, format_args!(""));
    }
    for argument in arguments {
        let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
        let values: Vec<String> = argument
            .get_possible_values()
            .iter()
            .filter(|value| !["true", "false"].contains(&value.get_name()))
            .map(|value| value.get_name().to_owned())
            .collect();
        let values =
            if values.is_empty() { String::new() } else { format!(" ({})", values.join(", ")) };
        let shown = argument.to_string();
        put(text, format_args!("- `{shown}`: {}{values}", help.trim_end_matches('.')));
    }
    for under in command.get_subcommands() {
        section(text, &name, under);
    }
}

fn settings() -> String {
    let mut text = "# Settings\n\n`obole serve --config obole.toml` reads one TOML file. A name it does not know is \
        refused, so that a typing error is not\na silent default. `obole doctor --config obole.toml` says what is \
        wrong and how to mend it.\n\n| name | what | example |\n| --- | --- | --- |\n"
        .to_owned();
    for setting in SETTINGS {
        put(
            &mut text,
            format_args!("| `{}` | {} | `{}` |", setting.name, setting.what, setting.example),
        );
    }
    text + ENVIRONMENT
}

fn put(text: &mut String, line: std::fmt::Arguments<'_>) {
    writeln!(text, "{line}").expect("writing into a string cannot fail");
}
