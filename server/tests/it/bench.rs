//! The measurements of the program itself, on a small database: that they run, and say what a line of JSON promises.

use crate::program::{Folder, lines, obole};

#[test]
fn the_start_and_the_memory_are_measured() {
    let folder = Folder::new();
    let size = ["--members", "40", "--transfers", "60", "--streams", "10", "--json"];
    let measure = |scenario: &str| {
        let mut arguments = vec!["bench", "--scenario", scenario];
        arguments.extend(size);
        let output = obole(&folder, &arguments).current_dir(folder.path()).output().unwrap();
        lines(&output).remove(0)
    };
    let start = measure("start");
    assert_eq!((&start["members"], &start["transfers"]), (&40.into(), &100.into()));
    assert!(start["ready_ms"].as_f64().unwrap() > 0.0, "{start}");
    assert!(start["ready_ms_max"].as_f64() >= start["ready_ms"].as_f64(), "{start}");
    let memory = measure("memory");
    assert!(memory["idle_kib"].as_u64().unwrap() > 1000, "{memory}");
    assert_eq!(memory["streams"], 10);
    assert!(memory["per_member_bytes"].is_i64() && memory["per_stream_bytes"].is_i64());
    let left = std::fs::read_dir(folder.path()).unwrap();
    let left = left.filter(|entry| {
        entry.as_ref().unwrap().file_name().to_str().unwrap().starts_with("obole-bench-")
    });
    assert_eq!(left.count(), 0, "the measured databases are removed");
}

#[test]
fn a_drive_counts_every_gift_once() {
    let folder = Folder::new();
    let arguments =
        ["bench", "--scenario", "drive", "--callers", "8", "--seconds", "0.5", "--json"];
    let output = obole(&folder, &arguments).current_dir(folder.path()).output().unwrap();
    let drive = lines(&output).remove(0);
    assert!(drive["gifts"].as_u64().unwrap() > 0, "{drive}");
    assert!(drive["updates"].as_u64().unwrap() > 0, "{drive}");
    assert_eq!(drive["given_minor"], drive["counted_minor"], "{drive}");
    assert!(drive["lag_max_ms"].as_f64() >= drive["lag_p50_ms"].as_f64(), "{drive}");
}
