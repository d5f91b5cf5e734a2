"""The arc of a session within a lesson: the picture for wide screens, for phones, and the list beside it."""

from itertools import accumulate

from markupsafe import Markup

from trainer.model import Arc
from trainer.publication.pictures import Segment, session_arc, session_arc_phone
from trainer.publication.press import Press
from trainer.publication.texts import PageText


def arc(press: Press, given: Arc, text: PageText, prefix: str) -> Markup:
    """Render the arc; both pictures say the same, and style shows the one that fits."""
    ends = list(accumulate(part.minutes for part in given.parts))
    starts = [0, *ends]
    segments = [
        Segment(start=start, end=end, short=part.short, name=part.name, deep=part.deep)
        for part, start, end in zip(given.parts, starts, ends, strict=False)
    ]
    words = press.catalogue
    wide = session_arc(segments, title=given.title, words=words, prefix=f"{prefix}-wide")
    phone = session_arc_phone(segments, title=given.title, words=words, prefix=f"{prefix}-phone")
    return press.render(
        "arc.html.j2",
        arc=given,
        text=text,
        wide=Markup(wide),
        phone=Markup(phone),
        parts=list(zip(given.parts, starts, ends, strict=False)),
    )
