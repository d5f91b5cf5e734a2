"""Every kind of activity is complete: the table is walked, and each is asked for all of it."""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from browser import LESSON, Visit, course_of, published
from kind_examples import Example, activities_of, elements, example_of, rewritten, words_of
from trainer.activities import KINDS, Kind
from trainer.loading import documentation, load
from trainer.markup import parse, parse_line
from trainer.model import Activity, Line, Written, texts
from trainer.pipeline import check, press
from trainer.pipeline.checking import check_course
from trainer.problems import Severity
from trainer.publication import publish
from trainer.words import PSEUDO, catalogue

FILES = ("web.html.j2", "print.html.j2", "style.css", "script.js", "docs.md")
PWNED = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>"\'&'
kinds = pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)


class Read(HTMLParser):
    """A page as a reader and a browser see it: its words, its elements, its attributes."""

    VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "path", "circle", "rect", "line"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.inside: list[dict[str, str | None]] = []
        self.words: list[str] = []
        self.on_screen: list[str] = []
        self.on_paper: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.paper_tags: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        if self._within("tr-print"):
            self.paper_tags.append(tag)
        if tag not in self.VOID:
            self.inside.append(given)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if self._within("tr-notes"):
            return
        self.words.append(data)
        if self._within("tr-print"):
            self.on_paper.append(data)
        else:
            self.on_screen.append(data)

    def _within(self, name: str) -> bool:
        return any(name in (each.get("class") or "").split() for each in self.inside)


def squeezed(*parts: str) -> str:
    """Return text without any space, so that only the words count."""
    return "".join("".join(parts).split())


def plain(text: Written) -> str:
    """Return a piece of Markdown as its words."""
    return (parse_line(text) if isinstance(text, Line) else parse(text)).plain


@pytest.fixture
def example(kind: Kind) -> Example:
    return example_of(kind)


def page_of(example: Example, folder: Path) -> str:
    return published(example.course(folder)).page(LESSON).html


# ------------------------------------------------------------------ what stands in the folder


@kinds
def test_folder_holds_every_file(kind: Kind) -> None:
    assert kind.package == f"trainer.activities.{kind.name}"
    for name in FILES:
        assert kind.file(name).read_text("utf-8").strip(), f"{kind.name}/{name} is empty"


@kinds
def test_every_field_is_documented_where_it_stands(kind: Kind) -> None:
    assert issubclass(kind.model, Activity)
    waiting, seen = [kind.model], set()
    while waiting:
        model = waiting.pop()
        assert is_dataclass(model)
        told = documentation(model)
        for field in fields(model):
            assert field.name == "place" or told.get(field.name), f"{model.__name__}.{field.name}"
        seen.add(model)
        waiting += [each for each in elements(model).values() if each not in seen]


@kinds
def test_docs_name_every_field_in_a_table(kind: Kind) -> None:
    docs = kind.file("docs.md").read_text("utf-8")
    rows = {line for line in docs.splitlines() if line.startswith("| `")}
    for field in fields(kind.model):
        if field.name != "place":
            assert any(row.startswith(f"| `{field.name}` |") for row in rows), field.name
    for holder, model in elements(kind.model).items():
        for field in fields(model):
            if field.name != "place":
                inner = [row for row in rows if row.partition(" |")[0].endswith(f"`{field.name}`")]
                assert inner, f"{holder}: {field.name}"


# ------------------------------------------------------------------ what the example becomes


@kinds
def test_example_loads_checks_and_builds(kind: Kind, example: Example, tmp_path: Path) -> None:
    example.course(tmp_path)
    checked = check(tmp_path)
    errors = [p for p in checked.problems if p.severity is Severity.ERROR]
    mine = {rule.id for rule in kind.rules}
    warnings = [p for p in checked.problems if p.rule.id in mine]
    assert not errors + warnings, "\n".join(f"{p.place}: {p.message}" for p in errors + warnings)
    page = press(tmp_path, checked).page(LESSON)
    assert kind.name in page.kinds
    assert f"<tr-{kind.name} " in page.html


