//! Every story, played with warm and with cold rows, comes out as it is written.
//!
//! `UPDATE_EXPECT=1 cargo test -p testkit` writes what came out into the files.

use std::fs;
use std::path::PathBuf;

use testkit::story::play;

fn stories() -> Vec<(PathBuf, String)> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/stories"));
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "story"))
        .collect();
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn stories_come_out_as_written() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut wrong = Vec::new();
    for (path, story) in stories() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let warm = std::panic::catch_unwind(|| play(&story, false));
        let played = match warm {
            Ok(Ok(played)) => played,
            Ok(Err(error)) => {
                wrong.push(format!("{name}: {error}"));
                continue;
            }
            Err(_) => {
                wrong.push(format!("{name}: panicked, see above"));
                continue;
            }
        };
        match play(&story, true) {
            Ok(cold) if cold == played => {}
            Ok(cold) => {
                wrong.push(format!("{name}: with cold rows\n{}", difference(&played, &cold)))
            }
            Err(error) => wrong.push(format!("{name}: with cold rows: {error}")),
        }
        if update && played != story {
            fs::write(&path, &played).unwrap();
        } else if played != story {
            wrong.push(format!("{name}:\n{}", difference(&story, &played)));
        }
    }
    assert!(wrong.is_empty(), "\n{}\nUPDATE_EXPECT=1 rewrites the stories", wrong.join("\n"));
}

/// The first lines that differ.
fn difference(before: &str, after: &str) -> String {
    let mut lines = before.lines().zip(after.lines()).enumerate().skip_while(|(_, (a, b))| a == b);
    match lines.next() {
        Some((number, (a, b))) => format!("  line {}\n  - {a}\n  + {b}", number + 1),
        None => "  one is longer".to_owned(),
    }
}
