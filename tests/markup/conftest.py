"""What the tests of `trainer.markup` share."""

from collections.abc import Callable, Mapping

import pytest

from trainer.markup import parse, parse_line, render


class ExampleResolver:
    """Finds everything but what is called `gone`, and knows two references."""

    cited: Mapping[str, str] = {"lustig": "Lustig, about 2007", "knowlton": "Knowlton, n.d."}

    def link(self, scheme: str, target: str) -> str | None:
        if target in ("gone", "images/gone.png"):
            return None
        return f"../{target}" if scheme == "image" else f"{scheme}s/{target}.html"

    def link_attributes(self, scheme: str, target: str) -> Mapping[str, str]:
        return {"data-tr-note": f"note-{target}"} if scheme in ("term", "reference") else {}

    def citation(self, id_: str) -> str | None:
        return self.cited.get(id_)


@pytest.fixture(scope="session")
def resolver() -> ExampleResolver:
    return ExampleResolver()


@pytest.fixture(scope="session")
def html_of(resolver: ExampleResolver) -> Callable[..., str]:
    """Parse and render in one go."""

    def html(source: str, *, line: bool = False, heading_shift: int = 0, prefix: str = "") -> str:
        document = parse_line(source) if line else parse(source)
        return render(document, resolver, heading_shift=heading_shift, prefix=prefix)

    return html
