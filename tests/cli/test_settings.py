"""What an author may rely on about mkdocs.yml: it is obeyed, or each of its faults is told."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.livereload import LiveReloadServer

from editions import files_of
from trainer.mkdocs_site import build_site, serve_site
from trainer.pipeline import check, press
from trainer.publication import Edition

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
        (PLUGIN, "  - trainer: {colours: {dark: {paper: }}}\n", ["nothing behind `paper`", "six digits"]),
        (PLUGIN, "  - trainer: {edition: teacher}\n", ["edition", "'facilitator'", "'teacher'"]),
        (THEME, THEME + "  features: navigation.instant\n", ["`theme.features`", "list"]),
        (THEME, THEME + "  features: [announce.dismiss, navigation.instant]\n",
         ["`announce.dismiss`", "`navigation.instant`"]),
        (THEME, THEME + "  static_templates: 5\n", ["mkdocs.yml:"]),
        (THEME, THEME + "  custom_dir: nowhere\n", ["custom_dir", "nowhere"]),
        ("site_name:", "site_url: 'http://['\nsite_name:", ["mkdocs.yml:", "URL"]),
        ("docs_dir: curriculum", "docs_dir: nowhere", ["docs_dir", "nowhere"]),
        ("site_name:", "\tsite_name:", ["mkdocs.yml:2:1: error:", "tab"]),
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
    lines = [line for line in done.stdout.splitlines() if ": error: " in line]
    assert all(line.startswith("mkdocs.yml:") for line in lines), lines
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
    assert "`red`" in done.stdout
    assert "`navigation.instant`" in done.stdout
    assert done.stderr.splitlines()[-2] == "3 errors, 0 warnings"


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
        assert "mkdocs.yml:1:1: error:" in done.stdout
    assert run(small, "check").returncode == (0 if instead == "nothing" else 1)


def test_the_edition_is_what_mkdocs_yml_says_unless_it_is_asked_for(
    run: Callable, small: Path
) -> None:
    told = "let everyone read the case"
    change(small, PLUGIN, "  - trainer: {edition: facilitator}\n")
    source = small / "curriculum" / "first-steps" / "an-umbrella.yml"
    text = source.read_text("utf-8")
    source.write_text(text[: text.index("facilitator: |")] + f"facilitator: {told}.\n", "utf-8")

    def built(*words: str) -> str:
        done = run(small, "build", *words)
        assert done.returncode == 0
        assert (
            f"the {'facilitators' if 'facilitator/' in done.stdout else 'learners'}' edition"
            in (done.stdout.splitlines()[-1])
        )
        return "".join(
            f"{folder} "
            for folder in ("site", "site-facilitator")
            if (small / folder).exists()
            and told in (small / folder / "lessons" / "an-umbrella.html").read_text("utf-8")
        )

    assert built() == "site-facilitator "
    assert not (small / "site").exists()
    assert built("--edition", "learner") == "site-facilitator "
    assert (small / "site").exists()
    change(small, "{edition: facilitator}", "{}")
    assert built() == "site-facilitator "
    learners = files_of(small / "site")
    assert built("--edition", "facilitator") == "site-facilitator "
    assert files_of(small / "site") == learners


ACCENT = "  - trainer:\n      colours:\n        accent: {}\n"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (PLUGIN, ACCENT.format("#1F4E79"), "29:9: error: There is nothing behind `accent`. "),
        (PLUGIN, ACCENT.format('"#0098A1"'), "29:17: error: The accent #0098A1 is too light to be read on"),
        (PLUGIN, ACCENT.format('"#1F4E79"').replace("colours", "colors"),
         "28:7: error: There is no `colors` here. Did you mean `colours`?"),
        (PLUGIN, "  - trainer:\n      logo: images/logo.svg\n",
         "28:7: error: There is no `logo` here. It belongs under `theme`."),
        ("theme:\n", "logo: images/logo.svg\ntheme:\n",
         "6:1: error: There is no `logo` here. It belongs under `theme`."),
        ("theme:\n", "colours: {accent: '#1F4E79'}\ntheme:\n",
         "6:1: error: There is no `colours` here. It belongs under `plugins: trainer`."),
        (THEME, THEME + "  logo: images/logo.svg\n",
         "8:9: error: There is no picture `images/logo.svg` in `curriculum/images/`."),
        (THEME, THEME + "  logos: images/logo.svg\n",
         "8:3: warning: There is no `logos` here. Did you mean `logo`?"),
        (THEME, THEME + "  favicon:\n", "8:3: error: There is nothing behind `favicon`."),
        ("site_name:", "plugins: []\nsite_name:", "26:1: error: The key `plugins` stands here a"),
        (PLUGIN, PLUGIN + "  - nowhere\n", '28:5: error: MkDocs says: plugins: The "nowhere" plugin'),
        ("site_name:", "site_nam: x\nsite_name:",
         "2:1: warning: There is no `site_nam` here. Did you mean `site_name`?"),
    ],
)  # fmt: skip
def test_what_would_be_lost_silently_is_told_with_its_place_by_every_command(
    run: Callable, small: Path, old: str, new: str, line: str
) -> None:
    change(small, old, new)
    warned = ": warning: " in line
    counted = "0 errors, 1 warning" if warned else "1 error, 0 warnings"
    for words in (["check", "--strict"], ["build", "--strict"], *([] if warned else [["serve"]])):
        done = run(small, *words)
        assert done.returncode == 1
        assert [told for told in done.stdout.splitlines() if told.startswith(f"mkdocs.yml:{line}")]
        assert counted in done.stdout + done.stderr
    assert not (small / "site").exists()
    assert run(small, "check").returncode == (0 if warned else 1)


def test_a_picture_that_is_named_wrongly_is_found(run: Callable, small: Path) -> None:
    (small / "curriculum" / "images").mkdir()
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
    (small / "curriculum" / "images" / "logo.svg").write_text(drawing)
    change(small, THEME, THEME + "  logo: images/Logo.svg\n")
    assert "Did you mean `images/logo.svg`?" in run(small, "check").stdout
    change(small, "Logo.svg", "logo.svg")
    assert run(small, "check", "--strict").returncode == 0
    assert run(small, "build").returncode == 0
    assert (small / "site" / "images" / "logo.svg").exists()


def test_while_serving_a_fault_in_mkdocs_yml_is_told_and_the_last_good_pages_stay(
    small: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[str] = []

    def serve(server: LiveReloadServer, **_: object) -> None:
        first = Path(server.root, "index.html")
        before = first.read_bytes()
        good = (small / "mkdocs.yml").read_text("utf-8")
        for old, new in (
            (PLUGIN, ACCENT.format('"#123"')),
            ("theme:", "\ttheme:"),
            ("theme:", "a:"),
        ):
            change(small, old, new)
            server.builder()
            assert first.read_bytes() == before
            told.append(caplog.text)
            caplog.clear()
            (small / "mkdocs.yml").write_text(good, "utf-8")
        change(small, "site_name: ", "site_name: Quite another ")
        server.builder()
        assert first.read_bytes() != before

    monkeypatch.setattr(LiveReloadServer, "serve", serve)
    serve_site(small, "127.0.0.1:8000")
    assert "mkdocs.yml:29:17: The colour accent is `#123`." in told[0]
    assert "mkdocs.yml:6:1: There is a tab" in told[1]
    assert all("the last good pages stay" in each for each in told)
    assert "Traceback" not in "".join(told)


def test_serve_shows_the_edition_that_is_asked_for(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []
    monkeypatch.setattr(
        LiveReloadServer,
        "serve",
        lambda server, **_: seen.append(
            "For the facilitator"
            in Path(server.root, "lessons", "an-umbrella.html").read_text("utf-8")
        ),
    )
    for edition in (Edition.FACILITATOR, Edition.LEARNER, None):
        serve_site(small, "127.0.0.1:8000", edition)
    assert seen == [True, False, False]


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
    text = re.sub("(?m)^released: [0-9-]+", f"released: {day}", head.read_text("utf-8"))
    head.write_text(text, "utf-8")
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
