"""Links lead to pages that exist, those that Trainer makes itself among them."""

from pathlib import Path

from small_course import apply, perfect
from trainer.pipeline import check, press


def test_a_page_that_trainer_makes_can_be_linked_like_any_other(tmp_path: Path) -> None:
    course = perfect(tmp_path / "course")
    about = press(course, check(course)).page("about")
    assert 'glossary">glossary</a>' in about.html
    assert 'yours">what you wrote</a>' in about.html


def test_a_link_leads_to_a_heading_of_a_lesson_or_a_page(tmp_path: Path) -> None:
    course = perfect(tmp_path / "course")
    links = "[a](lesson:hearing#a-pause) [b](lesson:listening#first-a-question)"
    edits = {
        "curriculum/first-steps/listening.yml": (
            "- text: First a question.",
            '- text: "## First, a question"',
        ),
        "curriculum/pages/about.yml": (
            "Testers made it.",
            f"{links} [c](page:about-us#who)\n\n  ## Who?\n\n ",
        ),
    }
    described = [{"in": file, "find": find, "put": put} for file, (find, put) in edits.items()]
    apply({"edits": described}, course)
    checked = check(course)
    assert not checked.has_errors, checked.problems
    publication = press(course, checked)
    about = publication.page("about").html
    assert 'lessons/listening#a-pause">a</a>' in about
    assert 'lessons/listening#part-1-first-a-question">b</a>' in about
    assert 'about#who">c</a>' in about
    listening = publication.page("lessons/listening").html
    assert 'id="a-pause"' in listening
    assert 'id="part-1-first-a-question"' in listening
    assert 'id="who"' in about
