"""The plan of a workshop can be kept: its sessions have minutes, follow each other, and use lessons."""

from collections.abc import Iterator
from itertools import pairwise

from trainer.checks.context import Context
from trainer.checks.naming import hint_for
from trainer.model import Block, Session
from trainer.problems import Problem, Rule, Severity
from trainer.words import phrase

HAS_SESSIONS = Rule(
    "workshop-has-sessions",
    Severity.ERROR,
    "A workshop has blocks (days, evenings), and each block has sessions.",
    "Write at least one block with one session, or delete the empty one.",
)
HAS_MINUTES = Rule(
    "session-has-minutes",
    Severity.ERROR,
    "Each part of a session of a workshop lasts a minute or more; no break is shorter than nothing.",
    "Write how long it lasts: `minutes: 60`, or `minutes: [45, 45]` for two parts.",
)
FOLLOW = Rule(
    "sessions-follow-each-other",
    Severity.ERROR,
    "In a block, each session begins when the one before it is over, or later; where sessions have"
    " a time, the first has one.",
    "Move the session, or change its minutes. Breaks are the time that is left between two.",
)
LESSON_EXISTS = Rule(
    "session-lesson-exists",
    Severity.ERROR,
    "The lessons that a session uses are lessons of the course.",
    "Write the id as it stands in the lesson’s file.",
)
USES_A_LESSON = Rule(
    "workshop-uses-a-lesson",
    Severity.WARNING,
    "A workshop uses lessons of the course: at least one session names one.",
    "Put the lessons' ids under `lessons` of the session. A link in a text is not enough: only"
    " from there do the facilitator's pages know where a lesson is used.",
)
RULES = (HAS_SESSIONS, HAS_MINUTES, FOLLOW, LESSON_EXISTS, USES_A_LESSON)
_HOUR = 60


def workshop_has_sessions(context: Context) -> Iterator[Problem]:
    """Yield each workshop and each block in which nothing happens."""
    hint = phrase("Write at least one session, with `minutes` and `title`.")
    for workshop in context.course.workshops:
        if not workshop.blocks:
            yield HAS_SESSIONS.broken(workshop.id.place, phrase("This workshop is empty."), hint)
        for block in workshop.blocks:
            if not block.sessions:
                yield HAS_SESSIONS.broken(block.place, phrase("This block has no session."), hint)


def session_has_minutes(context: Context) -> Iterator[Problem]:
    """Yield each session that lasts no time, or less, and each break that does."""
    for workshop in context.course.workshops:
        for session in workshop.sessions:
            if not session.minutes or min(session.minutes) < 1:
                yield HAS_MINUTES.broken(
                    session.title.place,
                    phrase("“{title}” has no minutes, or none in one part.", title=session.title),
                    phrase("Write `minutes: 60`, or `minutes: [45, 45]` for two parts."),
                )
            if session.break_after < 0:
                yield HAS_MINUTES.broken(
                    session.title.place,
                    phrase("The break behind “{title}” is less than nothing.", title=session.title),
                    phrase("Write `break_after: 15`, or leave it out."),
                )


def sessions_follow_each_other(context: Context) -> Iterator[Problem]:
    """Yield each session that begins while the one before it goes on, or before that."""
    for workshop in context.course.workshops:
        for block in workshop.blocks:
            yield from _late(block) if block.has_clock else _clock_in_vain(block)


def _late(block: Block) -> Iterator[Problem]:
    for before, slot in pairwise(block.slots()):
        starts, free = slot.session.starts, before.ends + before.session.break_after
        if starts is None or slot.begins >= free:
            continue
        names = {"title": slot.session.title, "before": before.session.title}
        if slot.begins < before.begins:
            yield FOLLOW.broken(
                starts.place,
                phrase(
                    "“{title}” stands behind “{before}”, which begins later, at {time}.",
                    **names,
                    time=_clock(before.begins),
                ),
                phrase("Put the sessions in the order of the day, or mend the time."),
            )
        else:
            yield FOLLOW.broken(
                starts.place,
                phrase(
                    "“{title}” begins while “{before}” goes on, until {time}.",
                    **names,
                    time=_clock(free),
                ),
                phrase("Let it begin at {time} or later, or shorten that one.", time=_clock(free)),
            )


def _clock_in_vain(block: Block) -> Iterator[Problem]:
    for session in block.sessions:
        if session.starts:
            yield FOLLOW.broken(
                session.starts.place,
                phrase(
                    "“{title}” has a time, but the first session of its block has none.",
                    title=session.title,
                ),
                phrase("Give the first one a time too (`starts: 09:00`), or take this one away."),
            )
            return


def session_lesson_exists(context: Context) -> Iterator[Problem]:
    """Yield each lesson that a session names and that does not exist."""
    known = {name for lesson in context.course.lessons for name in (lesson.id, *lesson.formerly)}
    for session in context.everything:
        for name in session.lessons if isinstance(session, Session) else ():
            if name not in known and not context.may_be("lesson", name):
                yield LESSON_EXISTS.broken(
                    name.place,
                    phrase("There is no lesson “{id}”.", id=name),
                    hint_for(
                        name,
                        [lesson.id for lesson in context.course.lessons],
                        phrase("Write the id as it stands in the lesson’s file."),
                    ),
                )


def workshop_uses_a_lesson(context: Context) -> Iterator[Problem]:
    """Yield each workshop that has nothing to do with the course."""
    for workshop in context.course.workshops:
        if workshop.sessions and not any(session.lessons for session in workshop.sessions):
            yield USES_A_LESSON.broken(
                workshop.id.place,
                phrase("No session of “{title}” uses a lesson.", title=workshop.title),
                phrase("Write `lessons: [id]` into the sessions that rest on one."),
            )


def _clock(minutes: int) -> str:
    hours, rest = divmod(minutes, _HOUR)
    return f"{hours:02}:{rest:02}"


CHECKS = (
    workshop_has_sessions,
    session_has_minutes,
    sessions_follow_each_other,
    session_lesson_exists,
    workshop_uses_a_lesson,
)
