"""What the text leads to exists: parts of the course, references, pictures."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial

from trainer.checks.context import Context
from trainer.checks.ids import bearers
from trainer.checks.naming import hint_for, nearest
from trainer.markup import SCHEMES, Link, destination
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
NamesOf = Callable[[str], Mapping[str, str]]


def link_resolves(context: Context) -> Iterator[Problem]:
    """Yield each link into the course that leads nowhere."""
    names_of = cache(partial(_names_of, context))
    for text, document in context.documents:
        for link in document.links:
            if link.scheme in SCHEMES and not _resolves(link, context):
                yield LINK_RESOLVES.broken(
                    text.place_at(link.offset),
                    phrase("The link `{address}` leads nowhere.", address=link.address),
                    _hint(link, context, names_of),
                )


def _resolves(link: Link, context: Context) -> bool:
    if destination(link.scheme, link.target, context.addresses, context.anchors) is not None:
        return True
    if context.may_be(link.scheme, link.target.partition("#")[0]):
        return True
    # The lesson that uses it, or all that the page lists, may be what cannot be read.
    is_made = link.scheme == "page" and link.target in MADE
    return not context.is_whole and (is_made or _is_in_library(link, context))


def _is_in_library(link: Link, context: Context) -> bool:
    """Tell whether a link leads to a scenario or transcript that exists; only their uses have pages."""
    if link.scheme == "scenario":
        return link.target in context.course.scenario_of
    return link.scheme == "transcript" and link.target in context.course.transcript_of


def _hint(link: Link, context: Context, names_of: NamesOf) -> Phrase:
    target, _, part = link.target.partition("#")
    if part and (link.scheme, target) in context.addresses:
        return _hint_for_part(link.scheme, target, part, context)
    for scheme in SCHEMES:
        if (scheme, target) in context.addresses:
            return phrase("Did you mean `{near}`?", near=f"{scheme}:{target}")
    if _is_in_library(link, context):
        return phrase("No lesson uses it yet: give one an activity with `of: {id}`.", id=target)
    names = names_of(link.scheme)
    near = nearest(link.target, names)
    if near:
        return phrase("Did you mean `{near}`?", near=names[near])
    return hint_for(
        "", list(names.values()), phrase("Write the id as it stands in its file, below `id:`.")
    )


def _names_of(context: Context, scheme: str) -> Mapping[str, str]:
    """Return the ids that links of a scheme can lead to, each with its address."""
    return {
        bearer.id: f"{scheme}:{bearer.id}"
        for bearer in bearers(context.course)
        if bearer.kind == scheme and (scheme, bearer.id) in context.addresses
    }


def _hint_for_part(scheme: str, target: str, part: str, context: Context) -> Phrase:
    """Say which headings there are, or what else was meant by something behind a `#`."""
    whole = f"{scheme}:{target}"
    path = context.addresses[scheme, target]
    if context.addresses.get(("activity", part), "").partition("#")[0] == path:
        return phrase("Did you mean `{near}`?", near=f"activity:{part}")
    headings = context.anchors.get(path)
    if headings is None:
        return phrase(
            "Links lead to headings of lessons and pages only: write `{whole}`.", whole=whole
        )
    near = nearest(part, headings)
    if near:
        return phrase("Did you mean `{near}`?", near=f"{whole}#{near}")
    known = [f"{whole}#{each}" for each in headings]
    return hint_for("", known, phrase("It has no headings: write `{whole}`.", whole=whole))


def citation_resolves(context: Context) -> Iterator[Problem]:
    """Yield each citation of something that is not in the bibliography."""
    for text, document in context.documents:
        for citation in document.citations:
            for item in citation.items:
                if item.id in context.references or context.may_be("reference", item.id):
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
            if path not in context.images and "image" not in context.lost:
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
