"""``guanwei``: the one command, a thin face on Django's own."""

import os
import subprocess
import sys
from typing import Any

DONE, NO, BAD_USE = 0, 1, 2
OURS = "guanwei.console"
# Benchmarks run two projects in processes of their own, so their command has no settings and is no room's.
BENCH, BENCHES = "bench", "guanwei.testing.bench"


def main(argv: list[str] | None = None) -> int:
    """Run ``guanwei ARGS``. Returns 0 done, 1 no, 2 bad use; bad input gets a sentence, never a traceback."""
    arguments = sys.argv[1:] if argv is None else argv
    if arguments[:1] == [BENCH]:
        return subprocess.call([sys.executable, "-m", BENCHES, *arguments[1:]])
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings.demo")
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management.base import CommandError
    from django.db import DatabaseError

    try:
        django.setup()
        return _run(arguments)
    except CommandError as error:
        return _say(str(error), error.returncode)
    except ImproperlyConfigured as error:
        return _say(str(error), BAD_USE)
    except DatabaseError as error:
        return _say(f"数据库没有准备好（{error}）；请先运行 guanwei migrate。", NO)
    except BrokenPipeError:
        # The reader of a pipe went away: nothing is wrong with us.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NO
    except KeyboardInterrupt:
        return NO


def _say(sentence: str, code: int) -> int:
    sys.stderr.write(f"{sentence.strip()}\n")
    return code


def _run(arguments: list[str]) -> int:
    from django.core.management import get_commands

    commands = get_commands()
    named = {name.replace("_", "-") for name, app in commands.items() if app == OURS}
    ours = "、".join(sorted(named | {BENCH}))
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        (sys.stdout if arguments else sys.stderr).write(f"用法：guanwei 命令 [参数]。命令：{ours}。\n")
        return DONE if arguments else BAD_USE
    name = arguments[0] if arguments[0] in commands else arguments[0].replace("-", "_")
    if name not in commands:
        return _say(f"没有“{arguments[0]}”这个命令；可用的是：{ours}。", BAD_USE)
    command, options = _parsed(commands[name], name, arguments[1:])
    command.execute(*options.pop("args", ()), **options)
    return DONE


def _parsed(app: Any, name: str, arguments: list[str]) -> tuple[Any, dict[str, Any]]:
    """The command with its options, as ``manage.py`` would have them; misuse ends with 2."""
    from django.core.management import load_command_class
    from django.core.management.base import CommandError

    command = app if not isinstance(app, str) else load_command_class(app, name)
    try:
        return command, vars(command.create_parser("guanwei", name.replace("_", "-")).parse_args(arguments))
    except CommandError as error:
        raise CommandError(str(error), returncode=BAD_USE) from None


if __name__ == "__main__":
    sys.exit(main())
