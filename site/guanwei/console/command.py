"""``guanwei``: the one command, a thin face on Django's own."""

import os
import sys

DONE, NO, BAD_USE = 0, 1, 2


def main(argv: list[str] | None = None) -> int:
    """Run ``guanwei ARGS``. Returns 0 done, 1 no, 2 bad use; never shows a traceback for bad input."""
    arguments = sys.argv[1:] if argv is None else argv
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings.demo")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import ManagementUtility, get_commands
    from django.core.management.base import CommandError

    try:
        utility = ManagementUtility(["guanwei", *arguments])
        known = sorted(name for name, app in get_commands().items() if app == "guanwei.console")
        if not arguments or arguments[0] in ("-h", "--help", "help"):
            sys.stdout.write("guanwei " + " | ".join(known) + "\n")
            return DONE if arguments else BAD_USE
        if arguments[0] not in get_commands():
            sys.stderr.write(f"没有“{arguments[0]}”这个命令；可用的是：{'、'.join(known)}。\n")
            return BAD_USE
        _run(utility, arguments)
    except CommandError as error:
        sys.stderr.write(f"{error}\n")
        return int(error.returncode)
    except ImproperlyConfigured as error:
        sys.stderr.write(f"{error}\n")
        return BAD_USE
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        return NO
    return DONE


def _run(utility: "object", arguments: list[str]) -> None:
    """As ``manage.py`` would, but letting the command's own errors through."""
    import django

    django.setup()
    command = utility.fetch_command(arguments[0])  # type: ignore[attr-defined]
    command._called_from_command_line = True
    parser = command.create_parser("guanwei", arguments[0])
    options = vars(parser.parse_args(arguments[1:]))
    command.execute(*options.pop("args", ()), **options)


if __name__ == "__main__":
    sys.exit(main())
