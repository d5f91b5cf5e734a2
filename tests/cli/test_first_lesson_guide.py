"""The guide to a first lesson is followed word by word: after every step the course has no fault."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from trainer.pipeline import check

TRAINER = Path(sys.executable).parent / "trainer"
GUIDE = (Path(__file__).parents[2] / "docs" / "first-lesson.md").read_text("utf-8")
STEPS = [part for part in re.split(r"^(?=## \d)", GUIDE, flags=re.MULTILINE) if part[:2] == "##"]
_DEED = re.compile(
    r"(?P<how>Write|Add at the end of)\s+`(?P<whole>[^`]+)`:\n\n```yaml\n(?P<text>.*?)^```$"
    r"|In `(?P<file>[^`]+)`, change `(?P<old>[^`]+)` to `(?P<new>[^`]+)`",
    re.MULTILINE | re.DOTALL,
)


def follow(step: str, course: Path) -> None:
    """Do what a step says: write a file, add to one, change a line."""
    for deed in _DEED.finditer(step):
        path = course / (deed["whole"] or deed["file"])
        before = path.read_text("utf-8") if path.exists() else ""
        if deed["how"] == "Write":
            path.parent.mkdir(exist_ok=True)
            path.write_text(deed["text"], "utf-8")
        elif deed["how"]:
            assert before, f"{path} is not there yet"
            path.write_text(before + deed["text"], "utf-8")
        else:
            assert before.count(deed["old"]) == 1, deed[0]
            path.write_text(before.replace(deed["old"], deed["new"]), "utf-8")


def problems(course: Path) -> list[str]:
    return [f"{each.place} {each.rule.id}: {each.message}" for each in check(course).problems]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    subprocess.run([str(TRAINER), "new", "my-course"], cwd=tmp_path, check=True)
    return tmp_path / "my-course"


def test_every_block_of_yaml_belongs_to_a_file() -> None:
    blocks = [deed for step in STEPS for deed in _DEED.finditer(step) if deed["how"]]
    assert len(blocks) == GUIDE.count("```yaml")


def test_after_every_step_the_course_is_without_a_fault(course: Path) -> None:
    for step in STEPS:
        follow(step, course)
        if not step.startswith("## 1."):
            assert problems(course) == [], step.splitlines()[0]
    assert check(course).problems == ()
    built = subprocess.run(
        [str(TRAINER), "build", "--strict"], cwd=course, capture_output=True, check=False
    )
    assert built.returncode == 0, built.stderr
    for page in ("lessons/one-hand-on-the-door", "vignettes/plum-jam", "workshops/an-evening"):
        assert (course / "site" / f"{page}.html").exists()


def test_a_lesson_in_no_list_is_told(course: Path) -> None:
    follow(STEPS[0], course)
    assert any("file-is-listed" in each for each in problems(course))


@pytest.mark.parametrize("number", [3, 5])
def test_minutes_that_are_no_longer_true_are_told(course: Path, number: int) -> None:
    for step in STEPS[: number - 1]:
        follow(step, course)
    follow(STEPS[number - 1].partition("- In `")[0], course)
    assert any("duration-is-true" in each for each in problems(course))


@pytest.mark.parametrize("word", ["objectives: [hear", "practises: [hear"])
def test_what_is_not_taught_or_not_practised_is_told(course: Path, word: str) -> None:
    follow(STEPS[0], course)
    lesson = course / "curriculum" / "first-steps" / "one-hand-on-the-door.yml"
    other = word.replace("hear", "notice-a-pull")
    text = lesson.read_text("utf-8").replace(f"{word}-the-last-sentence", other)
    lesson.write_text(text, "utf-8")
    follow(STEPS[1], course)
    rule = "objective-is-taught" if word.startswith("objectives") else "objective-is-practised"
    assert any(rule in each for each in problems(course))
