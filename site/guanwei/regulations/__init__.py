"""The original wording of published regulations: an agency's own file, split into articles that citations open."""
