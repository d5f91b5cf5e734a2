"""Reads a course: files → nodes → values. yaml is imported here and nowhere else."""

from trainer.loading.course import load
from trainer.loading.loaded import Loaded
from trainer.loading.reading import COURSE_FILE
from trainer.loading.rules import RULES
from trainer.loading.schema import FILES, documentation, schema

__all__ = ["COURSE_FILE", "FILES", "RULES", "Loaded", "documentation", "load", "schema"]
