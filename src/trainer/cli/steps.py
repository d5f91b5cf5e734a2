"""What a long command is doing: one line that changes on a terminal, plain lines elsewhere."""

import sys
from types import TracebackType
from typing import Self

import click


class Steps:
    """Shows steps on the error stream, so that a command's output stays clean."""

    def __init__(self) -> None:
        self.live = sys.stderr.isatty()
        self.step = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.clear()

    def begin(self, step: str) -> None:
        """Begin a step."""
        self.step = step
        self._show(f"{step} …")

    def count(self, done: int, total: int) -> None:
        """Tell how far the step is; only a terminal shows it."""
        if self.live:
            self._show(f"{self.step} … {done}/{total}")

    def clear(self) -> None:
        """Take the changing line off the terminal."""
        if self.live:
            click.echo("\r\x1b[2K", nl=False, err=True)

    def _show(self, line: str) -> None:
        if self.live:
            click.echo(f"\r\x1b[2K{line}", nl=False, err=True)
        else:
            click.echo(line, err=True)
