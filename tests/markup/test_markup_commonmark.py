"""Every example of the CommonMark specification renders as it says, or as our list says."""

import html
import json
import re
from pathlib import Path

import pytest

from trainer.markup import parse, render

HERE = Path(__file__).parent
EXAMPLES = {
    example["example"]: example
    for example in json.loads((HERE / "commonmark-0.31.2.json").read_text("utf-8"))["examples"]
}
LIST = json.loads((HERE / "commonmark-deviations.json").read_text("utf-8"))
DEVIATIONS = {deviation["example"]: deviation for deviation in LIST["deviations"]}

HEADING_ID = re.compile(r'(<h[1-6]) id="[^"]*"')
LINK = re.compile(r'<a href="(?!https:|mailto:)([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
IMAGE = re.compile(r'<img src="[^"]*" alt="([^"]*)"[^>]*>')


class EverythingIsThere:
    """Leads each address to itself."""

    def link(self, scheme: str, target: str) -> str:
        return target if scheme == "image" else f"{scheme}:{target}"

    def link_attributes(self, _scheme: str, _target: str) -> dict[str, str]:
        return {}

    def citation(self, id_: str) -> str:
        return id_


def ours(number: int) -> str:
    """Render an example without what we add to every heading and to every link to the web."""
    written = render(parse(EXAMPLES[number]["markdown"]), EverythingIsThere())
    return HEADING_ID.sub(r"\1", written).replace(' rel="noopener"', "")


def without_refused(written: str) -> str:
    """Take the links and images away that we refuse; their words stay as they were written."""
    return LINK.sub(
        lambda link: f"&lt;{link[2]}&gt;" if link[1] == link[2] != "" else link[2],
        IMAGE.sub(r"\1", written),
    )


@pytest.mark.parametrize("number", EXAMPLES)
def test_an_example_renders_as_the_specification_or_our_list_says(number: int) -> None:
    listed = DEVIATIONS.get(number)
    assert ours(number) == (listed["html"] if listed else EXAMPLES[number]["html"])


@pytest.mark.parametrize("number", DEVIATIONS)
def test_a_listed_deviation_still_is_one_and_has_a_reason(number: int) -> None:
    assert ours(number) != EXAMPLES[number]["html"]
    assert DEVIATIONS[number]["reason"] in LIST["reasons"]


@pytest.mark.parametrize(
    "number", [n for n, d in DEVIATIONS.items() if d["reason"] == "address-refused"]
)
def test_but_for_refused_addresses_it_is_what_the_specification_says(number: int) -> None:
    assert ours(number) == without_refused(EXAMPLES[number]["html"])


@pytest.mark.parametrize(
    "number", [n for n, d in DEVIATIONS.items() if d["reason"] == "html-in-line"]
)
def test_but_for_tags_as_text_it_is_what_the_specification_says(number: int) -> None:
    theirs = EXAMPLES[number]["html"]
    assert html.unescape(ours(number)) in (theirs, html.unescape(theirs))


def test_every_reason_is_used() -> None:
    assert {d["reason"] for d in LIST["deviations"]} == set(LIST["reasons"])
