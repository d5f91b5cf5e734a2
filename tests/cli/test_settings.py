"""What an author may rely on about mkdocs.yml: it is obeyed, or each of its faults is told."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.livereload import LiveReloadServer

from editions import files_of
from trainer.mkdocs_site import build_site, serve_site
from trainer.pipeline import check, press

PLUGIN = "  - trainer\n"
THEME = "  name: material\n"


def change(course: Path, old: str, new: str) -> None:
    settings = course / "mkdocs.yml"
    text = settings.read_text("utf-8")
    assert old in text
    settings.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (PLUGIN, "  - trainer: {colours: red}\n", ['`accent: "#7A2E4D"`']),
        (PLUGIN, "  - trainer: {colours: {light: dark}}\n", ['`light: {paper: "#FFFFFF"}`']),
        (PLUGIN, "  - trainer: {colours: {akcent: 1}}\n", ["`akcent`", "mean `accent`"]),
        (PLUGIN, '  - trainer: {colours: {light: {1: "#fff"}}}\n', ["`1`", "`#fff`", "six digits"]),
        (PLUGIN, "  - trainer: {colours: {dark: {paper: }}}\n", ["dark: paper", "six digits"]),
        (PLUGIN, "  - trainer: {edition: teacher}\n", ["edition", "'facilitator'", "'teacher'"]),
        (THEME, THEME + "  features: navigation.instant\n", ["`theme.features`", "list"]),
        (THEME, THEME + "  features: [announce.dismiss, navigation.instant]\n",
         ["`announce.dismiss`", "`navigation.instant`"]),
        (THEME, THEME + "  static_templates: 5\n", ["mkdocs.yml:"]),
        (THEME, THEME + "  custom_dir: nowhere\n", ["custom_dir", "nowhere"]),
        ("site_name:", "site_url: 'http://['\nsite_name:", ["mkdocs.yml:", "URL"]),
        ("docs_dir: curriculum", "docs_dir: nowhere", ["docs_dir", "nowhere"]),
        ("site_name:", "\tsite_name:", ["line 2, column 1"]),
    ],
)  # fmt: skip
def test_settings_that_cannot_be_used_are_told_each_on_a_line(
    run: Callable, small: Path, old: str, new: str, told: list[str]
) -> None:
    assert run(small, "build").returncode == 0
    before = files_of(small / "site")
    change(small, old, new)
    done = run(small, "build")
    assert done.returncode == 1
    lines = [line for line in done.stderr.splitlines() if line.startswith("Error: ")]
    assert all("mkdocs.yml" in line for line in lines), lines
    assert [part for part in told if not any(part in line for line in lines)] == [], lines
    assert files_of(small / "site") == before
    assert not [path for path in small.iterdir() if path.name.startswith(".site.")]


def test_faults_of_the_course_and_of_its_settings_are_told_in_one_run(
    run: Callable, small: Path
) -> None:
    change(small, PLUGIN, "  - trainer: {colours: {accent: red}}\n")
    change(small, THEME, THEME + "  features: [navigation.instant]\n")
    head = small / "curriculum" / "course.yml"
    head.write_text(head.read_text("utf-8").replace("version: 0.1.0", "version: one"), "utf-8")
    done = run(small, "build")
    assert done.returncode == 1
    assert "curriculum/course.yml:3:10: error:" in done.stdout
    assert "`red`" in done.stderr
    assert "`navigation.instant`" in done.stderr


def test_a_list_of_features_may_be_left_empty(run: Callable, small: Path) -> None:
    change(small, THEME, THEME + "  features:\n")
    assert run(small, "build").returncode == 0


@pytest.mark.parametrize("instead", ["folder", "pipe", "nothing"])
def test_what_stands_in_place_of_mkdocs_yml_is_told(
    run: Callable, small: Path, instead: str
) -> None:
    settings = small / "mkdocs.yml"
    settings.unlink()
    if instead == "folder":
        settings.mkdir()
    elif instead == "pipe":
        os.mkfifo(settings)
    for command in ("build", "serve"):
        done = run(small, command)
        assert done.returncode == 1
        assert "mkdocs.yml" in done.stderr


def test_the_edition_is_what_mkdocs_yml_says_unless_it_is_asked_for(
    run: Callable, small: Path
) -> None:
    lesson = small / "site" / "lessons" / "an-umbrella.html"
    told = "let everyone read the case"
    change(small, PLUGIN, "  - trainer: {edition: facilitator}\n")
    source = small / "curriculum" / "first-steps" / "an-umbrella.yml"
    text = source.read_text("utf-8")
    source.write_text(text[: text.index("facilitator: |")] + f"facilitator: {told}.\n", "utf-8")
    assert run(small, "build").returncode == 0
    assert told in lesson.read_text("utf-8")
    assert run(small, "build", "--edition", "learner").returncode == 0
    assert told not in lesson.read_text("utf-8")
    change(small, "{edition: facilitator}", "{}")
    assert run(small, "build").returncode == 0
    assert told not in lesson.read_text("utf-8")
    assert run(small, "build", "--edition", "facilitator").returncode == 0
    assert told in lesson.read_text("utf-8")


def test_two_courses_built_by_one_program_bear_each_its_own_day(
    run: Callable, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    change(small, "site_name:", "site_url: https://balint.example.org/\nsite_name:")
    head = small / "curriculum" / "course.yml"
    for day in ("2026-11-22", "1980-01-01", "2099-12-31"):
        text = head.read_text("utf-8")
        before = next(line for line in text.splitlines() if line.startswith("released:"))
        head.write_text(text.replace(before, f"released: {day}"), "utf-8")
        checked = check(small)
        build_site(small, small / "site", press(small, checked), lambda _done, _all: None)
        assert f"<lastmod>{day}</lastmod>" in (small / "site" / "sitemap.xml").read_text()
        assert "SOURCE_DATE_EPOCH" not in os.environ


@pytest.mark.parametrize("given", ["abc", "-1", "4294967296", "1e9"])
def test_a_date_for_the_build_that_is_none_is_told(run: Callable, small: Path, given: str) -> None:
    done = run(small, "build", SOURCE_DATE_EPOCH=given)
    assert done.returncode == 1
    assert "SOURCE_DATE_EPOCH" in done.stderr
    assert f"“{given}”" in done.stderr
    assert not (small / "site").exists()


@pytest.mark.parametrize("given", ["0", "4294967295", ""])
def test_a_date_for_the_build_is_taken(run: Callable, small: Path, given: str) -> None:
    assert run(small, "build", SOURCE_DATE_EPOCH=given).returncode == 0


@pytest.mark.parametrize("day", ["1979-12-31", "2100-01-01", "2107-01-01", "1960-01-01"])
def test_a_release_that_no_archive_can_bear_is_a_problem(
    run: Callable, small: Path, day: str
) -> None:
    head = small / "curriculum" / "course.yml"
    head.write_text(head.read_text("utf-8").replace("2026-11-22", day), "utf-8")
    done = run(small, "check")
    assert done.returncode == 1
    assert f"curriculum/course.yml:4:11: error: “{day}”" in done.stdout
    assert "from 1980 to 2099" in done.stdout


@pytest.mark.parametrize("has_vignettes", [True, False])
def test_serve_watches_the_vignettes_where_there_are_any(
    run: Callable, small: Path, monkeypatch: pytest.MonkeyPatch, has_vignettes: bool
) -> None:
    lesson = small / "curriculum" / "first-steps" / "an-umbrella.yml"
    before, _, after = lesson.read_text("utf-8").partition("  - vignette:\n")
    lesson.write_text(before + after[after.index("  - question:") :], "utf-8")
    if not has_vignettes:
        (small / "vignettes" / "the-umbrella.yml").unlink()
        (small / "vignettes").rmdir()
    watched: list[str] = []
    monkeypatch.setattr(
        LiveReloadServer, "serve", lambda server, **_: watched.extend(server._watched_paths)
    )
    serve_site(small, "127.0.0.1:8000")
    assert str(small / "curriculum") in watched
    assert (str(small / "vignettes") in watched) == has_vignettes
