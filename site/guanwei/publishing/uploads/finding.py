"""What an inspection finds."""


class Unfit(Exception):
    """The file can't be taken. The message is one sentence for the person who chose it."""
