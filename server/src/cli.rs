//! The command line. Every command says on standard error what went wrong and ends with 1; wrong use ends with 2.

use std::io::{BufWriter, Read, Write, stdin, stdout};
use std::path::PathBuf;
use std::process::ExitCode;

use app::operate::Order;
use clap::{Args, CommandFactory, Parser, Subcommand};
use serde_json::Value;

use crate::seals::key::SealKey;
use crate::seals::{check, proof};
use crate::target::Target;
use crate::{backup, bench, carry, demo, doctor, export, keys, parse, reference, serve, verify};

/// Pay, give and buy where people already talk.
#[derive(Parser)]
#[command(name = "obole", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve a small believable world, fresh each time.
    Demo(demo::DemoArgs),
    /// Serve for real, by a configuration file.
    Serve {
        /// The configuration, see docs/reference/settings.md.
        #[arg(long)]
        config: PathBuf,
    },
    /// Post on the square as a member and print what the service says; in the sandbox only.
    Say {
        /// The member's handle.
        from: String,
        /// The message.
        text: String,
        /// Send it as a direct message instead of a public post.
        #[arg(long)]
        direct: bool,
        /// The message's id; the same id is the same message. Default: a new one.
        #[arg(long)]
        id: Option<String>,
        /// Print one JSON line for each message.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        target: TargetArgs,
    },
    /// Approve a payment by PIN; in the sandbox only.
    Approve {
        /// The payment, as in `pay_…`.
        payment: String,
        /// The payer's handle.
        #[arg(long = "as")]
        from: String,
        /// Read the PIN from standard input.
        #[arg(long, required = true)]
        pin_stdin: bool,
        /// Print one JSON line for each message.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        target: TargetArgs,
    },
    /// Read messages as JSON Lines on standard input and print how each is understood.
    Parse,
    /// Recompute every balance, hold, counter and payment from the entries; ends with 1 at the first wrong row.
    Verify(verify::VerifyArgs),
    /// Write the ledger or its seals for other programs.
    Export(export::ExportArgs),
    /// Print the proof that a payment stands in the sealed history.
    Proof(proof::ProofArgs),
    /// Check such a proof, without any database; ends with 1 if it does not hold.
    CheckProof(check::CheckProofArgs),
    /// Copy the database into one file and prove the copy; works beside a running server.
    Backup(backup::BackupArgs),
    /// Put a backup into a new folder, or into an empty database of a server, and prove it.
    Restore(backup::RestoreArgs),
    /// Move the folder's database to a PostgreSQL that several nodes can share, for good, while no server runs.
    Move(carry::MoveArgs),
    /// Measure this machine and this program in one run.
    Bench(bench::BenchArgs),
    /// Look at everything a service needs and say of each fault how to mend it; ends with 1 if there is one.
    Doctor(doctor::DoctorArgs),
    /// Print what a shell needs to complete our commands.
    Completions {
        /// The shell.
        shell: reference::Shell,
    },
    /// Print the manual page of this program, or of a command.
    Man {
        /// The command's words, as in `admin add`. Default: the program.
        command: Vec<String>,
    },
    /// Print a reference page, as docs/reference has it.
    #[command(hide = true)]
    Reference {
        /// Which.
        page: reference::Page,
    },
    /// What the operator does by hand.
    Admin {
        #[command(subcommand)]
        command: Admin,
    },
}

