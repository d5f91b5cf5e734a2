"""The command line and the plugin speak the user's language: every word comes from the catalogue."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from trainer.words import PSEUDO, catalogue

PLACE = re.compile(r"^(?:trainer: )?\S+:\d+:\d+: ")
IN_BRACKETS = re.compile(r"\[[^\[\]]*\]")


def loose(told: str) -> list[str]:
    """Return the lines with words outside the brackets that the pseudo-locale puts around ours."""
    found = []
    for line in told.splitlines():
        left = PLACE.sub("", line)
        while IN_BRACKETS.search(left):
            left = IN_BRACKETS.sub("", left)
        if re.search(r"\w{2,}", left):
            found.append(line)
    return found


def with_faults(course: Path) -> None:
    settings = course / "mkdocs.yml"
    text = settings.read_text("utf-8")
    text = text.replace(
        "  - trainer\n", "  - trainer: {colours: {accent: red, light: {papper: 1}}}\n"
    )
    text = text.replace("  name: material\n", "  name: mkdocs\n  features: [navigation.instant]\n")
    settings.write_text(text, "utf-8")


def test_a_build_that_fails_has_no_word_outside_the_catalogue(run: Callable, small: Path) -> None:
    with_faults(small)
    head = small / "curriculum" / "course.yml"
    head.write_text(head.read_text("utf-8").replace("version: 0.1.0", "version: one"), "utf-8")
    done = run(small, "build", LC_ALL="en_XA.UTF-8")
    assert done.returncode == 1
    assert "“one”" in done.stdout
    assert "`papper`" in done.stdout
    assert "navigation.instant" in done.stdout
    assert loose(done.stdout + done.stderr) == []


def test_a_folder_that_cannot_be_used_is_told_in_the_same_language(
    run: Callable, small: Path
) -> None:
    for words in (("build", "--output", "/proc/nowhere/site"), ("build", "--output", "curriculum")):
        done = run(small, *words, LC_ALL="en_XA.UTF-8")
        assert done.returncode == 1
        assert loose(done.stderr) == []


def test_the_plugin_under_plain_mkdocs_speaks_it_too(small: Path) -> None:
    lesson = small / "curriculum" / "first-steps" / "an-umbrella.yml"
    lesson.write_text(
        lesson.read_text("utf-8").replace("duration: 10 min", "duration: ten"), "utf-8"
    )
    done = subprocess.run(
        [str(Path(sys.executable).parent / "mkdocs"), "build", "--quiet"],
        cwd=small,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": "en_XA.UTF-8", "NO_MKDOCS_2_WARNING": "1"},
    )
    assert done.returncode == 1
    told = [line.partition("-")[2].strip() for line in done.stderr.splitlines() if "ten" in line]
    assert told
    assert loose("\n".join(told)) == []
    stopped = catalogue(PSEUDO).gettext("The course has errors; nothing was built.")
    assert stopped in done.stdout + done.stderr
