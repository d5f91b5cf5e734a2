"""Files that look like parts of the course and lie where nothing reads them."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from trainer.loading.faults import is_odd, lies_elsewhere, nothing_reads_folder
from trainer.loading.folders import CURRICULUM, IMAGES, OWN_FOLDERS, Folders, ending_of
from trainer.loading.reading import names_in
from trainer.problems import Problem
from trainer.words import Phrase, phrase

VIGNETTES = "vignettes"
_LIBRARIES = sorted(OWN_FOLDERS - {IMAGES})


def strays(
    folders: Folders, own_files: Collection[str], modules: Collection[str]
) -> Iterator[Problem]:
    """Yield the folders whose files nothing reads, and the lists that lie beside `curriculum/`."""
    for name in _names(folders, ""):
        if name in own_files:
            yield lies_elsewhere(name, f"{CURRICULUM}/{name}")
        elif name not in (CURRICULUM, VIGNETTES):
            meant = _meant(name)
            if meant and meant != f"{CURRICULUM}/pages/":
                yield from _unread(folders, name, _did_you_mean(meant))
    for name in _names(folders, CURRICULUM):
        path = f"{CURRICULUM}/{name}"
        if name not in OWN_FOLDERS and name not in modules:
            meant = _meant(name)
            yield from _unread(
                folders, path, _did_you_mean(meant) if meant else _is_no_module(path)
            )
    flat = [VIGNETTES, *(f"{CURRICULUM}/{name}" for name in (*_LIBRARIES, *modules))]
    for path in flat:
        for name in (each for each in _names(folders, path) if not ending_of(each)):
            hint = phrase("Move its files into `{folder}/` itself.", folder=path)
            yield from _unread(folders, f"{path}/{name}", hint)


def _unread(folders: Folders, path: str, hint: Phrase) -> Iterator[Problem]:
    """Yield the folder if files of YAML lie in it."""
    if any(ending_of(name) for name in _names(folders, path)):
        yield nothing_reads_folder(path, hint)


def _names(folders: Folders, path: str) -> tuple[str, ...]:
    """List a folder silently: what lies beside the course may be as it likes."""
    if path and not folders.folder.is_folder(path):
        return ()
    found = names_in(folders.folder, path)
    return () if isinstance(found, Problem) else tuple(name for name in found if not is_odd(name))


def _meant(name: str) -> str:
    """Return the folder that somebody may have meant by a name."""
    near = get_close_matches(name.casefold(), [VIGNETTES, *_LIBRARIES], n=1, cutoff=0.8)
    if not near:
        return ""
    return f"{VIGNETTES}/" if near[0] == VIGNETTES else f"{CURRICULUM}/{near[0]}/"


def _did_you_mean(folder: str) -> Phrase:
    return phrase("Did you mean `{folder}`?", folder=folder)


def _is_no_module(path: str) -> Phrase:
    return phrase("If this is a module, give it a file `{file}`.", file=f"{path}/module.yml")
