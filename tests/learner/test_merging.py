"""Merging as algebra: the order in which copies meet does not matter, and nothing is lost."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

SCRIPTS = Path(__file__).parents[2] / "src" / "trainer" / "publication" / "assets"
RUNS = 2000 if os.environ.get("TRAINER_PROOF") else 60
_ASKED = """
const merge = require(process.argv[1]);
const inBoth = (one, other) => { // how many characters of one stand in the other, in their order
  const row = new Array(other.length + 1).fill(0);
  for (const letter of one) {
    let before = 0;
    for (let at = 1; at <= other.length; at += 1) {
      [before, row[at]] = [row[at], letter === other[at - 1] ? before + 1 : Math.max(row[at], row[at - 1])];
    }
  }
  return row[other.length];
};
merge.drafts = (texts) => { // what is kept of them, as the store of a window does it
  let kept = [];
  texts.forEach((text, counter) => {
    const record = { id: `a-${counter}`, counter, value: { text } };
    const goes = merge.needless(kept, record);
    merge.takesPlace(record, kept.filter(({ id }) => goes.includes(id)));
    kept = [...kept.filter(({ id }) => !goes.includes(id)), record];
  });
  const stand = kept.map(({ value }) => value.text);
  const lost = texts.filter((text) => !stand.some((each) => inBoth(text, each) >= text.length - 60));
  return { kept: stand, lost };
};
require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const [name, ...given] = JSON.parse(line);
  console.log(JSON.stringify(merge[name](...given) ?? null));
});
"""


class Merge(Protocol):
    """Calls one of the pure functions of merge.js."""

    def __call__(self, name: str, *given: Any) -> Any: ...


@pytest.fixture(scope="module")
def merge() -> Iterator[Merge]:
    with subprocess.Popen(
        ["node", "-e", _ASKED, str(SCRIPTS / "merge.js")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as node:
        assert node.stdin
        assert node.stdout

        def called(name: str, *given: Any) -> Any:
            assert node.stdin
            assert node.stdout
            node.stdin.write(json.dumps([name, *given]) + "\n")
            node.stdin.flush()
            return json.loads(node.stdout.readline())

        yield called
        node.stdin.close()


TABS = st.sampled_from(["a1", "b2", "c3"])
TEXTS = st.text("ab é🙂\n", max_size=12)
IDS = st.builds(lambda tab, counter: f"{tab}-{counter:06}", TABS, st.integers(0, 5))


@st.composite
def records(draw: st.DrawFn) -> dict[str, Any]:
    tab, counter, text = draw(TABS), draw(st.integers(0, 5)), draw(TEXTS)
    return {
        "id": f"{tab}-{counter:06}",
        "tab": tab,
        "counter": counter,
        "after": draw(st.lists(IDS, max_size=3)),
        "activity": draw(st.sampled_from(["pull", "silence"])),
        "state": draw(st.sampled_from(["visited", "attempted"])),
        "at": draw(st.sampled_from(["2026-11-22T14:02:00Z", "2026-11-22T14:03:00Z"])),
        "kind": "reflect",
        "value": {"text": text},
        "text": text,
    }


COPIES = st.lists(records(), max_size=8)


@settings(max_examples=RUNS, deadline=None)
@given(one=COPIES, other=COPIES)
def test_the_order_of_two_copies_does_not_matter(merge: Merge, one: Any, other: Any) -> None:
    assert merge("union", one, other) == merge("union", other, one)


@settings(max_examples=RUNS, deadline=None)
@given(one=COPIES, other=COPIES, third=COPIES)
def test_the_order_of_merging_does_not_matter(
    merge: Merge, one: Any, other: Any, third: Any
) -> None:
    left = merge("union", merge("union", one, other), third)
    assert left == merge("union", one, merge("union", other, third))


@settings(max_examples=RUNS, deadline=None)
@given(one=COPIES)
def test_merging_with_oneself_changes_nothing(merge: Merge, one: Any) -> None:
    once = merge("union", one)
    assert merge("union", once, once) == once
    assert merge("union", once, one) == once


@settings(max_examples=RUNS, deadline=None)
@given(one=COPIES, other=COPIES)
def test_every_text_of_both_copies_is_in_the_whole(merge: Merge, one: Any, other: Any) -> None:
    whole = merge("union", one, other)
    assert {r["text"] for r in whole} == {r["text"] for r in one + other}
    assert len({r["id"] for r in whole}) == len(whole)


@settings(max_examples=RUNS, deadline=None)
@given(one=COPIES)
def test_there_is_always_something_newest(merge: Merge, one: Any) -> None:
    whole = [r for r in merge("union", one) if r["activity"] == "pull"]
    newest = merge("newest", whole)
    assert (newest is None) == (whole == [])
    if newest:
        shown = {newest["text"], *(other["text"] for other in newest["others"])}
        assert all(
            head["text"] in shown or not head["text"].strip() for head in merge("heads", whole)
        )


WRITING = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 70), st.text("abcdefgh 漢\n", max_size=70)),
    min_size=1,
    max_size=12,
)


@settings(max_examples=RUNS, deadline=None)
@given(strokes=WRITING)
def test_of_no_draft_more_than_a_slip_is_lost_however_long_one_writes_on(
    merge: Merge, strokes: list[tuple[float, int, str]]
) -> None:
    """Each stroke takes some characters out somewhere and puts others in."""
    drafts, text = [], "a text of some length about the man with the binder, " * 3
    for place, out, words in strokes:
        at = int(place * len(text))
        text = text[:at] + words + text[at + out :]
        drafts.append(text)
    told = merge("drafts", drafts)
    assert told["kept"][-1] == text
    assert told["lost"] == []


def test_a_text_that_is_written_over_piece_by_piece_can_be_found_again(merge: Merge) -> None:
    text = "".join(f"Thought {number}, and why it came. " for number in range(20))
    drafts = [text]
    for at in range(0, len(text), 50):
        drafts.append(drafts[-1][:at] + "x" * 50 + drafts[-1][at + 50 :])
    told = merge("drafts", drafts)
    assert told["lost"] == []
    assert len(told["kept"]) < len(drafts)


def test_a_slip_of_the_pen_is_not_kept_but_a_deleted_sentence_is(merge: Merge) -> None:
    sentence = "A sentence about the binder that I took out again, since it was somebody’s."
    now = {
        "value": {"text": "Something longer that was written after it, and says other things " * 2}
    }
    assert merge(
        "needless",
        [{"id": "a", "counter": 0, "value": {"text": "the teh"}}],
        {"value": {"text": "the the binder"}},
    ) == ["a"]
    assert merge("needless", [{"id": "a", "counter": 0, "value": {"text": sentence}}], now) == []


@pytest.mark.parametrize(
    "damage",
    [
        {"id": 7}, {"at": "yesterday-ish"}, {"after": None}, {"counter": -1}, {"state": "passed"},
        {"value": None, "activity": ""}, {"tab": None},
    ],
)  # fmt: skip
def test_a_damaged_record_is_known_as_such(merge: Merge, damage: dict[str, Any]) -> None:
    whole = {
        "id": "a-1", "tab": "a", "counter": 1, "after": [], "activity": "pull",
        "state": "visited", "at": "2026-11-22T14:02:00Z", "value": None,
    }  # fmt: skip
    assert merge("sound", whole) is True
    assert merge("sound", whole | damage) is False


def test_scripts_have_no_template_inside_a_template() -> None:
    """The minifier does not know them and would take spaces out of sentences."""
    sources = SCRIPTS.parents[1]
    for path in sorted(sources.rglob("*.js")):
        assert not _nested(path.read_text("utf-8")), path


def _nested(source: str) -> list[int]:
    """Return the places of template literals that stand inside another."""
    found, stack, at = [], [], 0
    while at < len(source):
        letter = source[at]
        if stack and stack[-1] == "`":
            if letter == "\\":
                at += 1
            elif letter == "`":
                stack.pop()
            elif source.startswith("${", at):
                stack.append("{")
                at += 1
        elif letter in "\"'":
            at += 1
            while source[at] not in (letter, "\n"):
                at += 2 if source[at] == "\\" else 1
        elif source.startswith("//", at):
            at = source.index("\n", at)
        elif source.startswith("/*", at):
            at = source.index("*/", at) + 1
        elif letter == "`":
            found += [at] if "`" in stack else []
            stack.append("`")
        elif letter == "{":
            stack.append("{")
        elif letter == "}" and stack:
            stack.pop()
        at += 1
    return found
