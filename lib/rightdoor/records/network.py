"""Whether a file would lie on a network drive. SQLite's locks are not kept there, and answers would be lost."""

import os
import re
import subprocess
import sys
from pathlib import Path

SERVED = ("nfs", "nfs3", "nfs4", "cifs", "smb2", "smb3", "smbfs", "ncpfs", "afs", "afpfs", "webdav", "davfs", "ceph")
CLUSTERED = ("glusterfs", "lustre", "beegfs", "gpfs", "pvfs2")
IN_USER_SPACE = ("sshfs", "glusterfs", "ceph", "davfs2", "rclone", "s3fs", "smbnetfs", "gvfsd-fuse")
KINDS = frozenset([*SERVED, *CLUSTERED, *(f"fuse.{name}" for name in IN_USER_SPACE)])
REMOTE_DRIVE = 4  # DRIVE_REMOTE of the Windows call


def kind(path, table=None):
    """The kind of network drive that the path lies on ("nfs4", "smbfs" …), or "" for a disk of this computer.

    `table` is the system's list of mounts as text, read when it is not given; a system that has none gives "".
    """
    path = os.path.realpath(path)
    if sys.platform == "win32":
        return _windows(path)
    mounts = _mounts(_table() if table is None else table)
    inside = [(point, kind) for point, kind in mounts if path == point or path.startswith(point.rstrip("/") + "/")]
    found = max(inside, key=lambda mount: len(mount[0]), default=("", ""))[1]
    return found if found in KINDS else ""


def _windows(path):
    if path.startswith("\\\\"):
        return "smb"
    import ctypes

    return "smb" if ctypes.windll.kernel32.GetDriveTypeW(Path(path).anchor) == REMOTE_DRIVE else ""


def _table():
    try:
        return Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        pass
    try:
        return subprocess.run(["mount"], capture_output=True, text=True, timeout=5, errors="replace").stdout
    except (OSError, subprocess.TimeoutExpired):
        return ""


def _mounts(table):
    """`(mount point, kind)`, the later ones covering the earlier, from mountinfo of Linux or `mount` of macOS."""
    for line in table.splitlines():
        if " - " in line:
            before, _, after = line.partition(" - ")
            yield re.sub(r"\\([0-7]{3})", lambda m: chr(int(m[1], 8)), before.split()[4]), after.split()[0]
        elif match := re.fullmatch(r".* on (/.*) \((\w+)[,)].*", line):
            yield match[1], match[2]
