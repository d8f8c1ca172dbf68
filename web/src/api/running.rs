//! Requests that are still running, so that a repeat is told to wait instead of running beside the first.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use super::problem::Problem;

/// The names of requests that are running in this process.
#[derive(Default)]
pub(crate) struct Running(Mutex<HashSet<String>>);

/// A request that runs until this is dropped.
pub(crate) struct Turn<'a> {
    running: &'a Running,
    name: String,
}

impl Running {
    /// Begins a request.
    pub(crate) fn begin(&self, name: String) -> Result<Turn<'_>, Problem> {
        let mut names = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if names.insert(name.clone()) {
            Ok(Turn { running: self, name })
        } else {
            Err(Problem::still_running())
        }
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.running.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_runs_once_at_a_time() {
        let running = Running::default();
        let first = running.begin("a".to_owned()).unwrap();
        assert_eq!(running.begin("a".to_owned()).err(), Some(Problem::still_running()));
        assert!(running.begin("b".to_owned()).is_ok());
        drop(first);
        assert!(running.begin("a".to_owned()).is_ok());
    }
}
