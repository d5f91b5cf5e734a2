"""A sentence of the product with its values still apart, so that it can be said in any language."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Phrase:
    """A template of the catalogue and the values to put into its `{names}`."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict)
    many: str = ""
    """The template where `number` among the values asks for the plural; a language may know more."""

    def __str__(self) -> str:
        """Say it in English, the language of the templates."""
        plural = self.many and self.values["number"] != 1
        return (self.many if plural else self.template).format(**self.values)


def phrase(template: str, /, **values: object) -> Phrase:
    """Make a phrase; the extractor finds the template by this function's name."""
    return Phrase(template, values)


def phrases(one: str, many: str, number: int, /, **values: object) -> Phrase:
    """Make a phrase that has a form for one and a form for many; `{number}` is filled in."""
    return Phrase(one, {**values, "number": number}, many)
