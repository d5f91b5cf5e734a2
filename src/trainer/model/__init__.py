"""The course as values: frozen, complete, and knowing where each was written.

The dataclasses here and in `trainer.activities` are the one description of what an
author may write: the loader decodes by them, the JSON Schemas are made from them.
A string under a field is that field's documentation; it reaches the schema.
"""

from trainer.model.activity import Activity, Passage, Use
from trainer.model.arc import Arc, ArcPart
from trainer.model.counting import count_words, reading_minutes, texts
from trainer.model.course import (
    Bibliography,
    Claim,
    ClaimList,
    Course,
    CourseFile,
    Glossary,
    Lesson,
    Module,
    ModuleFile,
    Objective,
    Page,
    Reference,
    ReferenceStatus,
    Suppression,
    Term,
)
from trainer.model.dialogue import LEADERS, PRESENTER, Person, Turn, Verdict
from trainer.model.element import ONE_OR_MORE, Element, OneOrMore
from trainer.model.scenario import (
    Choice,
    Clock,
    Condition,
    Ending,
    Gauges,
    Moves,
    Scenario,
    Scene,
    SceneTurn,
    Setting,
)
from trainer.model.transcript import Drift, Stop, StopChoice, Transcript, TranscriptTurn
from trainer.model.vignette import Provenance, Stage, StageKind, Vignette
from trainer.model.workshop import Block, Session, Slot, Workshop
from trainer.model.written import (
    Day,
    Duration,
    Id,
    Line,
    PersonKey,
    Prose,
    TimeOfDay,
    Word,
    Written,
)

__all__ = [
    "LEADERS",
    "ONE_OR_MORE",
    "PRESENTER",
    "Activity",
    "Arc",
    "ArcPart",
    "Bibliography",
    "Block",
    "Choice",
    "Claim",
    "ClaimList",
    "Clock",
    "Condition",
    "Course",
    "CourseFile",
    "Day",
    "Drift",
    "Duration",
    "Element",
    "Ending",
    "Gauges",
    "Glossary",
    "Id",
    "Lesson",
    "Line",
    "Module",
    "ModuleFile",
    "Moves",
    "Objective",
    "OneOrMore",
    "Page",
    "Passage",
    "Person",
    "PersonKey",
    "Prose",
    "Provenance",
    "Reference",
    "ReferenceStatus",
    "Scenario",
    "Scene",
    "SceneTurn",
    "Session",
    "Setting",
    "Slot",
    "Stage",
    "StageKind",
    "Stop",
    "StopChoice",
    "Suppression",
    "Term",
    "TimeOfDay",
    "Transcript",
    "TranscriptTurn",
    "Turn",
    "Use",
    "Verdict",
    "Vignette",
    "Word",
    "Workshop",
    "Written",
    "count_words",
    "reading_minutes",
    "texts",
]
