"""Fixtures for tests in every folder."""

from browser import axe, chromium, visit

__all__ = ["axe", "chromium", "visit"]
