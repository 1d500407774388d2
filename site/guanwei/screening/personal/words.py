"""Lists of words, compiled for a search that is quick where none of them stands."""


def any_of(listed: str) -> str:
    """A pattern for one of the words, the longest first. It looks at first characters before it tries a word."""
    words = sorted(listed.split(), key=len, reverse=True)
    return f"(?=[{''.join(sorted({word[0] for word in words}))}])(?:{'|'.join(words)})"
