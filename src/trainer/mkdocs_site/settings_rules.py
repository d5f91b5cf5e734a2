"""What must be true of mkdocs.yml, beside what MkDocs itself asks of it."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from trainer.mkdocs_site.written import SETTINGS, Written
from trainer.problems import Place, Problem, Rule, Severity
from trainer.publication.branding import Fault, brand_of
from trainer.words import Phrase, phrase

SETTINGS_CAN_BE_USED = Rule(
    "settings-can-be-used",
    Severity.ERROR,
    "Everything in `mkdocs.yml` can be used as it is written.",
    "`docs/branding.md` shows what may stand there.",
)
SETTING_IS_KNOWN = Rule(
    "setting-is-known",
    Severity.WARNING,
    "Every key in `mkdocs.yml` is one that MkDocs or Material knows.",
    "Correct its name, or take it out.",
)
NOT_WITH_THE_POLICY = ("navigation.instant", "announce.dismiss")
"""Material's features that need scripts or requests which the policy does not allow."""
TRAINER = ("plugins", "trainer")
COLOURS = (*TRAINER, "colours")
_OF_TRAINER = ("colours", "edition")
_PICTURES = ("logo", "favicon")
_BELONGS = {
    **dict.fromkeys((*_PICTURES, "palette", "features", "icon", "font", "custom_dir"), "theme"),
    **dict.fromkeys(_OF_TRAINER, "plugins: trainer"),
    **dict.fromkeys(("accent", "light", "dark"), "plugins: trainer: colours"),
}
"""Where the settings stand that a society is most likely to put at another level."""
_BY_MKDOCS = re.compile(r"Config value '(?P<key>[^']+)': (?P<said>.*)", re.DOTALL)
_OF_PLUGIN = re.compile(
    r"""(?:Plugin|The) ['"](?P<name>[^'"]+)['"](?: option '(?P<option>[^']+)')?"""
)
_UNKNOWN = "Unrecognised configuration name"


def broken(place: Place, message: Phrase, hint: Phrase) -> Problem:
    """Make the problem of a setting that cannot be used."""
    return SETTINGS_CAN_BE_USED.broken(place, message, hint)


def problems_in_settings(
    config: MkDocsConfig, colours: object, written: Written
) -> Iterator[Problem]:
    """Yield everything in mkdocs.yml that cannot work with Trainer, or that would be lost silently."""
    yield from written.repeated
    for key in written.keys_under():
        if key in _BELONGS:
            yield _unknown(written, (), key, ())
    for key in written.keys_under(*TRAINER):
        if key not in (*_OF_TRAINER, "enabled"):
            yield _unknown(written, TRAINER, key, _OF_TRAINER)
    for fault in brand_of(colours)[1]:
        yield _of_colours(written, fault)
    if config.theme.name != "material":
        yield broken(
            written.place("theme", "name"),
            phrase("Trainer needs the theme Material."),
            phrase("Write `{theme}`.", theme="theme: {name: material}"),
        )
    yield from _of_theme(config, written)


def told_by_mkdocs(said: str, written: Written) -> Iterator[Problem]:
    """Yield what MkDocs says about its settings, each with the place of what it speaks of."""
    found = _BY_MKDOCS.fullmatch(said)
    if not found:
        yield _passed_on(Place(SETTINGS), said)
        return
    key = found["key"]
    if found["said"].startswith(_UNKNOWN):
        return
    for line in found["said"].splitlines() if key == "plugins" else [found["said"]]:
        of_plugin = _OF_PLUGIN.match(line) if key == "plugins" else None
        if of_plugin and of_plugin["name"] == "trainer" and _UNKNOWN in line:
            continue  # told by us, with what was meant
        inner = (of_plugin["name"], of_plugin["option"]) if of_plugin else ()
        place = written.place(key, *(name for name in inner if name))
        yield _passed_on(place, f"{key}: {line}")


def unknown_to_mkdocs(said: str, known: tuple[str, ...], written: Written) -> Iterator[Problem]:
    """Yield the key of which MkDocs warns that it knows none of this name."""
    found = _BY_MKDOCS.fullmatch(said)
    if found and found["said"].startswith(_UNKNOWN):
        yield _unknown(written, (), found["key"], known)


