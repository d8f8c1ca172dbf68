//! What runs the program elsewhere (systemd, containers, a proxy) names commands, settings and files that there are.

use std::collections::BTreeSet;
use std::process::Command;

use yaml_rust2::{Yaml, YamlLoader};

use super::assert_none;
use super::files::{all, read, root};

/// The exposure that `systemd-analyze security` may find at most, in tenths of its points.
const EXPOSURE_MAX: &str = "20";

/// The setting that names the nodes' common database.
const DATABASE: &str = "database";

/// The lines `NAME=value` of a unit, in order.
fn unit() -> Vec<(String, String)> {
    let text = read("packaging/obole.service");
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with(['#', '[']));
    lines
        .map(|line| line.split_once('=').unwrap_or_else(|| panic!("no setting: {line}")))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

fn of_unit(name: &str) -> String {
    let found = unit().into_iter().find(|(known, _)| known == name);
    found.unwrap_or_else(|| panic!("the unit says nothing of {name}")).1
}

/// What is wrong with the words behind `obole`: a command of the reference, and flags that it has.
fn wrong_use(words: &[&str]) -> Vec<String> {
    let reference = read("docs/reference/commands.md");
    let flags: Vec<&str> = words.iter().copied().filter(|word| word.starts_with("--")).collect();
    let command =
        words.iter().take_while(|word| word.chars().all(|c| c.is_ascii_lowercase() || c == '-'));
    let names: Vec<&str> = command.copied().filter(|word| !word.starts_with('-')).take(2).collect();
    let sections = [names.join(" "), names.first().copied().unwrap_or_default().to_owned()];
    let section = sections.iter().find_map(|name| {
        let (_, rest) = reference.split_once(&format!("\n## obole {name}\n"))?;
        Some(rest.split_once("\n## ").map_or(rest, |(section, _)| section))
    });
    let Some(section) = section else {
        return vec![format!("there is no obole {}", names.join(" "))];
    };
    let missing = flags.iter().filter(|flag| !section.contains(&format!("`{flag}")));
    missing.map(|flag| format!("obole {} has no {flag}", names.join(" "))).collect()
}

/// The settings that a configuration in TOML names, checked against the reference.
fn configuration(path: &str) -> toml::Table {
    let table: toml::Table = read(path).parse().unwrap();
    let reference = read("docs/reference/settings.md");
    let known = |name: &String| reference.contains(&format!("\n| `{name}` |"));
    let unknown = table.keys().filter(|name| !known(name));
    assert_none(unknown.map(|name| format!("{path}: there is no setting {name}")).collect());
    table
}

/// Seconds as `30`, `30s`.
fn seconds(text: &str) -> i64 {
    text.trim_end_matches('s').parse().unwrap_or_else(|_| panic!("no seconds: {text}"))
}

#[test]
fn wrong_use_is_found() {
    assert_none(wrong_use(&["admin", "show", "alice", "--json"]));
    assert_none(wrong_use(&["say", "alice", "hello", "--direct"]));
    assert_eq!(wrong_use(&["serve", "--no-such-flag"]), ["obole serve has no --no-such-flag"]);
    assert_eq!(wrong_use(&["swerve"]), ["there is no obole swerve"]);
}

#[test]
fn the_unit_starts_what_there_is_and_gives_it_time_to_end() {
    let start = of_unit("ExecStart");
    let words: Vec<&str> = start.split(' ').collect();
    assert_eq!(words[0], "/usr/bin/obole");
    assert_none(wrong_use(&words[1..]));
    assert_eq!(words.last(), Some(&"/etc/obole/obole.toml"));
    let example = configuration("obole.example.toml");
    assert_eq!(example["data"].as_str(), Some(&*format!("/var/lib/{}", of_unit("StateDirectory"))));
    // What `stop_s` is where nothing says it.
    let settings = read("docs/reference/settings.md");
    let (_, own) = settings.split_once("\n| `stop_s` |").unwrap();
    let (_, own) = own.split_once("default ").unwrap();
    let own = own.split_once(' ').unwrap().0;
    assert!(seconds(&of_unit("TimeoutStopSec")) > seconds(own), "it ends by itself");
    let user = of_unit("User");
    assert!(read("packaging/obole.sysusers").contains(&format!("\nu {user} ")));
}

