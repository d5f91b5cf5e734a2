"""A sentence of the product with its values still apart, so that it can be said in any language."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Phrase:
    """A template of the catalogue and the values to put into its `{names}`."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """Say it in English, the language of the templates."""
        return self.template.format(**self.values)


def phrase(template: str, /, **values: object) -> Phrase:
    """Make a phrase; the extractor finds the template by this function's name."""
    return Phrase(template, values)
