"""A new version of the course: reworded, moved, renamed and removed activities keep what was written."""

import re

import pytest
from playwright.sync_api import BrowserContext, expect

from learning import YOURS, Write, box, go, opened, write_in

pytestmark = pytest.mark.browser
BEFORE = """
- reflect: {id: my-pull, prompt: Which of the four pulls you most?}
- reflect: {id: my-silence, prompt: What silence is yours?}
- reflect: {id: my-binder, prompt: What do you carry about?}
- question:
    id: wait
    prompt: What do you do?
    options:
      - {text: Wait., verdict: defensible, feedback: Yes.}
      - {text: Speak., verdict: costs, feedback: At a price.}
"""
AFTER = """
- question:
    id: wait-or-speak
    formerly: [wait]
    prompt: What do you do?
    options:
      - {text: Wait., verdict: defensible, feedback: Yes.}
      - {text: Speak., verdict: costs, feedback: At a price.}
- reflect: {id: the-silence, formerly: [my-silence], prompt: What silence is yours?}
- reflect: {id: my-pull, prompt: "Which of the five pulls you most, and what does it spare you?"}
"""


def test_what_was_written_survives_a_new_version(write: Write, learner: BrowserContext) -> None:
    site = write(BEFORE)
    page = opened(learner, site)
    write_in(page, "Advice.")
    write_in(page, "The one after tears.", "my-silence")
    write_in(page, "A binder of my own.", "my-binder")
    page.locator("#wait summary").first.click()
    page.close()

    site = write(AFTER)
    page = opened(learner, site)
    expect(box(page, "my-pull")).to_have_value("Advice.")
    told = page.locator("#my-pull .tr-told")
    expect(told).to_contain_text("This has changed since you were here on")
    expect(told).to_contain_text("Which of the four pulls you most?")
    expect(box(page, "the-silence")).to_have_value("The one after tears.")
    expect(page.locator("#the-silence .tr-told")).to_have_count(0)
    expect(page.locator("#wait-or-speak details").first).to_have_attribute("open", "")
    expect(page.locator("#my-binder")).to_have_count(0)

    go(page, site, YOURS)
    gone = page.locator(".tr-entry", has_text="A binder of my own.")
    expect(gone).to_contain_text("What do you carry about?")
    expect(gone).to_contain_text("no longer in the course")
    expect(page.locator(".tr-entry")).to_have_count(3)
    page.locator(".tr-entry", has_text="The one after tears.").get_by_role("link").click()
    expect(page).to_have_url(re.compile("#the-silence$"))


def test_writing_on_goes_on_under_the_new_name(write: Write, learner: BrowserContext) -> None:
    page = opened(learner, write(BEFORE))
    write_in(page, "The one after tears.", "my-silence")
    page.close()
    site = write(AFTER)
    page = opened(learner, site)
    expect(box(page, "the-silence")).to_have_value("The one after tears.")
    write_in(page, "The one before.", "the-silence")
    go(page, site)
    expect(box(page, "the-silence")).to_have_value("The one before.")
    expect(page.locator(".tr-others")).to_have_count(0)


def test_a_lesson_that_was_done_stays_done_when_its_parts_are_renamed(
    write: Write, learner: BrowserContext
) -> None:
    page = opened(learner, write(BEFORE))
    page.locator("#wait summary").first.click()
    expect(page.locator("#wait details").first).to_have_attribute("open", "")
    site = write(AFTER)
    go(page, site, YOURS)
    states = page.evaluate(
        """() => trainer.store.all().then((all) =>
          Object.fromEntries(trainer.progress.statesOf(trainer.course, all.records)))"""
    )
    assert states["wait-or-speak"] == "attempted"
    assert "wait" not in states


MODULE = "curriculum/the-module/module.yml"
OTHER = "curriculum/the-module/the-other.yml"
TWO_LESSONS = {
    MODULE: """
        id: the-module
        title: The module
        duration: 40 min
        objectives: [{id: the-objective, text: Find out.}]
        lessons: [the-lesson, the-other]
    """,
    OTHER: """
        id: the-other
        title: The other lesson
        duration: 20 min
        objectives: [the-objective]
        text: Another lesson.
        activities:
          - reflect: {id: my-binder, prompt: What do you carry about?}
    """,
}


def test_what_was_written_moves_with_its_question_into_another_lesson(
    write: Write, learner: BrowserContext
) -> None:
    page = opened(learner, write(BEFORE))
    write_in(page, "A binder of my own.", "my-binder")
    page.close()
    stays = "- reflect: {id: my-pull, prompt: Which of the four pulls you most?}"
    site = write(stays, files=TWO_LESSONS)
    page = opened(learner, site, "lessons/the-other.html")
    expect(box(page, "my-binder")).to_have_value("A binder of my own.")
    expect(page.locator("#my-binder .tr-told")).to_have_count(0)
    go(page, site, YOURS)
    expect(page.locator(".tr-entry")).to_contain_text("1.2 The other lesson")


def test_one_is_not_sent_on_to_a_lesson_that_is_gone(write: Write, learner: BrowserContext) -> None:
    stays = "- reflect: {id: my-pull, prompt: Which of the four pulls you most?}"
    site = write(stays, files=TWO_LESSONS)
    opened(learner, site, "lessons/the-other.html").close()
    page = opened(learner, site, "index.html")
    expect(page.locator("[data-tr-go-on]").first).to_contain_text("Go on with The other lesson")
    go(page, write(stays), "index.html")
    expect(page.locator("[data-tr-go-on]").first).to_contain_text("Begin with")
