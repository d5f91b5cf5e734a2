"""What an author may rely on when a site is built: all or nothing, and the same bytes each time."""

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from editions import files_of
from trainer.mkdocs_site import exchange

TRAINER = Path(sys.executable).parent / "trainer"


STARTER = [".gitignore", ".schema", "README.md", "curriculum", "mkdocs.yml", "vignettes"]
"""What `trainer new` puts into a folder."""


def build(folder: Path, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(TRAINER), "build", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **env},
    )


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".site.")]


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


KILLED = """
import os, signal, sys
from pkgutil import resolve_name
from trainer.cli import main
from trainer.mkdocs_site import exchange

holder, name, when, way = sys.argv[1:]
whole = getattr(resolve_name(holder), name)

def killed(*given, **named):
    if when == "after":
        whole(*given, **named)
    os.kill(os.getpid(), signal.SIGKILL)

if way == "in two renames":
    exchange._exchange = lambda _one, _other: False
setattr(resolve_name(holder), name, killed)
sys.argv[1:] = ["build"]
main()
"""
"""A build that ends without a word right before or after one of its steps."""
IN_PLACE = "trainer.mkdocs_site.exchange"


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """A course with its site and with a new title since, and the site that it would have now."""
    folder = tmp_path_factory.mktemp("renamed")
    subprocess.run([str(TRAINER), "new", "course"], cwd=folder, check=True, capture_output=True)
    assert build(folder / "course").returncode == 0
    head = folder / "course" / "curriculum" / "course.yml"
    head.write_text(re.sub("(?m)^title: .*", "title: Quite another", head.read_text("utf-8")))
    assert build(folder, "--course", "course", "--output", "new").returncode == 0
    return folder / "course", files_of(folder / "new")


@pytest.mark.parametrize(
    ("holder", "name", "when", "way", "stands"),
    [
        ("trainer.mkdocs_site.building", "fresh_folder", "after", "in one step", "old"),
        ("trainer.mkdocs_site.plugin", "write_moved", "before", "in one step", "old"),
        ("trainer.mkdocs_site.building", "put_in_place", "before", "in one step", "old"),
        (IN_PLACE, "_carry_hidden", "after", "in one step", "old"),
        (IN_PLACE, "_exchange", "after", "in one step", "new"),
        ("trainer.mkdocs_site.building", "put_in_place", "after", "in one step", "new"),
        ("pathlib:Path", "rename", "before", "in two renames", "old"),
        ("pathlib:Path", "rename", "after", "in two renames", "old, beside"),
        ("shutil", "rmtree", "before", "in two renames", "new"),
        ("trainer.mkdocs_site.building", "put_in_place", "after", "in two renames", "new"),
    ],
)
def test_a_build_that_is_killed_leaves_the_old_site_whole_or_the_new_one(
    renamed: tuple[Path, dict[str, bytes]],
    tmp_path: Path,
    holder: str,
    name: str,
    when: str,
    way: str,
    stands: str,
) -> None:
    course, new = tmp_path / "course", renamed[1]
    shutil.copytree(renamed[0], course)
    old = files_of(course / "site")
    assert old.keys() == new.keys()
    assert old != new
    done = subprocess.run(
        [sys.executable, "-c", KILLED, holder, name, when, way],
        cwd=course,
        capture_output=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    site = course / (".site.old" if stands == "old, beside" else "site")
    assert files_of(site) == (new if stands == "new" else old)
    assert build(course).returncode == 0
    assert files_of(course / "site") == new
    assert leftovers(course) == [], "the next build clears away what the killed one left"


@pytest.mark.parametrize("course", ["relative", "absolute"])
@pytest.mark.parametrize("output", ["none", "relative", "absolute"])
def test_paths_begin_where_the_user_is(small_course: Path, course: str, output: str) -> None:
    here = small_course.parent / "elsewhere"
    here.mkdir()
    words = ["--course", "../small" if course == "relative" else str(small_course)]
    if output != "none":
        words += ["--output", "out" if output == "relative" else str(here / "out")]
    site = small_course / "site" if output == "none" else here / "out"
    for _first_and_again in range(2):
        done = build(here, *words)
        assert done.returncode == 0, done.stderr
        assert (site / "index.html").is_file()
        assert (site / "lessons" / "an-umbrella.html").is_file()
    assert [p.name for p in here.iterdir()] == ([] if output == "none" else ["out"])
    assert leftovers(small_course) == []
    assert sorted(p.name for p in small_course.iterdir()) == sorted(
        [*STARTER, "site"] if output == "none" else STARTER
    )


@pytest.mark.parametrize("target", ["a site", "an empty folder", "nothing yet"])
def test_a_site_that_is_a_link_stays_a_link_and_its_target_gets_the_pages(
    small_course: Path, target: str
) -> None:
    www = small_course.parent / "www"
    www.mkdir()
    if target == "a site":
        assert build(small_course, "--output", str(www / "balint")).returncode == 0
        (www / "balint" / "old.html").write_text("old")
    elif target == "an empty folder":
        (www / "balint").mkdir()
    (small_course / "site").symlink_to("../www/balint")
    done = build(small_course)
    assert done.returncode == 0, done.stderr
    assert (small_course / "site").is_symlink()
    assert (www / "balint" / "index.html").is_file()
    assert not (www / "balint" / "old.html").exists()
    assert [p.name for p in www.iterdir()] == ["balint"]
    assert leftovers(small_course) == []


def test_a_folder_in_which_another_plugin_left_no_site_never_replaces_one(
    small_course: Path,
) -> None:
    assert build(small_course).returncode == 0
    before = files_of(small_course / "site")
    hook = "import os\ndef on_post_build(config):\n    os.remove(config.site_dir + '/index.html')\n"
    (small_course / "hook.py").write_text(hook)
    with (small_course / "mkdocs.yml").open("a") as settings:
        settings.write("hooks: [hook.py]\n")
    done = build(small_course)
    assert done.returncode == 1
    assert "index.html" in done.stderr
    assert "Traceback" not in done.stderr
    assert files_of(small_course / "site") == before
    assert leftovers(small_course) == []


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
    done = build(small_course, "--output", goal)
    assert done.returncode == 1
    assert "another folder" in done.stderr
    assert (small_course / "curriculum" / "course.yml").exists()


def test_a_folder_with_other_files_is_never_replaced(small_course: Path) -> None:
    other = small_course.parent / "letters"
    other.mkdir()
    (other / "letter.txt").write_text("Dear")
    done = build(small_course, "--output", str(other))
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
