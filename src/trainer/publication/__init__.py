"""A course as pages, navigation and assets that know no target."""

from trainer.publication.publish import publish
from trainer.publication.values import (
    NEUTRAL,
    Asset,
    Edition,
    Heading,
    Moved,
    NavigationItem,
    Publication,
    PublishedPage,
    SearchEntry,
)

__all__ = [
    "NEUTRAL",
    "Asset",
    "Edition",
    "Heading",
    "Moved",
    "NavigationItem",
    "Publication",
    "PublishedPage",
    "SearchEntry",
    "publish",
]
