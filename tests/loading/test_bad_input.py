"""What authors, editors and strangers may put into a course's folder. Nothing of it raises."""

import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from small_course import PERFECT, lines_of, perfect
from trainer.loading import load
from trainer.loading.nodes import parse
from trainer.loading.reading import MOST_BYTES
from trainer.pipeline.checking import check_course
from trainer.problems import Source

ABOUT = "curriculum/pages/about.yml"
LESSON = "curriculum/first-steps/listening.yml"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return perfect(tmp_path / "course")


def _told(course: Path, file: str) -> str:
    loaded = load(course)
    check_course(loaded)
    told = [problem for problem in loaded.problems if problem.place.file == file]
    return lines_of(told)


# what is accepted


@pytest.mark.parametrize("ends", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_byte_order_mark_and_other_line_ends_change_nothing(
    course: Path, mark: bytes, ends: bytes
) -> None:
    for file in course.rglob("*.yml"):
        file.write_bytes(mark + file.read_bytes().replace(b"\n", ends))
    assert load(course) == load(PERFECT)
    assert check_course(load(course)) == ()


def test_scalars_are_taken_as_written(course: Path) -> None:
    loaded = load(course)
    assert loaded.course
    assert loaded.course.head.version == "1.10"
    (course / ABOUT).write_text("id: about\ntitle: no\nlead: 08:30\ntext: 1e3\n", "utf-8")
    page = load(course).course.pages[0]  # type: ignore[union-attr]
    assert (page.title, page.lead, page.text) == ("no", "08:30", "1e3")


def test_line_separators_of_old_yaml_are_text(course: Path) -> None:
    text = "id: about\ntitle: a\u2028b\u0085c\ntext: |\n  d\u2029e\n"
    (course / ABOUT).write_text(text, "utf-8")
    page = load(course).course.pages[0]  # type: ignore[union-attr]
    assert (page.title, page.text) == ("a\u2028b\u0085c", "d\u2029e\n")
    assert str(page.text.place_at(2)) == f"{ABOUT}:4:5"


def test_anchors_are_allowed(course: Path) -> None:
    (course / ABOUT).write_text("id: about\ntitle: &x Same\ntext: *x\n", "utf-8")
    page = load(course).course.pages[0]  # type: ignore[union-attr]
    assert page.text == "Same"


# what is refused


@pytest.mark.parametrize("depth", [50, 1_000, 100_000])
@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{", "&a ["])
def test_deep_nesting_is_refused(course: Path, opening: str, depth: int) -> None:
    (course / ABOUT).write_text((opening * depth)[: MOST_BYTES - 1], "utf-8")
    started = time.monotonic()
    told = _told(course, ABOUT)
    assert "yaml-is-" in told
    assert told.count("\n") == 1
    assert time.monotonic() - started < 5


def test_anchors_that_nest_without_brackets_are_refused(course: Path) -> None:
    lines = ["a0: &a0 [x]", *(f"a{i}: &a{i} [*a{i - 1}]" for i in range(1, 5_000))]
    (course / ABOUT).write_text("\n".join(lines), "utf-8")
    assert "nested without end" in _told(course, ABOUT)


def test_a_bomb_is_refused(course: Path) -> None:
    lines = ["a0: &a0 boom"] + [
        f"a{i}: &a{i} [" + ", ".join([f"*a{i - 1}"] * 10) + "]" for i in range(1, 12)
    ]
    (course / ABOUT).write_text("\n".join(lines), "utf-8")
    assert "far too large" in _told(course, ABOUT)


def test_a_bomb_of_one_long_text_is_refused(course: Path) -> None:
    text = f"title: &a {'boom ' * 50_000}\nx: [" + ", ".join(["*a "] * 50_000) + "]\n"
    (course / ABOUT).write_text(text, "utf-8")
    assert "far too large" in _told(course, ABOUT)


def test_too_many_keys_are_not_blamed_on_anchors(course: Path) -> None:
    (course / ABOUT).write_text("".join(f"a{i}: b\n" for i in range(60_000)), "utf-8")
    told = _told(course, ABOUT)
    assert told.startswith(f"{ABOUT}:1:1 file-is-small This file holds more than 100,000 keys")
    assert told.count("\n") == 1


def test_a_huge_file_is_not_even_read(course: Path) -> None:
    with (course / LESSON).open("ab") as opened:
        opened.truncate(50_000_000)
    started = time.monotonic()
    assert "file-is-small" in _told(course, LESSON)
    assert time.monotonic() - started < 2


@pytest.mark.parametrize("name", ["a" * 250, "a" * 5_000, "-".join(["a"] * 3_000)])
def test_names_that_no_disk_takes_are_missing_files(course: Path, name: str) -> None:
    path = course / "curriculum/course.yml"
    path.write_text(path.read_text("utf-8").replace("pages: [about]", f"pages: [{name}]"), "utf-8")
    assert "file-exists" in lines_of(load(course).problems)


@pytest.mark.parametrize("name", ["../about", "/etc/passwd", "a/b", "..", ".", "%2e%2e", "C:\\x"])
def test_paths_are_no_ids(course: Path, name: str) -> None:
    path = course / "curriculum/course.yml"
    path.write_text(
        path.read_text("utf-8").replace("pages: [about]", f"pages: ['{name}']"), "utf-8"
    )
    assert "value-has-its-form" in lines_of(load(course).problems)


def test_a_pipe_is_no_file(course: Path) -> None:
    os.mkfifo(course / "vignettes" / "pipe.yml")
    assert "file-is-text" in _told(course, "vignettes/pipe.yml")


def test_links_within_the_course_are_files(course: Path) -> None:
    (course / "vignettes" / "the-letter.yml").rename(course / "vignettes" / "letter.txt")
    (course / "vignettes" / "the-letter.yml").symlink_to("letter.txt")
    assert _told(course, "vignettes/the-letter.yml") == ""


def test_a_link_to_nothing_is_missing(course: Path) -> None:
    (course / "vignettes" / "gone.yml").symlink_to("nowhere.yml")
    assert "vignettes/gone.yml" in lines_of(load(course).problems)


def test_a_folder_of_images_that_leads_out_is_told(course: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "a.png").write_bytes(b"")
    (course / "curriculum/images/more").symlink_to(tmp_path / "outside")
    assert "curriculum/images/more:1:1 file-is-in-the-course" in lines_of(load(course).problems)


def test_names_that_are_no_text_can_be_told(course: Path) -> None:
    (course / os.fsdecode(b"vignettes/b\xff.yml")).write_text("id: x\n", "utf-8")
    (course / os.fsdecode(b"curriculum/images/b\xff.png")).write_bytes(b"")
    lines_of(check_course(load(course))).encode("utf-8")


def test_no_name_moves_the_cursor_of_a_terminal(course: Path) -> None:
    for name in ("a\x1b[2J", "a\r", "a\u2028", "\u202ea"):
        (course / f"curriculum/{name}").mkdir()
        (course / f"curriculum/{name}/module.yml").write_text("id: x\n", "utf-8")
        (course / f"curriculum/images/{name}").mkdir()
        (course / f"vignettes/{name}.yml").write_text("id: x\n", "utf-8")
        (course / f"vignettes/{name}.yaml").write_text("id: x\n", "utf-8")
    told = lines_of(check_course(load(course)))
    assert told.count("file-is-named-by-its-id") == 4 * 4
    assert told.count("\n") == 4 * 4
    assert told.replace("\n", "").isprintable()


def test_hidden_files_are_no_part_of_a_course(course: Path) -> None:
    (course / "vignettes" / ".#the-letter.yml").symlink_to("somebody@somewhere.1234")
    (course / "vignettes" / "._the-letter.yml").write_bytes(b"\x00\x05")
    assert load(course).problems == ()


@pytest.mark.parametrize("kind", ["missing", "empty", "file"])
def test_a_folder_without_a_course_says_what_to_run(tmp_path: Path, kind: str) -> None:
    if kind == "empty":
        (tmp_path / "course").mkdir()
    elif kind == "file":
        (tmp_path / "course").write_text("x", "utf-8")
    loaded = load(tmp_path / "course")
    assert loaded.course is None
    assert "trainer new" in lines_of(loaded.problems)


# anything


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return perfect(tmp_path_factory.mktemp("fuzz") / "course")


PIECES = sorted(
    {
        line
        for file in PERFECT.rglob("*.yml")
        for line in file.read_text("utf-8").splitlines(keepends=True)
    }
)
FILES = sorted(file.relative_to(PERFECT).as_posix() for file in PERFECT.rglob("*.yml"))
SIGNS = [
    "[",
    "]",
    "{",
    "}",
    ": ",
    "- ",
    "? ",
    "&a ",
    "*a",
    "!!x ",
    "|",
    ">",
    "#",
    "'",
    '"',
    "\t",
    "\x00",
    "\ufeff",
    "<<",
    "~",
    "\\",
]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    file=st.sampled_from(FILES),
    data=st.binary(max_size=60) | st.text(max_size=60).map(lambda t: t.encode("utf-8", "replace")),
)
def test_any_bytes_are_told_and_never_raise(fuzzed: Path, file: str, data: bytes) -> None:
    _load_with(fuzzed, file, data)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    file=st.sampled_from(FILES),
    lines=st.lists(st.sampled_from(PIECES) | st.sampled_from(SIGNS), max_size=30),
)
def test_shuffled_lines_never_raise(fuzzed: Path, file: str, lines: list[str]) -> None:
    _load_with(fuzzed, file, "".join(lines).encode())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    file=st.sampled_from(FILES),
    at=st.floats(0, 1),
    drop=st.integers(0, 40),
    put=st.sampled_from(SIGNS) | st.text(max_size=8),
)
def test_small_changes_never_raise(fuzzed: Path, file: str, at: float, drop: int, put: str) -> None:
    text = (PERFECT / file).read_text("utf-8")
    index = int(at * len(text))
    changed = text[:index] + put + text[index + drop :]
    _load_with(fuzzed, file, changed.encode("utf-8", "replace"))


def _load_with(course: Path, file: str, data: bytes) -> None:
    kept = (course / file).read_bytes()
    try:
        (course / file).write_bytes(data)
        loaded = load(course)
        for problem in (*loaded.problems, *check_course(loaded)):
            assert problem.place.line > 0
            assert str(problem.message)
            assert str(problem.hint)
    finally:
        (course / file).write_bytes(kept)


@given(st.text(st.sampled_from("ab:-# \n\t'\"|>[]{}&*!?,%@`~<\\\u2028\x07\ufeff"), max_size=40))
def test_the_parser_never_raises(text: str) -> None:
    parse(Source("f.yml", text))
