"""Citations opened: our summary beside the original wording; and loading the original."""