@kinds
def test_without_scripts_every_word_is_there(kind: Kind, example: Example, tmp_path: Path) -> None:
    course = example.course(tmp_path)
    screen = squeezed(*Read(published(course).page(LESSON).html).on_screen)
    of_files = (*course.vignettes, *course.transcripts, *course.scenarios)
    for part in (*activities_of(course, kind), *of_files):
        for text in texts(part):
            assert squeezed(plain(text)) in screen, text


@kinds
def test_on_paper_there_is_nothing_to_press(kind: Kind, example: Example, tmp_path: Path) -> None:
    read = Read(page_of(example, tmp_path))
    assert squeezed(*read.on_paper)
    assert not {"input", "textarea", "button", "select", "details"} & set(read.paper_tags)


@kinds
def test_page_is_sound(kind: Kind, example: Example, tmp_path: Path) -> None:
    read = Read(page_of(example, tmp_path))
    ids = [given["id"] for _, given in read.tags if "id" in given]
    assert len(ids) == len(set(ids))
    known = set(ids)
    for tag, given in read.tags:
        assert tag not in ("script", "style", "form")
        for name, value in given.items():
            assert name != "style", f"<{tag} style>"
            assert not name.startswith("on"), f"<{tag} {name}>"
            if name in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
                assert set((value or "").split()) <= known, f"<{tag} {name}={value}>"
        if tag == "textarea" or (tag == "input" and given.get("type") not in ("radio", "checkbox")):
            assert "id" in given, "a field needs a name"


@kinds
def test_minutes_are_reckoned(kind: Kind, example: Example, tmp_path: Path) -> None:
    course = example.course(tmp_path)
    for activity in activities_of(course, kind):
        assert 0 < kind.minutes(activity, course) < 60


@kinds
def test_search_knows_the_prompt_and_no_answer(
    kind: Kind, example: Example, tmp_path: Path
) -> None:
    course = example.course(tmp_path)
    entries = {entry.anchor: entry for entry in published(course).page(LESSON).search}
    secret = re.compile(r"^(feedback|why|models|compare|says|then|comment|reading|repair)$")
    for activity in activities_of(course, kind):
        entry = entries[activity.id]
        found = squeezed(entry.title, entry.text)
        assert found
        for holder, model in elements(kind.model).items():
            for part in getattr(activity, holder):
                for field in fields(model):
                    if secret.match(field.name) and isinstance(getattr(part, field.name), Line):
                        assert squeezed(plain(getattr(part, field.name))) not in found


@kinds
def test_every_word_of_ours_comes_from_the_catalogue(
    kind: Kind, example: Example, tmp_path: Path
) -> None:
    course = example.course(tmp_path)
    read = Read(publish(course, words=catalogue(PSEUDO)).page(LESSON).html)
    ours = squeezed(*read.on_screen, *read.on_paper)
    theirs = [squeezed(plain(text)) for part in course.activities for text in texts(part)]
    for library in (course.vignettes, course.transcripts, course.scenarios):
        theirs += [squeezed(plain(text)) for part in library for text in texts(part)]
        theirs += [squeezed(word) for part in library for word in words_of(part)]
    for text in sorted(theirs, key=len, reverse=True):
        ours = ours.replace(text, "")
    # what is left is [wrapped], or signs and numbers
    left = re.sub(r"\[[^\]]*\]", "", ours)
    left = left.replace(squeezed("The lesson"), "").replace("Themodule", "").replace("Alesson.", "")
    assert not re.search(r"[a-z]{3,}", left), left


# ------------------------------------------------------------------ what a hostile author tries


def do_everything(page: Page, words: str) -> Locator:
    """Write these words, choose and press whatever can be, some times over."""
    page.evaluate("window.print = () => {}")
    section = page.locator("section[data-tr-id]").first
    for field in section.locator("textarea:visible, input[type=text]:visible").all():
        field.fill(words)
    for _ in range(3):
        for each in section.locator("input[type=radio]:visible").all():
            each.check()
        for each in section.locator("summary:visible, button:visible").all():
            if each.is_visible():
                each.click(force=True)  # `aria-disabled` too
    return section


