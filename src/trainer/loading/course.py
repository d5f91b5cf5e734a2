"""A folder of files becomes a course, or problems."""

from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from trainer.loading.decode import FAILED, Decoder
from trainer.loading.faults import (
    listed_in_vain,
    misnamed,
    no_course,
    not_listed,
    only_comments,
    read_by_nobody,
)
from trainer.loading.folders import (
    CURRICULUM,
    IMAGES,
    MODULE_NAME,
    YML,
    Folders,
    ending_of,
    module_file,
)
from trainer.loading.ids import ids_in, ids_in_text
from trainer.loading.loaded import UNREAD, Loaded
from trainer.loading.misfits import spelt_plainly
from trainer.loading.nodes import Node, parse
from trainer.loading.reading import COURSE_FILE, Folder, missing, read, salvage
from trainer.loading.rules import FILE_EXISTS
from trainer.loading.strays import strays
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

OWN_FILES = ("course.yml", "glossary.yml", "references.yml", "claims.yml")
HOLDS: Mapping[type[Element], tuple[str, ...]] = {
    CourseFile: (),
    Glossary: ("term",),
    Bibliography: ("reference",),
    ClaimList: ("claim",),
    ModuleFile: ("module", "objective"),
    Lesson: ("lesson", "activity"),
    Vignette: ("vignette",),
    Scenario: ("scenario",),
    Transcript: ("transcript",),
    Workshop: ("workshop",),
    Page: ("page",),
}
"""The kinds of name that live in each kind of file, as links call them; that of its own first."""
E = TypeVar("E", bound=Element)


def load(root: Path) -> Loaded:
    """Read the course in a folder; every fault of every file is told at once."""
    loader = _Loader(Folders(Folder(root)))
    so_far, images = (loader.course(), loader.images()) if loader.has_course() else (None, ())
    course = None if so_far and so_far.head is UNREAD else so_far
    loader.remember_passed_over()
    problems = in_file_order(loader.problems)
    return Loaded(
        course=course,
        so_far=so_far,
        fragments=tuple(loader.fragments),
        problems=problems,
        broken_ids=frozenset(loader.broken_ids),
        lost=frozenset(loader.lost),
        images=frozenset(images),
    )


