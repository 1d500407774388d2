"""Applications that a plugin might bring: one that can be used, and some that can't."""
