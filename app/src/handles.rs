//! The handles under which members are spoken of.

use domain::id::MemberId;
use domain::port::Fault;

use crate::group::Unable;
use crate::obole::{Obole, locked};

/// Handles kept in memory; about 100 bytes each.
const KNOWN_HANDLES_MAX: usize = 200_000;

impl Obole {
    /// The handle of a member at home.
    ///
    /// # Errors
    /// [`Unable`] if the database cannot be read.
    pub async fn handle_of(&self, member: MemberId) -> Result<Option<String>, Unable> {
        Ok(self.handles_of(vec![member]).await?.pop().flatten())
    }

    /// The handles of members at home, in their order. Handles of the square never change, so one that was found is
    /// kept; those that are not known are read together.
    ///
    /// # Errors
    /// [`Unable`] if the database cannot be read.
    pub async fn handles_of(&self, members: Vec<MemberId>) -> Result<Vec<Option<String>>, Unable> {
        let handles: Vec<Option<String>> = {
            let known = locked(&self.known);
            members.iter().map(|member| known.handles.get(member).cloned()).collect()
        };
        if handles.iter().all(Option::is_some) {
            return Ok(handles);
        }
        let read = move |read: &store::Reader| -> Result<Vec<_>, Fault> {
            let each = members.into_iter().zip(handles).map(|(member, known)| match known {
                Some(known) => Ok((member, Some(known))),
                None => Ok((member, read.handle(member)?)),
            });
            each.collect()
        };
        let found = self.read_rows(read).await?;
        let mut known = locked(&self.known);
        if known.handles.len() >= KNOWN_HANDLES_MAX {
            known.handles.clear();
        }
        let handles = found.into_iter().map(|(member, handle)| {
            known.handles.extend(handle.clone().map(|handle| (member, handle)));
            handle
        });
        Ok(handles.collect())
    }
}
