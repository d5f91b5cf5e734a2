"""What one has done of a course: seen on every page, in minutes and in words."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from learning import YOURS, Write, go, opened

pytestmark = pytest.mark.browser
QUESTION = """
- question:
    id: {id}
    prompt: What do you do?
    options:
      - {{text: Wait., verdict: defensible, feedback: Yes.}}
      - {{text: Speak., verdict: costs, feedback: At a price.}}
"""
TWO_LESSONS = {
    "curriculum/the-module/module.yml": """
        id: the-module
        title: The module
        duration: 45 min
        objectives: [{id: the-objective, text: Find out.}]
        lessons: [the-lesson, the-other]
    """,
    "curriculum/the-module/the-other.yml": """
        id: the-other
        title: The other lesson
        duration: 25 min
        objectives: [the-objective]
        text: Another lesson.
        activities:
          - question:
              id: other
              prompt: And now?
              options:
                - {text: Wait., verdict: defensible, feedback: Yes.}
                - {text: Speak., verdict: costs, feedback: At a price.}
    """,
}
MODULE = "modules/the-module.html"


def answers(page: Page, activity: str) -> None:
    page.locator(f"#{activity} summary").first.click()
    expect(page.locator(f"#{activity} details").first).to_have_attribute("open", "")


def test_a_module_that_was_begun_says_how_many_minutes_are_left(
    write: Write, learner: BrowserContext
) -> None:
    site = write(QUESTION.format(id="wait"), files=TWO_LESSONS)
    page = opened(learner, site)
    answers(page, "wait")
    for path in ("index.html", MODULE):
        go(page, site, path)
        expect(page.locator("main")).to_contain_text("Begun, 25 minutes left")
    go(page, site, YOURS)
    expect(page.locator(".tr-progress__s")).to_have_text("20 minutes of 45 minutes")
    go(page, site, "lessons/the-other.html")
    answers(page, "other")
    go(page, site, YOURS)
    expect(page.locator(".tr-progress__s")).to_have_text("done")
    expect(page.locator("[data-tr-record]")).to_contain_text("45 minutes, all of it")
