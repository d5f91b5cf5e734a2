"""Files of the course as text: found, small, in UTF-8, and inside the course's folder."""

import os
from dataclasses import dataclass
from pathlib import Path

from trainer.loading.rules import (
    FILE_EXISTS,
    FILE_HAS_CONTENT,
    FILE_IS_IN_THE_COURSE,
    FILE_IS_SMALL,
    FILE_IS_TEXT,
)
from trainer.problems import Place, Problem, Rule, Source
from trainer.words import Phrase, phrase

COURSE_FILE = "curriculum/course.yml"
MOST_BYTES = 1_000_000


@dataclass(frozen=True)
class Folder:
    """The folder of a course; every path in it is relative and uses `/`."""

    root: Path

    def leads_out(self, file: str) -> bool:
        """Tell whether a path or a symbolic link on it leads out of the folder, or in a circle."""
        try:
            return not (self.root / file).resolve().is_relative_to(self.root.resolve())
        except (OSError, RuntimeError):
            return (self.root / file).is_symlink()

    def holds(self, file: str) -> bool:
        """Tell whether there is anything under this name, be it a link that leads nowhere."""
        return os.path.lexists(self.root / file)

    def is_file(self, file: str) -> bool:
        """Tell whether there is a file that can be read, and no folder, pipe or device."""
        return os.path.isfile(self.root / file)  # noqa: PTH113 - Path's raises for long names

    def files(self, folder: str, pattern: str) -> list[str]:
        """List what stands in one folder by name, in order; hidden files are no part of a course."""
        found = (path.relative_to(self.root) for path in (self.root / folder).glob(pattern))
        return sorted(
            path.as_posix()
            for path in found
            if not any(part.startswith(".") for part in path.parts)
        )

    def folders(self, folder: str) -> list[str]:
        """List the names of the folders in a folder, in order."""
        here = self.root / folder
        return (
            sorted(p.name for p in here.iterdir() if p.is_dir() and not p.name.startswith("."))
            if here.is_dir()
            else []
        )


def read(folder: Folder, file: str) -> Source | Problem:
    """Read a file of the course, or say why that cannot be done."""
    if folder.leads_out(file):
        return leads_out(file)
    if not folder.holds(file):
        return _unread(
            FILE_EXISTS,
            file,
            phrase("This file is missing."),
            phrase("Create it, or take it off the list that names it."),
        )
    if not folder.is_file(file):
        return _unread(
            FILE_IS_TEXT,
            file,
            phrase("This is no file."),
            phrase("A text file is expected under this name."),
        )
    try:
        data = _beginning(folder, file)
    except OSError as error:
        return _unread(
            FILE_IS_TEXT,
            file,
            phrase("This cannot be read: {why}.", why=error.strerror),
            phrase("See who may read this file, and whether its disk is there."),
        )
    return _decode(file, data) if len(data) <= MOST_BYTES else _too_large(file)


def salvage(folder: Folder, file: str) -> str:
    """Return what can be read of a file that `read` or the parser has refused."""
    if folder.leads_out(file) or not folder.is_file(file):
        return ""
    try:
        return _beginning(folder, file).decode("utf-8", "replace")
    except OSError:
        return ""


def _beginning(folder: Folder, file: str) -> bytes:
    """Read just far enough to see whether the file is too large."""
    with (folder.root / file).open("rb") as opened:
        return opened.read(MOST_BYTES + 1)


def leads_out(file: str) -> Problem:
    """Make the problem of a path or symbolic link that leads out of the course."""
    return _unread(
        FILE_IS_IN_THE_COURSE,
        file,
        phrase("This leads out of the course's folder, or in a circle."),
        phrase("Put the file itself here instead of a link to it."),
    )


def _decode(file: str, data: bytes) -> Source | Problem:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8-sig", "replace")) + 1
        return FILE_IS_TEXT.broken(
            Place(file, before.count(b"\n") + 1, column),
            phrase("This file is not in UTF-8."),
            phrase("Save it as UTF-8 in your editor."),
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return _unread(
            FILE_HAS_CONTENT, file, phrase("This file is empty."), phrase("Fill it, or delete it.")
        )
    return Source(file, text)


def _too_large(file: str) -> Problem:
    return _unread(
        FILE_IS_SMALL,
        file,
        phrase("This file is larger than {size} MB.", size=MOST_BYTES // 1_000_000),
        phrase("A lesson is one sitting: part it. Pictures belong into `images/`."),
    )


def _unread(rule: Rule, file: str, message: Phrase, hint: Phrase) -> Problem:
    return rule.broken(Place(file), message, hint)
