"""词表: the screens in which units keep their word lists."""
