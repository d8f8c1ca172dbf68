//! schemathesis tries the running server: whatever it thinks of is answered as the document says.

use std::process::Command;

use crate::program::{Folder, Server, lines, obole, printed, run};

/// Everything a key of the operator's own programs may do.
const SCOPES: &str = "posts,payments,payments:write,requests,requests:write,balance,statements,members,members:write,keys,webhooks,schedules";

/// Cases for each call, beside the examples and the edges.
const CASES: &str = "15";

#[test]
fn whatever_schemathesis_thinks_of_is_answered_as_the_document_says() {
    if std::env::var_os("OBOLE_SKIP_SCHEMATHESIS").is_some() {
        eprintln!("left out: schemathesis is not here");
        return;
    }
    let folder = Folder::new();
    let data = folder.data();
    printed(&run(&folder, &["demo", "--data", &data, "--seed-only"]));
    let key = lines(&run(&folder, &["admin", "key", "--scopes", SCOPES, "--data", &data]));
    let settings = folder.path().join("obole.toml");
    let text = format!(
        "data = {data:?}\nlisten = \"127.0.0.1:0\"\nbase_url = \"http://localhost:8080\"\n\
         regime = \"sandbox\"\napi_requests_per_minute = 1000000\n"
    );
    std::fs::write(&settings, text).unwrap();
    let config = settings.display().to_string();
    let server = Server::spawn(&folder, &mut obole(&folder, &["serve", "--config", &config]));
    let program = std::env::var("OBOLE_SCHEMATHESIS").unwrap_or_else(|_| "schemathesis".to_owned());
    let here = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/schemathesis");
    let url = format!("http://{}/v1/openapi.json", server.address());
    let output = Command::new(program)
        .args(["--config-file", &format!("{here}/schemathesis.toml")])
        .args(["run", &url, "--checks", "all", "--mode", "all", "--max-examples", CASES])
        .args(["--phases", "examples,coverage,fuzzing", "--seed", "1", "--no-color"])
        // It would send to whatever addresses come to its mind; webhooks.rs tries this call.
        .args(["--exclude-operation-id", "makeWebhook"])
        .args(["--warnings", "off", "--request-timeout", "30", "--continue-on-failure"])
        .env("SCHEMATHESIS_HOOKS", "sign")
        .env("PYTHONPATH", here)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("OBOLE_KEY", key[0]["key"].as_str().unwrap())
        .env("OBOLE_SECRET", key[0]["secret"].as_str().unwrap())
        .current_dir(folder.path())
        .output()
        .expect("schemathesis is installed, or OBOLE_SKIP_SCHEMATHESIS says that it is not");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stderr));
}
