"""A publication as a MkDocs Material site. mkdocs is imported here and nowhere else."""

from trainer.mkdocs_site.building import build_site, serve_site
from trainer.mkdocs_site.frame import SETTINGS
from trainer.mkdocs_site.report import SiteError, plain, said, told, unusable
from trainer.mkdocs_site.settings import Settings, read_settings
from trainer.mkdocs_site.speech import users_catalogue

__all__ = [
    "SETTINGS",
    "Settings",
    "SiteError",
    "build_site",
    "plain",
    "read_settings",
    "said",
    "serve_site",
    "told",
    "unusable",
    "users_catalogue",
]
