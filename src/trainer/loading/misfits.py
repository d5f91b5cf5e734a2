"""What can be wrong with a key or a value, and what its author may have meant."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

from trainer.loading.nodes import Listing, Mapped, Node, Scalar
from trainer.loading.quoting import in_quotes, shortened
from trainer.loading.rules import (
    KEY_IS_KNOWN,
    KEY_IS_PRESENT,
    TEXT_IS_WHOLE,
    VALUE_HAS_ITS_FORM,
    VALUE_HAS_ITS_TYPE,
)
from trainer.loading.unseen import unseen_in, without_unseen
from trainer.model import Id, WebAddress, Written
from trainer.problems import Place, Problem, Rule
from trainer.words import Phrase, phrase

_NO_SPACE = re.compile(r"([a-z_]+):(?!//)(\S.*)", re.DOTALL)
_PLAIN_ITEM = re.compile(r"[\w .,-]+")
_CUT = re.compile(r"[ \t]+(#\w[^\n]*)")
_LONE_QUOTE = re.compile(r'[^"\d]+"')
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe"})


def unknown_key(key: Scalar, known: Iterable[str], missing: str = "") -> Problem:
    """Make the problem of a key that is not known; `missing` is the one that it can only mean."""
    names = list(known)
    near = get_close_matches(without_unseen(key.text), names, n=1)
    if unseen_in(key.text) and near:
        return _unseen(KEY_IS_KNOWN, key, near[0])
    if near:
        hint = phrase("Did you mean `{near}`?", near=near[0])
    elif missing:
        hint = phrase("Did you mean `{near}`? That is missing.", near=missing)
    else:
        hint = phrase("Known here: {all}.", all=listed(names))
    return KEY_IS_KNOWN.broken(
        key.span.place,
        phrase("The key `{key}` is not known here.", key=shortened(key.text)),
        hint,
    )


def missing_key(place: Place, name: str) -> Problem:
    """Make the problem of a key that is needed and not there."""
    return KEY_IS_PRESENT.broken(
        place,
        phrase("The key `{key}` is missing.", key=name),
        phrase("Add `{key}: …`.", key=name),
    )


def empty_key(key: Scalar) -> Problem:
    """Make the problem of a needed key with nothing behind it."""
    return KEY_IS_PRESENT.broken(
        key.span.place,
        phrase("There is nothing behind `{key}`.", key=key.text),
        phrase("Fill it in: it is needed here."),
    )


def empty_value(node: Scalar) -> Problem:
    """Make the problem of a text that is empty."""
    return KEY_IS_PRESENT.broken(
        node.span.place,
        phrase("There is nothing here."),
        phrase("Fill it in; where it is not needed, delete the line."),
    )


def unknown_choice(node: Scalar, known: Iterable[str]) -> Problem:
    """Make the problem of a word that is none of those to choose from."""
    near = get_close_matches(without_unseen(node.text), list(known), n=1)
    if unseen_in(node.text) and near:
        return _unseen(VALUE_HAS_ITS_FORM, node, near[0])
    hint = (
        phrase("Did you mean `{near}`?", near=near[0])
        if near
        else phrase("Choose one of {all}.", all=listed(known))
    )
    return VALUE_HAS_ITS_FORM.broken(
        node.span.place, phrase("`{text}` is not known here.", text=shortened(node.text)), hint
    )


def level_with_its_kind(kind: Scalar, key: Scalar) -> Problem:
    """Make the problem of fields that stand under the word for their kind, but not indented."""
    return VALUE_HAS_ITS_TYPE.broken(
        key.span.place,
        phrase(
            "`{key}` stands level with `{kind}` above.", key=shortened(key.text), kind=kind.text
        ),
        phrase(
            "If it belongs to `{kind}`, indent it, and what goes with it, two deeper.",
            kind=kind.text,
        ),
    )


def no_hyphen(key: Scalar) -> Problem:
    """Make the problem of a kind of activity that stands in the entry of another."""
    return VALUE_HAS_ITS_TYPE.broken(
        key.span.place,
        phrase("`{key}` stands in the entry of a list that began above.", key=shortened(key.text)),
        phrase("Does a new entry begin here? Put `- ` before `{key}`.", key=shortened(key.text)),
    )


def wrong_type(node: Node, wanted: Phrase, *, takes_text: bool = False) -> Problem:
    """Make the problem of a list, mapping or single value where something else is needed."""
    message, hint = phrase("This is {what}.", what=_what(node)), None
    if takes_text and isinstance(node, Mapped) and len(node.entries) == 1:
        (key, value) = node.entries[0]
        if isinstance(value, Scalar):
            message = phrase("The colon makes this a key and a value.")
            hint = phrase("Put the line into quotes: `{line}`.", line=_as_text(key, value))
    elif isinstance(node, Scalar) and node.plain and not takes_text:
        close = _NO_SPACE.fullmatch(node.text)
        if close:
            line = f"{close[1]}: {close[2]}"
            hint = phrase("Put a space behind the colon: `{line}`.", line=shortened(line))
    return VALUE_HAS_ITS_TYPE.broken(
        node.span.place, message, hint or phrase("Expected: {wanted}.", wanted=wanted)
    )


def _as_text(key: Scalar, value: Scalar) -> str:
    """Return a line that was taken for a key and a value as the text that it is."""
    source = key.span.source.text
    begin = source.rfind("\n", 0, key.span.start) + 1
    mark = "- " if source[begin : key.span.start].rstrip().endswith("-") else ""
    return mark + in_quotes(shortened(source[key.span.start : value.span.end].rstrip()))


def list_wanted(node: Node) -> Phrase:
    """Say how a list is written; a single word is shown as one."""
    if isinstance(node, Scalar) and node.plain and _PLAIN_ITEM.fullmatch(node.text):
        return phrase(
            "a list: `[{item}]`, or each item on a line that begins with `- `",
            item=shortened(node.text),
        )
    return phrase("a list, each item on a line that begins with `- `")


def wrong_form(node: Scalar, wanted: Phrase, kind: type[object] = object) -> Problem:
    """Make the problem of a value that is written in another way."""
    likely = _likely(node.text, kind)
    if unseen_in(node.text):
        return _unseen(VALUE_HAS_ITS_FORM, node, likely)
    hint = phrase("Expected: {wanted}.", wanted=wanted)
    several = [part.strip() for part in node.text.split(";")]
    if issubclass(kind, Id) and len(several) > 1 and all(map(kind.fits, several)):
        hint = phrase("Part the items of a list with commas: `{list}`.", list=", ".join(several))
    elif likely:
        hint = phrase("Write `{likely}`. Expected: {wanted}.", likely=likely, wanted=wanted)
    return VALUE_HAS_ITS_FORM.broken(
        node.span.place,
        phrase("“{text}” does not have the right form.", text=shortened(node.text)),
        hint,
    )


def _likely(text: str, kind: type[object]) -> str:
    """Return what an author may have meant, if it has the form that is asked for."""
    text = without_unseen(text).strip()
    if issubclass(kind, Id):
        text = spelt_plainly(text)
    elif issubclass(kind, WebAddress) and text.startswith("www."):
        text = f"https://{text}"
    return text if issubclass(kind, Written) and kind.fits(text) else ""


def spelt_plainly(text: str) -> str:
    """Return a name as an id: small letters without marks, hyphens for spaces."""
    if re.search("[;,]", text):
        return ""
    spelt = unicodedata.normalize("NFC", text).lower().translate(_SPELT_OUT)
    bare = "".join(c for c in unicodedata.normalize("NFD", spelt) if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", "-", bare).strip("-")


def _unseen(rule: Rule, node: Scalar, likely: str) -> Problem:
    """Make the problem of a word that looks right and holds a character that nobody sees."""
    index, name = unseen_in(node.text)[0]
    return rule.broken(
        node.span.place_at(node.text, index),
        phrase("Here stands a character that cannot be seen: {name}.", name=name),
        phrase("Write the word anew: `{likely}`.", likely=likely)
        if likely
        else phrase("Delete it; it often comes with text pasted from another program."),
    )


def cut_short(node: Scalar) -> Problem | None:
    """Make the problem of an unquoted text that YAML's comment cuts, or whose quote was forgotten."""
    span = node.span
    cut = _CUT.match(span.source.text, span.end)
    if node.plain and cut:
        return TEXT_IS_WHOLE.broken(
            span.source.place(cut.start(1)),
            phrase("The text ends here: YAML reads “{rest}” as a remark.", rest=shortened(cut[1])),
            phrase(
                "Put the whole text into quotes; if it is a remark, put a space behind the `#`."
            ),
        )
    if node.plain and _LONE_QUOTE.fullmatch(node.text):
        return TEXT_IS_WHOLE.broken(
            span.place_at(node.text, len(node.text) - 1),
            phrase("This text ends with a quotation mark that nothing opens; it is shown."),
            phrase("Put one at the beginning too, or delete this one."),
        )
    return None


def _what(node: Node) -> Phrase:
    if isinstance(node, Listing):
        return phrase("a list")
    return phrase("a mapping") if isinstance(node, Mapped) else phrase("a single value")


def listed(names: Iterable[str]) -> str:
    """Return names as a message lists them."""
    return ", ".join(f"`{name}`" for name in names)
