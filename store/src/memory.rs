//! How much memory there is, and how many members' rows fit into our share of it.

use std::path::{Path, PathBuf};

/// Bytes that the rows of a member, the handle and the key take in memory, as measured with a million of them.
const MEMBER_BYTES: u64 = 2_048;

/// Our share of the memory that this process may use: one part of so many.
const SHARE: u64 = 8;

/// The fewest, also where nobody says how much memory there is.
const MEMBERS_MIN: u64 = 1_000;

/// Members whose rows fit, so that a payment finds them in memory.
pub(crate) fn members_that_fit() -> usize {
    let read = |file: PathBuf| std::fs::read_to_string(file).ok();
    let members = (available(read).unwrap_or(0) / SHARE / MEMBER_BYTES).max(MEMBERS_MIN);
    usize::try_from(members).unwrap_or(usize::MAX)
}

/// Bytes of memory that the machine has, or that the control groups of this process allow it, if that is less.
fn available(read: impl Fn(PathBuf) -> Option<String>) -> Option<u64> {
    let info = read("/proc/meminfo".into())?;
    let line = info.lines().find_map(|line| line.strip_prefix("MemTotal:"))?;
    let machine = line.trim().strip_suffix(" kB")?.parse::<u64>().ok()?.saturating_mul(1024);
    let groups = read("/proc/self/cgroup".into()).unwrap_or_default();
    let group = groups.lines().find_map(|line| line.strip_prefix("0::/")).unwrap_or_default();
    let limit = |folder: &Path| {
        let file = Path::new("/sys/fs/cgroup").join(folder).join("memory.max");
        read(file)?.trim().parse::<u64>().ok()
    };
    Path::new(group).ancestors().filter_map(limit).chain([machine]).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_narrowest_limit_on_the_way_up_counts() {
        let info = ("/proc/meminfo", "MemTotal:       4096 kB\nMemFree:         5 kB\n");
        let group = ("/proc/self/cgroup", "1:cpu:/other\n0::/pay/obole.service\n");
        let service = "/sys/fs/cgroup/pay/obole.service/memory.max";
        let (slice, root) = ("/sys/fs/cgroup/pay/memory.max", "/sys/fs/cgroup/memory.max");
        for (files, bytes) in [
            (vec![], None),
            (vec![info], Some(4096 * 1024)),
            (vec![("/proc/meminfo", "MemTotal: much")], None),
            (vec![info, group], Some(4096 * 1024)),
            (vec![info, group, (service, "max\n")], Some(4096 * 1024)),
            (vec![info, group, (service, "1000000\n")], Some(1_000_000)),
            (vec![info, group, (service, "1000000\n"), (slice, "900000\n")], Some(900_000)),
            (vec![info, group, (service, "max\n"), (slice, "900000\n")], Some(900_000)),
            (vec![info, group, (root, "800000\n")], Some(800_000)),
            (vec![info, (root, "800000\n")], Some(800_000)),
            (vec![info, group, (service, "5000000\n")], Some(4096 * 1024)),
        ] {
            let read = |file: PathBuf| {
                let (_, text) = files.iter().find(|(name, _)| Path::new(name) == file)?;
                Some((*text).to_owned())
            };
            assert_eq!(available(read), bytes, "{files:?}");
        }
    }
}
