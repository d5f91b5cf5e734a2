"""Whatever an author (or somebody who edits their files) writes is shown as text and never does anything."""

import re
from pathlib import Path

import html5lib
import pytest

from hostile import TEXTS, everywhere
from trainer.pipeline import check, press
from trainer.problems import Severity
from trainer.publication import Edition


def published(folder: Path, text: str):  # noqa: ANN201
    course = everywhere(folder, text)
    checked = check(course)
    errors = [p for p in checked.problems if p.severity is Severity.ERROR]
    assert not errors, "\n".join(f"{p.place}: {p.message}" for p in errors)
    return press(course, checked, edition=Edition.FACILITATOR)


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_text_in_every_field_is_shown_as_text(tmp_path: Path, text: str) -> None:
    publication = published(tmp_path, text)
    shown = 0
    for page in publication.pages:
        tree = html5lib.parse(page.html, treebuilder="etree", namespaceHTMLElements=False)
        for element in tree.iter():
            if not isinstance(element.tag, str):
                pytest.fail(f"a comment on {page.path}")
            assert element.tag not in {"script", "iframe", "object", "embed", "base"}, page.path
            for name, value in element.attrib.items():
                assert not str(name).lower().startswith("on"), (page.path, name)
                assert name != "style", page.path
                if name in ("href", "src"):
                    scheme = re.match(r"[a-z+.-]*:|#|", value.lower())
                    assert scheme
                    assert scheme.group() in {"tr:", "#", "https:", "http:", "mailto:", ""}, value
        shown += "".join(tree.itertext()).count(text.split(maxsplit=1)[0])
    assert shown > 20, "the text itself is not to be seen"


def test_no_text_of_an_author_is_taken_for_a_template(tmp_path: Path) -> None:
    publication = published(tmp_path, "{{ 7 * 7 }} {% raw %} {# no #}")
    assert all("{{ 7 * 7 }}" in page.html for page in publication.pages if page.kind == "lesson")
