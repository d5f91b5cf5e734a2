"""Lists name a file once, and each page of the site has one source."""

from collections import Counter
from collections.abc import Iterator, Sequence

from trainer.activities import KINDS
from trainer.checks.context import Context
from trainer.checks.naming import hint_for
from trainer.model import Id
from trainer.model.addresses import RESERVED, paged, path_of, paths_of_former
from trainer.problems import Problem, Rule, Severity
from trainer.words import phrase

LISTED_ONCE = Rule(
    "file-is-listed-once",
    Severity.ERROR,
    "No list of modules, lessons or pages names the same file twice.",
    "Delete the name where it should not be.",
)
ONE_SOURCE = Rule(
    "page-has-one-source",
    Severity.ERROR,
    "No module, lesson, vignette, workshop or page has, now or formerly, the address of a page that every"
    " course has, such as the glossary.",
    "Give it another id.",
)
NAMES_A_KIND = Rule(
    "completion-names-a-kind",
    Severity.ERROR,
    "What completes a module, in `course.yml`, are kinds of activity.",
    "Write kinds as they stand under `activities` in a lesson, such as `question` or `sort`.",
)
RULES = (LISTED_ONCE, ONE_SOURCE, NAMES_A_KIND)


def file_is_listed_once(context: Context) -> Iterator[Problem]:
    """Yield each name that stands in a list again."""
    head = context.course.head
    lists = (head.modules, head.pages, *(m.head.lessons for m in context.course.modules))
    for names in lists:
        yield from _repeated(names)


def _repeated(names: Sequence[Id]) -> Iterator[Problem]:
    seen: Counter[str] = Counter()
    for name in names:
        if seen[name]:
            yield LISTED_ONCE.broken(
                name.place,
                phrase("“{id}” stands in this list already.", id=name),
                phrase("Delete it here or there."),
            )
        seen[name] += 1


def page_has_one_source(context: Context) -> Iterator[Problem]:
    """Yield each id, present or former, whose address is taken by a page of every course."""
    for kind, name, former in paged(context.course):
        known = [(each, path) for each in former for path in paths_of_former(kind, each)]
        for each, path in [(name, path_of(kind, name)), *known]:
            if path in RESERVED:
                yield ONE_SOURCE.broken(
                    each.place,
                    phrase("Every course has a page {path}.html of its own.", path=path),
                    phrase("Give this another id."),
                )


def completion_names_a_kind(context: Context) -> Iterator[Problem]:
    """Yield each word under `completion` that is no kind of activity."""
    for name in context.course.head.completion:
        if name not in KINDS:
            yield NAMES_A_KIND.broken(
                name.place,
                phrase("There is no kind of activity “{name}”.", name=name),
                hint_for(name, list(KINDS), phrase("Write kinds as they stand in a lesson.")),
            )


CHECKS = (file_is_listed_once, page_has_one_source, completion_names_a_kind)
