"""Builds a course in both editions and returns every file of each, for tests that search bytes."""

from pathlib import Path

from trainer.mkdocs_site import build_site
from trainer.pipeline import check, press
from trainer.publication import Edition


def build_marked(folder: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return the files of the learner's and of the facilitator's site."""
    checked = check(folder)
    built = []
    for edition in (Edition.LEARNER, Edition.FACILITATOR):
        goal = folder.parent / f"site-{edition}"
        build_site(
            folder, goal, press(folder, checked, edition=edition), lambda _done, _total: None
        )
        built.append(files_of(goal))
    return built[0], built[1]


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(found)}
