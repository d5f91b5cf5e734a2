"""What a broken file would have held is known, so that nobody is told that it is missing."""

from errno import EACCES
from pathlib import Path
from typing import Any

import pytest

from small_course import lines_of, perfect
from trainer.loading import load
from trainer.loading.ids import ids_in_text
from trainer.pipeline.checking import check_course


def test_ids_are_found_in_what_is_no_yaml() -> None:
    text = """
    id: one
    formerly: [two, "three"]
    steps:
      - {id: four, text: [}
      - "id": 'five'
        formerly:
          - six
          - seven
        valid: no
        nid: not-this
    """
    assert sorted(ids_in_text(text)) == ["five", "four", "one", "seven", "six", "three", "two"]


FILES = (
    "vignettes/the-letter.yml",
    "curriculum/glossary.yml",
    "curriculum/references.yml",
    "curriculum/claims.yml",
    "curriculum/scenarios/the-pause.yml",
    "curriculum/transcripts/a-slow-start.yml",
    "curriculum/workshops/one-day.yml",
    "curriculum/first-steps/listening.yml",
    "curriculum/first-steps/module.yml",
    "curriculum/leading/module.yml",
    "curriculum/pages/about.yml",
    "curriculum/course.yml",
)
BREAKS = {
    "no YAML": lambda data: data + b"\n]",
    "a tab": lambda data: data + b"\n\tx: y\n",
    "not UTF-8": lambda data: data + b"# \xff\n",
    "a key too many": lambda data: data + b"\nxyz: 1\n",
    "too large": lambda data: data + b"# long\n" * 200_000,
    "a control character": lambda data: data + b"# \x07\n",
    "in UTF-16": lambda data: data.decode().encode("utf-16"),
    "in UTF-16 without a mark": lambda data: data.decode().encode("utf-16-le"),
    "empty": lambda _data: b"",
}


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("how", BREAKS)
def test_a_broken_file_is_the_only_problem(file: str, how: str, tmp_path: Path) -> None:
    course = perfect(tmp_path / "course")
    path = course / file
    path.write_bytes(BREAKS[how](path.read_bytes()))
    told = lines_of(check_course(load(course)))
    assert told.count("\n") == 1
    assert told.startswith(file)


@pytest.mark.parametrize("file", FILES)
def test_a_folder_in_a_files_place_is_the_only_problem(file: str, tmp_path: Path) -> None:
    course = perfect(tmp_path / "course")
    (course / file).unlink()
    (course / file).mkdir()
    told = lines_of(check_course(load(course)))
    assert told.count("\n") == 1
    assert told.startswith(file)


FOLDERS = (
    "vignettes",
    "curriculum/scenarios",
    "curriculum/transcripts",
    "curriculum/workshops",
    "curriculum/pages",
    "curriculum/images",
    "curriculum/first-steps",
    "curriculum/leading",
)


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("how", ["a file", "a circle", "a way out", "closed"])
def test_a_folder_that_cannot_be_listed_is_the_only_problem(
    folder: str, how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = perfect(tmp_path / "course")
    if how == "closed":
        close(course / folder, monkeypatch)
    else:
        (course / folder).rename(tmp_path / "outside")
    if how == "a file":
        (course / folder).write_text("x", "utf-8")
    elif how == "a circle":
        (course / folder).symlink_to((course / folder).name)
    elif how == "a way out":
        (course / folder).symlink_to(tmp_path / "outside")
    told = lines_of(check_course(load(course)))
    assert told.count("\n") == 1, told
    assert told.startswith(f"{folder}:1:1 ")


@pytest.mark.parametrize("where", ["", "curriculum"])
def test_a_course_that_cannot_be_listed_is_not_called_absent(
    where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = perfect(tmp_path / "course")
    close(course / where, monkeypatch)
    told = lines_of(load(course).problems)
    assert told == (
        "curriculum:1:1 folder-is-readable This cannot be read: Permission denied."
        " | See who may read this folder, and whether its disk is there.\n"
    )


def test_a_picture_that_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = perfect(tmp_path / "course")
    close(course / "curriculum/images/circle.svg", monkeypatch)
    told = lines_of(check_course(load(course)))
    assert "circle.svg:1:1 image-is-a-picture This cannot be read: Permission denied." in told
    assert told.count("\n") == 1


def close(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody read a file or folder, or see what is in it; permissions would not keep out root."""

    def guard(name: str, *, from_it: bool) -> None:
        real = getattr(Path, name)

        def method(self: Path, *arguments: Any, **named: Any) -> Any:
            if closed in self.parents or (from_it and self == closed):
                raise PermissionError(EACCES, "Permission denied")
            return real(self, *arguments, **named)

        monkeypatch.setattr(Path, name, method)

    for name in ("iterdir", "open"):
        guard(name, from_it=True)
    for name in ("lstat", "stat"):
        guard(name, from_it=False)
