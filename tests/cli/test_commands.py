"""The real command line in real folders, as an author meets it."""

import json
import os
import socket
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

TRAINER = Path(sys.executable).parent / "trainer"
COMMANDS = ("new", "check", "build", "serve", "schema", "outline")


def trainer(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(TRAINER), *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"},
    )


@pytest.fixture
def course(tmp_path: Path) -> Path:
    assert trainer(tmp_path, "new", "my-course").returncode == 0
    return tmp_path / "my-course"


def test_a_new_course_is_complete_and_without_a_fault(course: Path) -> None:
    done = trainer(course, "check", "--strict")
    assert done.stdout == "0 errors, 0 warnings\n"
    assert done.returncode == 0


def test_new_then_build_gives_a_small_site(course: Path) -> None:
    done = trainer(course, "build")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1].startswith("Built ")
    assert "site/index.html" in done.stdout.splitlines()[-1]
    for page in ("index", "lessons/an-umbrella", "vignettes/the-umbrella", "glossary", "about"):
        assert (course / "site" / f"{page}.html").exists()


def test_new_never_writes_into_a_folder_that_holds_something(course: Path) -> None:
    before = (course / "README.md").read_text()
    done = trainer(course.parent, "new", "my-course")
    assert done.returncode == 1
    assert "not empty" in done.stderr
    assert (course / "README.md").read_text() == before


def test_new_takes_any_title(tmp_path: Path) -> None:
    title = 'Zuhören: "Balint" \\ für <Anfänger> & andere #1'
    assert trainer(tmp_path, "new", "Kurs für 3", "--title", title).returncode == 0
    course = tmp_path / "Kurs für 3"
    outline = json.loads(trainer(course, "outline", "--format", "json").stdout)
    assert outline["title"] == title
    assert trainer(course, "build").returncode == 0


def test_outside_a_course_every_command_says_what_to_run(tmp_path: Path) -> None:
    for command in ("check", "build", "serve", "schema", "outline"):
        done = trainer(tmp_path, command)
        assert done.returncode == 1, command
        assert "trainer new" in done.stdout + done.stderr, command
        assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_new_says_what_to_type_next(tmp_path: Path) -> None:
    assert (
        "`cd 'Mein Kurs für Übungen'`" in trainer(tmp_path, "new", "Mein Kurs für Übungen").stdout
    )
    head = (tmp_path / "Mein Kurs für Übungen" / "curriculum" / "course.yml").read_text("utf-8")
    assert 'title: "Mein Kurs für Übungen"' in head
    assert "id: mein-kurs-fuer-uebungen " in head
    today = datetime.now().astimezone().date()
    assert f"released: {today}" in head or f"released: {today - timedelta(days=1)}" in head
    here = tmp_path / "here"
    here.mkdir()
    told = trainer(here, "new", ".").stdout
    assert "in this folder. Now: `trainer serve`" in told
    assert "cd" not in told


def test_a_port_in_use_is_told_with_one_that_is_free(course: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = trainer(course, "serve", "--address", f"127.0.0.1:{port}")
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"Error: Port {port} is in use; try `--address 127.0.0.1:")


