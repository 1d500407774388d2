"""Where the demo's platform listens and keeps its posts: one port for good, since addresses name it."""

import socket

from django.conf import settings

PORT = "demo-platform-port"
POSTS = "demo-platform-posts.jsonl"
FIRST, LAST = 8090, 8099
HOST = "127.0.0.1"


def is_free(port: int) -> bool:
    """Whether this machine's ``port`` can be listened on now."""
    with socket.socket() as trial:
        # As servers do: a connection that lately ended there keeps nobody off.
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((HOST, port))
        except OSError:
            return False
    return True


def free_port() -> int:
    """A port for the platform; 0, which means any, where all the usual ones are taken."""
    return next((port for port in range(FIRST, LAST + 1) if is_free(port)), 0)


def keep_port(port: int) -> None:
    """Remember the platform's port; ``project.settings.demo`` reads it."""
    (settings.VAR / PORT).write_text(f"{port}\n", encoding="ascii")


def kept_port() -> int:
    """The port that the recorded addresses name."""
    return int((settings.VAR / PORT).read_text(encoding="ascii"))
