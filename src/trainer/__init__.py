"""Trainer turns a course written as YAML into a static training site.

The packages stand in the order in which a course flows through them; each imports
only what stands further down (`docs/architecture.md`):

    cli → mkdocs_site → pipeline → targets → publication | checks
        → loading | markup → activities → model → problems → words
"""

__version__ = "0.1.0"
