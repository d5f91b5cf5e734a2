"""Fixtures of a learner with a browser of her own."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from browser import PATIENCE
from learning import learner, write

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the repository's course."""
    folder = tmp_path_factory.mktemp("course")
    for name in ("curriculum", "vignettes"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    trainer = Path(sys.executable).parent / "trainer"
    done = subprocess.run(
        [str(trainer), "build"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture
def host(built: Path, tmp_path: Path) -> Path:
    """A web host with the course under a path of its own."""
    shutil.copytree(built, tmp_path / "sub" / "path")
    return tmp_path


@pytest.fixture
def reader(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context()
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


__all__ = ["built", "learner", "write"]
