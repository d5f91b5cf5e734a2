"""Links lead to pages that exist, those that Trainer makes itself among them."""

from pathlib import Path

from small_course import perfect
from trainer.pipeline import check, press


def test_a_page_that_trainer_makes_can_be_linked_like_any_other(tmp_path: Path) -> None:
    course = perfect(tmp_path / "course")
    about = press(course, check(course)).page("about")
    assert 'glossary">glossary</a>' in about.html
    assert 'yours">what you wrote</a>' in about.html
