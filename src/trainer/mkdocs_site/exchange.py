"""A folder is replaced as a whole: killed at any point, the last good one stands.

The goal comes resolved: of a link, the folder that it leads to is replaced, and the link stays.

On Linux two folders change places in one step (`renameat2` with `RENAME_EXCHANGE`).
Elsewhere it takes two renames; a run that finds them half done mends that first.
"""

import ctypes
import errno
import os
import shutil
import sys
from glob import escape
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_UNSUPPORTED = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)


def fresh_folder(goal: Path) -> Path:
    """Make an empty folder beside the goal, after mending what a killed run left behind."""
    goal.parent.mkdir(parents=True, exist_ok=True)
    _mend(goal)
    for left in goal.parent.glob(f".{escape(goal.name)}.new-*"):
        if not _is_running(left.name.rpartition("-")[2]):
            _clear(left)
    folder = goal.parent / f".{goal.name}.new-{os.getpid()}"
    folder.mkdir()
    return folder


def put_in_place(folder: Path, goal: Path) -> None:
    """Put a complete folder where the goal is; hidden files of the old one are carried over."""
    if not goal.exists():
        folder.rename(goal)
        return
    _carry_hidden(goal, folder)
    if not _exchange(folder, goal):
        old = _old(goal)
        goal.rename(old)
        folder.rename(goal)
        folder = old
    shutil.rmtree(folder, ignore_errors=True)


def _clear(left: Path) -> None:
    """Take away what a killed run left; a link is not followed."""
    if left.is_symlink():
        left.unlink()
    else:
        shutil.rmtree(left, ignore_errors=True)


def _carry_hidden(old: Path, new: Path) -> None:
    for entry in old.iterdir():
        if not entry.name.startswith(".") or (new / entry.name).exists():
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, new / entry.name, symlinks=True)
        else:
            shutil.copy2(entry, new / entry.name, follow_symlinks=False)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places; False where the system cannot do that in one step."""
    if sys.platform != "linux":
        return False
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    a, b = os.fsencode(one), os.fsencode(other)
    if renameat2(_AT_FDCWD, a, _AT_FDCWD, b, _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _old(goal: Path) -> Path:
    return goal.parent / f".{goal.name}.old"


def _mend(goal: Path) -> None:
    """Undo the first of two renames where a killed run did not come to the second."""
    old = _old(goal)
    if old.exists() and not goal.exists():
        old.rename(goal)
    elif old.exists():
        shutil.rmtree(old)


def _is_running(process: str) -> bool:
    if not process.isdigit() or int(process) == os.getpid():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
