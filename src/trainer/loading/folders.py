"""What stands in the course's folders: each is listed once, and tells once what is wrong with it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from trainer.loading.faults import ends_otherwise, is_odd, link_to_folder, oddly_named
from trainer.loading.pictures import faults_in_picture
from trainer.loading.reading import Folder, leads_out, names_in
from trainer.problems import Problem

CURRICULUM = "curriculum"
IMAGES = "images"
OWN_FOLDERS = frozenset({"scenarios", "transcripts", "workshops", "pages", IMAGES})
"""Folders of `curriculum/` that are no modules."""
MODULE_NAME = "module"
YML, YAML = ".yml", ".yaml"
_ENDING = re.compile(r"\.ya?ml(?:\.txt)?$", re.IGNORECASE)
Names = Mapping[str, None]
"""Names in order, each looked up at once."""


@dataclass
class Folders:
    """Lists folders, and keeps what is wrong with them."""

    folder: Folder
    problems: list[Problem] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    """Files that are not read because of their names."""
    unreadable: list[str] = field(default_factory=list)
    """Folders that cannot be listed."""
    listed: dict[str, Names | None] = field(default_factory=dict)

    def names(self, path: str) -> Names | None:
        """List a folder by name, without names that cannot be written; None where it cannot be read."""
        if path not in self.listed:
            if not self.has(path):
                return {}
            found = names_in(self.folder, path)
            if isinstance(found, Problem):
                self.problems.append(found)
                self.unreadable.append(path)
                self.listed[path] = None
            else:
                self.listed[path] = dict.fromkeys(self._plain(path, found))
        return self.listed[path]

    def _plain(self, path: str, names: tuple[str, ...]) -> Iterator[str]:
        in_images = f"{path}/".startswith(f"{CURRICULUM}/{IMAGES}/")
        for name in names:
            file = f"{path}/{name}"
            is_ours = in_images or bool(ending_of(name)) or self._holds_module(file)
            if is_odd(name) and is_ours:
                self.problems.append(oddly_named(file))
                self.passed_over += () if in_images else (file,)
            elif not in_images and ending_of(name) not in ("", YML):
                self.problems.append(ends_otherwise(file, ending_of(name)))
                self.passed_over.append(file)
            else:
                yield name

    def has(self, path: str) -> bool:
        """Tell whether something may stand under this name: no disk is asked twice for a folder."""
        folder, _, name = path.rpartition("/")
        if folder not in self.listed:
            return not folder or self.has(folder)
        names = self.listed[folder]
        return names is None or name in names

    def files(self, path: str) -> list[str]:
        """List the files of a folder that a course reads."""
        return [f"{path}/{name}" for name in self.names(path) or () if name.endswith(YML)]

    def modules(self) -> list[str]:
        """List the folders that hold a `module.yml`, whether the course names them or not."""
        names = self.names(CURRICULUM) or ()
        return [name for name in names if self._holds_module(f"{CURRICULUM}/{name}")]

    def _holds_module(self, path: str) -> bool:
        name = path.removeprefix(f"{CURRICULUM}/")
        is_module = path != name and "/" not in name and name not in OWN_FOLDERS
        return is_module and self.folder.holds(module_file(name))

    def pictures(self) -> Iterator[str]:
        """Yield all files in `images/`, and keep what is wrong with them: all are published."""
        waiting = [f"{CURRICULUM}/{IMAGES}"]
        for path in waiting:  # The list grows while it is walked.
            for name in self.names(path) or ():
                file = f"{path}/{name}"
                if self.folder.leads_out(file):
                    self.problems.append(leads_out(file))
                elif not self.folder.is_folder(file):
                    self.problems.extend(faults_in_picture(self.folder, file))
                elif self.folder.is_link(file):  # Two that lead to each other would have no end.
                    self.problems.append(link_to_folder(file))
                    self.unreadable.append(file)
                    continue
                else:
                    waiting.append(file)
                    continue
                yield file


def ending_of(name: str) -> str:
    """Return how the name of a file ends that is meant as YAML: `.yml`, as it should, or not."""
    found = _ENDING.search(name)
    return found[0] if found else ""


def module_file(name: str) -> str:
    """Return where a module's own file stands."""
    return f"{CURRICULUM}/{name}/{MODULE_NAME}{YML}"
