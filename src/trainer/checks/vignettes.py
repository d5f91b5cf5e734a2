"""Cases say where they come from, and nobody can be found by them."""

from collections.abc import Iterator

from trainer.checks.context import Context
from trainer.checks.identifiers import identifiers
from trainer.checks.naming import hint_for
from trainer.model import Id, Line, PersonKey, Prose, Provenance, Word, Written
from trainer.problems import Problem, Rule, Severity
from trainer.words import phrase

EXISTS = Rule(
    "vignette-exists",
    Severity.ERROR,
    "The vignette that a scenario or a transcript works on exists.",
    "Write the id of a file in `vignettes/`, or leave `vignette` out.",
)
STATES_PROVENANCE = Rule(
    "vignette-states-provenance",
    Severity.ERROR,
    "Every vignette says where it comes from: `fictional`, `composite`, `published` (with its"
    " `reference`) or `consented`.",
    "Add `provenance:`; where the case is published, add `reference:` with the publication's id.",
)
NAMES_NOBODY = Rule(
    "vignette-names-nobody",
    Severity.ERROR,
    "No vignette, scenario or transcript holds a full date, a telephone number, an e-mail"
    " address, a postcode, or the number of a record, an insurance or an identity card.",
    "Leave it out or say it in words. Even an invented number may be somebody’s.",
)
_CASES = ("vignettes/", "curriculum/scenarios/", "curriculum/transcripts/")
RULES = (EXISTS, STATES_PROVENANCE, NAMES_NOBODY)


def vignette_exists(context: Context) -> Iterator[Problem]:
    """Yield each case that a scenario or a transcript names and that does not exist."""
    course = context.course
    known = course.vignette_of
    named: list[Id | None] = [scenario.vignette for scenario in course.scenarios]
    named += [transcript.vignette for transcript in course.transcripts]
    for name in named:
        if name and name not in known and not context.may_be("vignette", name):
            yield EXISTS.broken(
                name.place,
                phrase("There is no vignette “{id}”.", id=name),
                hint_for(name, list(known), phrase("Vignettes are files in `vignettes/`.")),
            )


def vignette_states_provenance(context: Context) -> Iterator[Problem]:
    """Yield each vignette that keeps its origin to itself."""
    for vignette in context.course.vignettes:
        name = vignette.reference
        if vignette.provenance is None:
            yield STATES_PROVENANCE.broken(
                vignette.id.place,
                phrase("The vignette “{id}” does not say where it comes from.", id=vignette.id),
                phrase(
                    "Add `provenance:` with `fictional`, `composite`, `published` or `consented`."
                ),
            )
        elif vignette.provenance == Provenance.PUBLISHED and name is None:
            yield STATES_PROVENANCE.broken(
                vignette.id.place,
                phrase("The vignette “{id}” is published, but where?", id=vignette.id),
                phrase("Add `reference:` with the id of the publication."),
            )
        is_known = name is None or name in context.references
        if name and not is_known and not context.may_be("reference", name):
            yield STATES_PROVENANCE.broken(
                name.place,
                phrase("There is no reference “{id}”.", id=name),
                hint_for(
                    name,
                    context.reference_ids,
                    phrase("Add the publication to `curriculum/references.yml`."),
                ),
            )


def vignette_names_nobody(context: Context) -> Iterator[Problem]:
    """Yield each thing by which a person could be found."""
    for part in context.everything:
        is_case = isinstance(part, Written) and part.place.file.startswith(_CASES)
        if is_case and isinstance(part, (Line, Prose, Word, PersonKey)):
            for found in identifiers(part):
                yield NAMES_NOBODY.broken(
                    part.place_at(found.offset),
                    phrase("“{text}” looks like {what}.", text=found.text, what=found.what),
                    phrase("Leave it out or say it in words; even if invented, it may be real."),
                )


CHECKS = (vignette_exists, vignette_states_provenance, vignette_names_nobody)
