"""``guanwei bench NAME``: ratios within one run, both sides doing the same checked work."""
