"""What an author may rely on when a site is built: all or nothing, and the same bytes each time."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from editions import files_of

from trainer.mkdocs_site import exchange

TRAINER = Path(sys.executable).parent / "trainer"


def build(folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(TRAINER), "build"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **env},
    )


def test_the_same_course_gives_the_same_bytes_wherever_and_whenever_it_is_built(
    small_course: Path, tmp_path: Path
) -> None:
    other = tmp_path / "elsewhere" / "deeper" / "another name"
    shutil.copytree(small_course, other)
    one = build(small_course, TZ="Pacific/Kiritimati", PYTHONHASHSEED="1", LANG="C")
    two = build(other, TZ="America/Adak", PYTHONHASHSEED="77", LANG="de_DE.UTF-8")
    assert one.returncode == two.returncode == 0, one.stderr + two.stderr
    ours, theirs = files_of(small_course / "site"), files_of(other / "site")
    assert ours.keys() == theirs.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []


def test_a_fault_leaves_the_last_good_site_as_it_was(small_course: Path) -> None:
    assert build(small_course).returncode == 0
    before = files_of(small_course / "site")
    lesson = small_course / "curriculum" / "first-steps" / "an-umbrella.yml"
    lesson.write_text(
        lesson.read_text("utf-8").replace("duration: 10 min", "duration: ten"), "utf-8"
    )
    done = build(small_course)
    assert done.returncode == 1
    assert "curriculum/first-steps/an-umbrella.yml:" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert files_of(small_course / "site") == before


@pytest.mark.parametrize("fraction", [0.2, 0.5, 0.7, 0.85, 0.95])
def test_a_build_that_is_killed_leaves_the_last_good_site_whole(
    small_course: Path, fraction: float
) -> None:
    started = time.monotonic()
    assert build(small_course).returncode == 0
    whole = time.monotonic() - started
    before = files_of(small_course / "site")
    process = subprocess.Popen(
        [str(TRAINER), "build"], cwd=small_course, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        process.wait(timeout=whole * fraction)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    process.communicate()
    assert files_of(small_course / "site") == before
    assert build(small_course).returncode == 0
    left = [p.name for p in small_course.iterdir() if p.name.startswith(".site.")]
    assert left == [], "the next build clears away what the killed one left"


def test_hidden_files_in_the_site_folder_stay(small_course: Path) -> None:
    assert build(small_course).returncode == 0
    (small_course / "site" / ".gitignore").write_text("*\n")
    (small_course / "site" / ".well-known").mkdir()
    (small_course / "site" / ".well-known" / "security.txt").write_text("mail us\n")
    (small_course / "site" / "old.html").write_text("old")
    assert build(small_course).returncode == 0
    assert (small_course / "site" / ".gitignore").read_text() == "*\n"
    assert (small_course / "site" / ".well-known" / "security.txt").exists()
    assert not (small_course / "site" / "old.html").exists()


@pytest.mark.parametrize("goal", [".", "curriculum", "..", "vignettes/site"])
def test_a_folder_that_holds_the_course_is_never_replaced(small_course: Path, goal: str) -> None:
    done = subprocess.run(
        [str(TRAINER), "build", "--output", goal],
        cwd=small_course,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "another folder" in done.stderr
    assert (small_course / "curriculum" / "course.yml").exists()


def test_a_folder_with_other_files_is_never_replaced(small_course: Path) -> None:
    other = small_course.parent / "letters"
    other.mkdir()
    (other / "letter.txt").write_text("Dear")
    done = subprocess.run(
        [str(TRAINER), "build", "--output", str(other)],
        cwd=small_course,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert (other / "letter.txt").read_text() == "Dear"


def test_where_two_renames_are_needed_the_next_run_mends_a_killed_one(tmp_path: Path) -> None:
    goal = tmp_path / "site"
    old = tmp_path / ".site.old"
    old.mkdir()
    (old / "index.html").write_text("last good")
    fresh = exchange.fresh_folder(goal)
    assert (goal / "index.html").read_text() == "last good"
    (fresh / "index.html").write_text("new")
    exchange.put_in_place(fresh, goal)
    assert (goal / "index.html").read_text() == "new"


def test_without_an_exchange_in_one_step_two_renames_do_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "_exchange", lambda _one, _other: False)
    goal = tmp_path / "site"
    goal.mkdir()
    (goal / "index.html").write_text("old")
    fresh = exchange.fresh_folder(goal)
    (fresh / "index.html").write_text("new")
    exchange.put_in_place(fresh, goal)
    assert (goal / "index.html").read_text() == "new"
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("words", [["build", "--strict", "--quiet"]])
def test_plain_mkdocs_builds_the_same_site(small_course: Path, words: list[str]) -> None:
    mkdocs = Path(sys.executable).parent / "mkdocs"
    done = subprocess.run(
        [str(mkdocs), *words, "--site-dir", "plain"],
        cwd=small_course,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    assert done.returncode == 0, done.stderr
    assert build(small_course).returncode == 0
    assert files_of(small_course / "plain") == files_of(small_course / "site")
