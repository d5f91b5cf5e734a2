"""The list of contents beside a lesson: the same for all pages of a module, but for where one is.

Rendering it anew for each page would cost a third of a build, so it is rendered once for each
module and depth of folder, and the mark of the page that one reads is put in.
"""

from dataclasses import dataclass, field
from html import escape

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

TEMPLATE = "partials/nav.html"
_IN_A_MODULE = ("module", "lesson")


@dataclass
class Contents:
    """The lists that were rendered so far."""

    env: Environment
    rendered: dict[tuple[str, str], str] = field(default_factory=dict)

    def beside(self, page: Page, context: TemplateContext) -> Markup | None:
        """Return the list beside a page of a module; None where the template must make its own."""
        if page.meta.get("tr") not in _IN_A_MODULE or page.parent is None:
            return None
        key = (page.parent.title, context["base_url"])
        if key not in self.rendered:
            template = self.env.get_template(TEMPLATE)
            self.rendered[key] = template.render({**context, "page": None})
        here = f'data-tr-page="{escape(page.meta["tr_id"])}"'
        return Markup(self.rendered[key].replace(here, here + ' aria-current="page"', 1))
