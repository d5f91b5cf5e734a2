"""Who may speak in a conversation: shared by transcripts and scenarios."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from trainer.model import Person, PersonKey, Turn
from trainer.problems import Problem, Rule, Severity
from trainer.words import phrase

SPEAKER_IS_LISTED = Rule(
    "speaker-is-listed",
    Severity.ERROR,
    "Whoever speaks in a transcript or a scenario is listed under its `people`.",
    "Write the short name as it stands under `people`, or add the person there.",
)


def unknown_speakers(
    turns: Iterable[Turn], people: Mapping[PersonKey, Person]
) -> Iterator[Problem]:
    """Yield a problem for each turn of somebody who is not listed."""
    for turn in turns:
        if turn.speaker is None or turn.speaker in people:
            continue
        near = get_close_matches(turn.speaker, people, n=1)
        hint = (
            phrase("Did you mean “{near}”?", near=near[0])
            if near
            else phrase("People here: {people}.", people=", ".join(people))
        )
        yield SPEAKER_IS_LISTED.broken(
            turn.speaker.place, phrase("Nobody here is called “{name}”.", name=turn.speaker), hint
        )
