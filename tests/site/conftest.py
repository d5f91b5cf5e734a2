"""The course of this repository, built once for all tests of a process."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TRAINER = Path(sys.executable).parent / "trainer"

Build = Callable[..., subprocess.CompletedProcess[str]]


def run(
    folder: Path, *words: str, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the real command line in a folder."""
    return subprocess.run(
        [str(TRAINER), *words], cwd=folder, capture_output=True, text=True, check=False, env=env
    )


@pytest.fixture(scope="session")
def course_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository's course."""
    folder = tmp_path_factory.mktemp("course")
    for name in ("curriculum", "vignettes"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


@pytest.fixture(scope="session")
def site(course_folder: Path) -> Path:
    """The site of the repository's course."""
    done = run(course_folder, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return course_folder / "site"


@pytest.fixture
def small_course(tmp_path: Path) -> Path:
    """A new course, as `trainer new` makes it."""
    done = run(tmp_path, "new", "small")
    assert done.returncode == 0, done.stderr
    return tmp_path / "small"
