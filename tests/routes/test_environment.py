"""No switch lifts a law: every name that our code reads from the environment or the settings was looked at."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.law("L1")
SITE = Path(__file__).resolve().parents[2] / "site"
# The environment, by what each says. None of them is asked where the gate, signatures or the sender decide.
ENVIRONMENT = {
    "DJANGO_SETTINGS_MODULE": "which settings",
    "GUANWEI_VAR": "the folder for files",
    "GUANWEI_THEME": "the portal's look",
    "GUANWEI_BASE_URL": "the admin's address in mails",
    "GUANWEI_MAIL_FROM": "the sender of mails",
    "GUANWEI_DB_HOST": "the database's machine",
    "GUANWEI_DB_NAME": "its name",
    "GUANWEI_DB_PORT": "its port",
    "GUANWEI_RECORDING_URL": "where the posts of the demo and the bench go",
    "GUANWEI_TEST_DB_SUFFIX": "the name of the tests' database",
    "GUANWEI_TEST_DATABASE": "which database the tests use",
    "PGUSER": "the tests' database",
    "PGPASSWORD": "the tests' database",
    "PGHOST": "the tests' database",
    "PGPORT": "the tests' database",
    "GUANWEI_SECRET_KEY_BEFORE": "the key that is being replaced",
    "GUANWEI_IDLE_MINUTES": "after how long at rest a session ends, 5 to 60",
    "GUANWEI_PROXIES": "how many front servers an address has passed",
    "PYTHONPATH": "where a process of our own finds the code",
    # Read through KEPT of running.py.
    "key": "where the child that looks into files finds Python and its libraries",
    # Read through the table NEEDED of production.py.
    "name": "the names in NEEDED: secrets, hosts, addresses, the database",
}
SETTINGS = {
    "MIGRATION_MODULES": "which apps' tables are made: not those of a plugin that isn't loaded",
    "DEFAULT_FROM_EMAIL": "the sender of mails",
    "GUANWEI_IDLE_MINUTES": "after how long at rest a session ends",
    "GUANWEI_POLICIES": "what pages may load, sent to browsers",
    "GUANWEI_PROXIES": "how many front servers an address has passed",
    "SECRET_KEY_FALLBACKS": "keys that are being replaced",
    "SETTINGS_MODULE": "which settings",
    "SITE": "the folder of the code",
    "TASKS": "where jobs wait",
    "WAGTAILADMIN_BASE_URL": "the admin's address in mails",
    "WAGTAILDOCS_EXTENSIONS": "kinds of attachments",
    "WAGTAILDOCS_MAX_UPLOAD_SIZE": "how large one may be",
    "WAGTAILIMAGES_EXTENSIONS": "kinds of pictures",
    "WAGTAILIMAGES_MAX_IMAGE_PIXELS": "how large a picture may be",
    "WAGTAILIMAGES_MAX_UPLOAD_SIZE": "how large one may be",
    "AUTH_USER_MODEL": "who a person is",
    "DATA_UPLOAD_MAX_MEMORY_SIZE": "how much a request may carry",
    "GUANWEI_RULES": "how rules run and for how long; not whether",
    "GUANWEI_RECORDING_URL": "where the demo's posts go",
    "LANGUAGES": "languages of the screens",
    "LANGUAGE_CODE": "the office's language",
    "MEDIA_ROOT": "where files are",
    "SECRET_KEY": "signs sessions and tokens",
    "TIME_ZONE": "the office's clock",
    # Names of the policies of browsers, one by one.
    "name": "Wagtail's limits of uploads",
    "DATABASES": "the database",
    "VAR": "the folder for files",
}


def sources() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(SITE.rglob("*.py")):
        if not {"migrations", "testing"} & set(path.parts):
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def _name(node: ast.AST) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    return node.id if isinstance(node, ast.Name) else ast.dump(node)


def _is_environment(node: ast.AST) -> bool:
    return ast.unparse(node) in ("os.environ", "environ")


def _asks_environment(function: ast.AST) -> bool:
    method = isinstance(function, ast.Attribute) and _is_environment(function.value)
    return method or ast.unparse(function) == "os.getenv"


def environment_read(tree: ast.Module) -> Iterator[str]:
    """``os.environ[x]``, ``os.environ.get(x)``, ``os.getenv(x)``, and anything else done to the environment."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript) and _is_environment(node.value):
            yield _name(node.slice)
        elif isinstance(node, ast.Call) and _asks_environment(node.func) and node.args:
            yield _name(node.args[0])


def settings_read(tree: ast.Module) -> Iterator[str]:
    """``settings.X`` and ``getattr(settings, X)``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "settings" and node.attr.isupper():
            yield node.attr
        elif isinstance(node, ast.Call) and ast.unparse(node).startswith("getattr(settings,"):
            yield _name(node.args[1])


@pytest.mark.defends("a switch in the environment", by="administrator")
def test_every_variable_of_the_environment_was_looked_at() -> None:
    read = {name for _path, tree in sources() for name in environment_read(tree)}
    assert read - set(ENVIRONMENT) == set(), (
        "a new variable: it must not lift a law; then put it into the table"
    )


@pytest.mark.defends("a switch in the settings", by="administrator")
def test_every_setting_was_looked_at() -> None:
    read = {name for _path, tree in sources() for name in settings_read(tree)}
    assert read - set(SETTINGS) == set(), "a new setting: it must not lift a law; then put it into the table"


@pytest.mark.parametrize("room", ["approvals", "audit", "publishing", "delivery"])
def test_the_rooms_that_decide_ask_no_environment(room: str) -> None:
    asked = [
        str(path.relative_to(SITE))
        for path, tree in sources()
        if path.is_relative_to(SITE / "guanwei" / room) and list(environment_read(tree))
    ]
    assert asked == []


def test_the_environment_is_read_nowhere_by_another_name() -> None:
    """``from os import environ`` or a copy of it would pass the walk by."""
    hidden = [
        str(path.relative_to(SITE))
        for path, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and node.module == "os"
        and {each.name for each in node.names} & {"environ", "getenv", "environb"}
    ]
    assert hidden == []
