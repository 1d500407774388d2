"""A soak: editors and reviewers at work at once, workers killed at random; nothing lost, nothing double."""
