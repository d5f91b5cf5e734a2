"""What a kind of activity has to bring."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from trainer.model import Activity, Course, Written
from trainer.problems import Problem, Rule


def no_problems(_activity: Any, _course: Course) -> Iterator[Problem]:
    """Check nothing: for kinds whose types say it all."""
    return iter(())


def no_library(_course: Course) -> Iterator[Problem]:
    """Check nothing: for kinds without files of their own."""
    return iter(())


@dataclass(frozen=True)
class Kind:
    """A kind of activity: one folder with its model, its rules and its data files.

    The folder holds `web.html.j2` (complete without scripts), `print.html.j2`,
    `style.css`, `docs.md`, and `script.js` where scripts make it better; what that stands on
    (its pictures, its rules of play) lies beside it in scripts of their own.
    """

    name: str
    """The key that authors write."""
    model: type[Activity]
    package: str
    """The Python package of the folder."""
    minutes: Callable[[Any, Course], float]
    """Reckons, from the content, how long it takes."""
    shown: Callable[[Any, Course], Iterator[Written]]
    """Yields the text that stands open before the learner answers; search sees nothing else."""
    rules: tuple[Rule, ...] = ()
    check: Callable[[Any, Course], Iterator[Problem]] = no_problems
    check_library: Callable[[Course], Iterator[Problem]] = no_library
    """Checks the files that uses of this kind refer to, used or not."""

    def file(self, name: str) -> Traversable:
        """Return one of the folder's data files."""
        return files(self.package) / name

    def scripts(self) -> list[Traversable]:
        """Return the folder's scripts in the order in which they run, `script.js` last."""
        scripts = [each for each in files(self.package).iterdir() if each.name.endswith(".js")]
        return sorted(scripts, key=lambda each: (each.name == "script.js", each.name))
