"""One file a command; ``guanwei NAME`` runs it."""
