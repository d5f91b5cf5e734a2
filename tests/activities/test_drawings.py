"""One drawing in two languages: Python and the script draw the same from the same data.

`tests/drawings.json` holds input and output. Run this file as a script to write it anew after
a wanted change, and look at what changed.
"""

import json
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from browser import Visit
from trainer.publication.pictures import Occasion, radar, spark
from trainer.words import catalogue

FIXTURE = Path(__file__).parents[1] / "drawings.json"
RATE = """
- rate:
    id: r
    prompt: P
    scale: [{value: 0, label: a}, {value: 1, label: b}]
    rows: [{id: x, text: x}]
"""


def python_radar(given: dict[str, Any]) -> str:
    return radar(
        given["items"],
        [Occasion(each["label"], tuple(each["values"])) for each in given["occasions"]],
        scale=given["scale"],
        title=given["title"],
        words=catalogue("en"),
        prefix=given["prefix"],
    )


SCALES = (("not seen", "once", "uneven", "steady"), ("no", "yes"), tuple("1234567"))


def one_radar(rows: int, scale: tuple[str, ...], occasions: int) -> dict[str, Any]:
    """Return the data of a radar with gaps, and with words that must be escaped."""
    steps = len(scale)
    then = [None if (k + rows) % 5 == 2 else k % steps for k in range(rows)]
    now = [None if (k * rows) % 7 == 3 else (k * 3 + 1) % steps for k in range(rows)]
    both = [{"label": "March", "values": then}, {"label": "May & June", "values": now}]
    return {
        "items": [f"Row <{k}> \"&'" for k in range(rows)],
        "occasions": both[:occasions],
        "title": "How <you> saw it",
        "prefix": "x--radar",
        "scale": list(scale),
    }


def cases() -> dict[str, list[dict[str, Any]]]:
    """Return what is drawn: gaps, scales of every length, one row and many, nothing at all."""
    radars = [one_radar(*each) for each in product((3, 7, 18), SCALES, (1, 2))]
    radars.append(one_radar(3, SCALES[0], 1))
    radars[-1]["occasions"] = [{"label": "none", "values": [None] * 3}]
    sparks = [
        {
            "values": [None if k * n % 4 == 3 else (k * n + n) % (steps + 1) for k in range(n)],
            "steps": steps,
        }
        for n, steps in product(range(1, 9), (1, 2, 3, 4, 6))
    ]
    return {"radar": radars, "spark": sparks}


def drawn() -> dict[str, list[dict[str, Any]]]:
    given = cases()
    return {
        "radar": [{"given": each, "svg": python_radar(each)} for each in given["radar"]],
        "spark": [
            {"given": each, "svg": spark(each["values"], each["steps"])} for each in given["spark"]
        ],
    }


def fixture() -> dict[str, list[dict[str, Any]]]:
    return json.loads(FIXTURE.read_text("utf-8"))  # type: ignore[no-any-return]


def test_python_draws_what_the_fixture_holds() -> None:
    assert drawn() == fixture()


@pytest.mark.browser
def test_the_script_draws_what_the_fixture_holds(visit: Visit) -> None:
    page = visit(RATE)
    held = fixture()
    for case in held["radar"]:
        by_script = page.evaluate(
            "({items, occasions, ...named}) => trainer.drawings.radar(items, occasions, named)",
            case["given"],
        )
        assert by_script == case["svg"]
    for case in held["spark"]:
        by_script = page.evaluate(
            "({values, steps}) => trainer.drawings.spark(values, steps)", case["given"]
        )
        assert by_script == case["svg"]


if __name__ == "__main__":
    FIXTURE.write_text(json.dumps(drawn(), ensure_ascii=False, indent=1) + "\n", "utf-8")
