"""Files of the course as text: found, small, in UTF-8, and inside the course's folder."""

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

MOST_BYTES = 1_000_000


@dataclass(frozen=True)
class Folder:
    """The folder of a course; every path in it is relative and uses `/`."""

    root: Path

    def leads_out(self, file: str) -> bool:
        """Tell whether a path or a symbolic link on it leads out of the folder."""
        return not (self.root / file).resolve().is_relative_to(self.root.resolve())

    def files(self, folder: str, pattern: str) -> list[str]:
        """List the files of one folder by name, in order."""
        found = (self.root / folder).glob(pattern)
        return sorted(path.relative_to(self.root).as_posix() for path in found)

    def folders(self, folder: str) -> list[str]:
        """List the names of the folders in a folder, in order."""
        here = self.root / folder
        return (
            sorted(path.name for path in here.iterdir() if path.is_dir()) if here.is_dir() else []
        )


def read(folder: Folder, file: str) -> Source | Problem:
    """Read a file of the course, or say why that cannot be done."""
    path = folder.root / file
    if folder.leads_out(file):
        return leads_out(file)
    if not path.exists():
        return _unread(
            FILE_EXISTS,
            file,
            phrase("This file is missing."),
            phrase("Create it, or take it off the list that names it."),
        )
    try:
        return (
            _decode(file, path.read_bytes())
            if path.stat().st_size <= MOST_BYTES
            else _too_large(file)
        )
    except OSError as error:
        return _unread(
            FILE_IS_TEXT,
            file,
            phrase("This cannot be read: {why}.", why=error.strerror),
            phrase("A file is expected."),
        )


def leads_out(file: str) -> Problem:
    """Make the problem of a path or symbolic link that leads out of the course."""
    return _unread(
        FILE_IS_IN_THE_COURSE,
        file,
        phrase("This leads out of the course's folder."),
        phrase("Copy the file into the course."),
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
