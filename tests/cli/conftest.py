"""The command line and a small course, for tests of what authors get wrong."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run() -> Run:
    """Run `trainer` in a folder, and see that it ends without a traceback."""

    def run(folder: Path, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [str(Path(sys.executable).parent / "trainer"), *words],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            env={**os.environ, "LC_ALL": "C.UTF-8"} | env,
        )
        assert "Traceback" not in done.stdout + done.stderr, done.stderr
        return done

    return run


@pytest.fixture
def small(run: Run, tmp_path: Path) -> Path:
    """A course as `trainer new` makes it."""
    assert run(tmp_path, "new", "small").returncode == 0
    return tmp_path / "small"
