"""One module for each sort of page; each makes a `PublishedPage` from the course."""
