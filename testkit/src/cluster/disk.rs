//! A small disk of a cluster's own, in memory, that can be filled.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What fills it up.
const BALLAST: &str = "ballast";

/// A file system of a fixed size; unmounted when dropped.
#[derive(Debug)]
pub struct Disk(PathBuf);

impl Disk {
    /// Whether file systems may be mounted here.
    #[must_use]
    pub fn is_allowed() -> bool {
        let folder = std::env::temp_dir().join(format!("obole-disk-{}", std::process::id()));
        let allowed = Self::mount(&folder, 1).is_ok();
        drop(fs::remove_dir(&folder));
        allowed
    }

    /// Mounts one on a folder that is made for it.
    pub(super) fn mount(folder: &Path, megabytes: u32) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let size = format!("size={megabytes}m,mode=0700");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(folder).stderr(Stdio::null());
        if mount.status()?.success() {
            return Ok(Self(folder.to_owned()));
        }
        drop(fs::remove_dir(folder));
        Err(io::Error::new(io::ErrorKind::PermissionDenied, "a file system cannot be mounted"))
    }

    /// Takes all the room that is left.
    ///
    /// # Errors
    /// The system's, but for that.
    pub fn fill(&self) -> io::Result<()> {
        let mut ballast = File::create(self.0.join(BALLAST))?;
        let zeros = vec![0; 64 * 1024];
        loop {
            match ballast.write(&zeros) {
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::StorageFull => return Ok(()),
                Err(error) => return Err(error),
            }
        }
    }

    /// Gives the room back.
    ///
    /// # Errors
    /// The system's.
    pub fn make_room(&self) -> io::Result<()> {
        fs::remove_file(self.0.join(BALLAST))
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        unmount(&self.0);
    }
}

/// Unmounts what may be mounted there, as soon as nobody uses it any more.
pub(super) fn unmount(folder: &Path) {
    let mut umount = Command::new("umount");
    drop(umount.arg("--lazy").arg(folder).stderr(Stdio::null()).status());
}
