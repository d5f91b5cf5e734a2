"""The page of the documentation that shows every kind of activity."""

from trainer.activities.table import KINDS

_HEADER = """\
<!-- Generated from src/trainer/activities/*/docs.md: run `make docs` after changing one. -->

# Activities

An activity is anything the learner does. It stands in a lesson under `activities:`, as one kind and
its content; a `- text: |` between two activities holds more prose. Every kind has these fields
beside its own:

| field | |
| --- | --- |
| `id` | needed; stable, since what a learner has written is kept under it |
| `formerly` | ids that it had before |
| `practises` | the objectives that it practises |
| `moment` | a small line above the prompt, such as “Minute twelve” |
| `duration` | only where the time that Trainer reckons from the content is wrong |

Beside `text`, one more thing may stand between activities: the arc of a session, drawn from its
minutes for wide screens and for phones, with the list beside it.

```yaml
- arc:
    title: A case in 45 minutes
    parts:
      - {minutes: 9, short: the telling, name: The telling without notes, says: “Start where it stays.”}
      - {minutes: 30, short: the group imagines, name: The group imagines, deep: true}
      - {minutes: 6, short: the return, name: The presenter comes back}
```
"""


def documentation() -> str:
    """Return `docs/activities.md`: what every kind is for, an example and its fields."""
    return "\n".join(
        [_HEADER, *(kind.file("docs.md").read_text("utf-8") for kind in KINDS.values())]
    )