class _Loader:
    """Reads file after file and keeps what went wrong."""

    def __init__(self, folders: Folders) -> None:
        self.folders = folders
        self.folder = folders.folder
        self.problems = folders.problems
        self.broken_ids: set[str] = set()
        self.lost: set[str] = set()
        self.fragments: list[Any] = []

    def has_course(self) -> bool:
        """Tell whether there is a course to read, or say why not."""
        names = self.folders.names(CURRICULUM)
        there = names is not None and self.folder.holds(COURSE_FILE)
        if names is not None and not there:
            self.problems.append(no_course())
        return there

    def course(self) -> Course:
        head = self.element(COURSE_FILE, CourseFile)
        glossary = self.optional(f"{CURRICULUM}/glossary.yml", Glossary)
        bibliography = self.optional(f"{CURRICULUM}/references.yml", Bibliography)
        claims = self.optional(f"{CURRICULUM}/claims.yml", ClaimList)
        vignettes = self.library("vignettes", Vignette)
        scenarios = self.library(f"{CURRICULUM}/scenarios", Scenario)
        transcripts = self.library(f"{CURRICULUM}/transcripts", Transcript)
        workshops = self.library(f"{CURRICULUM}/workshops", Workshop)
        self.tell_strays(head)
        if head is None:
            self.read_unordered()
        return Course(
            head=head or UNREAD,
            modules=tuple(self.modules(head)) if head else (),
            vignettes=vignettes,
            scenarios=scenarios,
            transcripts=transcripts,
            workshops=workshops,
            terms=glossary.terms if glossary else (),
            references=bibliography.references if bibliography else (),
            claims=claims.claims if claims else (),
            pages=tuple(self.pages(head)) if head else (),
            place=(head or UNREAD).place,
        )

    def pages(self, head: CourseFile) -> Iterator[Page]:
        return self.listed(head.pages, f"{CURRICULUM}/pages", Page, COURSE_FILE)

    def tell_strays(self, head: CourseFile | None) -> None:
        """Tell of files that nothing reads; their names may be misspelt, or those of their folders."""
        for file in self.folders.files(CURRICULUM):
            if file.removeprefix(f"{CURRICULUM}/") not in OWN_FILES:
                self.problems.append(read_by_nobody(file, OWN_FILES))
        modules = {*self.folders.modules(), *(head.modules if head else ())}
        self.problems.extend(strays(self.folders, OWN_FILES, modules))

    def images(self) -> tuple[str, ...]:
        """List the pictures, those too that cannot be shown: what is wrong with them is told."""
        found = [each.removeprefix(f"{CURRICULUM}/") for each in self.folders.pictures()]
        images = f"{CURRICULUM}/{IMAGES}"
        if any(path.startswith(images) for path in self.folders.unreadable):
            self.lost.add("image")
        return tuple(found)

    def remember_passed_over(self) -> None:
        """Remember what stands in files that are not read because of their names."""
        for file in self.folders.passed_over:
            self.remember(file, salvage(self.folder, file), None)

    def modules(self, head: CourseFile) -> Iterator[Module]:
        present = self.folders.modules()
        for listed_as, name in self.meant(head.modules, present, COURSE_FILE, module_file):
            file, folder = module_file(name), f"{CURRICULUM}/{name}"
            if self.folders.names(folder) is None:
                self.broken_ids.add(name)
                self.lost.update(HOLDS[ModuleFile], HOLDS[Lesson])
                continue
            module = self.named(file, ModuleFile, name, listed_as)
            if module is None:
                self.broken_ids.add(name)
                self.read_unlisted(folder, Lesson)
                continue
            lessons = self.listed(module.lessons, folder, Lesson, file)
            yield Module(head=module, lessons=tuple(lessons), place=module.place)

    def read_unordered(self) -> None:
        """Tell the faults of all lessons and pages where `course.yml` does not say their order."""
        for name in self.folders.modules():
            self.broken_ids.add(name)
            self.fragments.append(self.named(module_file(name), ModuleFile, name, None))
            self.read_unlisted(f"{CURRICULUM}/{name}", Lesson)
        self.read_unlisted(f"{CURRICULUM}/pages", Page)

    def read_unlisted(self, folder: str, wanted: type[Element]) -> None:
        """Tell the faults of files whose list is lost; nothing in them is part of the course."""
        for file in self.folders.files(folder):
            name = _name_of(file)
            if name != MODULE_NAME:
                self.fragments.append(self.named(file, wanted, name, None))
                self.broken_ids.add(name)
                self.broken_ids.update(ids_in_text(salvage(self.folder, file)))

    def listed(
        self, ids: tuple[Id, ...], folder: str, wanted: type[E], listing: str
    ) -> Iterator[E]:
        """Read the files that a list names, in its order, and tell which it does not name."""
        if self.folders.names(folder) is None:
            self.lost.update(HOLDS[wanted])
            return
        present = [_name_of(file) for file in self.folders.files(folder)]
        present = [name for name in present if name != MODULE_NAME]

        def file_of(name: str) -> str:
            return f"{folder}/{name}{YML}"

        for listed_as, name in self.meant(ids, present, listing, file_of):
            element = self.named(file_of(name), wanted, name, listed_as)
            if element is None:
                self.broken_ids.add(name)
            else:
                yield element

    def meant(
        self, ids: tuple[Id, ...], present: list[str], listing: str, file_of: Callable[[str], str]
    ) -> Iterator[tuple[Id, str]]:
        """Yield each name of a list with the one that is meant: the list may have misspelt it.

        What is misspelt is told, and so is what stands in the folder and not in the list.
        """
        listed, there = dict.fromkeys(ids), set(present)
        spare = [name for name in present if name not in listed]
        found: list[tuple[Id, str]] = []
        for name in listed:
            near = get_close_matches(name, spare, n=1, cutoff=0.8) if name not in there else []
            if near:
                spare.remove(near[0])
                self.problems.append(listed_in_vain(file_of(name), name, near[0]))
            found.append((name, near[0] if near else name))
        self.problems.extend(not_listed(file_of(name), name, listing) for name in spare)
        yield from found

    def library(self, folder: str, wanted: type[E]) -> tuple[E, ...]:
        """Read all files of a folder."""
        if self.folders.names(folder) is None:
            self.lost.update(HOLDS[wanted])
        files = self.folders.files(folder)
        read_in = [self.named(file, wanted, _name_of(file), None) for file in files]
        return tuple(element for element in read_in if element is not None)

    def optional(self, file: str, wanted: type[E]) -> E | None:
        return self.element(file, wanted) if self.folders.has(file) else None

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
        source = read(self.folder, file) if self.folders.has(file) else missing(file)
        if isinstance(source, Problem):
            self.unread(file, wanted, source, listed_as)
            return None
        node, problems = parse(source)
        self.problems.extend(problems)
        if node is None:
            if not problems:
                self.problems.append(only_comments(file))
            self.remember(file, source.text, None)
            return None
        decoder = Decoder()
        decoded: Any = decoder.decode(node, wanted)
        self.problems.extend(decoder.problems)
        self.fragments += decoder.fragments
        if decoded is FAILED or problems:
            self.remember(file, source.text if problems else "", node)
        return None if decoded is FAILED else decoded

    def unread(
        self, file: str, wanted: type[Element], problem: Problem, listed_as: Id | None
    ) -> None:
        """Keep why a file could not be read, and what it may have held."""
        is_missing = problem.rule is FILE_EXISTS
        self.remember(file, "" if is_missing else salvage(self.folder, file), None)
        self.lost.update(HOLDS[wanted][1:] if is_missing else HOLDS[wanted])
        if is_missing and any(_stem(file) == _stem(each) for each in self.folders.passed_over):
            return  # It is told that its name ends otherwise.
        if is_missing and listed_as is not None:
            problem = listed_in_vain(file, listed_as)
        self.problems.append(problem)

    def remember(self, file: str, text: str, node: Node | None) -> None:
        """Remember which ids a broken file holds, so that nobody is told that they are missing."""
        self.broken_ids.add(_name_of(file))
        self.broken_ids.update(ids_in_text(text))
        for name in ids_in(node) if node else ():
            self.broken_ids.update((name, spelt_plainly(name)))


def _name_of(file: str) -> str:
    return _stem(file).rpartition("/")[2]


def _stem(file: str) -> str:
    return file.removesuffix(ending_of(file))
