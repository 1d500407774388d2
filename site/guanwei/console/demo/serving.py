"""Web server, worker and recording server together, until somebody says stop."""

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from guanwei.console.demo.platform import HOST, POSTS, is_free, kept_port
from guanwei.console.demo.ports import name_port
from guanwei.console.demo.quiet import set_to
from guanwei.delivery import worker
from guanwei.delivery.recording_server import RecordingServer

READY_SECONDS = 60
STOP_SECONDS = 10
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PR_SET_PDEATHSIG = 1


def address(port: int) -> str:
    """Where the portal answers."""
    return f"http://{HOST}:{port}/"


def refuse_taken(port: int) -> None:
    """One sentence before anything is built or started."""
    if not is_free(port):
        raise CommandError(
            _("端口 %(port)d 已被别的程序占用；请换一个，例如 guanwei demo --port %(other)d。")
            % {"port": port, "other": port + 1 if port < 65535 else port - 1},
            returncode=1,
        )


def serve(port: int, ready: Callable[[], object]) -> None:
    """Serve until Ctrl-C or SIGTERM; ``ready`` is called once the portal answers. No process stays."""
    told = threading.Event()
    name_port(port)
    with _told_by_signals(told), _web(port) as web, _platform():
        _wait_for(web, port, told)
        if not told.is_set() and web.poll() is None:
            ready()
            worker.run(lambda: told.is_set() or web.poll() is not None)
        if not told.is_set():
            raise CommandError(_("网站进程意外结束，演示已停下；上面几行写着原因。"), returncode=1)


@contextmanager
def _told_by_signals(told: threading.Event) -> Iterator[None]:
    before = {number: signal.signal(number, lambda *_args: told.set()) for number in SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _web(port: int) -> Iterator[subprocess.Popen[bytes]]:
    """Granian in a session of its own: the terminal's Ctrl-C comes here, and ends it from here."""
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", HOST, "--port", str(port)]
    command += ["--blocking-threads", "4", "--log-level", "warning", "project.wsgi:application"]
    web = subprocess.Popen(
        command,
        env=_environment(port),
        start_new_session=True,
        preexec_fn=partial(_end_with_us, _c_library()),
    )
    try:
        yield web
    finally:
        _end(web)


def _environment(port: int) -> dict[str, str]:
    path = os.pathsep.join(filter(None, [str(settings.SITE), os.environ.get("PYTHONPATH", "")]))
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE,
        "GUANWEI_BASE_URL": address(port).rstrip("/"),
        "PYTHONPATH": path,
    }


def _c_library() -> Any:
    """Loaded before the fork: afterwards nothing may be loaded any more."""
    return ctypes.CDLL(None)


def _end_with_us(library: Any) -> None:
    """Should this process be killed outright, Linux ends the web server too."""
    if sys.platform == "linux":
        library.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _end(web: subprocess.Popen[bytes]) -> None:
    web.terminate()
    try:
        web.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        pass
    finally:
        # What is left of its session, if it didn't end by itself.
        with suppress(ProcessLookupError):
            os.killpg(web.pid, signal.SIGKILL)
        web.wait()


@contextmanager
def _platform() -> Iterator[RecordingServer]:
    port = kept_port()
    try:
        platform = RecordingServer(port, settings.VAR / POSTS).start()
    except OSError:
        raise CommandError(
            _("试运行平台的端口 %(port)d 已被别的程序占用；已登记的地址都用这个端口，请先停下那个程序。")
            % {"port": port},
            returncode=1,
        ) from None
    try:
        with set_to("GUANWEI_RECORDING_URL", platform.url):
            yield platform
    finally:
        platform.shutdown()
        platform.server_close()


def _wait_for(web: subprocess.Popen[bytes], port: int, told: threading.Event) -> None:
    """Until the portal answers; whatever it answers, it is there."""
    ends = time.monotonic() + READY_SECONDS
    while web.poll() is None and not told.is_set() and time.monotonic() < ends:
        try:
            urllib.request.urlopen(address(port), timeout=READY_SECONDS).close()  # noqa: S310 - our own address
        except urllib.error.HTTPError:
            return
        except OSError:
            told.wait(0.2)
        else:
            return
