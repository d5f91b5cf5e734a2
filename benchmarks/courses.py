"""The same text twice: as a course for Trainer, and as Markdown for plain Material."""

import random
from pathlib import Path

WORDS_A_PAGE = 842
LESSONS_A_MODULE = 20
_PARAGRAPH = 60
_SETTINGS = """site_name: Benchmark
site_url: ""
use_directory_urls: false
theme:
  name: material
  font: false
  features: [navigation.prune, navigation.indexes]
plugins:
{plugins}
"""
_PRACTISED = """activities:
  - reflect: {{id: {name}-reflect, prompt: And you?, duration: 1 min, practises: [{name}-goal]}}
"""
"""A course must practise its objectives: one reflection a module."""


def pages(number: int) -> list[list[str]]:
    """Return the paragraphs of each page, the same for the same number."""
    chance = random.Random(number)
    words = [
        "".join(chance.choices("abcdefghilmnoprstuw", k=chance.randint(2, 9))) for _ in range(4000)
    ]
    made = []
    for _ in range(number):
        text = chance.choices(words, k=WORDS_A_PAGE)
        made.append(
            [" ".join(text[i : i + _PARAGRAPH]) + "." for i in range(0, len(text), _PARAGRAPH)]
        )
    return made


def write_plain(folder: Path, number: int) -> None:
    """Write the pages as Markdown for plain Material."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(_SETTINGS.format(plugins="  - search"))
    (docs / "index.md").write_text("# Benchmark\n\nA start.\n")
    for place, paragraphs in enumerate(pages(number)):
        module = docs / f"module-{place // LESSONS_A_MODULE + 1}"
        module.mkdir(exist_ok=True)
        (module / "index.md").write_text(f"# Module {place // LESSONS_A_MODULE + 1}\n\nA module.\n")
        text = "\n\n".join(_with_headings(paragraphs))
        (module / f"lesson-{place + 1}.md").write_text(f"# Lesson {place + 1}\n\n{text}\n")


def write_course(folder: Path, number: int) -> None:
    """Write the pages as a course for Trainer."""
    curriculum = folder / "curriculum"
    curriculum.mkdir(parents=True)
    (folder / "vignettes").mkdir()
    (folder / "mkdocs.yml").write_text(
        _SETTINGS.format(plugins="  - search\n  - trainer").replace(
            "theme:", "docs_dir: curriculum\ntheme:"
        )
    )
    made = pages(number)
    modules = [made[i : i + LESSONS_A_MODULE] for i in range(0, number, LESSONS_A_MODULE)]
    names = [f"module-{place}" for place in range(1, len(modules) + 1)]
    (curriculum / "course.yml").write_text(
        "id: benchmark\nversion: '1.0'\nreleased: 2026-01-01\ntitle: Benchmark\nlanguage: en\n"
        f"audience: Nobody.\nlead: A start.\nmodules: [{', '.join(names)}]\n"
    )
    first = 1
    for name, lessons in zip(names, modules, strict=True):
        _write_module(curriculum / name, name, first, lessons)
        first += len(lessons)


def _write_module(folder: Path, name: str, first: int, lessons: list[list[str]]) -> None:
    folder.mkdir()
    ids = [f"lesson-{first + place}" for place in range(len(lessons))]
    (folder / "module.yml").write_text(
        f"id: {name}\ntitle: {name}\nlead: A module.\nduration: {5 * len(ids)} min\n"
        f"objectives:\n  - {{id: {name}-goal, text: Read.}}\nlessons: [{', '.join(ids)}]\n"
    )
    for lesson, paragraphs in zip(ids, lessons, strict=True):
        text = "\n\n".join(_with_headings(paragraphs)).replace("\n", "\n  ")
        practised = _PRACTISED.format(name=name) if lesson == ids[0] else ""
        (folder / f"{lesson}.yml").write_text(
            f"id: {lesson}\ntitle: {lesson}\nduration: 5 min\nobjectives: [{name}-goal]\n"
            f"text: |\n  {text}\n{practised}"
        )


def _with_headings(paragraphs: list[str]) -> list[str]:
    """Put a heading before every fifth paragraph."""
    return [
        f"## Part {i // 5 + 1}\n\n{text}" if i % 5 == 0 else text
        for i, text in enumerate(paragraphs)
    ]
