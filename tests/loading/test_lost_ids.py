"""What a broken file would have held is known, so that nobody is told that it is missing."""

from pathlib import Path

import pytest

from small_course import lines_of, perfect
from trainer.checks import check_course
from trainer.loading import load
from trainer.loading.ids import ids_in_text


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
)
BREAKS = {
    "no YAML": lambda data: data + b"\n]",
    "a tab": lambda data: data + b"\n\tx: y\n",
    "not UTF-8": lambda data: data + b"# \xff\n",
    "a key too many": lambda data: data + b"\nxyz: 1\n",
    "too large": lambda data: data + b"# long\n" * 200_000,
    "a control character": lambda data: data + b"# \x07\n",
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
