"""What can be wrong with the files of a course, before their content is looked at."""

from collections.abc import Sequence

from trainer.loading.reading import COURSE_FILE
from trainer.loading.rules import (
    FILE_EXISTS,
    FILE_HAS_CONTENT,
    FILE_IS_LISTED,
    FILE_IS_NAMED_BY_ITS_ID,
)
from trainer.model import Id
from trainer.problems import Place, Problem
from trainer.words import phrase


def no_course() -> Problem:
    """Make the problem of a folder that holds no course."""
    return FILE_EXISTS.broken(
        Place(COURSE_FILE),
        phrase("There is no course in this folder."),
        phrase("Go to the folder of your course, or begin one with `trainer new my-course`."),
    )


def oddly_named(file: str) -> Problem:
    """Make the problem of a file whose name cannot be written."""
    return FILE_IS_NAMED_BY_ITS_ID.broken(
        Place(file.encode("utf-8", "backslashreplace").decode("utf-8")),
        phrase("The name of this file is not in UTF-8."),
        phrase("Rename it, with plain letters."),
    )


def not_listed(file: str, name: str, listing: str) -> Problem:
    """Make the problem of a file that is not published."""
    return FILE_IS_LISTED.broken(
        Place(file),
        phrase("`{name}` stands in no list, so it is not published.", name=name),
        phrase("Add it to {listing}, or move the file away.", listing=listing),
    )


def listed_in_vain(problem: Problem, listed_as: Id) -> Problem:
    """Make the problem of a name in a list for which there is no file."""
    return FILE_EXISTS.broken(
        listed_as.place,
        phrase(
            "`{name}` is listed here, but there is no file {file}.",
            name=listed_as,
            file=problem.place.file,
        ),
        phrase("Create the file, or take the name off the list."),
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


def ends_otherwise(file: str) -> Problem:
    """Make the problem of a file that is not read because of how its name ends."""
    return FILE_IS_NAMED_BY_ITS_ID.broken(
        Place(file),
        phrase("This file is not read: its name ends in `.yaml`."),
        phrase("Let it end in `.yml`."),
    )


def read_by_nobody(file: str, known: Sequence[str]) -> Problem:
    """Make the problem of a file beside `course.yml` that has no meaning."""
    return FILE_IS_LISTED.broken(
        Place(file),
        phrase("Nothing reads this file."),
        phrase("Files that are read here: {known}.", known=", ".join(known)),
    )
