//! Members, their handles and their PINs.

use domain::id::MemberId;
use domain::lang::Lang;
use domain::member::{Freeze, Handle, Kind, Member, Network, Pin};
use domain::request::HandleKey;
use domain::rows::{Found, Key, Rows};

use crate::column::{at, id, maybe_at, parsed, unknown};
use crate::load::{Loading, only};
use crate::sql::{self, Connection, Row, params};
use crate::vault::{Sealer, sealed};

/// The columns of a member in the order in which [`read`] reads them.
macro_rules! member_columns {
    () => {
        $crate::member::member_columns!($crate::vault::sealed!("member.name", "name", "id"))
    };
    ($name:expr) => {
        concat!(
            "id, kind, ",
            $name,
            ", lang, tier, home, created_at, frozen_at, ",
            $crate::vault::sealed!("member.frozen_reason", "frozen_reason", "id"),
            ", stopped"
        )
    };
}
pub(crate) use member_columns;

/// A member with their key, under which their name is sealed.
pub(crate) const FIND: &str = concat!(
    "SELECT ",
    member_columns!("reveal(name, k.wrapped, 'member.name', id)"),
    ", k.number, k.wrapped FROM member LEFT JOIN member_key k ON k.number = key_of(name) WHERE id = $1"
);

pub(crate) const FIND_HANDLE_BY_ID: &str = "SELECT network, stable_id, name, member, linked_at
     FROM handle WHERE network = $1 AND stable_id = $2";

// A name is unique where the network makes it so. Without ORDER BY: asked for an order, SQLite walks the whole
// network by its primary key instead of taking the index.
pub(crate) const FIND_HANDLE_BY_NAME: &str = "SELECT network, stable_id, name, member, linked_at
     FROM handle WHERE network = $1 AND name = $2 LIMIT 1";

pub(crate) const FIND_PIN: &str = concat!(
    "SELECT member, ",
    sealed!("pin.hash", "hash", "member"),
    ", set_at, wrong_count FROM pin WHERE member = $1"
);

pub(crate) const PUT: &str = "INSERT INTO member
         (id, kind, name, lang, tier, home, created_at, frozen_at, frozen_reason, stopped)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (id) DO UPDATE SET
         kind = excluded.kind, name = excluded.name, lang = excluded.lang, tier = excluded.tier,
         home = excluded.home, frozen_at = excluded.frozen_at,
         frozen_reason = excluded.frozen_reason, stopped = excluded.stopped";

/// No handle is given twice: another node that gives it at the same instant fails, and decides again.
pub(crate) const INSERT_HANDLE: &str =
    "INSERT INTO handle (network, stable_id, name, member, linked_at) VALUES ($1, $2, $3, $4, $5)";

pub(crate) const PUT_PIN: &str = "INSERT INTO pin (member, hash, set_at, wrong_count)
     VALUES ($1, $2, $3, $4)
     ON CONFLICT (member) DO UPDATE SET
         hash = excluded.hash, set_at = excluded.set_at, wrong_count = excluded.wrong_count";

const REMOVE_PIN: &str = "DELETE FROM pin WHERE member = $1";

pub(crate) fn load(loading: &mut Loading<'_>) -> sql::Result<()> {
    loading.each_then(
        FIND,
        |key| if let Key::Member(id) = key { Some(*id) } else { None },
        |id, ask| ask(params![id.bytes()]),
        |row| Ok((read(row)?, row.get::<Option<u32>>(10)?.zip(row.get::<Option<Vec<u8>>>(11)?))),
        |loaded, picked, answers| {
            for ((key, id), answer) in picked.into_iter().zip(answers) {
                let (member, sealed_by) = only(answer).unzip();
                if let Some(sealed_by) = sealed_by.flatten() {
                    loaded.sealed_by(id, sealed_by);
                }
                loaded.found(key.clone(), Found::Member(member));
            }
            Ok(())
        },
    )?;
    loading.each(
        FIND_HANDLE_BY_ID,
        |key| {
            if let Key::Handle(HandleKey::Id(network, id)) = key {
                Some((network, id))
            } else {
                None
            }
        },
        |(network, id), ask| ask(params![network.name(), id]),
        read_handle,
        |found| Found::Handle(only(found)),
    )?;
    loading.each(
        FIND_HANDLE_BY_NAME,
        |key| {
            if let Key::Handle(HandleKey::Name(network, name)) = key {
                Some((network, name))
            } else {
                None
            }
        },
        |(network, name), ask| ask(params![network.name(), name]),
        read_handle,
        |found| Found::Handle(only(found)),
    )?;
    loading.each(
        FIND_PIN,
        |key| if let Key::Pin(id) = key { Some(*id) } else { None },
        |id, ask| ask(params![id.bytes()]),
        read_pin,
        |found| Found::Pin(only(found)),
    )
}

