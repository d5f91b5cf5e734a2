"""A society's own colours are readable, or nothing is built and it is told why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.publication.branding import Fault, brand_of, faults
from trainer.publication.colours import TOKENS, contrast, parse
from trainer.publication.shades import Brand, style_sheet, tokens


@pytest.mark.parametrize(
    "accent", ["#7A2E4D", "#1F4E79", "#005A3C", "#5B2A86", "#8A3B12", "#222222"]
)
def test_one_dark_accent_gives_both_schemes(accent: str) -> None:
    brand = Brand(accent=accent)
    assert faults(brand) == ()
    assert f"--tr-mulberry:{accent}" in style_sheet(brand)
    assert contrast(parse(tokens(brand, "dark")["mulberry"]), parse("#1E1A1D")) >= 4.5


def test_an_accent_that_cannot_be_read_is_refused_with_its_contrast() -> None:
    (told,) = faults(Brand(accent="#0098A1"))
    assert told.setting == ("accent",)
    assert str(told.message) == (
        "The accent #0098A1 is too light to be read on the page (2.9 to 1; 4.5 is needed)."
    )
    assert faults(Brand(accent=str(told.hint).partition(" ")[0])) == ()


def proposed(fault: Fault) -> str:
    return str(fault.hint.values["value"])


@given(st.integers(0, 0xFFFFFF))
def test_whatever_accent_is_refused_one_is_proposed_that_is_accepted(number: int) -> None:
    for fault in faults(Brand(accent=f"#{number:06X}")):
        assert fault.setting == ("accent",)
        assert faults(Brand(accent=proposed(fault))) == ()


@given(st.integers(0, 0xFFFFFF), st.sampled_from(sorted(TOKENS["light"])), st.booleans())
def test_a_single_colour_is_told_once_and_what_is_proposed_is_accepted(
    number: int, token: str, is_light: bool
) -> None:
    def brand(value: str) -> Brand:
        return Brand(light={token: value}) if is_light else Brand(dark={token: value})

    told = faults(brand(f"#{number:06X}"))
    assert len(told) <= 1
    for fault in told:
        assert fault.setting == ("light" if is_light else "dark", token)
        assert faults(brand(proposed(fault))) == ()


def test_where_two_choices_quarrel_the_other_one_is_named() -> None:
    (told,) = faults(Brand(light={"paper": "#101010", "ink": "#FFFFFF"}))[:1]
    assert "choose a `" in str(told.hint) or "would do" in str(told.hint)


@pytest.mark.parametrize("written", [{"accent": None}, {"dark": {"paper": None}}])
def test_a_colour_that_is_missing_behind_its_name_is_told(written: object) -> None:
    (told,) = brand_of(written)[1]
    assert told.is_empty
    assert "nothing behind" in str(told)


def test_a_name_or_form_that_is_not_known_is_told() -> None:
    told = [str(f) for f in faults(Brand(accent="red", light={"papper": "#FFFFFF"}))]
    assert any("`red`" in line and "six digits" in line for line in told)
    assert any("Did you mean `paper`?" in line for line in told)


def test_without_a_choice_there_is_no_style_sheet() -> None:
    assert style_sheet(Brand()) == ""


@given(st.integers(0, 0xFFFFFF))
def test_any_accent_is_either_readable_everywhere_or_refused(number: int) -> None:
    brand = Brand(accent=f"#{number:06X}")
    if not faults(brand):
        light = tokens(brand, "light")
        assert contrast(parse(light["mulberry"]), parse("#FAF8F6")) >= 4.5
        assert contrast(parse(light["button"]), parse("#FFFFFF")) >= 4.5


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("red", "accent:"),
        (["#7A2E4D"], "accent:"),
        ({"light": "dark"}, "`light`"),
        ({"dark": ["#7A2E4D"]}, "`dark`"),
        ({"akcent": "#7A2E4D"}, "Did you mean `accent`?"),
        ({1: 2}, "`1`"),
        ({"accent": 123456}, "`123456`"),
        ({"light": {1: "#7A2E4D"}}, "`1`"),
        ({"light": {"paper": None}}, "`paper`"),
        ({"light": {"paper": ["#7A2E4D"]}}, "light: paper"),
    ],
)
def test_colours_of_any_shape_are_read_or_told(written: object, told: str) -> None:
    assert any(told in str(fault) for fault in brand_of(written)[1])


@pytest.mark.parametrize("written", [None, {}, {"light": None, "dark": {}}])
def test_colours_may_be_left_out(written: object) -> None:
    assert brand_of(written) == (Brand(), ())
