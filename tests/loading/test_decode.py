"""What the decoder makes of a file: cases are data, in `decode/`; the schema must agree."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from schema_check import agrees
from trainer.loading import FILES
from trainer.loading.decode import Decoder
from trainer.loading.nodes import parse
from trainer.problems import Source

FOLDER = Path(__file__).parent / "decode"


def _cases() -> Iterator[Any]:
    for file in sorted(FOLDER.glob("*.yml")):
        for case in yaml.safe_load(file.read_text("utf-8")):
            yield pytest.param(case, id=f"{file.stem}: {case['title']}")


@pytest.mark.parametrize("case", list(_cases()))
def test_decoding(case: dict[str, Any]) -> None:
    node, problems = parse(Source("f.yml", case["raw"]))
    assert node
    assert not problems
    decoder = Decoder()
    decoder.decode(node, FILES[case["kind"]])
    told = {f"{p.place.line}:{p.place.column} {p.rule.id}" for p in decoder.problems}
    assert sorted(told) == sorted(case.get("problems", []))
    assert agrees(case["kind"], node) == (case.get("only") != "loader")
