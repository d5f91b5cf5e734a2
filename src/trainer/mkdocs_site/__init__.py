"""A publication as a MkDocs Material site. mkdocs is imported here and nowhere else."""

from trainer.mkdocs_site.building import SiteError, build_site, serve_site

__all__ = ["SiteError", "build_site", "serve_site"]
