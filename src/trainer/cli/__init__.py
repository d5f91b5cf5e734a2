"""The command `trainer`. click is imported here and nowhere else."""

from trainer.cli.main import main

__all__ = ["main"]
