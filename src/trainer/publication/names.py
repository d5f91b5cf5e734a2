"""How the model's own words (verdicts, stages, provenance) are said to readers."""

from collections.abc import Callable, Mapping

from markupsafe import Markup

from trainer.model import Provenance, StageKind, Verdict
from trainer.publication.pictures import stage_mark
from trainer.publication.plays import plays
from trainer.words import Catalogue, phrase

VERDICTS = {
    Verdict.DEFENSIBLE: phrase("Defensible"),
    Verdict.COSTS: phrase("It has a price"),
    Verdict.LEAVES_THE_WORK: phrase("This leaves the work"),
    Verdict.HOLDS: phrase("This holds"),
    Verdict.DOES_NOT_HOLD: phrase("This does not hold"),
}
STAGES = {
    StageKind.TELLING: phrase("The telling"),
    StageKind.QUESTIONS: phrase("Questions"),
    StageKind.GROUP: phrase("The group"),
    StageKind.RETURN: phrase("The return"),
    StageKind.FOLLOW_UP: phrase("Some weeks later"),
    StageKind.AFTERWARDS: phrase("Afterwards"),
}
PROVENANCES = {
    Provenance.FICTIONAL: phrase("Invented"),
    Provenance.COMPOSITE: phrase("Put together from several cases"),
    Provenance.PUBLISHED: phrase("Published"),
    Provenance.CONSENTED: phrase("Told with consent"),
}


def names(catalogue: Catalogue) -> Mapping[str, Callable[..., object]]:
    """Return what templates call to say a verdict, a stage, a provenance, and to draw its mark."""
    return {
        "verdict": lambda verdict: catalogue.say(VERDICTS[verdict]),
        "stage_name": lambda kind: catalogue.say(STAGES[kind]),
        "provenance": lambda given: catalogue.say(PROVENANCES[given]) if given else "",
        "mark": lambda kind: Markup(stage_mark(str(kind))),
        **plays(catalogue),
    }
