"""Files of the course as text: found, small, in UTF-8, and inside the course's folder."""

import errno
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from stat import S_ISREG

from trainer.loading.rules import (
    FILE_EXISTS,
    FILE_HAS_CONTENT,
    FILE_IS_IN_THE_COURSE,
    FILE_IS_SMALL,
    FILE_IS_TEXT,
    FOLDER_IS_READABLE,
)
from trainer.problems import Place, Problem, Rule, Source
from trainer.words import Phrase, phrase

COURSE_FILE = "curriculum/course.yml"
MOST_BYTES = 1_000_000


@dataclass(frozen=True)
class Folder:
    """The folder of a course; every path in it is relative and uses `/`."""

    root: Path

    @cached_property
    def _whole_root(self) -> Path:
        return self.root.resolve()

    def leads_out(self, file: str) -> bool:
        """Tell whether a path or a symbolic link on it leads out of the folder, or in a circle."""
        try:
            return not (self.root / file).resolve().is_relative_to(self._whole_root)
        except (OSError, RuntimeError):
            return (self.root / file).is_symlink()

    def holds(self, file: str) -> bool:
        """Tell whether there is anything under this name, be it a link that leads nowhere."""
        try:
            (self.root / file).lstat()
        except PermissionError:
            return True  # Nobody can say; whoever reads it says what is in the way.
        except (OSError, ValueError):
            return False
        return True

    def is_file(self, file: str) -> bool:
        """Tell whether there is a file that can be read, and no folder, pipe or device."""
        try:
            return (self.root / file).is_file()
        except (OSError, ValueError):  # a name too long for the disk, for one
            return False

    def is_folder(self, path: str) -> bool:
        """Tell whether there is a folder, or a link to one."""
        try:
            return (self.root / path).is_dir()
        except (OSError, ValueError):
            return False

    def is_link(self, path: str) -> bool:
        """Tell whether this is a symbolic link."""
        return (self.root / path).is_symlink()

    def beginning(self, file: str, length: int) -> bytes:
        """Read the first bytes of a file.

        Raises:
            OSError: it cannot be read, or is a folder, pipe or device.
        """
        if not S_ISREG((self.root / file).stat().st_mode):
            raise OSError(errno.EINVAL, "it is no file")
        with (self.root / file).open("rb") as opened:
            return opened.read(length)


def names_in(folder: Folder, path: str) -> tuple[str, ...] | Problem:
    """List what stands in a folder, in order, or say why not; hidden files are no part of a course."""
    if folder.leads_out(path):
        return leads_out(path)
    if not folder.holds(path):
        return ()
    try:
        found = [each.name for each in (folder.root / path).iterdir()]
    except NotADirectoryError:
        return _unread(
            FOLDER_IS_READABLE,
            path,
            phrase("This is no folder."),
            phrase("A folder is expected under this name."),
        )
    except OSError as error:
        if error.errno == errno.ELOOP:
            return leads_out(path)
        return _unread(
            FOLDER_IS_READABLE,
            path,
            phrase("This cannot be read: {why}.", why=error.strerror),
            phrase("See who may read this folder, and whether its disk is there."),
        )
    return tuple(sorted(name for name in found if not name.startswith(".")))


def read(folder: Folder, file: str) -> Source | Problem:
    """Read a file of the course, or say why that cannot be done."""
    if folder.leads_out(file):
        return leads_out(file)
    if not folder.holds(file):
        return missing(file)
    try:
        (folder.root / file).stat()
        if not folder.is_file(file):
            return _no_file(file)
        data = folder.beginning(file, MOST_BYTES + 1)
    except FileNotFoundError:
        return _no_file(file)
    except OSError as error:
        if error.errno == errno.ELOOP:
            return leads_out(file)
        return _unread(
            FILE_IS_TEXT,
            file,
            phrase("This cannot be read: {why}.", why=error.strerror),
            phrase("See who may read this file, and whether its disk is there."),
        )
    return _decode(file, data) if len(data) <= MOST_BYTES else _too_large(file)


def missing(file: str) -> Problem:
    """Make the problem of a file that is not there."""
    return _unread(
        FILE_EXISTS,
        file,
        phrase("This file is missing."),
        phrase("Create it, or take it off the list that names it."),
    )


def salvage(folder: Folder, file: str) -> str:
    """Return what can be read of a file that `read` or the parser has refused."""
    if folder.leads_out(file) or not folder.is_file(file):
        return ""
    try:
        return folder.beginning(file, MOST_BYTES + 1).decode("utf-8", "replace")
    except OSError:
        return ""


def leads_out(file: str) -> Problem:
    """Make the problem of a path or symbolic link that leads out of the course."""
    return _unread(
        FILE_IS_IN_THE_COURSE,
        file,
        phrase("This leads out of the course's folder, or in a circle."),
        phrase("Put the file itself here instead of a link to it."),
    )


def _no_file(file: str) -> Problem:
    """Make the problem of a folder, pipe or device where a file should be."""
    return _unread(
        FILE_IS_TEXT,
        file,
        phrase("This is no file."),
        phrase("A text file is expected under this name."),
    )


def _decode(file: str, data: bytes) -> Source | Problem:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_in_utf8(file, data[: error.start])
    if "\0" in (text[:1], text[1:2]):  # As UTF-16 has it, where no mark says so.
        return _not_in_utf8(file, b"")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return _unread(
            FILE_HAS_CONTENT, file, phrase("This file is empty."), phrase("Fill it, or delete it.")
        )
    return Source(file, text)


def _not_in_utf8(file: str, before: bytes) -> Problem:
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8-sig", "replace")) + 1
    return FILE_IS_TEXT.broken(
        Place(file, before.count(b"\n") + 1, column),
        phrase("This file is not in UTF-8."),
        phrase("Save it as UTF-8 in your editor."),
    )


def _too_large(file: str) -> Problem:
    return _unread(
        FILE_IS_SMALL,
        file,
        phrase("This file is larger than {size} MB.", size=MOST_BYTES // 1_000_000),
        phrase("A lesson is one sitting: part it. Pictures belong into `images/`."),
    )


def _unread(rule: Rule, file: str, message: Phrase, hint: Phrase) -> Problem:
    return rule.broken(Place(file), message, hint)
