"""The service worker: which files belong to this version of the site, and their hashes."""

import json
import re
from hashlib import sha256
from pathlib import Path

WORKER = "sw.js"
_SOURCE = Path(__file__).parent / WORKER
_LEFT_OUT = re.compile(r"^(sw\.js|sitemap\.xml(\.gz)?|search/search_index\.js)$|\.map$|(^|/)\.")
"""The worker itself, what only crawlers and debuggers ask for, and the index for pages on a disk."""
_LUNR = "assets/javascripts/lunr/"
"""Material brings the stemmers of all languages; the search asks for one."""
_SHORT = 12


def write_worker(site: Path, language: str) -> None:
    """Write `sw.js` for a finished site; nothing may change a file after it."""
    listed = {
        path: (sha256(content).hexdigest()[:_SHORT], len(content))
        for path, content in _files(site, language.partition("-")[0])
    }
    files = json.dumps(list(listed.items()), ensure_ascii=False, separators=(",", ":"))
    source = _SOURCE.read_text("utf-8")
    version = sha256((files + source).encode()).hexdigest()[:_SHORT]
    written = source.replace("{version}", version).replace("/* path: [hash, bytes] */ []", files)
    (site / WORKER).write_text(written, "utf-8")


def _files(site: Path, language: str) -> list[tuple[str, bytes]]:
    paths = {file.relative_to(site).as_posix(): file for file in site.rglob("*") if file.is_file()}
    return [(path, paths[path].read_bytes()) for path in sorted(paths) if _belongs(path, language)]


def _belongs(path: str, language: str) -> bool:
    if _LEFT_OUT.search(path):
        return False
    stemmers = (f"/lunr.{name}.min.js" for name in ("stemmer.support", language))
    return not path.startswith(_LUNR) or path.endswith(tuple(stemmers))