/// Reads the first ten columns as a member.
pub(crate) fn read(row: &Row<'_>) -> sql::Result<Member> {
    let frozen = match maybe_at(row, 7)? {
        Some(at) => Some(Freeze { at, reason: row.get::<Option<String>>(8)?.unwrap_or_default() }),
        None => None,
    };
    Ok(Member {
        id: id(row, 0, MemberId::from_bytes)?,
        kind: parsed(row, 1, Kind::parse)?,
        name: row.get(2)?,
        lang: parsed(row, 3, Lang::parse)?,
        tier: row.get(4)?,
        home: parsed(row, 5, Network::parse)?,
        created_at: at(row, 6)?,
        frozen,
        stopped: stopped(row)?,
    })
}

/// Networks, separated by spaces.
fn stopped(row: &Row<'_>) -> sql::Result<Vec<Network>> {
    let Some(names) = row.get_ref(9)?.as_str_or_null()? else { return Ok(Vec::new()) };
    let network = |name| Network::parse(name).ok_or_else(|| unknown(9, name));
    names.split(' ').map(network).collect()
}

fn read_handle(row: &Row<'_>) -> sql::Result<Handle> {
    Ok(Handle {
        network: parsed(row, 0, Network::parse)?,
        stable_id: row.get(1)?,
        name: row.get(2)?,
        member: id(row, 3, MemberId::from_bytes)?,
        linked_at: at(row, 4)?,
    })
}

pub(crate) fn read_pin(row: &Row<'_>) -> sql::Result<Pin> {
    Ok(Pin {
        member: id(row, 0, MemberId::from_bytes)?,
        hash: row.get(1)?,
        set_at: at(row, 2)?,
        wrong_count: row.get(3)?,
    })
}

/// Writes the members, handles and PINs a group changed.
pub(crate) fn write(conn: &Connection, sealer: &Sealer, rows: &Rows) -> sql::Result<()> {
    let writes = rows.unwritten();
    if !writes.members.is_empty() {
        write_members(conn, sealer, rows)?;
    }
    if !writes.handles.is_empty() {
        conn.run_each(INSERT_HANDLE, |put| {
            writes.handles.iter().try_for_each(|handle| {
                put(params![
                    handle.network.name(),
                    handle.stable_id,
                    handle.name,
                    handle.member.bytes(),
                    handle.linked_at.0
                ])
            })
        })?;
    }
    if !writes.pins.is_empty() {
        write_pins(conn, sealer, rows)?;
    }
    Ok(())
}

fn write_pins(conn: &Connection, sealer: &Sealer, rows: &Rows) -> sql::Result<()> {
    let pins = || rows.unwritten().pins.iter();
    conn.run_each(PUT_PIN, |put| {
        for pin in pins().filter_map(|id| rows.pin(*id)) {
            let id = pin.member.bytes();
            let hash = sealer.text(conn, pin.member, "pin.hash", &id, &pin.hash)?;
            put(params![id, hash, pin.set_at.0, pin.wrong_count])?;
        }
        Ok(())
    })?;
    conn.run_each(REMOVE_PIN, |remove| {
        let mut removed = pins().filter(|id| rows.pin(**id).is_none());
        removed.try_for_each(|id| remove(params![id.bytes()]))
    })
}

fn write_members(conn: &Connection, sealer: &Sealer, rows: &Rows) -> sql::Result<()> {
    let mut ids: Vec<MemberId> = rows.unwritten().members.iter().copied().collect();
    ids.sort_unstable();
    conn.run_each(PUT, |put| {
        for member in ids.iter().filter_map(|id| rows.member(*id)) {
            let id = member.id.bytes();
            let reason = member.frozen.as_ref().map(|frozen| {
                sealer.text(conn, member.id, "member.frozen_reason", &id, &frozen.reason)
            });
            put(params![
                id,
                member.kind.name(),
                sealer.text(conn, member.id, "member.name", &id, &member.name)?,
                member.lang.tag(),
                member.tier,
                member.home.name(),
                member.created_at.0,
                member.frozen.as_ref().map(|frozen| frozen.at.0),
                reason.transpose()?,
                stopped_names(&member.stopped),
            ])?;
        }
        Ok(())
    })
}

fn stopped_names(networks: &[Network]) -> Option<String> {
    let names: Vec<&str> = networks.iter().map(Network::name).collect();
    (!names.is_empty()).then(|| names.join(" "))
}
