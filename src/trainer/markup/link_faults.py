"""What can be wrong with a link, a picture or a citation that was meant as one."""

from trainer.markup.faults import Fault, shown
from trainer.words import phrase


def broken_link(offset: int, _written: str) -> Fault:
    """Make the fault of what looks like a link and is none."""
    return Fault(
        offset,
        "link-is-complete",
        phrase("This looks like a link but cannot be read as one; it is shown as text."),
        phrase(
            "Write [words](lesson:id): no space between the brackets, none in the address,"
            " no other link or citation in the words."
        ),
    )


def broken_image(offset: int, _written: str) -> Fault:
    """Make the fault of what looks like a picture and is none: mostly its file's name has spaces."""
    return Fault(
        offset,
        "link-is-complete",
        phrase("This looks like a picture but cannot be read as one; it is shown as text."),
        phrase(
            "Write ![what it shows](images/name.png). A name with spaces cannot be read: put"
            " hyphens in their place, here and in the name of the file."
        ),
    )


def comma_between_sources(offset: int, written: str) -> Fault:
    """Make the fault of two sources that are parted by a comma, so that one counts as a place."""
    return Fault(
        offset,
        "citation-is-complete",
        phrase(
            "“{written}” cannot be read as a citation; it is shown as text.", written=shown(written)
        ),
        phrase("Part two sources with a semicolon: [@id; @other-id]."),
    )


def refused_address(offset: int, address: str) -> Fault:
    """Make the fault of a link that leads where links must not lead."""
    if address.startswith("#"):
        hint = phrase(
            "Write where the heading stands, also within one page: lesson:id{part} or page:id{part}.",
            part=shown(address),
        )
    elif address.lower().startswith("www."):
        hint = phrase("Write https://{address}", address=shown(address))
    else:
        hint = phrase(
            "Links lead to parts of the course (lesson:id, term:id, page:id),"
            " to https://… or to mailto:…."
        )
    return Fault(
        offset,
        "link-address-is-allowed",
        phrase(
            "A link cannot lead to “{address}”; its words are shown without it.",
            address=shown(address),
        ),
        hint,
    )


def unknown_scheme(offset: int, address: str, scheme: str, likely: str) -> Fault:
    """Make the fault of an address whose first word is unknown."""
    if likely:
        hint = phrase("Did you mean {likely}:… ?", likely=likely)
    else:
        hint = phrase(
            "Known are lesson, module, vignette, term, reference, page, scenario,"
            " transcript, workshop, activity, https and mailto."
        )
    message = phrase(
        "Trainer does not know the “{scheme}:” of “{address}”; the words are shown without a link.",
        scheme=scheme,
        address=shown(address),
    )
    return Fault(offset, "link-scheme-is-known", message, hint)