def _passed_on(place: Place, said: str) -> Problem:
    return broken(
        place,
        phrase("MkDocs says: {said}.", said=" ".join(said.split()).rstrip(".")),
        phrase("Correct this setting, or take it out."),
    )


def _unknown(written: Written, above: tuple[str, ...], key: str, known: tuple[str, ...]) -> Problem:
    """Make the problem of a key that means nothing where it stands, and would be lost."""
    place = written.key_place(*above, key)
    message = phrase("There is no `{key}` here.", key=key)
    if key in _BELONGS:
        hint = phrase("It belongs under `{place}`.", place=_BELONGS[key])
        return broken(place, message, hint)
    near = get_close_matches(key, known, n=1)
    hint = (
        phrase("Did you mean `{near}`?", near=near[0])
        if near
        else phrase("Take it out, or correct its name.")
    )
    rule = SETTINGS_CAN_BE_USED if above == TRAINER else SETTING_IS_KNOWN
    return rule.broken(place, message, hint)


def _of_colours(written: Written, fault: Fault) -> Problem:
    keys = (*COLOURS, *fault.setting)
    if len(fault.setting) == 1 and _BELONGS.get(fault.setting[0]) in ("theme", "plugins: trainer"):
        return _unknown(written, COLOURS, fault.setting[0], ())
    colour = written.colour_in_comment(*keys) if fault.is_empty else ""
    if colour:
        hint = phrase(
            "Without quotes, YAML takes a colour for a comment. "
            'Put the colour into quotes: "{colour}".',
            colour=colour,
        )
        return broken(written.place(*keys), fault.message, hint)
    return broken(written.place(*keys), fault.message, fault.hint)


def _of_theme(config: MkDocsConfig, written: Written) -> Iterator[Problem]:
    theme = config.theme
    features = theme.get("features") or []
    as_list = phrase("Write it as a list, each entry on a line of its own after `- `.")
    if not isinstance(features, list):
        message = phrase("`{key}` is no list.", key="theme.features")
        yield broken(written.place("theme", "features"), message, as_list)
        features = []
    if not isinstance(theme.get("palette") or [], list | dict):
        message = phrase("`{key}` is no list.", key="theme.palette")
        yield broken(written.place("theme", "palette"), message, as_list)
    for name in NOT_WITH_THE_POLICY:
        if name in features:
            yield broken(
                written.place("theme", "features", name),
                phrase("`{name}` does not work with Trainer.", name=name),
                phrase("Take `{name}` out of `theme.features`.", name=name),
            )
    for key in written.keys_under("theme"):
        near = get_close_matches(key, _PICTURES, n=1, cutoff=0.75)
        if key in (*_OF_TRAINER, "accent") or (near and key not in _PICTURES):
            yield _unknown(written, ("theme",), key, _PICTURES)
    for key in _PICTURES:
        yield from _of_picture(config, key, written)


def _of_picture(config: MkDocsConfig, key: str, written: Written) -> Iterator[Problem]:
    """Tell a logo or icon that the site would not show: only `images/` is published."""
    named, place = config.theme.get(key), written.place("theme", key)
    if named is None or named is False:
        if key in written.keys_under("theme") and named is None:
            yield broken(
                place,
                phrase("There is nothing behind `{key}`.", key=key),
                phrase("Name a picture, as in `{example}`.", example=f"{key}: images/{key}.svg"),
            )
        return
    name = str(named)
    if "://" in name or any((Path(folder) / name).is_file() for folder in config.theme.dirs):
        return
    folder = Path(config.config_file_path or SETTINGS).resolve().parent / "curriculum"
    if name.startswith("images/") and (folder / name).is_file():
        return
    pictures = [
        path.relative_to(folder).as_posix()
        for path in sorted((folder / "images").glob("**/*"))
        if path.is_file()
    ]
    near = get_close_matches(name, pictures, n=1)
    yield broken(
        place,
        phrase("There is no picture `{name}` in `curriculum/images/`.", name=name),
        phrase("Did you mean `{near}`?", near=near[0])
        if near
        else phrase(
            "Put it there, and write its name as in `{example}`.", example="images/logo.svg"
        ),
    )
