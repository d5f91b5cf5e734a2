"""Catalogues: one for each language in `locale/`, English without a file, and a pseudo-locale."""

import gettext
import io
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Protocol

from babel.core import Locale, UnknownLocaleError, negotiate_locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from trainer.words.phrase import Phrase

DOMAIN = "trainer"
ENGLISH = "en"
PSEUDO = "en-XA"
"""The BCP 47 code that is customary for a pseudo-locale: every word of ours comes out [ẃrapped]."""

_ACCENTED = str.maketrans("aeiouycnswAEIOUYCNSW", "áéíóúýćńśẃÁÉÍÓÚÝĆŃŚẂ")
_KEPT = re.compile(r"(\{[^{}]*\}|%\([a-z_]+\)[sd]|<[^<>]*>)")


class Translations(Protocol):
    """The part of `gettext.NullTranslations` that is used here."""

    def gettext(self, message: str, /) -> str: ...
    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str: ...


class PseudoTranslations:
    """Wraps and accents every message, so that a word which skipped the catalogue stands out."""

    def gettext(self, message: str, /) -> str:
        """Return `[áććéńtéd]`; placeholders and markup stay as they are."""
        parts = _KEPT.split(message)
        return (
            "[" + "".join(p if _KEPT.fullmatch(p) else p.translate(_ACCENTED) for p in parts) + "]"
        )

    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str:
        """Choose as English does, then wrap."""
        return self.gettext(msgid1 if n == 1 else msgid2)


@dataclass(frozen=True)
class Catalogue:
    """The product's words in one language."""

    language: str
    translations: Translations

    def gettext(self, message: str, **values: object) -> str:
        """Return the message in this language, with `{names}` filled in where values are given."""
        said = self.translations.gettext(message)
        return said.format(**values) if values else said

    def ngettext(self, one: str, many: str, number: int, **values: object) -> str:
        """Return the form for `number`; `{number}` is always filled in."""
        return self.translations.ngettext(one, many, number).format(number=number, **values)

    def say(self, phrase: Phrase) -> str:
        """Return a phrase in this language. Values that are phrases themselves are said too."""
        values = {k: self.say(v) if isinstance(v, Phrase) else v for k, v in phrase.values.items()}
        if not phrase.many:
            return self.translations.gettext(phrase.template).format(**values)
        number = int(str(phrase.values["number"]))
        return self.translations.ngettext(phrase.template, phrase.many, number).format(**values)


def languages() -> tuple[str, ...]:
    """List the languages that have a catalogue, English first."""
    folder = files("trainer.words") / "locale"
    found = (entry.name for entry in folder.iterdir()) if folder.is_dir() else ()
    return (ENGLISH, *sorted(name.replace("_", "-") for name in found))


def speaks(language: str) -> bool:
    """Tell whether there are words in this language, or in its nearest relative."""
    return (
        language == PSEUDO or negotiate_locale([language], list(languages()), sep="-") is not None
    )


def name_of(language: str) -> str:
    """Return what a language is called in English, or its code where nobody knows."""
    try:
        return Locale.parse(language, sep="-").english_name or language
    except (UnknownLocaleError, ValueError):
        return language


@cache
def catalogue(language: str) -> Catalogue:
    """Return the catalogue for a language code such as `en`, `de` or `pt-BR`.

    Where that language has none, its nearest relative is taken, and English at last.
    """
    if language == PSEUDO:
        return Catalogue(PSEUDO, PseudoTranslations())
    chosen = negotiate_locale([language], list(languages()), sep="-") or ENGLISH
    if chosen == ENGLISH:
        return Catalogue(language, gettext.NullTranslations())
    return Catalogue(language, _read(chosen))


def _read(language: str) -> Translations:
    path = (
        files("trainer.words")
        / "locale"
        / language.replace("-", "_")
        / "LC_MESSAGES"
        / "trainer.po"
    )
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(path.read_bytes())))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
