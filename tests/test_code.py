"""What we hold our own code to (CONTRIBUTING.md)."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rcssmin import cssmin

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src" / "trainer").rglob("*.py"))
MOST_LINES_OF_A_FILE = 300
MOST_LINES_OF_A_FUNCTION = 40
LONGER: dict[str, str] = {
    "src/trainer/model/course.py": "one description of the course; data, no logic"
}
"""Files that may be longer, each with its reason. This list only shrinks."""


def test_files_are_small() -> None:
    for path in SOURCES:
        lines = len(path.read_text("utf-8").splitlines())
        name = path.relative_to(ROOT).as_posix()
        assert lines <= MOST_LINES_OF_A_FILE or name in LONGER, f"{name} has {lines} lines"


def test_functions_fit_on_a_screen() -> None:
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                has_doc = ast.get_docstring(node) is not None and len(node.body) > 1
                first = node.body[1 if has_doc else 0].lineno
                length = (node.end_lineno or first) - first + 1
                assert length <= MOST_LINES_OF_A_FUNCTION, (
                    f"{path.name}:{node.lineno} {node.name}: {length}"
                )


def test_styles_mean_the_same_without_their_spaces() -> None:
    """Within `@container` the minifier takes `.a :is(b)` for a declaration, and closes the gap."""
    gap = re.compile(r"(?<=[\w\])*]) :[a-z-]+")
    for path in sorted((ROOT / "src" / "trainer").rglob("*.css")):
        written = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
        assert gap.findall(str(cssmin(written))) == gap.findall(written), path


@pytest.mark.parametrize(
    "package", ["words", "problems", "model", "activities", "markup", "loading", "checks"]
)
def test_each_layer_can_be_imported_alone(package: str) -> None:
    code = f"import trainer.{package}, sys; assert not {{'mkdocs', 'click'}} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_no_path_of_a_machine_stands_in_the_tree() -> None:
    for folder in ("src", "tests", "docs", "curriculum", "vignettes", "benchmarks"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and path.suffix in {
                ".py",
                ".md",
                ".yml",
                ".j2",
                ".html",
                ".js",
                ".css",
            }:
                text = path.read_text("utf-8")
                assert "/work" + "/main" not in text, path
                assert ".." + "/shared" not in text, path
