"""What can be wrong with the files of a course, before their content is looked at."""

from collections.abc import Sequence
from difflib import get_close_matches
from unicodedata import category

from trainer.loading.reading import COURSE_FILE
from trainer.loading.rules import (
    FILE_EXISTS,
    FILE_HAS_CONTENT,
    FILE_IS_LISTED,
    FILE_IS_NAMED_BY_ITS_ID,
    FOLDER_IS_READABLE,
)
from trainer.model import Id
from trainer.problems import Place, Problem
from trainer.words import Phrase, phrase

_ODD = frozenset({"Cc", "Cs", "Zl", "Zp"})
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""They turn the direction of writing, so that a name reads as another."""


def no_course() -> Problem:
    """Make the problem of a folder that holds no course."""
    return FILE_EXISTS.broken(
        Place(COURSE_FILE),
        phrase("There is no course in this folder."),
        phrase("Go to the folder of your course, or begin one with `trainer new my-course`."),
    )


def is_odd(name: str) -> bool:
    """Tell whether a name holds what nobody can see or type: control characters, and no text."""
    return any(category(character) in _ODD or character in _TURNS for character in name)


def oddly_named(path: str) -> Problem:
    """Make the problem of a file or folder whose name cannot be written."""
    shown = "".join(
        each.encode("unicode_escape").decode() if is_odd(each) else each for each in path
    )
    is_text = not any(category(character) == "Cs" for character in path)
    message = phrase("This name holds a character that cannot be seen.")
    return FILE_IS_NAMED_BY_ITS_ID.broken(
        Place(shown),
        message if is_text else phrase("This name is not in UTF-8."),
        phrase("Rename it, with plain letters."),
    )


def link_to_folder(path: str) -> Problem:
    """Make the problem of a symbolic link to a folder where a folder itself should be."""
    return FOLDER_IS_READABLE.broken(
        Place(path),
        phrase("This is a symbolic link to a folder."),
        phrase("Put the folder itself here."),
    )


def not_listed(file: str, name: str, listing: str) -> Problem:
    """Make the problem of a file that is not published."""
    return FILE_IS_LISTED.broken(
        Place(file),
        phrase("`{name}` stands in no list, so it is not published.", name=name),
        phrase("Add it to {listing}, or move the file away.", listing=listing),
    )


def listed_in_vain(file: str, listed_as: Id, near: str = "") -> Problem:
    """Make the problem of a name in a list for which there is no file; `near` may be meant."""
    return FILE_EXISTS.broken(
        listed_as.place,
        phrase(
            "`{name}` is listed here, but there is no file {file}.",
            name=listed_as,
            file=file,
        ),
        phrase("Did you mean `{near}`?", near=near)
        if near
        else phrase("Create the file, or take the name off the list."),
    )


def misnamed(found: Id, name: str) -> Problem:
    """Make the problem of an id that is not the name of its file."""
    return FILE_IS_NAMED_BY_ITS_ID.broken(
        found.place,
        phrase("The id is `{id}`, but the file or folder is called `{name}`.", id=found, name=name),
        phrase("Make the two the same."),
    )


def only_comments(file: str) -> Problem:
    """Make the problem of a file without content."""
    return FILE_HAS_CONTENT.broken(
        Place(file), phrase("This file holds only comments."), phrase("Fill it, or delete it.")
    )


def ends_otherwise(file: str, ending: str) -> Problem:
    """Make the problem of a file that is not read because of how its name ends."""
    is_text = ending.lower().endswith(".txt")
    return FILE_IS_NAMED_BY_ITS_ID.broken(
        Place(file),
        phrase("This file is not read: its name ends in `{ending}`.", ending=ending),
        phrase("Let it end in `.yml`. Windows may hide the `.txt` until you ask for it.")
        if is_text
        else phrase("Let it end in `.yml`."),
    )


def nothing_reads_folder(path: str, hint: Phrase) -> Problem:
    """Make the problem of a folder whose files have no meaning."""
    return FILE_IS_LISTED.broken(
        Place(path), phrase("Nothing reads the files in this folder."), hint
    )


def lies_elsewhere(file: str, right: str) -> Problem:
    """Make the problem of a file of the course that lies beside the course."""
    return FILE_IS_LISTED.broken(
        Place(file),
        phrase("Nothing reads this file."),
        phrase("Did you mean `{right}`?", right=right),
    )


def read_by_nobody(file: str, known: Sequence[str]) -> Problem:
    """Make the problem of a file beside `course.yml` that has no meaning."""
    near = get_close_matches(file.rpartition("/")[2], known, n=1)
    return FILE_IS_LISTED.broken(
        Place(file),
        phrase("Nothing reads this file."),
        phrase("Did you mean `{near}`?", near=near[0])
        if near
        else phrase(
            "Files that are read here: {known}. A lesson lies in the folder of its module.",
            known=", ".join(known),
        ),
    )
