"""A publication as a MkDocs Material site. mkdocs is imported here and nowhere else."""

from trainer.mkdocs_site.building import build_site, serve_site
from trainer.mkdocs_site.report import SiteError, plain, said, told, unusable
from trainer.mkdocs_site.settings import Settings, look_at_settings
from trainer.mkdocs_site.speech import users_catalogue
from trainer.mkdocs_site.written import SETTINGS

__all__ = [
    "SETTINGS",
    "Settings",
    "SiteError",
    "build_site",
    "look_at_settings",
    "plain",
    "said",
    "serve_site",
    "told",
    "unusable",
    "users_catalogue",
]
