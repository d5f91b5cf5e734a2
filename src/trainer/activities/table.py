"""The table of all kinds of activity: a new kind is a folder and a line here."""

from trainer.activities import (
    form,
    order,
    practise,
    question,
    rate,
    reflect,
    rephrase,
    scenario,
    sort,
    transcript,
    vignette,
)
from trainer.activities.kind import Kind

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        question.KIND,
        sort.KIND,
        order.KIND,
        rephrase.KIND,
        reflect.KIND,
        rate.KIND,
        vignette.KIND,
        transcript.KIND,
        scenario.KIND,
        practise.KIND,
        form.KIND,
    )
}


def kind_of(activity: object) -> Kind:
    """Return the kind whose model an activity is."""
    return next(kind for kind in KINDS.values() if isinstance(activity, kind.model))
