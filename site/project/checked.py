"""Values from the environment that must lie within bounds. A bad one stops the start, with one sentence."""

from django.core.exceptions import ImproperlyConfigured


def number_within(name: str, said: str, least: int, most: int) -> int:
    """``said`` as a whole number from ``least`` to ``most``. Raises ImproperlyConfigured."""
    stripped = said.strip()
    if not stripped.isascii() or not stripped.isdigit() or not least <= int(stripped[:9]) <= most:
        raise ImproperlyConfigured(
            f"Guanwei does not start: {name} must be a whole number from {least} to {most}."
        )
    return int(stripped)


def idle_minutes(said: str) -> int:
    """After how many minutes without activity a session ends."""
    return number_within("GUANWEI_IDLE_MINUTES", said, 5, 60)


def proxies(said: str) -> int:
    """How many of our own servers stand in front."""
    return number_within("GUANWEI_PROXIES", said, 0, 5)
