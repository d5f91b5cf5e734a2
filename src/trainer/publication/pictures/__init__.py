"""Pictures drawn from the course: pure functions, data in, one `<svg>` string out.

Every picture is `role="img"` with a title (what it is) and a description (what it shows,
in sentences made from the same data); the marks and lines that only repeat the words
beside them are hidden from readers of the screen. Colours come from classes alone
(`assets/pictures.css`): no style attribute, no `<style>`, no `fill` with a colour, so
that dark, print, forced colours and a strict content policy are the style sheet's matter.

The caller gives an id prefix, which must be unique in the page.
"""

from trainer.publication.pictures.circle import Person, circle
from trainer.publication.pictures.course_map import Module, course_map
from trainer.publication.pictures.gauge import gauge
from trainer.publication.pictures.lessons_strip import LessonSeat, lessons_strip
from trainer.publication.pictures.radar import Occasion, radar
from trainer.publication.pictures.session_arc import Segment, session_arc, session_arc_phone
from trainer.publication.pictures.spark import spark
from trainer.publication.pictures.stage_mark import stage_mark
from trainer.publication.pictures.svg import Words
from trainer.publication.pictures.way import Turning, way

__all__ = [
    "LessonSeat",
    "Module",
    "Occasion",
    "Person",
    "Segment",
    "Turning",
    "Words",
    "circle",
    "course_map",
    "gauge",
    "lessons_strip",
    "radar",
    "session_arc",
    "session_arc_phone",
    "spark",
    "stage_mark",
    "way",
]