/// Which service a command speaks to.
#[derive(Args, Clone)]
pub(crate) struct TargetArgs {
    /// The folder of a database. Default: the server that this user started last.
    #[arg(long)]
    pub(crate) data: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Admin {
    /// Add a member.
    Add {
        /// The handle on the square.
        handle: String,
        /// The name that people see.
        #[arg(long)]
        name: String,
        /// person, minor, merchant or charity.
        #[arg(long, default_value = "person")]
        kind: String,
        /// fr, en, de, es, it, pt or nl.
        #[arg(long, default_value = "en")]
        lang: String,
        /// How well you know them: 0 to 3.
        #[arg(long, default_value_t = 0)]
        tier: u8,
        /// One line about them.
        #[arg(long, default_value = "")]
        about: String,
        #[command(flatten)]
        target: TargetArgs,
    },
    /// Book a bank transfer received for a member. The same reference is booked once.
    Credit {
        /// The member's handle.
        handle: String,
        /// The amount, as in "300.00 EUR".
        amount: String,
        /// The bank's reference.
        #[arg(long)]
        reference: String,
        #[command(flatten)]
        target: TargetArgs,
    },
    /// Stop a member from paying and being paid.
    Freeze {
        /// The member's handle.
        handle: String,
        /// Why; kept for the operator.
        #[arg(long)]
        reason: String,
        #[command(flatten)]
        target: TargetArgs,
    },
    /// End a freeze.
    Release {
        /// The member's handle.
        handle: String,
        #[command(flatten)]
        target: TargetArgs,
    },
    /// Remove a PIN that is locked or forgotten, and the passkeys.
    ResetPin {
        /// The member's handle.
        handle: String,
        #[command(flatten)]
        target: TargetArgs,
    },
    /// Let a member use the operator's pages; each act there takes their PIN.
    Operator {
        /// The member's handle.
        handle: String,
        /// End it.
        #[arg(long)]
        end: bool,
        #[command(flatten)]
        target: TargetArgs,
    },
    /// Show a member and their wallets.
    Show {
        /// The member's handle.
        handle: String,
        /// Print JSON.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        target: TargetArgs,
    },
    /// Make a link that signs a member in once.
    LoginLink {
        /// The member's handle.
        handle: String,
        #[command(flatten)]
        target: TargetArgs,
    },
    /// Make a key for a program. The secret is shown once.
    Key {
        /// What it may do: posts, payments, payments:write, balance and others; docs/api.md lists them.
        #[arg(long, value_delimiter = ',', required = true)]
        scopes: Vec<String>,
        /// Speak for this member only. Default: for every member of the square.
        #[arg(long)]
        member: Option<String>,
        #[command(flatten)]
        target: TargetArgs,
    },
    /// Give a payment back in the payee's place, whole or in part.
    Refund {
        /// The payment, as in `pay_…`.
        payment: String,
        /// How much, as in "5.00 EUR". Default: all that is left.
        amount: Option<String>,
        /// Why; kept for the operator.
        #[arg(long)]
        reason: String,
        #[command(flatten)]
        target: TargetArgs,
    },
    /// Seal now what was transferred since the last seal.
    Seal {
        #[command(flatten)]
        target: TargetArgs,
    },
    /// Make a key that signs seals, in a new file; print the public key, also of one that is there.
    SealKey {
        /// The file.
        file: PathBuf,
    },
    /// Book money that arrived at the bank: for the one member whose @handle the reference holds, else as money
    /// without owner. The same id is booked once.
    Receive {
        /// The amount, as in "12.50 EUR".
        amount: String,
        /// What the remitter wrote.
        #[arg(long, default_value = "")]
        reference: String,
        /// Who sent it, in the bank's words.
        #[arg(long, default_value = "")]
        from: String,
        /// What the bank calls the transfer.
        #[arg(long)]
        id: String,
        #[command(flatten)]
        target: TargetArgs,
    },
    /// Give money without owner to a member.
    Match {
        /// The money, as in `sus_…`.
        item: String,
        /// The member's handle.
        handle: String,
        /// Why; kept for the operator.
        #[arg(long)]
        reason: String,
        #[command(flatten)]
        target: TargetArgs,
    },
    /// Book that money without owner goes back where it came from. You order the bank transfer yourself.
    SendBack {
        /// The money, as in `sus_…`.
        item: String,
        /// Why; kept for the operator.
        #[arg(long)]
        reason: String,
        #[command(flatten)]
        target: TargetArgs,
    },
    /// Import a policy as a new version.
    Policy {
        /// The TOML file.
        file: PathBuf,
        #[command(flatten)]
        target: TargetArgs,
    },
    /// Encrypt under another operator key, while no server runs; the old key opens the database no more.
    RotateKey(keys::RotateArgs),
}

/// Runs the command that the process was started with.
pub(crate) fn run() -> ExitCode {
    match carry_out(Cli::parse().command) {
        Ok(code) => code,
        Err(sentence) => {
            eprintln!("obole: {sentence}");
            ExitCode::FAILURE
        }
    }
}

fn carry_out(command: Command) -> Result<ExitCode, String> {
    match command {
        Command::Demo(args) => demo::run(&args),
        Command::Serve { config } => serve::run(&config),
        Command::Say { from, text, direct, id, json, target } => {
            let id = id.unwrap_or_else(crate::target::new_id);
            let said = Target::find(&target)?.order(Order::Say { from, text, direct, id })?;
            conversation(&said, json)
        }
        Command::Approve { payment, from, pin_stdin: _, json, target } => {
            let mut pin = String::new();
            stdin()
                .take(64)
                .read_to_string(&mut pin)
                .map_err(|error| format!("no PIN: {error}"))?;
            let order = Order::Approve { payment, from, pin: pin.trim().to_owned() };
            conversation(&Target::find(&target)?.order(order)?, json)
        }
        Command::Parse => {
            parse::run(stdin().lock(), BufWriter::new(stdout().lock()), &|question| {
                app::words::Words::get(question.lang)
                    .say(&question.say(), &app::words::Reader::new(question.lang, "UTC", ""))
            })
            .map_err(|error| format!("cannot write: {error}"))?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Verify(args) => verify::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Proof(args) => proof::run(&args),
        Command::CheckProof(args) => check::run(&args),
        Command::Backup(args) => backup::run(&args),
        Command::Restore(args) => backup::restore(&args),
        Command::Move(args) => carry::run(&args),
        Command::Bench(args) => bench::run(&args),
        Command::Doctor(args) => doctor::run(&args),
        Command::Completions { shell } => reference::completions(shell, Cli::command()),
        Command::Man { command } => reference::man(&command, Cli::command()),
        Command::Reference { page } => reference::page(page, Cli::command()),
        Command::Admin { command } => admin(command),
    }
}

fn admin(command: Admin) -> Result<ExitCode, String> {
    let (order, target, json) = match command {
        Admin::Add { handle, name, kind, lang, tier, about, target } => {
            (Order::AddMember { handle, name, kind, lang, tier, about }, target, false)
        }
        Admin::Credit { handle, amount, reference, target } => {
            (Order::Credit { to: handle, amount, reference }, target, false)
        }
        Admin::Freeze { handle, reason, target } => {
            (Order::Freeze { handle, reason }, target, false)
        }
        Admin::Release { handle, target } => (Order::Release { handle }, target, false),
        Admin::ResetPin { handle, target } => (Order::ResetPin { handle }, target, false),
        Admin::Operator { handle, end, target } => (Order::Operator { handle, end }, target, false),
        Admin::Show { handle, json, target } => (Order::Show { handle }, target, json),
        Admin::LoginLink { handle, target } => (Order::LoginLink { handle }, target, false),
        Admin::Key { scopes, member, target } => (Order::Key { scopes, member }, target, true),
        Admin::Seal { target } => (Order::Seal, target, false),
        Admin::Refund { payment, amount, reason, target } => {
            (Order::Refund { payment, amount, reason }, target, false)
        }
        Admin::Receive { amount, reference, from, id, target } => {
            (Order::Receive { amount, reference, from, id }, target, false)
        }
        Admin::Match { item, handle, reason, target } => {
            (Order::Match { item, to: handle, reason }, target, false)
        }
        Admin::SendBack { item, reason, target } => {
            (Order::SendBack { item, reason }, target, false)
        }
        Admin::SealKey { file } => {
            write_line(&format!("public key: {}", SealKey::make(&file)?.public()))?;
            return Ok(ExitCode::SUCCESS);
        }
        Admin::RotateKey(args) => return keys::rotate(&args),
        Admin::Policy { file, target } => {
            let text = std::fs::read_to_string(&file)
                .map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
            (Order::Policy { text }, target, false)
        }
    };
    let value = Target::find(&target)?.order(order)?;
    print(&value, json)
}

fn print(value: &Value, json: bool) -> Result<ExitCode, String> {
    if json {
        write_line(&value.to_string())?;
        return Ok(ExitCode::SUCCESS);
    }
    if value.get("messages").is_some() {
        return conversation(value, false);
    }
    for (name, value) in value.as_object().into_iter().flatten() {
        let plain = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        write_line(&format!("{name}: {plain}"))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints what the service said: a line for each message, in public or to whom.
fn conversation(said: &Value, json: bool) -> Result<ExitCode, String> {
    for message in said["messages"].as_array().into_iter().flatten() {
        if json {
            write_line(&message.to_string())?;
        } else {
            let to = message["to"].as_str().unwrap_or_default();
            let text = message["text"].as_str().unwrap_or_default();
            let where_ = if message["public"] == true { "in public, to" } else { "to" };
            write_line(&format!("obole {where_} {to}: {text}"))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes a line on standard output.
pub(crate) fn write_line(line: &str) -> Result<(), String> {
    writeln!(stdout(), "{line}").map_err(|error| format!("cannot write: {error}"))
}
