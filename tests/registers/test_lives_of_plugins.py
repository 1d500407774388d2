"""A distribution with models is put in, migrated and taken out: the others notice nothing, and nothing is lost.

Each step is a site that starts: with the distribution's folders on the path as pip leaves them, or without.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

APPS = """
from guanwei.registers.apps import PluginConfig


class DemoConfig(PluginConfig):
    name = "demo_registers"
"""
PLUGIN = """
from datetime import date

from guanwei.api import Citation, Duty, Register, Role, RuleBook, hookimpl

CITES = (Citation("演示办法", "第一条"),)


@hookimpl
def plugin_label():
    return "演示台账"


@hookimpl
def register_rule_books():
    return [RuleBook("demo.book", "演示办法", "", "清河县", date(2020, 1, 1))]


@hookimpl
def register_roles():
    return [Role("demo.keeper", "登记员", frozenset({Duty.WRITE}), CITES)]


@hookimpl
def register_registers():
    model = "demo_registers.Thing"
    return [Register("demo.things", "物品", CITES, model, ("name",), ("demo.keeper",), ("name",))]
"""
MODELS = """
from django.db import models
from guanwei.registers.models import Entry


class Thing(Entry):
    name = models.CharField(max_length=10)
"""
RAISES = MODELS + "\n\nraise RuntimeError('half of it')\n"
LOST = MODELS + "    other = models.ForeignKey('nowhere.Thing', on_delete=models.PROTECT, null=True)\n"
SITE = Path(__file__).resolve().parents[2] / "site"
ASK = """
import json
import django

django.setup()

from django.apps import apps
from django.core.management import call_command
from django.db import connection
from guanwei import registry
from guanwei.organisations.models import Unit
from guanwei.organisations.services import switch_on

call_command("check")
said = {{}}
{acts}
said["errors"] = {{each.name: each.error for each in registry.plugins() if each.error}}
said["apps"] = sorted(apps.app_configs)
print(json.dumps(said))
"""
MIGRATE = """
call_command("migrate", "organisations", verbosity=0)
call_command("migrate", "django_tasks_database", verbosity=0)
unit = Unit.objects.create(name="清河县", slug="qinghe", kind="county")
said["before"] = [str(each) for each in switch_on(unit, "demo", by=None, reason="试用")]
call_command("makemigrations", "demo_registers", verbosity=0)
call_command("migrate", "demo_registers", verbosity=0)
said["after"] = [str(each) for each in switch_on(unit, "demo", by=None, reason="试用")]
thing = apps.get_model("demo_registers.Thing")(organisation=unit, name="水准仪")
thing.save()
said["history"] = thing.history.count()
"""
COUNT = """
with connection.cursor() as cursor:
    cursor.execute("SELECT name FROM demo_registers_thing")
    said["rows"] = [each for each, in cursor.fetchall()]
call_command("migrate", "organisations", verbosity=0)
"""


@pytest.fixture
def distribution(tmp_path: Path) -> Path:
    """A folder for the path, with the package and what pip writes beside it."""
    package, info = tmp_path / "lib" / "demo_registers", tmp_path / "lib" / "demo_registers-1.0.dist-info"
    (package / "migrations").mkdir(parents=True)
    info.mkdir()
    (package / "__init__.py").write_text(PLUGIN, encoding="utf-8")
    (package / "apps.py").write_text(APPS, encoding="utf-8")
    (package / "models.py").write_text(MODELS, encoding="utf-8")
    (package / "migrations" / "__init__.py").touch()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: demo-registers\nVersion: 1.0\n")
    points = (
        "[guanwei.plugins]\ndemo = demo_registers\n[guanwei.apps]\ndemo = demo_registers.apps:DemoConfig\n"
    )
    (info / "entry_points.txt").write_text(points)
    return tmp_path / "lib"


def site(tmp_path: Path, acts: str, *paths: Path) -> dict[str, Any]:
    """What a site says that starts with ``paths``, on a database of its own, and does ``acts``."""
    done = subprocess.run(
        [sys.executable, "-c", ASK.format(acts=acts)],
        env=os.environ
        | {
            "PYTHONPATH": os.pathsep.join(map(str, [*paths, SITE])),
            "DJANGO_SETTINGS_MODULE": "project.settings.test",
            "GUANWEI_TEST_DATABASE": "sqlite",
            "GUANWEI_VAR": str(tmp_path / "var"),
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_put_in_migrated_and_taken_out(tmp_path: Path, distribution: Path) -> None:
    installed = site(tmp_path, MIGRATE, distribution)
    assert ["guanwei migrate" in each for each in installed["before"]] == [True]
    assert (installed["after"], installed["history"], installed["errors"]) == ([], 1, {})
    removed = site(tmp_path, COUNT)
    assert set(installed["apps"]) - set(removed["apps"]) == {"demo_registers"}
    assert (removed["rows"], removed["errors"]) == (["水准仪"], {})


@pytest.mark.law("L6")
@pytest.mark.parametrize(("models", "said"), [(RAISES, "half of it"), (LOST, "nowhere.thing")])
def test_models_that_are_broken_keep_nothing_but_their_own_plugin_from_starting(
    tmp_path: Path, distribution: Path, models: str, said: str
) -> None:
    (distribution / "demo_registers" / "models.py").write_text(models, encoding="utf-8")
    started = site(tmp_path, "", distribution)
    assert list(started["errors"]) == ["demo"]
    assert said in started["errors"]["demo"]


IMPORT_RAISES = "raise RuntimeError('half of it')\n"
NONE_THERE = "name = 'no migration at all'\n"
NO_PARENT = """
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("demo_registers", "0000_nowhere")]
"""
RUN_RAISES = """
from django.db import migrations


