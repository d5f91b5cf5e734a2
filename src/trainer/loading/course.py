"""A folder of files becomes a course, or problems."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from trainer.loading.decode import FAILED, Decoder
from trainer.loading.nodes import Listing, Mapped, Node, Scalar, parse
from trainer.loading.reading import Folder, leads_out, read
from trainer.loading.rules import (
    FILE_EXISTS,
    FILE_HAS_CONTENT,
    FILE_IS_LISTED,
    FILE_IS_NAMED_BY_ITS_ID,
)
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
)
from trainer.problems import Place, Problem, in_file_order
from trainer.words import phrase

COURSE_FILE = "curriculum/course.yml"
CURRICULUM = "curriculum"
OWN_FOLDERS = frozenset({"scenarios", "transcripts", "pages", "images"})
"""Folders of `curriculum/` that are no modules."""
E = TypeVar("E", bound=Element)


@dataclass(frozen=True)
class Loaded:
    """What came of reading a folder."""

    course: Course | None
    """None only where `course.yml` itself cannot be read."""
    problems: tuple[Problem, ...]
    broken_ids: frozenset[str]
    """Ids that stand in files which could not be decoded: links to them are not faults."""
    images: frozenset[str]
    """The files in `curriculum/images/`, as authors name them: `images/…`."""


def load(root: Path) -> Loaded:
    """Read the course in a folder; every fault of every file is told at once."""
    loader = _Loader(Folder(root))
    if not (root / COURSE_FILE).is_file():
        return Loaded(None, (_no_course(),), frozenset(), frozenset())
    course = loader.course()
    images = loader.images()
    problems = in_file_order(loader.problems)
    return Loaded(course, problems, frozenset(loader.broken_ids), images)


def _no_course() -> Problem:
    return FILE_EXISTS.broken(
        Place(COURSE_FILE),
        phrase("There is no course in this folder."),
        phrase("Go to the folder of your course, or begin one with `trainer new my-course`."),
    )


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
        if head is None:
            return None
        return Course(
            head=head,
            modules=tuple(self.modules(head)),
            vignettes=vignettes,
            scenarios=scenarios,
            transcripts=transcripts,
            terms=glossary.terms if glossary else (),
            references=bibliography.references if bibliography else (),
            claims=claims.claims if claims else (),
            pages=tuple(self.listed(head.pages, f"{CURRICULUM}/pages", Page)),
            place=head.place,
        )

    def images(self) -> frozenset[str]:
        """List the pictures; a link that leads out of the course is no picture of it."""
        found = set()
        for file in self.folder.files(f"{CURRICULUM}/images", "**/*"):
            if self.folder.leads_out(file):
                self.problems.append(leads_out(file))
            elif (self.folder.root / file).is_file():
                found.add(file.removeprefix(f"{CURRICULUM}/"))
        return frozenset(found)

    def modules(self, head: CourseFile) -> Iterator[Module]:
        present = [n for n in self.folder.folders(CURRICULUM) if n not in OWN_FOLDERS]
        for name in present:
            file = f"{CURRICULUM}/{name}/module.yml"
            if name not in head.modules and (self.folder.root / file).exists():
                self.problems.append(_not_listed(file, name, COURSE_FILE))
        for name in head.modules:
            module_file = self.named(f"{CURRICULUM}/{name}/module.yml", ModuleFile, name, name)
            if module_file is None:
                self.broken_ids.add(name)
                continue
            lessons = self.listed(module_file.lessons, f"{CURRICULUM}/{name}", Lesson)
            yield Module(head=module_file, lessons=tuple(lessons), place=module_file.place)

    def listed(self, ids: tuple[Id, ...], folder: str, wanted: type[E]) -> Iterator[E]:
        """Read the files that a list names, in its order, and tell which it does not name."""
        for file in self.folder.files(folder, "*.yml"):
            name = file.rpartition("/")[2].removesuffix(".yml")
            if name not in ids and name != "module":
                self.problems.append(
                    _not_listed(
                        file, name, f"{folder}/module.yml" if wanted is Lesson else COURSE_FILE
                    )
                )
        for name in ids:
            element = self.named(f"{folder}/{name}.yml", wanted, name, name)
            if element is None:
                self.broken_ids.add(name)
            else:
                yield element

    def library(self, folder: str, wanted: type[E]) -> tuple[E, ...]:
        """Read all files of a folder."""
        files = self.folder.files(folder, "*.yml")
        names = [file.rpartition("/")[2].removesuffix(".yml") for file in files]
        read_in = [
            self.named(file, wanted, name, None) for file, name in zip(files, names, strict=True)
        ]
        return tuple(element for element in read_in if element is not None)

    def optional(self, file: str, wanted: type[E]) -> E | None:
        return self.element(file, wanted) if (self.folder.root / file).exists() else None

    def named(self, file: str, wanted: type[E], name: str, listed_as: Id | None) -> E | None:
        """Read a file whose element must have the file's name as its id."""
        element = self.element(file, wanted, listed_as)
        found: Id | None = getattr(element, "id", None)
        if found is not None and found != name:
            self.problems.append(_misnamed(found, name))
        return element

    def element(self, file: str, wanted: type[E], listed_as: Id | None = None) -> E | None:
        source = read(self.folder, file)
        if isinstance(source, Problem):
            missing = listed_as is not None and source.rule is FILE_EXISTS
            self.problems.append(
                _listed_in_vain(source, listed_as) if missing and listed_as else source
            )
            return None
        node, problems = parse(source)
        self.problems.extend(problems)
        if node is None:
            if not problems:
                self.problems.append(_only_comments(file))
            return None
        decoder = Decoder()
        decoded: Any = decoder.decode(node, wanted)
        self.problems.extend(decoder.problems)
        if decoded is FAILED or problems:
            self.broken_ids.update(_ids(node))
        return None if decoded is FAILED else decoded


def _ids(node: Node) -> Iterator[str]:
    """Yield every value that stands under a key `id` or in a list `formerly`."""
    if isinstance(node, Listing):
        for item in node.items:
            yield from _ids(item)
    elif isinstance(node, Mapped):
        for key, value in node.entries:
            if key.text == "id" and isinstance(value, Scalar):
                yield value.text
            elif key.text == "formerly" and isinstance(value, Listing):
                yield from (item.text for item in value.items if isinstance(item, Scalar))
            else:
                yield from _ids(value)


def _not_listed(file: str, name: str, listing: str) -> Problem:
    return FILE_IS_LISTED.broken(
        Place(file),
        phrase("`{name}` stands in no list, so it is not published.", name=name),
        phrase("Add it to {listing}, or move the file away.", listing=listing),
    )


def _listed_in_vain(problem: Problem, listed_as: Id) -> Problem:
    return FILE_EXISTS.broken(
        listed_as.place,
        phrase(
            "`{name}` is listed here, but there is no file {file}.",
            name=listed_as,
            file=problem.place.file,
        ),
        phrase("Create the file, or take the name off the list."),
    )


def _misnamed(found: Id, name: str) -> Problem:
    return FILE_IS_NAMED_BY_ITS_ID.broken(
        found.place,
        phrase("The id is `{id}`, but the file or folder is called `{name}`.", id=found, name=name),
        phrase("Make the two the same."),
    )


def _only_comments(file: str) -> Problem:
    return FILE_HAS_CONTENT.broken(
        Place(file), phrase("This file holds only comments."), phrase("Fill it, or delete it.")
    )
