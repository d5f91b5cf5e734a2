"""The pages beside the lessons: about, support, privacy, and what else a society adds."""

from trainer.model import Page
from trainer.model.addresses import path_of
from trainer.publication.press import Press, plain
from trainer.publication.values import Heading, PublishedPage, SearchEntry

ABOUT = "about"
"""The page that also tells version, licence and contact."""


def plain_page(press: Press, page: Page) -> PublishedPage:
    """Make a page of an author's own."""
    path = path_of("page", page.id)
    text = press.text(path)
    text.headings.append(Heading(1, page.title, page.id))
    html = press.render(
        "page.html.j2",
        page=page,
        text=text,
        colophon=page.id == ABOUT,
        released=press.course.head.released,
    )
    return press.page(
        path,
        "page",
        page.title,
        html,
        text,
        search=(SearchEntry("", page.title, plain(page.lead, page.text)),),
        description=plain(page.lead) or plain(page.text),
    )