@kinds
def test_hostile_text_stays_text(kind: Kind, example: Example, tmp_path: Path) -> None:
    course = rewritten(example.course(tmp_path), PWNED)
    read = Read(published(course).page(LESSON).html)
    for tag, given in read.tags:
        assert tag not in ("script", "img")
        assert not any(name.startswith("on") for name in given)
    assert squeezed(PWNED) in squeezed(*read.on_screen).replace("“", '"').replace("’", "'")


@kinds
@pytest.mark.browser
def test_hostile_text_stays_text_when_scripts_move_it(
    kind: Kind, example: Example, visit: Visit
) -> None:
    page = visit(
        example.activities,
        files=example.files,
        change=lambda course: rewritten(course, PWNED),
    )
    section = do_everything(page, PWNED)
    expect(section.locator("img, script, [onerror]")).to_have_count(0)
    assert page.evaluate("window.pwned") is None


# ------------------------------------------------------------------ in a browser


@kinds
@pytest.mark.browser
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(
    kind: Kind, example: Example, visit: Visit, axe: Callable[[Page], None], dark: bool
) -> None:
    for width in (1280, 390):
        page = visit(example.activities, files=example.files, dark=dark, width=width)
        axe(page)
    for each in page.locator("summary:visible").all():
        if each.is_visible():
            each.click()
    axe(page)
    do_everything(page, "My own words.")
    axe(page)


@kinds
@pytest.mark.browser
def test_nothing_is_wider_than_a_small_phone(kind: Kind, example: Example, visit: Visit) -> None:
    page = visit(example.activities, files=example.files, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@kinds
@pytest.mark.browser
def test_targets_can_be_hit_with_a_thumb(kind: Kind, example: Example, visit: Visit) -> None:
    page = visit(example.activities, files=example.files, width=390)
    for each in page.locator("button:visible, summary:visible, label:has(input):visible").all():
        box = each.bounding_box()
        assert box
        assert box["height"] >= 24, each.text_content()
        assert box["width"] >= 24, each.text_content()


@kinds
@pytest.mark.browser
def test_paper_shows_the_paper_form(kind: Kind, example: Example, visit: Visit) -> None:
    page = visit(example.activities, files=example.files)
    page.emulate_media(media="print")
    section = page.locator("section[data-tr-id]").first
    expect(section.locator(".tr-web")).to_be_hidden()
    expect(section.locator(".tr-print")).to_be_visible()


@kinds
@pytest.mark.browser
def test_without_scripts_everything_can_be_opened(
    kind: Kind, example: Example, visit: Visit
) -> None:
    page = visit(example.activities, files=example.files, scripts=False)
    section = page.locator("section[data-tr-id]").first
    for each in section.locator("summary").all():
        each.click()
    expect(section.locator("button")).to_have_count(0)
    expect(section.locator(".tr-web")).to_be_visible()


# ------------------------------------------------------------------ the table


def test_kinds_are_named_as_authors_write_them() -> None:
    assert list(KINDS) == [kind.name for kind in KINDS.values()]
    assert {Path(str(kind.file("docs.md"))).parent.name for kind in KINDS.values()} == set(KINDS)


def test_rules_of_kinds_have_ids_of_their_own() -> None:
    found = [rule.id for kind in KINDS.values() for rule in kind.rules]
    shared = {each for each in found if found.count(each) > 1}
    assert shared <= {"speaker-is-listed"}


def test_an_unknown_kind_is_told_with_its_nearest_name(tmp_path: Path) -> None:
    course_of(tmp_path, "- question: {id: q, prompt: P, options: []}")
    lesson = tmp_path / "curriculum" / "the-module" / "the-lesson.yml"
    lesson.write_text(lesson.read_text("utf-8").replace("question:", "qestion:"), "utf-8")
    told = [str(p.hint) + str(p.message) for p in check_course(load(tmp_path))]
    assert any("question" in each for each in told)
