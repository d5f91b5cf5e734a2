"""Closed and opened again in the middle of each kind of activity: everything stands as it was."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, expect

from kind_examples import example_of
from learning import LESSON, Write, opened
from trainer.activities import KINDS

pytestmark = pytest.mark.browser
LOOKS = """(section) => {
  const copy = section.cloneNode(true);
  for (const part of copy.querySelectorAll(".tr-kept, .tr-print, .tr-timer__left, .tr-timer__bar, .tr-consequence, .tr-left")) part.remove();
  const fields = [...section.querySelectorAll("input, textarea, select")];
  return {
    text: copy.textContent.replace(/\\s+/g, " "),
    values: fields.map((field) => (["radio", "checkbox"].includes(field.type) ? field.checked : field.value)),
    open: [...section.querySelectorAll("details")].map((details) => details.open),
    pressed: [...section.querySelectorAll("[aria-pressed]")].map((button) => button.getAttribute("aria-pressed")),
  };
}"""
KEPT = """(id) => new Promise((done) => {
  const look = () => trainer.store.read(id).then((record) => { if (record) done(record); });
  trainer.store.addEventListener("change", look);
  look();
})"""


def fill(section: Locator) -> None:
    section.locator("textarea, input[type=text]").first.fill("In the middle of a")


def practise(section: Locator) -> None:
    section.get_by_role("button", name="Start").click()
    section.get_by_role("button", name="Pause").click()


def stage(section: Locator) -> None:
    section.locator("[data-tr-stage] > summary").first.click()


def read_on(section: Locator) -> None:
    section.locator("button, input").locator("visible=true").first.click()


IN_THE_MIDDLE: dict[str, Callable[[Locator], Any]] = {
    "question": lambda section: section.locator("summary").first.click(),
    "sort": lambda section: section.locator(".tr-choice").first.click(),
    "order": lambda section: section.get_by_role("button", name="Down").first.click(),
    "rephrase": fill,
    "reflect": fill,
    "rate": lambda section: section.locator("input[type=radio]").first.check(),
    "vignette": stage,
    "transcript": read_on,
    "scenario": lambda section: section.locator(".tr-choice").first.click(),
    "practise": practise,
    "form": fill,
}


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_stands_as_it_was(write: Write, learner: BrowserContext, name: str) -> None:
    example = example_of(KINDS[name])
    site = write(example.activities, files=example.files)
    page = opened(learner, site)
    section = page.locator(f"section[data-tr-kind={name}]").first
    section.scroll_into_view_if_needed()
    expect(section.locator(f"tr-{name}:defined")).to_have_count(1)
    past_the_note = section.locator(".tr-past > summary")
    if past_the_note.count():
        past_the_note.click()
    IN_THE_MIDDLE[name](section)
    activity = section.get_attribute("data-tr-id")
    page.evaluate(KEPT, activity)
    page.locator("h1").first.click()
    before = section.evaluate(LOOKS)
    page.close()

    page = opened(learner, site)
    section = page.locator(f"section[data-tr-kind={name}]").first
    section.scroll_into_view_if_needed()
    expect(section.locator(f"tr-{name}:defined")).to_have_count(1)
    page.evaluate("id => trainer.store.read(id)", activity)
    assert section.evaluate(LOOKS) == before
    page.close()

    # the author has changed a word since: one is told, and everything still stands as it was
    lesson = site / LESSON
    changed = re.sub(r'data-tr-hash="\w+"', 'data-tr-hash="another"', lesson.read_text("utf-8"))
    lesson.write_text(changed, "utf-8")
    page = opened(learner, site)
    section = page.locator(f"section[data-tr-kind={name}]").first
    section.scroll_into_view_if_needed()
    told = section.locator(":scope > [data-tr-told=since]")
    expect(told).to_contain_text("This has changed since you were here on")
    told.evaluate("(line) => line.remove()")
    assert section.evaluate(LOOKS) == before
