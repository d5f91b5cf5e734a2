"""Drawings (SVG) can hold programs: what could run in a reader's browser, or fetch, is refused.

A drawing that is shown by `<img>` runs nothing; opened by itself it is a page of the site, at the
origin at which learners keep their journals. expat reads it, and no declaration of its own is
allowed, so that nothing can multiply or be brought in from elsewhere.
"""

import re
from sys import maxunicode
from xml.parsers import expat

from trainer.loading.quoting import shortened
from trainer.loading.rules import IMAGE_IS_A_PICTURE
from trainer.problems import Place, Problem
from trainer.words import Phrase, phrase

_SVG = "http://www.w3.org/2000/svg"
_XHTML = "http://www.w3.org/1999/xhtml"
_RUNNING = frozenset({"script", "handler", "listener", "foreignobject"})
_LEADING = frozenset({"href", "src"})
_OWN_ADDRESS = re.compile(
    r"\s*(?:#.*|data:(?:image/(?:png|jpe?g|gif|webp|avif)|font/\w+)[;,].*)?", re.DOTALL
)
_CSS_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_CSS_FETCHES = re.compile(
    r"url\(\s*[\"']?([^\"')]*)|(@import\b|image-set\(|\bsrc\()", re.IGNORECASE
)
_ENCODINGS = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})
_MEND = phrase("Save it as plain SVG without it, or export it as PNG.")


class _RefusedError(Exception):
    """Raised at what ends the reading."""


def faults_in_drawing(file: str, data: bytes) -> tuple[Problem, ...]:
    """Return what in an SVG file could run, fetch or lead away; all of it in one go."""
    reader = _Reader(file)
    try:
        is_all = True
        reader.parser.Parse(data, is_all)
    except expat.ExpatError as error:
        why = expat.ErrorString(error.code)
        reader.tell(
            phrase("This cannot be read as SVG: {why}.", why=why),
            phrase("Export it anew, as plain SVG or as PNG."),
        )
    except _RefusedError:
        pass
    return tuple(reader.problems)


class _Reader:
    """Hears what expat finds, and tells what is wrong with it."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.is_begun = False
        self.styles_open = 0
        self.style: list[str] = []
        """The pieces of the style sheet that is being read."""
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.XmlDeclHandler = self.declaration
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.ProcessingInstructionHandler = self.instruction
        self.parser.StartElementHandler = self.element
        self.parser.CharacterDataHandler = self.text
        self.parser.EndElementHandler = self.end

    def tell(self, message: Phrase, hint: Phrase) -> None:
        place = Place(self.file, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        self.problems.append(IMAGE_IS_A_PICTURE.broken(place, message, hint))

    def declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.lower() not in _ENCODINGS:
            self.tell(
                phrase("This drawing is written in `{encoding}`.", encoding=shortened(encoding)),
                phrase("Save it as UTF-8, or export it as PNG."),
            )
            raise _RefusedError

    def doctype(self, _name: str, _system: object, _public: object, has_subset: int) -> None:
        if has_subset:
            self.tell(phrase("This drawing has declarations of its own (`<!DOCTYPE … [`)."), _MEND)
            raise _RefusedError

    def instruction(self, target: str, _data: str) -> None:
        self._can_run(f"<?{target}?>")

    def element(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        if not self.is_begun and (namespace, local) != (_SVG, "svg"):
            self.tell(
                phrase("This is no SVG: it begins with `{name}`.", name=shortened(f"<{local}>")),
                phrase('An SVG file begins with `<svg xmlns="{address}"`.', address=_SVG),
            )
            raise _RefusedError
        self.is_begun = True
        if local.lower() in _RUNNING or namespace == _XHTML:
            self._can_run(f"<{local}>")
        for key, value in attributes.items():
            self._attribute(key, value)
        self.styles_open += local.lower() == "style"

    def _attribute(self, key: str, value: str) -> None:
        namespace, _, local = key.rpartition(" ")
        name = local.lower()
        animated = value.strip().rpartition(":")[2].lower() if name == "attributename" else ""
        if not namespace and name.startswith("on"):
            self._can_run(f"{local}=")
        elif animated in _LEADING or animated.startswith("on"):
            self._can_run(f"{local}={value}")
        elif name in _LEADING or key.endswith("/namespace base"):
            self._address(value)
        elif not namespace:
            self._style(value)

    def text(self, text: str) -> None:
        if self.styles_open:
            self.style.append(text)

    def end(self, name: str) -> None:
        if name.rpartition(" ")[2].lower() == "style":
            self.styles_open -= 1
        if self.style and not self.styles_open:
            self._style("".join(self.style))
            self.style.clear()

    def _style(self, text: str) -> None:
        for found in _CSS_FETCHES.finditer(_CSS_ESCAPE.sub(_unescaped, text)):
            self._address(found[1] if found[2] is None else found[2])

    def _address(self, address: str) -> None:
        if not _OWN_ADDRESS.fullmatch(address):
            self.tell(
                phrase("This drawing leads out to “{address}”.", address=shortened(address)),
                phrase("Put into the drawing what it needs, or export it as PNG."),
            )

    def _can_run(self, what: str) -> None:
        self.tell(phrase("`{what}` could run in a reader's browser.", what=shortened(what)), _MEND)


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[1], 16) if found[1] else ord(found[2])
    return chr(code) if code <= maxunicode else ""
