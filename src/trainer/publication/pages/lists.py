"""The glossary and the references."""

from trainer.model import Reference, ReferenceStatus, Term
from trainer.model.addresses import GLOSSARY, REFERENCES
from trainer.publication.press import Press, plain
from trainer.publication.values import Heading, PublishedPage, SearchEntry
from trainer.words import phrase

GROUPS = (
    (
        ReferenceStatus.SOURCE,
        phrase("Sources"),
        phrase("The papers that this course rests on."),
    ),
    (
        ReferenceStatus.VERIFIED,
        phrase("Verified"),
        phrase(
            "Seen in a retrieved record: an abstract, a first page or a catalogue entry at least."
        ),
    ),
    (
        ReferenceStatus.REPORTED,
        phrase("Reported"),
        phrase("Known here only through one of the sources; nothing rests on them alone."),
    ),
)


def glossary_page(press: Press) -> PublishedPage:
    """Make the glossary, in alphabetical order."""
    text = press.text(GLOSSARY)
    title = press.catalogue.gettext("Glossary")
    text.headings.append(Heading(1, title, "glossary"))
    terms = sorted(press.course.terms, key=lambda term: term.term.casefold())
    html = press.render("glossary.html.j2", text=text, terms=[_term(press, term) for term in terms])
    search = (
        SearchEntry("", title, ""),
        *(SearchEntry(term.id, term.term, plain(term.text)) for term in terms),
    )
    return press.page(GLOSSARY, "glossary", title, html, text, search=search)


def _term(press: Press, term: Term) -> dict[str, object]:
    see = [press.shelf.terms[name] for name in term.see]
    references = [press.shelf.references[name] for name in term.references]
    return {
        "term": term,
        "see": [{"href": f"#{other.id}", "title": other.term} for other in see],
        "references": [
            {"href": press.href("reference", entry.id), "title": press.shelf.cited(entry)}
            for entry in references
        ],
    }


def references_page(press: Press) -> PublishedPage:
    """Make the bibliography, by status and in alphabetical order."""
    text = press.text(REFERENCES)
    title = press.catalogue.gettext("References")
    text.headings.append(Heading(1, title, "references"))
    entries = sorted(press.course.references, key=lambda entry: (entry.text.casefold(), entry.id))
    groups = [
        {
            "id": f"status-{status}",
            "title": press.catalogue.say(name),
            "words": press.catalogue.say(words),
            "entries": [entry for entry in entries if entry.status is status],
        }
        for status, name, words in GROUPS
    ]
    html = press.render(
        "references.html.j2",
        text=text,
        total=len(entries),
        groups=[group for group in groups if group["entries"]],
        via={entry.id: entry.short for entry in entries},
    )
    search = (
        SearchEntry("", title, ""),
        *(SearchEntry(entry.id, _found_as(entry), plain(entry.text)) for entry in entries),
    )
    return press.page(REFERENCES, "references", title, html, text, search=search)


def _found_as(entry: Reference) -> str:
    return f"{entry.short}, {entry.year}"
