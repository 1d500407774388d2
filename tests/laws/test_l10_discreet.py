"""L10, as far as this house reaches: no secret is kept in clear, none is said aloud, people are shown by post."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from guanwei.organisations.models import Person
from guanwei.testing.acts import submitted
from guanwei.testing.scenes import PASSWORD, County, write_article

pytestmark = pytest.mark.law("L10")
SITE = Path(__file__).parents[2] / "site"


@pytest.mark.django_db
def test_the_history_of_a_person_keeps_no_password(county: County) -> None:
    person = county.water.people["editor"]
    person.set_password("another-password-2026")
    person.save()
    kept = {field.name for field in Person.history.model._meta.get_fields()}
    assert {"password", "last_login"} & kept == set()
    assert PASSWORD not in Person.objects.get(pk=person.pk).password


@pytest.mark.django_db
def test_screens_name_people_without_their_telephone_or_mail(county: County) -> None:
    people = county.water.people
    people["editor"].mobile = "13800001234"
    people["editor"].save()
    submission = submitted(write_article(county, county.water, people["editor"]), people["editor"])
    client = Client()
    client.force_login(people["reviewer"])
    for address in (
        reverse("review:queue"),
        reverse("review:sign", args=[submission.pk]),
        reverse("timeline:timeline", args=["page", submission.object_id]),
    ):
        shown = client.get(address).content.decode()
        assert submission.title in shown
        assert "13800001234" not in shown
        assert people["editor"].email not in shown


def settings_process(module: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {"PATH": os.environ["PATH"], "PYTHONPATH": str(SITE), **environment}
    return subprocess.run(
        [sys.executable, "-c", f"import {module}"], env=clean, capture_output=True, text=True, check=False
    )


def test_half_configured_production_says_what_is_missing_and_no_secret() -> None:
    done = settings_process("project.settings.production", GUANWEI_SECRET_KEY="s3cr3t" * 12)
    assert done.returncode != 0
    assert "GUANWEI_DB_PASSWORD" in done.stderr
    assert "GUANWEI_HOSTS" in done.stderr
    assert "s3cr3t" not in done.stderr


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("GUANWEI_SECRET_KEY", "short", "fewer than 50"),
        ("GUANWEI_BASE_URL", "http://office.example", "https://"),
        ("GUANWEI_HOSTS", "*", "must name hosts"),
    ],
)
def test_unsafe_production_does_not_start(name: str, value: str, sentence: str, tmp_path: Path) -> None:
    sound = {
        "GUANWEI_SECRET_KEY": "kX7-qWz9_" * 8,
        "GUANWEI_HOSTS": "office.example",
        "GUANWEI_BASE_URL": "https://office.example",
        "GUANWEI_DB_NAME": "guanwei",
        "GUANWEI_DB_USER": "guanwei",
        "GUANWEI_DB_PASSWORD": "kept-elsewhere",
        "GUANWEI_VAR": str(tmp_path),
        "GUANWEI_MAIL_HOST": "mail.office.example",
    }
    assert settings_process("project.settings.production", **sound).returncode == 0
    done = settings_process("project.settings.production", **{**sound, name: value})
    assert done.returncode != 0
    assert sentence in done.stderr


def test_the_demos_key_is_this_machines_own_and_nobody_elses_to_read(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        assert settings_process("project.settings.demo", GUANWEI_VAR=str(tmp_path / folder)).returncode == 0
    one, two = tmp_path / "one" / "demo-secret-key", tmp_path / "two" / "demo-secret-key"
    assert one.read_text() != two.read_text()
    assert stat.S_IMODE(one.stat().st_mode) == 0o600
