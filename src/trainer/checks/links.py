"""What the text leads to exists: parts of the course, references, pictures."""

from collections.abc import Iterator

from trainer.checks.context import Context
from trainer.checks.ids import bearers
from trainer.checks.naming import hint_for, nearest
from trainer.markup import SCHEMES, Link
from trainer.model.addresses import MADE
from trainer.problems import Problem, Rule, Severity
from trainer.words import Phrase, phrase

LINK_RESOLVES = Rule(
    "link-resolves",
    Severity.ERROR,
    "Every link into the course leads somewhere.",
    "Write the id as it stands in its file, with the right word before the colon.",
)
CITATION_RESOLVES = Rule(
    "citation-resolves",
    Severity.ERROR,
    "Every citation names an entry of `references.yml`.",
    "Write the entry's id behind the `@`, or add the entry.",
)
IMAGE_EXISTS = Rule(
    "image-exists",
    Severity.ERROR,
    "Every picture that a text shows is in `curriculum/images/`.",
    "Put the file there; small and capital letters must be the same.",
)
RULES = (LINK_RESOLVES, CITATION_RESOLVES, IMAGE_EXISTS)


def link_resolves(context: Context) -> Iterator[Problem]:
    """Yield each link into the course that leads nowhere."""
    for text, document in context.documents:
        for link in document.links:
            if link.scheme in SCHEMES and not _resolves(link, context):
                yield LINK_RESOLVES.broken(
                    text.place_at(link.offset),
                    phrase("The link `{address}` leads nowhere.", address=link.address),
                    _hint(link, context),
                )


def _resolves(link: Link, context: Context) -> bool:
    if (link.scheme, link.target) in context.addresses or link.target in context.broken_ids:
        return True
    # The lesson that uses it, or all that the page lists, may be what cannot be read.
    is_made = link.scheme == "page" and link.target in MADE
    return not context.is_whole and (is_made or _is_in_library(link, context))


def _is_in_library(link: Link, context: Context) -> bool:
    """Tell whether a link leads to a scenario or transcript that exists; only their uses have pages."""
    if link.scheme == "scenario":
        return link.target in context.course.scenario_of
    return link.scheme == "transcript" and link.target in context.course.transcript_of


def _hint(link: Link, context: Context) -> Phrase:
    target, _, part = link.target.partition("#")
    if part and (link.scheme, target) in context.addresses:
        return phrase(
            "Links lead to the whole: write `{scheme}:{target}`.",
            scheme=link.scheme,
            target=target,
        )
    for scheme in SCHEMES:
        if (scheme, target) in context.addresses:
            return phrase("Did you mean `{near}`?", near=f"{scheme}:{target}")
    if _is_in_library(link, context):
        return phrase("No lesson uses it yet: give one an activity with `of: {id}`.", id=target)
    names: dict[str, str] = {
        bearer.id: f"{link.scheme}:{bearer.id}"
        for bearer in bearers(context.course)
        if bearer.kind == link.scheme and (bearer.kind, bearer.id) in context.addresses
    }
    near = nearest(link.target, names)
    if near:
        return phrase("Did you mean `{near}`?", near=names[near])
    return hint_for(
        "", list(names.values()), phrase("Write the id as it stands in its file, below `id:`.")
    )


def citation_resolves(context: Context) -> Iterator[Problem]:
    """Yield each citation of something that is not in the bibliography."""
    for text, document in context.documents:
        for citation in document.citations:
            for item in citation.items:
                if item.id in context.references or item.id in context.broken_ids:
                    continue
                yield CITATION_RESOLVES.broken(
                    text.place_at(item.offset),
                    phrase("There is no reference “{id}”.", id=item.id),
                    hint_for(
                        item.id,
                        context.reference_ids,
                        phrase("Add it to `curriculum/references.yml`."),
                    ),
                )


def image_exists(context: Context) -> Iterator[Problem]:
    """Yield each picture, and each link to one, whose file is not there."""
    for text, document in context.documents:
        shown = [(image.src, image.offset) for image in document.images]
        linked = [(link.target, link.offset) for link in document.links if link.scheme == "image"]
        for path, offset in shown + linked:
            if path not in context.images and path not in context.broken_ids:
                yield IMAGE_EXISTS.broken(
                    text.place_at(offset),
                    phrase("There is no picture `{path}`.", path=path),
                    _hint_for_image(path, context),
                )


def _hint_for_image(path: str, context: Context) -> Phrase:
    names = {each.removeprefix("images/"): each for each in sorted(context.images)}
    for each in names.values():
        if each.casefold() == path.casefold():
            return phrase("The file is called `{name}`: capitals count.", name=each)
    near = nearest(path.removeprefix("images/"), names)
    if near:
        return phrase("Did you mean `{near}`?", near=names[near])
    return phrase("Put the file into `curriculum/images/`.")


CHECKS = (link_resolves, citation_resolves, image_exists)
