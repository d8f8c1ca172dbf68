//! `obole doctor`: looks at everything a service needs, beside a running one too, and says of each fault how to mend it.
//! It changes nothing.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use serde_json::json;

use crate::cli::write_line;
use crate::config::Config;
use crate::target::DataArgs;

mod books;
mod machine;
mod settings;

/// What `obole doctor` takes.
#[derive(Args)]
pub(crate) struct DoctorArgs {
    #[command(flatten)]
    data: DataArgs,
    /// Do not read the whole database to check its form.
    #[arg(long)]
    skip_integrity: bool,
    /// Print one JSON line for each finding.
    #[arg(long)]
    json: bool,
}

/// How something is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum State {
    /// As it should be.
    Ok,
    /// The service works, and will not for ever.
    Warning,
    /// The service does not work, or is not safe.
    Fault,
}

impl State {
    const fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warning => "warning",
            Self::Fault => "fault",
        }
    }
}

/// One thing that was looked at.
#[derive(Debug)]
struct Finding {
    /// A word for programs.
    topic: &'static str,
    state: State,
    /// What was found.
    says: String,
    /// How to mend it; nothing where all is well.
    mend: String,
}

/// Everything found so far.
#[derive(Default)]
struct Findings(Vec<Finding>);

impl Findings {
    fn ok(&mut self, topic: &'static str, says: impl Into<String>) {
        self.0.push(Finding { topic, state: State::Ok, says: says.into(), mend: String::new() });
    }

    fn warning(&mut self, topic: &'static str, says: impl Into<String>, mend: impl Into<String>) {
        let (says, mend) = (says.into(), mend.into());
        self.0.push(Finding { topic, state: State::Warning, says, mend });
    }

    fn fault(&mut self, topic: &'static str, says: impl Into<String>, mend: impl Into<String>) {
        let (says, mend) = (says.into(), mend.into());
        self.0.push(Finding { topic, state: State::Fault, says, mend });
    }

    fn count(&self, state: State) -> usize {
        self.0.iter().filter(|finding| finding.state == state).count()
    }
}

/// `obole doctor`.
pub(crate) fn run(args: &DoctorArgs) -> Result<ExitCode, String> {
    let mut findings = Findings::default();
    let mut config = args.data.config().and_then(|path| settings::read(path, &mut findings));
    if let (Some(config), Some(_)) = (&mut config, args.data.folder()) {
        config.be_of_a_folder();
    }
    let folder = folder(args, config.as_ref())?;
    if let Some(config) = &config {
        settings::look(config, &mut findings);
        machine::addresses(config, &mut findings);
    }
    if let Some(folder) = &folder {
        machine::permissions(folder, &mut findings);
        machine::key(folder, config.as_ref(), &mut findings);
        machine::disk(folder, config.as_ref(), &mut findings);
        books::look(folder, config.as_ref(), !args.skip_integrity, &mut findings);
    }
    print(&findings, args.json)?;
    let well = findings.count(State::Fault) == 0;
    Ok(if well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The folder that the arguments mean; `None` where the configuration that should name it cannot be read.
fn folder(args: &DoctorArgs, config: Option<&Config>) -> Result<Option<PathBuf>, String> {
    let named = args.data.folder().or_else(|| config.map(|config| config.data.as_path()));
    match (named, args.data.config()) {
        (Some(folder), _) => Ok(Some(Path::to_owned(folder))),
        (None, Some(_)) => Ok(None),
        (None, None) => args.data.find().map(|source| Some(source.folder)),
    }
}

fn print(findings: &Findings, json: bool) -> Result<(), String> {
    for Finding { topic, state, says, mend } in &findings.0 {
        if json {
            let line = json!({ "topic": topic, "state": state.name(), "says": says, "mend": mend });
            write_line(&line.to_string())?;
            continue;
        }
        write_line(&format!("{:<8} {topic:<12} {says}", state.name()))?;
        if !mend.is_empty() {
            write_line(&format!("{:<8} {:<12} mend: {mend}", "", ""))?;
        }
    }
    if json {
        return Ok(());
    }
    let (faults, warnings) = (findings.count(State::Fault), findings.count(State::Warning));
    write_line(&format!("{faults} faults, {warnings} warnings"))
}
