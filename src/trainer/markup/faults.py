"""What can be wrong in a piece of Markdown. Each code says what is true of good Markdown."""

from dataclasses import dataclass
from difflib import get_close_matches

from trainer.words import Phrase, phrase

FAULT_CODES = {
    "callout-has-title": "A callout has a title.",
    "callout-is-complete": "A callout begins with `::: callout Title` and ends with `:::`.",
    "citation-is-complete": "A citation is written `[@id]`, `[@id, place]` or `[@id; @other]`.",
    "footnote-is-defined": "A footnote's mark has its text: `[^1]: …`.",
    "footnote-is-defined-once": "A footnote's text is given once.",
    "footnote-is-used": "A footnote's text has its mark: `[^1]`.",
    "heading-is-not-deep": "A heading has one to three marks: `#`, `##` or `###`.",
    "image-has-description": "An image says in words what it shows: `![words](images/x.png)`.",
    "image-is-in-images": "An image comes from the folder `images/`.",
    "link-address-is-allowed": "A link leads to a part of the course, to `https:` or `mailto:`.",
    "link-definition-is-used": "An address given apart (`[name]: https://…`) is used.",
    "link-has-text": "A link has words to click on.",
    "link-is-complete": "A link is written `[words](address)`, nothing between the brackets.",
    "link-scheme-is-known": "The word before the colon of an address is one that Trainer knows.",
    "nesting-is-shallow": "Quotes and lists are not nested dozens of times.",
    "raw-html-is-absent": "The text holds no HTML.",
    "table-row-fits": "A row of a table has no more cells than its head.",
}
"""Every code with its truth in a sentence."""

_LONGEST_SHOWN = 60


@dataclass(frozen=True)
class Fault:
    """Something wrong at an offset of the source: what it is, and what would be right."""

    offset: int
    code: str
    message: Phrase
    hint: Phrase


def shown(text: str) -> str:
    """Shorten what an author wrote so that a message can quote it."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1] + "…"


def untitled_callout(offset: int) -> Fault:
    """Make the fault of a callout without a title."""
    return Fault(
        offset,
        "callout-has-title",
        phrase("This callout has no title."),
        phrase("Write the title behind the word: ::: callout Listen for the grammar"),
    )


def unclosed_callout(offset: int) -> Fault:
    """Make the fault of a callout that runs to the end of the text."""
    return Fault(
        offset,
        "callout-is-complete",
        phrase("This callout is never closed, so everything below belongs to it."),
        phrase("Put ::: on a line of its own where the callout ends."),
    )


def stray_colons(offset: int, line: str) -> Fault:
    """Make the fault of a line that begins with `:::` and is no part of a callout."""
    word = line.lstrip(":").strip().partition(" ")[0].lower()
    near = get_close_matches(word, ["callout"], n=1)
    hint = (
        phrase("Did you mean callout? Write ::: callout Title, and ::: where it ends.")
        if near
        else phrase(
            "Open a callout with ::: callout Title and close it with ::: on a line of its own."
        )
    )
    return Fault(
        offset,
        "callout-is-complete",
        phrase(
            "“{line}” neither opens nor closes a callout; it is shown as text.", line=shown(line)
        ),
        hint,
    )


def broken_citation(offset: int, written: str) -> Fault:
    """Make the fault of `[@…]` that cannot be read."""
    return Fault(
        offset,
        "citation-is-complete",
        phrase(
            "“{written}” cannot be read as a citation; it is shown as text.", written=shown(written)
        ),
        phrase("Write [@id], or [@id, place], or [@id; @other-id], with the ids of references."),
    )


def undefined_footnote(offset: int, label: str) -> Fault:
    """Make the fault of a footnote's mark without a text."""
    return Fault(
        offset,
        "footnote-is-defined",
        phrase("There is no text for the footnote {label}.", label=shown(label)),
        phrase("Add a line of its own: {label}: the text", label=shown(label)),
    )


def repeated_footnote(offset: int, label: str) -> Fault:
    """Make the fault of a second text for one footnote, which is not shown."""
    return Fault(
        offset,
        "footnote-is-defined-once",
        phrase(
            "The footnote {label} has a text already; this one is not shown.", label=shown(label)
        ),
        phrase("Give this footnote another name."),
    )


def unused_footnote(offset: int, label: str) -> Fault:
    """Make the fault of a footnote's text that no mark leads to."""
    return Fault(
        offset,
        "footnote-is-used",
        phrase(
            "No word of the text bears the footnote {label}, so it is not shown.",
            label=shown(label),
        ),
        phrase(
            "Put {label} behind the word it belongs to, or remove its text.", label=shown(label)
        ),
    )


def deep_heading(offset: int, level: int) -> Fault:
    """Make the fault of a heading with more than three marks."""
    return Fault(
        offset,
        "heading-is-not-deep",
        phrase("A heading with {level} marks is deeper than a lesson should be.", level=level),
        phrase("Use #, ## or ###, or make it a paragraph that begins with **bold words**."),
    )


def undescribed_image(offset: int, address: str) -> Fault:
    """Make the fault of an image without alternative text."""
    return Fault(
        offset,
        "image-has-description",
        phrase(
            "The image {address} has no words for those who cannot see it.", address=shown(address)
        ),
        phrase(
            "Say what it shows in the square brackets: ![Nine chairs in a circle](images/x.png)"
        ),
    )


def foreign_image(offset: int, address: str) -> Fault:
    """Make the fault of an image from anywhere but `images/`."""
    return Fault(
        offset,
        "image-is-in-images",
        phrase("The image “{address}” is not in the folder images/.", address=shown(address)),
        phrase("Put the file into images/ and write ![what it shows](images/name.png)."),
    )


def unused_definition(offset: int, label: str) -> Fault:
    """Make the fault of an address that was given apart and is not used."""
    return Fault(
        offset,
        "link-definition-is-used",
        phrase(
            "This line is read as the address of a link “{label}” that is never used;"
            " it is not shown.",
            label=shown(label),
        ),
        phrase(
            "Use it as [{label}], remove it, or write \\[ if the line is meant as text.",
            label=shown(label),
        ),
    )


def empty_link(offset: int, address: str) -> Fault:
    """Make the fault of a link without words."""
    return Fault(
        offset,
        "link-has-text",
        phrase("The link to {address} has no words to click on.", address=shown(address)),
        phrase(
            "Write them in the square brackets: [the four drifts]({address})",
            address=shown(address),
        ),
    )


def deep_nesting(offset: int) -> Fault:
    """Make the fault of text that the parser gives up on."""
    return Fault(
        offset,
        "nesting-is-shallow",
        phrase("Quotes and lists are nested so deeply here that the rest is not shown."),
        phrase("Nest them two or three times at most."),
    )


def raw_html(offset: int, written: str) -> Fault:
    """Make the fault of HTML in the text, which is shown as it stands."""
    return Fault(
        offset,
        "raw-html-is-absent",
        phrase("“{written}” looks like HTML; it is shown as text.", written=shown(written)),
        phrase(
            "Use Markdown instead. If you mean the characters themselves, write \\< for the first."
        ),
    )


def long_row(offset: int, cell: str) -> Fault:
    """Make the fault of a row that has more cells than its table."""
    return Fault(
        offset,
        "table-row-fits",
        phrase("“{cell}” and what follows has no column, and is not shown.", cell=shown(cell)),
        phrase("Give the head of the table as many cells, or write \\| for a bar that is text."),
    )
