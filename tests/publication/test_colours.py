"""The contrast of every pair that the look uses, and of a society's own colours."""

import re
from importlib.resources import files

import pytest

from trainer.publication.colours import PAIRS, TOKENS, Scheme, contrast, failures, parse

SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(parse("#000000"), parse("#FFFFFF")) == pytest.approx(21)
    assert contrast(parse("#777777"), parse("#ffffff")) == pytest.approx(4.48, abs=0.01)
    assert contrast(parse("#123456"), parse("#123456")) == 1


@pytest.mark.parametrize("written", ["", "#FFF", "7A2E4D", "#7A2E4G", "rgb(1,2,3)", "#7A2E4DFF"])
def test_other_forms_are_refused(written: str) -> None:
    with pytest.raises(ValueError, match="#rrggbb"):
        parse(written)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_our_own_colours_can_be_read(scheme: Scheme) -> None:
    assert list(failures(TOKENS[scheme], scheme)) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_tokens_are_those_of_the_style_sheet(scheme: Scheme) -> None:
    css = (files("trainer.publication") / "assets" / "tokens.css").read_text("utf-8")
    light, dark = re.findall(
        r"(?:^:root|\[data-md-color-scheme=\"slate\"\])\{(.*?)\}", css, re.MULTILINE | re.DOTALL
    )[:2]
    written = dict(
        re.findall(r"--tr-([a-z-]+):(#[0-9A-F]{6})", light if scheme == "light" else dark)
    )
    assert written == dict(TOKENS[scheme])


def test_every_pair_names_tokens() -> None:
    for pair in PAIRS:
        assert {pair.front, pair.ground} <= TOKENS["light"].keys()


def test_a_pale_accent_fails_where_it_is_used_and_nowhere_else() -> None:
    found = list(failures({"mulberry": "#E8A0B8"}, "light"))
    assert {failure.pair.front for failure in found} == {"mulberry"}
    assert all(failure.contrast < failure.pair.needs for failure in found)


def test_an_unknown_token_is_an_error_of_the_caller() -> None:
    with pytest.raises(KeyError):
        list(failures({"raspberry": "#7A2E4D"}, "light"))
