"""Runs a worker's round in a process of its own, again and again, and dies by SIGKILL at the point named.

``python crashing_sender.py <database> <recording address>`` reads from stdin a line ``<point> <moment>`` a run
(point 0: live through it) and answers with a line ``<signal> <points met> <label of the last one>``.

A point stands before and after each statement that writes, each commit and each call of the platform, wherever
in the code it is made; and at each line of the delivery room that runs between the announcement and the end
(a line that runs again with neither write nor call in between is the same point).
Whoever adds a write, a call or a line there adds a point.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import FrameType
from typing import Any

SITE = Path(__file__).resolve().parents[2] / "site"
ROOM = str(SITE / "guanwei" / "delivery")
WRITES = ("INSERT", "UPDATE", "DELETE", "BEGIN", "SAVEPOINT", "RELEASE")


class Points:
    """Counts the points that a run meets, and dies at one of them."""

    def __init__(self, fatal: int) -> None:
        self.fatal, self.met, self.last = fatal, 0, ""
        self.lines: set[str] = set()

    def meet(self, label: str) -> None:
        self.met, self.last = self.met + 1, label
        if self.met == self.fatal:
            report(self)
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, what: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def worked(*args: Any, **kwargs: Any) -> Any:
            self.meet(f"before {what}")
            result = work(*args, **kwargs)
            self.lines.clear()
            self.meet(f"after {what}")
            return result

        return worked

    def statement(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        """Wraps every statement of Django's connection. The announcement is when lines begin to count."""
        verb = sql.split(None, 1)[0].upper()
        if verb not in WRITES:
            return execute(sql, params, many, context)
        result = self.around(sql[:60], execute)(sql, params, many, context)
        if "about_to_send" in map(str, params or ()):
            self.watch_lines()
        return result

    def watch_lines(self) -> None:
        sys.settrace(self.trace)
        frame: FrameType | None = sys._getframe()
        while frame is not None:
            frame.f_trace = self.trace(frame, "call", None)
            frame = frame.f_back

    def trace(self, frame: FrameType, event: str, _argument: Any) -> Any:
        if not frame.f_code.co_filename.startswith(ROOM):
            return None
        if event == "line":
            line = f"{frame.f_code.co_filename.removeprefix(ROOM)}:{frame.f_lineno}"
            if line not in self.lines:
                self.lines.add(line)
                self.meet(line)
        return self.trace


def report(points: Points) -> None:
    os.write(3, f"{points.met} {points.last}\n".encode())


@contextmanager
def counted(points: Points) -> Iterator[None]:
    """Every statement, commit and call of this process meets its points."""
    import httpx
    from django.db import connection

    connection.ensure_connection()
    connection._commit = points.around("COMMIT", connection._commit)
    send = httpx.Client.send

    def counted_send(client: httpx.Client, request: httpx.Request, **kwargs: Any) -> httpx.Response:
        return points.around(request.method, send)(client, request, **kwargs)

    httpx.Client.send = counted_send  # type: ignore[assignment,method-assign]
    with connection.execute_wrapper(points.statement):
        yield


def run(fatal: int, moment: str) -> None:
    """One worker's round."""
    from guanwei.audit import clock
    from guanwei.delivery import services

    points = Points(fatal)
    with counted(points), clock.at(datetime.fromisoformat(moment)):
        services.send_due()
        sys.settrace(None)
    report(points)


def serve() -> None:
    """A fork a run: everything is loaded already, and no connection is open yet."""
    for line in sys.stdin:
        fatal, moment = line.split()
        mine, theirs = os.pipe()
        child = os.fork()
        if child == 0:
            os.dup2(theirs, 3)
            run(int(fatal), moment)
            os._exit(0)
        os.close(theirs)
        with open(mine, encoding="utf-8") as told:
            said = told.read().strip()
        _pid, status = os.waitpid(child, 0)
        print(os.WTERMSIG(status) if os.WIFSIGNALED(status) else -os.WEXITSTATUS(status), said, flush=True)  # noqa: T201


def main(database: str, address: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "project.settings.test"
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = database
    settings.GUANWEI_RECORDING_URL = address
    import django

    django.setup()
    from guanwei import registry
    from guanwei.delivery import services  # noqa: F401 - loaded before the first fork
    from guanwei.delivery.channels import recording  # noqa: F401

    registry.catalogue()
    os.open(os.devnull, os.O_WRONLY)
    serve()


if __name__ == "__main__":
    main(*sys.argv[1:])
