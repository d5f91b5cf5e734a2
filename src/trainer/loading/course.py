"""A folder of files becomes a course, or problems."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from trainer.loading.decode import FAILED, Decoder
from trainer.loading.faults import (
    ends_otherwise,
    listed_in_vain,
    misnamed,
    no_course,
    not_listed,
    oddly_named,
    only_comments,
    read_by_nobody,
)
from trainer.loading.ids import ids_in, ids_in_text
from trainer.loading.nodes import Node, parse
from trainer.loading.reading import COURSE_FILE, Folder, leads_out, read, salvage
from trainer.loading.rules import FILE_EXISTS
from trainer.model import (
    Bibliography,
    ClaimList,
    Course,
    CourseFile,
    Element,
    Glossary,
    Id,
    Lesson,
    Module,
    ModuleFile,
    Page,
    Scenario,
    Transcript,
    Vignette,
    Workshop,
)
from trainer.problems import Problem, in_file_order

CURRICULUM = "curriculum"
OWN_FILES = ("course.yml", "glossary.yml", "references.yml", "claims.yml")
OWN_FOLDERS = frozenset({"scenarios", "transcripts", "workshops", "pages", "images"})
"""Folders of `curriculum/` that are no modules."""
MODULE_NAME = "module"
YML, YAML = ".yml", ".yaml"
E = TypeVar("E", bound=Element)


@dataclass(frozen=True)
class Loaded:
    """What came of reading a folder."""

    course: Course | None
    """None only where `course.yml` itself cannot be read."""
    problems: tuple[Problem, ...]
    broken_ids: frozenset[str]
    """Ids that stand in files which could not be decoded, and pictures that could not be taken:
    links to them are not faults."""
    images: frozenset[str]
    """The files in `curriculum/images/`, as authors name them: `images/…`."""


def load(root: Path) -> Loaded:
    """Read the course in a folder; every fault of every file is told at once."""
    loader = _Loader(Folder(root))
    if not loader.folder.holds(COURSE_FILE):
        return Loaded(None, (no_course(),), frozenset(), frozenset())
    course = loader.course()
    images = loader.images()
    problems = in_file_order(loader.problems)
    return Loaded(course, problems, frozenset(loader.broken_ids), images)


@dataclass
class _Loader:
    """Reads file after file and keeps what went wrong."""

    folder: Folder
    problems: list[Problem] = field(default_factory=list)
    broken_ids: set[str] = field(default_factory=set)

    def course(self) -> Course | None:
        head = self.element(COURSE_FILE, CourseFile)
        glossary = self.optional(f"{CURRICULUM}/glossary.yml", Glossary)
        bibliography = self.optional(f"{CURRICULUM}/references.yml", Bibliography)
        claims = self.optional(f"{CURRICULUM}/claims.yml", ClaimList)
        vignettes = self.library("vignettes", Vignette)
        scenarios = self.library(f"{CURRICULUM}/scenarios", Scenario)
        transcripts = self.library(f"{CURRICULUM}/transcripts", Transcript)
        workshops = self.library(f"{CURRICULUM}/workshops", Workshop)
        self.tell_strays()
        if head is None:
            self.read_unordered()
            return None
        return Course(
            head=head,
            modules=tuple(self.modules(head)),
            vignettes=vignettes,
            scenarios=scenarios,
            transcripts=transcripts,
            workshops=workshops,
            terms=glossary.terms if glossary else (),
            references=bibliography.references if bibliography else (),
            claims=claims.claims if claims else (),
            pages=tuple(self.listed(head.pages, f"{CURRICULUM}/pages", Page, COURSE_FILE)),
            place=head.place,
        )

    def files(self, folder: str, pattern: str) -> list[str]:
        """List the files of a folder whose names are text, and tell which are not."""
        found = self.folder.files(folder, pattern)
        odd = [file for file in found if not _is_text(file)]
        self.problems.extend(oddly_named(file) for file in odd)
        if pattern.endswith(YML):
            others = self.folder.files(folder, pattern.removesuffix(YML) + YAML)
            for file in others:
                self.problems.append(ends_otherwise(file))
                self.lost(file, None)
        return [file for file in found if file not in odd]

    def tell_strays(self) -> None:
        """Tell of files beside `course.yml` that nothing reads; their names may be misspelt."""
        for file in self.files(CURRICULUM, f"*{YML}"):
            if file.removeprefix(f"{CURRICULUM}/") not in OWN_FILES:
                self.problems.append(read_by_nobody(file, OWN_FILES))

    def images(self) -> frozenset[str]:
        """List the pictures; a link that leads out of the course is no picture of it."""
        found = set()
        for file in self.files(f"{CURRICULUM}/images", "**/*"):
            if self.folder.leads_out(file):
                self.problems.append(leads_out(file))
                self.broken_ids.add(file.removeprefix(f"{CURRICULUM}/"))
            elif self.folder.is_file(file):
                found.add(file.removeprefix(f"{CURRICULUM}/"))
        return frozenset(found)

    def modules(self, head: CourseFile) -> Iterator[Module]:
        for name in self.module_folders():
            if name not in head.modules:
                self.problems.append(not_listed(_module_file(name), name, COURSE_FILE))
        for name in dict.fromkeys(head.modules):
            module_file = self.named(_module_file(name), ModuleFile, name, name)
            if module_file is None:
                self.broken_ids.add(name)
                self.read_unlisted(f"{CURRICULUM}/{name}", Lesson)
                continue
            lessons = self.listed(
                module_file.lessons, f"{CURRICULUM}/{name}", Lesson, _module_file(name)
            )
            yield Module(head=module_file, lessons=tuple(lessons), place=module_file.place)

    def module_folders(self) -> list[str]:
        """List the folders that hold a `module.yml`, whether the course names them or not."""
        present = [n for n in self.folder.folders(CURRICULUM) if n not in OWN_FOLDERS]
        return [name for name in present if self.folder.holds(_module_file(name))]

    def read_unordered(self) -> None:
        """Tell the faults of all lessons and pages where `course.yml` does not say their order."""
        for name in self.module_folders():
            self.named(_module_file(name), ModuleFile, name, None)
            self.read_unlisted(f"{CURRICULUM}/{name}", Lesson)
        self.read_unlisted(f"{CURRICULUM}/pages", Page)

    def read_unlisted(self, folder: str, wanted: type[Element]) -> None:
        """Tell the faults of files whose list is lost; nothing in them is part of the course."""
        for file in self.files(folder, f"*{YML}"):
            name = _name_of(file)
            if name != MODULE_NAME:
                self.named(file, wanted, name, None)
                self.broken_ids.add(name)
                self.broken_ids.update(ids_in_text(salvage(self.folder, file)))

    def listed(
        self, ids: tuple[Id, ...], folder: str, wanted: type[E], listing: str
    ) -> Iterator[E]:
        """Read the files that a list names, in its order, and tell which it does not name."""
        for file in self.files(folder, f"*{YML}"):
            name = _name_of(file)
            if name not in ids and name != MODULE_NAME:
                self.problems.append(not_listed(file, name, listing))
        for name in dict.fromkeys(ids):
            element = self.named(f"{folder}/{name}{YML}", wanted, name, name)
            if element is None:
                self.broken_ids.add(name)
            else:
                yield element

    def library(self, folder: str, wanted: type[E]) -> tuple[E, ...]:
        """Read all files of a folder."""
        files = self.files(folder, f"*{YML}")
        read_in = [self.named(file, wanted, _name_of(file), None) for file in files]
        return tuple(element for element in read_in if element is not None)

    def optional(self, file: str, wanted: type[E]) -> E | None:
        return self.element(file, wanted) if self.folder.holds(file) else None

    def named(self, file: str, wanted: type[E], name: str, listed_as: Id | None) -> E | None:
        """Read a file whose element must have the file's name as its id."""
        element = self.element(file, wanted, listed_as)
        found: Id | None = getattr(element, "id", None)
        if found is not None and found != name:
            self.problems.append(misnamed(found, name))
            self.broken_ids.add(name)
        return element

    def element(self, file: str, wanted: type[E], listed_as: Id | None = None) -> E | None:
        """Read a file, or tell what is wrong with it and remember what it would have held."""
        source = read(self.folder, file)
        if isinstance(source, Problem):
            other = file.removesuffix(YML) + YAML
            if listed_as and source.rule is FILE_EXISTS:
                source = listed_in_vain(source, listed_as)
            if not self.folder.holds(other):  # It is told then that its name ends otherwise.
                self.problems.append(source)
            self.lost(file, None)
            return None
        node, problems = parse(source)
        self.problems.extend(problems)
        if node is None:
            if not problems:
                self.problems.append(only_comments(file))
            self.lost(file, None)
            return None
        decoder = Decoder()
        decoded: Any = decoder.decode(node, wanted)
        self.problems.extend(decoder.problems)
        if decoded is FAILED or problems:
            self.lost(file, node)
        return None if decoded is FAILED else decoded

    def lost(self, file: str, node: Node | None) -> None:
        """Remember which ids a broken file holds, so that nobody is told that they are missing."""
        text = salvage(self.folder, file) if node is None else ""
        self.broken_ids.add(_name_of(file))
        self.broken_ids.update(ids_in(node) if node else ids_in_text(text))


def _name_of(file: str) -> str:
    return file.rpartition("/")[2].removesuffix(YML)


def _is_text(name: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in name)


def _module_file(name: str) -> str:
    return f"{CURRICULUM}/{name}/{MODULE_NAME}{YML}"
