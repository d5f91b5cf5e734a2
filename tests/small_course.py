"""The small perfect course, and the cases that change something in it (tests/checks/README.md)."""

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from trainer.problems import Problem

PERFECT = Path(__file__).parent / "checks" / "perfect"
CASES = Path(__file__).parent / "checks" / "cases"
GOLDEN = "problems.txt"
DESCRIPTION = "case.yml"


def names_of_cases() -> list[str]:
    """List the cases by the names of their folders."""
    return sorted(path.name for path in CASES.iterdir() if path.is_dir())


def rule_of(case: str) -> str:
    """Return the rule that a case is about: what stands before the first dot."""
    return case.partition(".")[0]


def perfect(folder: Path) -> Path:
    """Copy the perfect course into a folder."""
    return Path(shutil.copytree(PERFECT, folder, dirs_exist_ok=True))


def make(case: str, folder: Path) -> Path:
    """Make the course of a case in a folder: the perfect one, with what the case changes."""
    perfect(folder)
    described = CASES / case / DESCRIPTION
    shutil.copytree(
        CASES / case,
        folder,
        dirs_exist_ok=True,
        ignore=shutil.ignore_patterns(GOLDEN, DESCRIPTION),
    )
    if described.exists():
        apply(yaml.safe_load(described.read_text("utf-8")), folder)
    return folder


def apply(description: Mapping[str, Any], folder: Path) -> None:
    """Do in a folder what a `case.yml` says."""
    for edit in description.get("edits", ()):
        path = folder / edit["in"]
        text = path.read_text("utf-8")
        assert text.count(edit["find"]) == 1, f"{edit} occurs {text.count(edit['find'])} times"
        path.write_text(text.replace(edit["find"], edit["put"]), "utf-8")
    for file in description.get("remove", ()):
        path = folder / file
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for file, target in description.get("links", {}).items():
        (folder / file).unlink(missing_ok=True)
        (folder / file).symlink_to(target)
    for file, text in description.get("bytes", {}).items():
        (folder / file).write_bytes(text.encode("latin-1"))
    for file, line in description.get("repeat", {}).items():
        with (folder / file).open("a", encoding="utf-8") as opened:
            opened.write(line * (1_000_000 // len(line) + 1))


def kind_of_file(file: str) -> str:
    """Return the kind of a file by its path in the course."""
    folder, _, name = file.rpartition("/")
    by_folder = {"vignettes": "vignette", "curriculum/pages": "page"}
    by_folder |= {"curriculum/scenarios": "scenario", "curriculum/transcripts": "transcript"}
    by_folder["curriculum/workshops"] = "workshop"
    if folder == "curriculum":
        return name.removesuffix(".yml")
    return by_folder.get(folder) or ("module" if name == "module.yml" else "lesson")


def lines_of(problems: Iterable[Problem]) -> str:
    """Write problems as the goldens have them."""
    return "".join(
        f"{each.place} {each.rule.id} {each.message} | {each.hint}\n" for each in problems
    )
