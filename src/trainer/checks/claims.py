"""The numbered claims of the sources: each is covered by a lesson, planned, or declined."""

from collections.abc import Iterator, Mapping
from functools import partial

from trainer.checks.context import Context
from trainer.checks.naming import hint_for
from trainer.model import Id, ReferenceStatus
from trainer.problems import Problem, Rule, Severity
from trainer.words import Phrase, phrase

IS_COVERED = Rule(
    "claim-is-covered",
    Severity.ERROR,
    "Every claim of `claims.yml` is covered by a lesson that names it, or is declined with a"
    " reason.",
    "Add its id to the `claims` of the lesson that covers it, or write `planned: true`, or"
    " `declined:` with the reason.",
)
PLANNED_IS_COVERED = Rule(
    "planned-claim-is-covered",
    Severity.PLANNED,
    "Claims that are marked `planned: true` are covered one day.",
    "Nothing needs to be done yet: planned claims are counted and never stop a build.",
)
IS_NOT_PLANNED = Rule(
    "claim-is-not-planned-any-more",
    Severity.WARNING,
    "A claim that a lesson covers is neither planned nor declined, and no claim is both.",
    "Delete the line that is no longer true.",
)
EXISTS = Rule(
    "claim-exists",
    Severity.ERROR,
    "The claims that a lesson names stand in `claims.yml`.",
    "Write the claim's id as it stands there.",
)
HAS_ITS_SOURCE = Rule(
    "claim-has-its-source",
    Severity.ERROR,
    "The source of a claim is a reference that somebody has read: none that is only reported.",
    "Write the id of a reference whose status is `source` or `verified`.",
)
RULES = (IS_COVERED, PLANNED_IS_COVERED, IS_NOT_PLANNED, EXISTS, HAS_ITS_SOURCE)


def _covered(context: Context) -> Mapping[str, Id]:
    """Return each claim that a lesson names, with the first lesson's id."""
    found: dict[str, Id] = {}
    for lesson in context.course.lessons:
        for name in lesson.claims:
            found.setdefault(name, lesson.id)
    return found


def claim_is_covered(context: Context) -> Iterator[Problem]:
    """Yield each claim that no lesson names and that is not declined."""
    covered = _covered(context)
    for claim in context.course.claims if context.is_whole else ():
        if claim.id in covered or claim.declined:
            continue
        if claim.planned:
            yield PLANNED_IS_COVERED.broken(
                claim.id.place,
                phrase("The claim “{id}” is planned: no lesson covers it yet.", id=claim.id),
                phrase("Add `{id}` to the `claims` of the lesson that covers it.", id=claim.id),
            )
        else:
            yield IS_COVERED.broken(
                claim.id.place,
                phrase("No lesson covers the claim “{id}”.", id=claim.id),
                phrase(
                    "Add `{id}` to the `claims` of a lesson, or write `planned: true`, or"
                    " `declined:` with the reason.",
                    id=claim.id,
                ),
            )


def claim_is_not_planned_any_more(context: Context) -> Iterator[Problem]:
    """Yield each claim that says of itself what is no longer true."""
    covered = _covered(context)
    for claim in context.course.claims:
        lesson = covered.get(claim.id)
        if not lesson and not (claim.planned and claim.declined):
            continue
        say = partial(phrase, id=claim.id, lesson=lesson or "")
        message: Phrase | None = None
        if lesson and claim.declined:
            message = say("The claim “{id}” is declined, but the lesson “{lesson}” covers it.")
        elif lesson and claim.planned:
            message = say("The claim “{id}” is planned, but the lesson “{lesson}” covers it.")
        elif not lesson:
            message = say("The claim “{id}” is both planned and declined.")
        if message:
            key = "declined" if claim.declined else "planned"
            hint = phrase("Delete `{key}:`, or take the claim off the lesson.", key=key)
            both = phrase("Keep one of the two.")
            yield IS_NOT_PLANNED.broken(claim.id.place, message, hint if lesson else both)


def claim_exists(context: Context) -> Iterator[Problem]:
    """Yield each claim that a lesson names and that does not exist."""
    known = {claim.id: claim for claim in context.course.claims}
    for lesson in context.course.lessons:
        for name in lesson.claims:
            if name not in known and not context.may_be("claim", name):
                yield EXISTS.broken(
                    name.place,
                    phrase("There is no claim “{id}”.", id=name),
                    hint_for(name, list(known), phrase("Claims stand in `curriculum/claims.yml`.")),
                )


def claim_has_its_source(context: Context) -> Iterator[Problem]:
    """Yield each claim whose source is unknown, or known only by report."""
    for claim in context.course.claims:
        source = context.references.get(claim.source)
        if source is None and not context.may_be("reference", claim.source):
            yield HAS_ITS_SOURCE.broken(
                claim.source.place,
                phrase("There is no reference “{id}”.", id=claim.source),
                hint_for(
                    claim.source,
                    context.reference_ids,
                    phrase("References stand in `curriculum/references.yml`."),
                ),
            )
        elif source and source.status == ReferenceStatus.REPORTED:
            yield HAS_ITS_SOURCE.broken(
                claim.source.place,
                phrase("“{id}” is only reported, so it carries no claim.", id=claim.source),
                phrase("Name the source that reports it, and say there what it reports."),
            )


CHECKS = (claim_is_covered, claim_is_not_planned_any_more, claim_exists, claim_has_its_source)
