"""One screen a subject."""
