"""``guanwei demo [--port N] [--no-serve]``: makes the demo county once, and serves it."""

from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from guanwei.console.demo.lock import alone
from guanwei.console.demo.logins import farewell
from guanwei.console.demo.making import make_demo
from guanwei.console.demo.serving import address, refuse_taken, serve

SETTINGS = "project.settings.demo"


def port_number(text: str) -> int:
    """A port of this machine that a program may choose."""
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise ArgumentTypeError(_("端口是 1 到 65535 之间的整数"))
    return int(text)


class Command(BaseCommand):
    """Idempotent: what is whole stays as it is, what was left half-made is made anew."""

    help = "make the demo county once, and serve it: web, worker and recording server together"
    # The database may not be there yet.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=port_number, default=8000)
        parser.add_argument("--no-serve", action="store_true", help="only make it")

    def handle(self, *_args: Any, port: int, no_serve: bool, **_options: Any) -> None:
        if settings.SETTINGS_MODULE != SETTINGS:
            sentence = _(
                "演示只在 %(wanted)s 下运行，现在是 %(now)s；请去掉环境变量 DJANGO_SETTINGS_MODULE。"
            )
            raise CommandError(sentence % {"wanted": SETTINGS, "now": settings.SETTINGS_MODULE}, returncode=2)
        with alone(settings.VAR):
            if not no_serve:
                refuse_taken(port)
            made = make_demo(port, self._say)
            call_command("collectstatic", verbosity=0, interactive=False)
            if no_serve:
                self._say(_("演示县已建好。") if made else _("演示县早已建好，没有改动。"))
                return
            serve(port, lambda: self._say(farewell(address(port)) + _("按 Ctrl-C 停止。")))

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()
