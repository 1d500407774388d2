"""审批表: the day's official form on the screen, on paper and in the archive."""
