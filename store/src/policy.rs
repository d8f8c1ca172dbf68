//! The versions of the policy, as the operator imported them.

use domain::port::Fault;
use domain::time::Timestamp;

use crate::column::at;
use crate::engine::Writer;
use crate::fault::Doing;
use crate::readers::Reader;
use crate::sql::params;

/// Versions that are listed; the newest ones if there are more.
const VERSIONS_MAX: i64 = 1000;

const INSERT: &str = "INSERT INTO policy (version, starts_at, body) VALUES ($1, $2, $3)";

/// Of nodes that start on one new database, one gives it its policy.
const INSERT_FIRST: &str = "INSERT INTO policy (version, starts_at, body) VALUES (1, $1, $2)
     ON CONFLICT (version) DO NOTHING";

const LIST: &str = "SELECT version, starts_at, body FROM policy ORDER BY version DESC LIMIT $1";

const NEWEST: &str = "SELECT coalesce(max(version), 0) FROM policy";

/// A version of the policy as text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PolicyText {
    /// Counts up.
    pub version: u32,
    /// From when it holds.
    pub starts_at: Timestamp,
    /// What it says, as it was imported.
    pub body: String,
}

impl Writer {
    /// Keeps a new version; versions are never changed.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written or has this version.
    pub fn import_policy(&mut self, policy: &PolicyText) -> Result<(), Fault> {
        self.run(INSERT, params![policy.version, policy.starts_at.0, policy.body])
            .doing("import a policy")?;
        Ok(())
    }

    /// Keeps the first version, in force from the beginning of time, unless there is one.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn import_first_policy(&mut self, body: &str) -> Result<(), Fault> {
        self.run(INSERT_FIRST, params![0_i64, body]).doing("import the first policy")?;
        Ok(())
    }
}

impl Reader {
    /// The newest version; 0 if there is none.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn policy_version(&self) -> Result<u32, Fault> {
        self.one(NEWEST, [], |row| row.get(0)).doing("look for a new policy")
    }

    /// Every version, oldest first.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn policies(&self) -> Result<Vec<PolicyText>, Fault> {
        let list = self.list(LIST, [VERSIONS_MAX], |row| {
            Ok(PolicyText { version: row.get(0)?, starts_at: at(row, 1)?, body: row.get(2)? })
        });
        let mut policies = list.doing("list the policies")?;
        policies.reverse();
        Ok(policies)
    }
}
