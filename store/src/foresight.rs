//! What payments will need: the rows of members in order of their ids, which lie side by side in the file. Brought
//! beforehand, they cost a tenth of what they cost one by one, in the order in which people happen to pay.

use std::collections::BTreeSet;

use domain::id::MemberId;
use domain::member::Network;
use domain::request::HandleKey;
use domain::rows::Key;

use crate::column::{currency, id, parsed};
use crate::sql::{self, Connection, params};

pub(crate) const UPCOMING: &str =
    "SELECT w.member, w.currency, h.network, h.stable_id, h.name
     FROM wallet w JOIN handle h ON h.member = w.member WHERE w.member > $1 ORDER BY w.member LIMIT $2";

/// The keys of what some members after `after` pay with, `count` of them or fewer, and the last of these members.
pub(crate) fn upcoming(
    conn: &Connection,
    after: MemberId,
    count: usize,
) -> sql::Result<(BTreeSet<Key>, Option<MemberId>)> {
    let rows: Vec<_> = conn.prepare_cached(UPCOMING)?.query_map(
        params![after.bytes(), i64::try_from(count).unwrap_or(i64::MAX)],
        |row| {
            let (member, network) =
                (id(row, 0, MemberId::from_bytes)?, parsed(row, 2, Network::parse)?);
            let (stable, name): (String, String) = (row.get(3)?, row.get(4)?);
            let keys = [
                Key::Member(member),
                Key::Wallet(member, currency(row, 1)?),
                Key::Latest(member),
                Key::Handle(HandleKey::Id(network, stable.into())),
                Key::Handle(HandleKey::Name(network, name.into())),
            ];
            Ok((keys, member))
        },
    )?;
    let last = rows.last().map(|(_, member)| *member);
    Ok((rows.into_iter().flat_map(|(keys, _)| keys).collect(), last))
}
