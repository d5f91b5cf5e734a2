"""What a Document promises besides its lists, and what `render` does with its arguments."""

import sys
from collections.abc import Callable

import pytest

from trainer.markup import SCHEMES, parse, parse_line, render
from trainer.markup.rendering import Resolver


def test_the_same_source_gives_an_equal_document_and_the_same_html(resolver: Resolver) -> None:
    source = "# A\n\n::: callout B\n[c](term:c)[^1] [d](x:y)\n:::\n\n[^1]: e\n"
    assert parse(source) == parse(source)
    assert render(parse(source), resolver) == render(parse(source), resolver)


def test_rendering_leaves_the_document_as_it_was(resolver: Resolver) -> None:
    document = parse(
        "# A\n\n![b](images/b.png) [c](term:c) [@d]\n\n| a |  |\n|---|:-:|\n| 1 | 2 |\n"
    )
    first = render(document, resolver, heading_shift=2, prefix="x-")
    render(document, resolver)
    assert render(document, resolver, heading_shift=2, prefix="x-") == first


def test_plain_text_has_a_line_for_each_block() -> None:
    source = (
        "# The *four* drifts\n\nOne [link](lesson:a) [@b, c], `code`\nand <b>.\n\n"
        "- a\n- b\n\n| c | d |\n|---|---|\n| 1 | 2 |\n\n::: callout Title\nText[^1]\n:::\n\n"
        "![Picture](images/x.png)\n\n```\nx = 1\n```\n\n[^1]: Note\n"
    )
    assert parse(source).plain.split("\n") == [
        "The four drifts",
        "One link, code and <b>.",
        "a",
        "b",
        "c\td",
        "1\t2",
        "Title",
        "Text",
        "x = 1",
        "Note",
    ]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("", 0),
        ("One, two — three.", 3),
        ("[two words](lesson:not-counted) [@nor-this, nor this]", 2),
        ("It’s half-past *ten*", 3),
        ("- … \n- !", 0),
    ],
)
def test_words_are_what_a_reader_reads(source: str, words: int) -> None:
    assert parse(source).word_count == words
    assert parse_line(source).word_count == words or source.startswith("-")


def test_headings_keep_their_level_and_move_only_in_html(html_of: Callable[..., str]) -> None:
    source = "# A\n\n### B\n\n##### C\n"
    assert [heading.level for heading in parse(source).headings] == [1, 3, 5]
    shifted = html_of(source, heading_shift=2)
    assert shifted == '<h3 id="a">A</h3>\n<h5 id="b">B</h5>\n<h6 id="c">C</h6>\n'
    assert html_of("# A", heading_shift=-3) == '<h1 id="a">A</h1>\n'


def test_a_prefix_stands_before_every_id_and_every_way_to_it(html_of: Callable[..., str]) -> None:
    source = "# A\n\n::: callout B\nc[^1]\n:::\n\n[^1]: d\n"
    html = html_of(source, prefix="one-")
    for name in ("a", "callout_1", "fn_1", "fnref_1"):
        assert f'id="one-{name}"' in html
    assert html.count('="one-') == 5
    assert html.count('="#one-') == 2


def test_ids_of_ours_cannot_meet_a_heading(html_of: Callable[..., str]) -> None:
    html = html_of("# callout 1\n# callout_1\n# fn_1\n\n::: callout x\n:::\n")
    assert html.count('id="callout_1"') == 1
    assert 'id="callout-1"' in html
    assert 'id="callout-1-2"' in html


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_scheme_of_the_course_is_a_link(scheme: str) -> None:
    document = parse(f"[a]({scheme}:b)")
    assert document.links[0].address == f"{scheme}:b"
    assert not document.faults


def test_a_resolver_may_add_attributes_to_every_link() -> None:
    class NewWindow:
        def link(self, scheme: str, target: str) -> str:
            return f"{scheme}-{target}"

        def link_attributes(self, scheme: str, target: str) -> dict[str, str]:
            return {"class": scheme, "data-target": target, "rel": "noopener noreferrer"}

        def citation(self, _id: str) -> str:
            return "A & B"

    html = render(parse("[a](https://b.c) [d](term:e) [@f] ![g](images/h)"), NewWindow())
    assert html == (
        '<p><a href="https://b.c" rel="noopener noreferrer" class="https" data-target="//b.c">a</a>'
        ' <a class="tr-term term" href="term-e" data-target="e" rel="noopener noreferrer">d</a>'
        ' (<a class="tr-cite reference" href="reference-f" data-target="f"'
        ' rel="noopener noreferrer">A &amp; B</a>)'
        ' <img src="image-images/h" alt="g" class="image" data-target="images/h"'
        ' rel="noopener noreferrer" /></p>\n'
    )


def test_a_class_is_not_said_twice() -> None:
    class Classes:
        def link(self, scheme: str, target: str) -> str:
            return f"{scheme}-{target}"

        def link_attributes(self, _scheme: str, _target: str) -> dict[str, str]:
            return {"class": "tr-term new"}

        def citation(self, id_: str) -> str:
            return id_

    html = render(parse_line("[a](term:b)"), Classes())
    assert html == '<a class="tr-term new" href="term-b">a</a>'


@pytest.mark.parametrize(
    "piece",
    [
        "A member *leans* to the [patient](term:patient) [@lustig, on the task].\n",
        "> - ![a](images/b.png)[^1]\n\n[^1]: note\n\n",
        "# A heading [@a]\n\n| a | b |\n|---|---|\n| [c](term:d) | \\|[@e] |\n\n",
        "::: callout Title\n[a](b:c) <b>\n:::\n\n",
        "[a{n}]: lesson:b\n\n[a{n}]\n\n",
    ],
)
def test_twice_the_text_is_twice_the_work(piece: str, resolver: Resolver) -> None:
    """Counts calls rather than time, so that a busy machine changes nothing."""

    def calls_for(times: int) -> int:
        calls = 0

        def count(_frame: object, event: str, _argument: object) -> None:
            nonlocal calls
            calls += event in ("call", "c_call")

        source = "".join(piece.replace("{n}", str(number)) for number in range(times))
        sys.setprofile(count)
        try:
            render(parse(source), resolver)
        finally:
            sys.setprofile(None)
        return calls

    calls_for(1)
    assert calls_for(400) < 2.1 * calls_for(200)
