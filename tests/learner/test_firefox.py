"""Where Firefox differs: courses that are opened from a folder."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from serving import served

from browser import TOOLS
from learning import LESSON, YOURS, Write

pytestmark = pytest.mark.browser
SCRIPT = Path(__file__).parent / "firefox.js"
PUPPETEER = TOOLS / "puppeteer-core" / "lib" / "esm" / "puppeteer" / "puppeteer-core.js"


@contextmanager
def address_of(site: Path, way: str) -> Iterator[str]:
    if way == "disk":
        yield site.as_uri()
    else:
        with served(site) as address:
            yield address


@pytest.mark.parametrize("way", ["disk", "server"])
def test_what_is_written_in_firefox_comes_back_and_stays_locked_once_it_is(
    write: Write, way: str
) -> None:
    firefox = shutil.which("firefox-esr") or shutil.which("firefox")
    assert firefox, "Firefox is missing: apt-get install --no-install-recommends firefox-esr"
    assert PUPPETEER.is_file(), "puppeteer-core is missing: npm install --prefix .tools"
    with address_of(write(), way) as root:
        done = subprocess.run(
            ["node", str(SCRIPT), f"{root}/{LESSON}", f"{root}/{YOURS}", PUPPETEER.as_uri()],
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
            env={**os.environ, "FIREFOX": firefox},
        )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["back"] == "Written in Firefox."
    assert told["entries"] == ["Written in Firefox."]
    assert told["heard"] == []
    assert ("Some versions of Firefox forget it" in told["words"]) == (way == "disk")
    assert told["still"].endswith("And this came later.")
    assert "Written in Firefox" not in told["stored"]
    assert "came later" not in told["stored"]
    assert told["opened"] == "Written in Firefox."