def fail(apps, editor):
    raise RuntimeError("half of it")


class Migration(migrations.Migration):
    dependencies = [("organisations", "0001_initial")]
    operations = [
        migrations.RunSQL("CREATE TABLE demo_half (id integer)"),
        migrations.RunPython(fail),
    ]
"""
HOLDS = """
import io

out = io.StringIO()
call_command("migrate", verbosity=0, stderr=out)
said["told"] = out.getvalue().strip()
from guanwei.approvals.gate import triggers_expected, triggers_standing
from guanwei.console.reporting.health import health
from guanwei.console.reporting.plugins import plugins
from guanwei.organisations.models import Activation
from guanwei.organisations.queries.rules import not_loaded
from guanwei.publishing.services import submit
from guanwei.testing.acts import signed, submitted, try_to_sign
from guanwei.testing.scenes import add_agency, make_county, staff_by_county_book, write_article

said["gate"] = triggers_expected() == triggers_standing() > 0
said["tables"] = [each for each in connection.introspection.table_names() if each == "demo_half"]
county = make_county()
school = add_agency(county.unit, "清河县教育局", "education")
staff_by_county_book(school)
by = school.people["editor"]
waiting = submitted(write_article(county, school, by), by)
Activation(unit=school.unit, plugin="demo", on=True).save()
said["held"] = [str(each) for each in submit(write_article(county, school, by), by)[1]]
said["unsigned"] = [str(each) for each in try_to_sign(waiting, school.people["reviewer"])]
water = county.water.people
done = signed(submitted(write_article(county, county.water, water["editor"]), water["editor"]), water["reviewer"])
said["others"] = done.sign_offs.count()
said["plugins"] = {each["name"]: each["error"] for each in plugins() if each["error"]}
said["health"] = [each for each in health()[1] if "demo" in each]
"""


MENDED = """
call_command("migrate", verbosity=0)
from guanwei.organisations.queries.rules import not_loaded

said["refused"] = [str(each) for each in not_loaded(Unit.objects.get(slug="education"))]
"""


@pytest.mark.law("L6")
@pytest.mark.parametrize("migration", [IMPORT_RAISES, RUN_RAISES], ids=["import", "run"])
def test_a_broken_migration_holds_its_own_organisations_alone_until_it_is_mended(
    tmp_path: Path, distribution: Path, migration: str
) -> None:
    file = distribution / "demo_registers" / "migrations" / "0001_initial.py"
    file.write_text(migration, encoding="utf-8")
    said = site(tmp_path, HOLDS, distribution)
    assert said["gate"], "the core is migrated and its triggers stand"
    assert said["tables"] == []
    told = [said["told"]] if migration == RUN_RAISES else list(said["errors"].values())
    assert "half of it" in told[0]
    for sentences in (told, said["held"], said["unsigned"], list(said["plugins"].values()), said["health"]):
        assert len(sentences) == 1, sentences
        assert "demo" in sentences[0]
        assert "\n" not in sentences[0]
    assert list(said["plugins"]) == ["demo"]
    assert said["others"] == 1
    file.write_text(RUN_RAISES.replace("raise RuntimeError", "print"), encoding="utf-8")
    assert site(tmp_path, MENDED, distribution)["refused"] == []


@pytest.mark.parametrize(
    ("migration", "said"), [(NONE_THERE, "0001_initial 里没有"), (NO_PARENT, "demo_registers.0000_nowhere")]
)
def test_a_migration_that_is_none_keeps_no_command_from_running(
    tmp_path: Path, distribution: Path, migration: str, said: str
) -> None:
    file = distribution / "demo_registers" / "migrations" / "0001_initial.py"
    file.write_text(migration, encoding="utf-8")
    started = site(
        tmp_path, 'call_command("showmigrations", stdout=__import__("io").StringIO())', distribution
    )
    assert list(started["errors"]) == ["demo"]
    assert said in started["errors"]["demo"]
