"""Pictures are pictures: by their names, by their first bytes, and drawings to the last element."""

from collections.abc import Mapping, Sequence

from trainer.loading.drawings import faults_in_drawing
from trainer.loading.reading import Folder
from trainer.loading.rules import IMAGE_IS_A_PICTURE
from trainer.problems import Place, Problem
from trainer.words import Phrase, phrase

DRAWING = "svg"
MOST_BYTES_OF_A_DRAWING = 2_000_000
_MOST_BYTES_OF_A_HEAD = 64
_HEADS: Mapping[str, Sequence[tuple[int, bytes]]] = {
    "png": ((0, b"\x89PNG\r\n\x1a\n"),),
    "jpg": ((0, b"\xff\xd8\xff"),),
    "gif": ((0, b"GIF8"),),
    "webp": ((0, b"RIFF"), (8, b"WEBP")),
    "avif": ((4, b"ftypavi"),),
}
"""What the files of each kind begin with, and where."""
_KINDS = {"jpeg": "jpg", DRAWING: DRAWING} | {kind: kind for kind in _HEADS}
"""The endings that names of pictures have, each with its kind."""


def faults_in_picture(folder: Folder, file: str) -> tuple[Problem, ...]:
    """Return what is wrong with a file in `images/`: all of these files are published."""
    kind = _KINDS.get(file.rpartition("/")[2].rpartition(".")[2].lower())
    if kind is None:
        return (_misnamed(file),)
    try:
        data = folder.beginning(file, _most_bytes(kind))
    except OSError as error:
        return (
            _broken(
                file,
                phrase("This cannot be read: {why}.", why=error.strerror),
                phrase("See who may read this file, and whether its disk is there."),
            ),
        )
    if kind != DRAWING:
        return () if kind == _kind_of(data) else (_looks_otherwise(file, kind, data),)
    if len(data) > MOST_BYTES_OF_A_DRAWING:
        return (_too_large(file),)
    return faults_in_drawing(file, data)


def _most_bytes(kind: str) -> int:
    return MOST_BYTES_OF_A_DRAWING + 1 if kind == DRAWING else _MOST_BYTES_OF_A_HEAD


def _kind_of(data: bytes) -> str | None:
    for kind, heads in _HEADS.items():
        if all(data.startswith(head, at) for at, head in heads):
            return kind
    return None


def _misnamed(file: str) -> Problem:
    endings = ", ".join(f"`.{ending}`" for ending in sorted(_KINDS))
    return _broken(
        file,
        phrase("By its name this is no picture, and all that lies in `images/` is published."),
        phrase("Move it away; the names of pictures end in {endings}.", endings=endings),
    )


def _looks_otherwise(file: str, kind: str, data: bytes) -> Problem:
    other = _kind_of(data)
    hint = (
        phrase("It is a picture of another kind: let its name end in `.{kind}`.", kind=other)
        if other
        else phrase("Export it anew; renaming a file does not make it a picture.")
    )
    return _broken(
        file, phrase("The name says `.{kind}`, but this begins otherwise.", kind=kind), hint
    )


def _too_large(file: str) -> Problem:
    return _broken(
        file,
        phrase("This drawing is larger than {size} MB.", size=MOST_BYTES_OF_A_DRAWING // 1_000_000),
        phrase("Export it as PNG, or leave out what nobody sees."),
    )


def _broken(file: str, message: Phrase, hint: Phrase) -> Problem:
    return IMAGE_IS_A_PICTURE.broken(Place(file), message, hint)