def test_build_says_how_the_site_is_served_here(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "run `trainer serve`" in trainer(course, "build").stdout
    monkeypatch.setenv("TRAINER_SERVE", "make serve")
    assert "run `make serve`" in trainer(course, "build").stdout


def test_all_faults_are_told_in_one_run_with_their_places(course: Path) -> None:
    lesson = course / "curriculum" / "first-steps" / "an-umbrella.yml"
    text = lesson.read_text("utf-8")
    text = text.replace("term:presenter", "term:presentr").replace(
        "duration: 10 min", "duration: long"
    )
    lesson.write_text(text + "colour: red\n", "utf-8")
    (course / "curriculum" / "glossary.yml").write_text("terms:\n\t- id: x\n", "utf-8")
    done = trainer(course, "check")
    lines = [line for line in done.stdout.splitlines() if ": error: " in line]
    assert done.returncode == 1
    assert any("value-has-its-form" in line for line in lines)
    assert any("key-is-known" in line for line in lines)
    assert any("yaml-is-valid" in line and "tab" in line for line in lines)
    assert lines == sorted(lines, key=lambda line: line.split(":")[0])


def test_formats_for_programs(course: Path) -> None:
    file = course / "curriculum" / "first-steps" / "module.yml"
    file.write_text(file.read_text("utf-8").replace("title:", "titel:"), "utf-8")
    told = json.loads(trainer(course, "check", "--format", "json").stdout)
    first = next(problem for problem in told if problem["rule"] == "key-is-known")
    assert first["file"] == "curriculum/first-steps/module.yml"
    assert (first["line"], first["column"], first["severity"]) == (3, 1, "error")
    assert "title" in first["hint"]
    github = trainer(course, "check", "--format", "github")
    assert "::error file=curriculum/first-steps/module.yml,line=3,col=1" in github.stdout
    assert github.returncode == 1


def test_strict_lets_warnings_count_and_planned_never(course: Path) -> None:
    (course / "curriculum" / "first-steps" / "draft.yml").write_text("id: draft\n", "utf-8")
    claims = "claims:\n  - {id: c1, source: balint-1957, text: Something., planned: true}\n"
    (course / "curriculum" / "claims.yml").write_text(claims, "utf-8")
    assert trainer(course, "check").returncode == 0
    assert "1 claim planned" in trainer(course, "check").stdout
    assert trainer(course, "check", "--strict").returncode == 1
    assert trainer(course, "build", "--strict").returncode == 1
    (course / "curriculum" / "first-steps" / "draft.yml").unlink()
    assert trainer(course, "check", "--strict").returncode == 0


def test_outline_gives_the_figures(course: Path) -> None:
    figures = json.loads(trainer(course, "outline", "--format", "json").stdout)["figures"]
    assert set(figures) == {
        "modules", "lessons", "objectives", "activities", "vignettes", "scenarios", "transcripts",
        "words", "minutes", "terms", "references", "claims", "claims_covered",
    }  # fmt: skip
    assert figures["modules"] == figures["lessons"] == figures["vignettes"] == 1
    assert figures["activities"]["question"] == 1
    assert figures["activities"]["sort"] == 0
    assert figures["minutes"] == 10
    text = trainer(course, "outline").stdout
    assert "1.1 An umbrella, 10 minutes" in text


def test_outline_shows_how_the_course_reads(course: Path) -> None:
    read = json.loads(trainer(course, "outline", "--reading", "--format", "json").stdout)
    assert read["sentences"] > 20
    assert 3 < read["median_words"] < 20
    assert len(read["hardest"]) == read["sentences"] // 10
    scores = [sentence["difficulty"] for sentence in read["hardest"]]
    assert scores == sorted(scores, reverse=True)
    lines = trainer(course, "outline", "--reading").stdout.splitlines()
    assert "hardest tenth" in lines[0]
    assert f"{read['sentences']} sentences" in lines[-1]


def test_the_outline_lists_the_workshops_with_their_hours(course: Path) -> None:
    plan = course / "curriculum" / "workshops" / "an-evening.yml"
    plan.parent.mkdir()
    plan.write_text(
        "id: an-evening\ntitle: An evening\nlead: For six.\nblocks:\n  - sessions:\n"
        "      - {minutes: [45, 45], title: A group, lessons: [an-umbrella]}\n"
        "      - {minutes: 30, title: Wine, optional: true}\n",
        "utf-8",
    )
    told = trainer(course, "outline").stdout
    assert "  An evening, 2 hours together, 1 h 30 without what is optional\n" in told
    assert json.loads(trainer(course, "outline", "--format", "json").stdout)["workshops"] == [
        {
            "id": "an-evening",
            "title": "An evening",
            "minutes": 120,
            "optional_minutes": 30,
            "sessions": 2,
        }
    ]


def test_schemas_are_written_and_printed(course: Path) -> None:
    assert (course / ".schema" / "lesson.json").exists()
    printed = json.loads(trainer(course, "schema", "--print", "lesson").stdout)
    assert printed == json.loads((course / ".schema" / "lesson.json").read_text("utf-8"))
    assert "activities" in printed["$defs"]["Lesson"]["properties"]


@pytest.mark.parametrize("command", COMMANDS)
def test_each_help_has_an_example(tmp_path: Path, command: str) -> None:
    done = trainer(tmp_path, command, "--help")
    assert done.returncode == 0
    assert f"trainer {command}" in done.stdout.partition("Example:")[2]


def test_wrong_use_ends_with_2(tmp_path: Path) -> None:
    for words in (["chekc"], ["check", "--format", "xml"], ["build", "--nonsense"], ["new"]):
        assert trainer(tmp_path, *words).returncode == 2, words


def test_a_mkdocs_file_that_cannot_be_used_gets_one_clear_message(course: Path) -> None:
    settings = course / "mkdocs.yml"
    good = settings.read_text("utf-8")
    for bad in (
        good.replace("name: material", "name: readthedocs"),
        good.replace("  - trainer\n", ""),
        good.replace("theme:\n", "theme:\n  features: [navigation.instant]\n"),
        "site_name: [",
    ):
        settings.write_text(bad, "utf-8")
        done = trainer(course, "build")
        assert done.returncode == 1, bad
        assert "Traceback" not in done.stdout + done.stderr
        assert "mkdocs.yml:" in done.stdout, done.stderr
    settings.unlink()
    done = trainer(course, "build")
    assert done.returncode == 1
    assert "mkdocs.yml:" in done.stdout