#[test]
fn the_unit_takes_away_what_the_program_does_not_need() {
    let unit = unit();
    let says = |name: &str, value: &str| unit.contains(&(name.to_owned(), value.to_owned()));
    for (name, value) in [
        ("NoNewPrivileges", "yes"),
        ("ProtectSystem", "strict"),
        ("CapabilityBoundingSet", ""),
        ("SystemCallFilter", "@system-service"),
        ("MemoryMax", "2G"),
        ("UMask", "0077"),
    ] {
        assert!(says(name, value), "{name}={value}");
    }
    let path = root().join("packaging/obole.service");
    let judged = Command::new("systemd-analyze")
        .args(["security", "--offline=true", "--no-pager"])
        .arg(format!("--threshold={EXPOSURE_MAX}"))
        .arg(&path)
        .output();
    match judged {
        Ok(output) => assert!(
            output.status.success(),
            "{}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        ),
        Err(_) => eprintln!("left out: systemd-analyze is not here"),
    }
}

/// The words of a list in the form of JSON, as Dockerfiles have them.
fn list(text: &str) -> Vec<String> {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn the_image_starts_what_there_is_as_nobody() {
    let text = read("packaging/Dockerfile").replace("\\\n", " ");
    let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    let of = |name: &str| -> Vec<&str> {
        lines.iter().filter_map(|line| line.strip_prefix(name)?.strip_prefix(' ')).collect()
    };
    let command = list(of("CMD")[0]);
    assert_none(wrong_use(&command.iter().map(String::as_str).collect::<Vec<_>>()));
    assert_eq!(of("FROM").len(), 2, "what builds is not what runs");
    let user: u32 = of("USER")[0].split(':').next().unwrap().parse().unwrap();
    assert_ne!(user, 0);
    let program = of("ENTRYPOINT")[0];
    let copied =
        of("COPY").into_iter().find_map(|copy| copy.strip_prefix("--from=build ")).unwrap();
    assert_eq!(list(program), [copied.split(' ').nth(1).unwrap()]);
    let check = of("HEALTHCHECK")[0];
    assert!(check.contains("/healthz") && !check.contains("/readyz"), "{check}");
    let ports = of("EXPOSE");
    assert!(check.contains(&format!("127.0.0.1/{}", ports[0])), "{check}");
    assert!(of("RUN")[0].contains("--locked --package server --bin obole"));
}

#[test]
fn what_is_compiled_in_is_there_where_the_image_is_built() {
    let ignored = read("packaging/Dockerfile.dockerignore");
    let names = ignored.lines().filter(|line| !line.contains(['*', '#']));
    let folders: Vec<String> = names.map(|name| format!("../{name}/")).collect();
    assert!(!folders.is_empty());
    let mut wrong = Vec::new();
    for file in all(&["rs"]).iter().filter(|file| file.is_product()) {
        let taken = file.text.lines().filter(|line| line.contains("include_"));
        let missing = taken.filter(|line| folders.iter().any(|folder| line.contains(folder)));
        wrong.extend(missing.map(|line| format!("{}: not in the image: {line}", file.path)));
    }
    assert_none(wrong);
}

fn texts(yaml: &Yaml) -> Vec<&str> {
    yaml.as_vec().map(|all| all.iter().filter_map(Yaml::as_str).collect()).unwrap_or_default()
}

/// A service with what it takes from the part `x-node`.
fn value<'a>(service: &'a Yaml, name: &str) -> &'a Yaml {
    match &service[name] {
        Yaml::BadValue => &service["<<"][name],
        own => own,
    }
}

#[test]
fn the_nodes_and_their_proxy_fit_together() {
    let files = YamlLoader::load_from_str(&read("packaging/compose.yaml")).unwrap();
    let services = files[0]["services"].as_hash().unwrap();
    let config = configuration("packaging/compose/obole.toml");
    let port = config["listen"].as_str().unwrap().rsplit(':').next().unwrap();
    let proxy = read("packaging/compose/Caddyfile");
    let mut wrong = Vec::new();
    let mut nodes = BTreeSet::new();
    for (name, service) in services {
        let name = name.as_str().unwrap();
        for mount in texts(value(service, "volumes")) {
            let here = mount.strip_prefix("./").map(|rest| rest.split(':').next().unwrap());
            if here.is_some_and(|here| !root().join("packaging").join(here).is_file()) {
                wrong.push(format!("{name}: there is no {mount}"));
            }
        }
        let image = value(service, "image").as_str().unwrap();
        if image != "obole" {
            let tag = image.split_once(':').map(|(_, tag)| tag);
            if tag.is_none_or(|tag| tag == "latest") {
                wrong.push(format!("{name}: {image} is another one tomorrow"));
            }
            continue;
        }
        nodes.insert(name);
        wrong.extend(wrong_use(&texts(value(service, "command"))));
        if !proxy.contains(&format!(" {name}:{port}")) {
            wrong.push(format!("the proxy does not know {name}"));
        }
        let grace = seconds(value(service, "stop_grace_period").as_str().unwrap());
        if grace <= config["stop_s"].as_integer().unwrap() {
            wrong.push(format!("{name} is killed before it ends by itself"));
        }
    }
    assert!(nodes.len() >= 2, "several nodes: {nodes:?}");
    let secret = config["key_file"].as_str().unwrap().strip_prefix("/run/secrets/").unwrap();
    let target =
        value(&services[&Yaml::String("node-1".to_owned())], "secrets")[0]["target"].as_str();
    assert_eq!(target, Some(secret), "the nodes' key is where they look for it");
    let host = config[DATABASE].as_str().unwrap().split('@').nth(1).unwrap();
    let host = host.split('/').next().unwrap();
    assert!(services.contains_key(&Yaml::String(host.to_owned())), "there is no {host}");
    assert_none(wrong);
}

#[test]
fn the_proxy_notices_a_node_that_drains_before_its_door_closes() {
    let proxy = read("packaging/compose/Caddyfile");
    let said = |name: &str| {
        let line = proxy.lines().find_map(|line| line.trim().strip_prefix(name));
        line.unwrap_or_else(|| panic!("the proxy says nothing of {name}")).trim().to_owned()
    };
    assert_eq!(said("health_uri"), "/readyz");
    let config = configuration("packaging/compose/obole.toml");
    let notices = seconds(&said("health_interval")) * seconds(&said("health_fails"));
    assert!(notices < config["stop_pause_s"].as_integer().unwrap());
}

#[test]
fn what_packaging_has_is_told_to_operators() {
    let page = read("docs/operate/nodes.md");
    let mut wrong = Vec::new();
    for entry in std::fs::read_dir(root().join("packaging")).unwrap() {
        let entry = entry.unwrap();
        let name = format!("packaging/{}", entry.file_name().to_str().unwrap());
        let said = page.contains(&name) || name.ends_with(".dockerignore");
        if !said {
            wrong.push(format!("docs/operate/nodes.md says nothing of {name}"));
        }
        if entry.path().is_file() {
            let text = read(&name);
            wrong.extend(
                text.lines()
                    .filter(|line| line.ends_with([' ', '\t']))
                    .map(|line| format!("{name}: space at the end of {line:?}")),
            );
        }
    }
    assert_none(wrong);
}
