"""The glossary and the bibliography hold together."""

from collections.abc import Iterator, Mapping

from trainer.checks.context import Context
from trainer.checks.naming import hint_for
from trainer.model import Id, Reference, ReferenceStatus
from trainer.problems import Problem, Rule, Severity
from trainer.words import phrase

TERM_RESOLVES = Rule(
    "term-resolves",
    Severity.ERROR,
    "What a term of the glossary names exists: under `see` other terms, under `references`"
    " entries of `references.yml`.",
    "Write the id as it stands there.",
)
REPORTED_IS_NOT_ALONE = Rule(
    "reported-reference-is-not-alone",
    Severity.ERROR,
    "A reference with the status `reported` names, in `via`, the source that reports it; so it"
    " is shown as reported and carries no claim alone.",
    "Write the id of the source in `via`; when you have seen the work itself, set `verified`.",
)
RULES = (TERM_RESOLVES, REPORTED_IS_NOT_ALONE)


def term_resolves(context: Context) -> Iterator[Problem]:
    """Yield each term and each reference that a term names and that does not exist."""
    terms = {term.id: term for term in context.course.terms}
    for term in context.course.terms:
        for name in term.see:
            if name not in terms and not context.may_be("term", name):
                yield TERM_RESOLVES.broken(
                    name.place,
                    phrase("There is no term “{id}”.", id=name),
                    hint_for(name, list(terms), phrase("Add it to the glossary, or leave it out.")),
                )
        for name in term.references:
            if name not in context.references and not context.may_be("reference", name):
                yield TERM_RESOLVES.broken(
                    name.place,
                    phrase("There is no reference “{id}”.", id=name),
                    hint_for(
                        name,
                        context.reference_ids,
                        phrase("Add it to `curriculum/references.yml`."),
                    ),
                )


def reported_reference_is_not_alone(context: Context) -> Iterator[Problem]:
    """Yield each reported reference that does not say which source reports it."""
    entries = context.course.references
    sources = {each.id: each for each in entries if each.status == ReferenceStatus.SOURCE}
    for entry in entries:
        if entry.status == ReferenceStatus.REPORTED:
            yield from _check_via(entry, sources, context)


def _check_via(
    entry: Reference, sources: Mapping[Id, Reference], context: Context
) -> Iterator[Problem]:
    if entry.via is None:
        yield REPORTED_IS_NOT_ALONE.broken(
            entry.id.place,
            phrase("“{id}” is reported, but it does not say by whom.", id=entry.id),
            phrase("Add `via:` with the id of the source that reports it."),
        )
    elif entry.via not in sources and not context.may_be("reference", entry.via):
        yield REPORTED_IS_NOT_ALONE.broken(
            entry.via.place,
            phrase("“{id}” is no reference with the status `source`.", id=entry.via),
            hint_for(entry.via, list(sources), phrase("Name the source that reports it.")),
        )


CHECKS = (term_resolves, reported_reference_is_not_alone)
