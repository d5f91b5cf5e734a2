"""Folders and files with any name, of any sort: each command says what is wrong, once and plainly."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from trainer.cli.telling import tell
from trainer.problems import Place, Rule, Severity
from trainer.words import phrase

ON_A_COURSE = ("check", "build", "serve", "schema", "outline")
ODD = "ein Kürs 漢字, 50%"
NOWHERE = "/proc/nowhere"
"""The system lets nobody make a folder here, not even root."""


@pytest.mark.parametrize("command", ON_A_COURSE)
def test_a_course_that_is_missing_or_a_file_is_wrong_use(
    run: Callable, tmp_path: Path, command: str
) -> None:
    (tmp_path / "a file").write_text("x")
    for course in ("missing", "a file"):
        done = run(tmp_path, command, "--course", course)
        assert done.returncode == 2
        assert f"'{course}'" in done.stderr


def test_every_command_takes_a_folder_with_spaces_and_letters_of_all_scripts(
    run: Callable, tmp_path: Path
) -> None:
    assert run(tmp_path, "new", ODD).returncode == 0
    for command in ("check", "schema", "outline", "build"):
        assert run(tmp_path, command, "--course", ODD).returncode == 0, command
    assert run(tmp_path, "build", "--course", ODD, "--output", f"{ODD} [1]").returncode == 0
    assert (tmp_path / f"{ODD} [1]" / "index.html").is_file()


@pytest.mark.parametrize("name", ["---", "b\x1b[31md", "b\udcffd", "3"])
def test_new_makes_a_good_course_whatever_its_folder_is_called(
    run: Callable, tmp_path: Path, name: str
) -> None:
    done = run(tmp_path, "new", "--", name)
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    done = run(tmp_path / name, "check", "--strict")
    assert done.stdout == "0 errors, 0 warnings\n"


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("new", NOWHERE), NOWHERE),
        (("new", "small/mkdocs.yml/x"), "mkdocs.yml/x"),
        (("build", "--course", "small", "--output", f"{NOWHERE}/site"), NOWHERE),
        (("build", "--course", "small", "--output", "small/mkdocs.yml/x"), "mkdocs.yml"),
        (("build", "--course", "small", "--output", "circle"), "circle"),
        (("build", "--course", "small", "--output", "/dev/null"), "/dev/null"),
        (("schema", "--course", "small"), "small/.schema"),
    ],
)
def test_a_place_that_cannot_be_written_is_named_with_the_reason(
    run: Callable, small: Path, words: tuple[str, ...], named: str
) -> None:
    (small.parent / "circle").symlink_to("circle")
    if words[0] == "schema":
        for schema in (small / ".schema").iterdir():
            schema.unlink()
        (small / ".schema").rmdir()
        (small / ".schema").write_text("a file")
    before = sorted(small.rglob("*"))
    done = run(small.parent, *words)
    assert done.returncode in (1, 2)
    assert done.stderr.splitlines()[-1].startswith("Error: ")
    assert named in done.stderr.splitlines()[-1]
    assert sorted(small.rglob("*")) == before


def test_the_folder_that_one_stands_in_is_not_taken_away(run: Callable, small: Path) -> None:
    here = small.parent / "empty"
    here.mkdir()
    done = run(here, "build", "--course", str(small), "--output", ".")
    assert done.returncode == 1
    assert str(here) in done.stderr
    assert sorted(p.name for p in small.parent.iterdir()) == ["empty", "small"]


@pytest.mark.parametrize("address", ["here", "127.0.0.1", "127.0.0.1:", ":80", "127.0.0.1:65536"])
def test_serve_says_how_an_address_is_written(run: Callable, small: Path, address: str) -> None:
    done = run(small, "serve", "--address", address)
    assert done.returncode == 2
    assert "127.0.0.1:8000" in done.stderr


def test_control_characters_of_names_and_texts_never_reach_the_terminal(
    run: Callable, small: Path
) -> None:
    (small / "curriculum" / "first-steps" / "a\x1b[31m\u202eb\nc.yml").write_text("id: draft\n")
    head = small / "curriculum" / "course.yml"
    text = head.read_text("utf-8")
    head.write_text(text.replace("version: 0.1.0", 'version: "\\e[2J"'), "utf-8")
    told = run(small, "check").stdout
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert "first-steps/a\\x1b[31m\\u202eb\\nc.yml:1:1: " in told
    assert "“\\x1b[2J”" in told


def test_names_are_escaped_for_github_as_its_own_tools_do(run: Callable, small: Path) -> None:
    name = "a,b%:c.yml"
    (small / "curriculum" / "first-steps" / name).write_text("id: draft\n")
    done = run(small, "check", "--format", "github")
    assert "file=curriculum/first-steps/a%2Cb%25%3Ac.yml,line=1,col=1," in done.stdout
    assert all(line.startswith("::") for line in done.stdout.splitlines())
    data = json.loads(run(small, "check", "--format", "json").stdout)
    assert any(problem["file"].endswith(name) for problem in data)


def test_no_name_and_no_text_ends_a_line_or_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    rule = Rule("rule-holds", Severity.ERROR, "It holds.", "Mend it.")
    said = phrase("50%,\r\n{text}", text="\x1b[2J::")
    problem = rule.broken(Place("a,b%:c\r\nd.yml", 1, 2), said, phrase("Mend it."))
    tell([problem], "github")
    tell([problem], "text")
    assert capsys.readouterr().out.splitlines() == [
        (
            "::error file=a%2Cb%25%3Ac%0D%0Ad.yml,line=1,col=2,title=rule-holds"
            "::50%25,%0D%0A\\x1b[2J:: Mend it."
        ),
        "a,b%:c\\r\\nd.yml:1:2: error: 50%,\\r\\n\\x1b[2J:: Mend it. [rule-holds]",
    ]
