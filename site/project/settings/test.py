"""Tests: SQLite by default, PostgreSQL with GUANWEI_TEST_DATABASE=postgresql; rules run in process."""

import os

from project.settings.base import *
from project.settings.base import INSTALLED_APPS, STATIC_ROOT, VAR
from project.settings.jobs import ON_POSTGRESQL, on_postgresql
from project.settings.sqlite import sqlite

DEBUG = False
SECRET_KEY = "only for the tests"
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
GUANWEI_RULES = {"mode": "inline", "time_limit": 0.5}
MEDIA_ROOT = VAR / "test-media"
_suffix = os.environ.get("GUANWEI_TEST_DB_SUFFIX", "")

if os.environ.get("GUANWEI_TEST_DATABASE", "sqlite") == "postgresql":
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": "postgres",
            "USER": os.environ.get("PGUSER", "postgres"),
            "PASSWORD": os.environ.get("PGPASSWORD", ""),
            "HOST": os.environ.get("PGHOST", "127.0.0.1"),
            "PORT": os.environ.get("PGPORT", "5432"),
            "TEST": {"NAME": f"guanwei_test{_suffix}"},
            # A crash of the test machine may lose a test's rows; nobody would miss them.
            "OPTIONS": {"options": "-c synchronous_commit=off"},
        }
    }
    INSTALLED_APPS = on_postgresql(INSTALLED_APPS)
    TASKS = ON_POSTGRESQL
    PROCRASTINATE_AUTODISCOVER_MODULE_NAME = ""
else:
    DATABASES = {"default": sqlite(VAR / "test.sqlite3")}
    DATABASES["default"]["TEST"] = {"NAME": VAR / f"test{_suffix}.sqlite3"}
VAR.mkdir(parents=True, exist_ok=True)
# WhiteNoise warns of a folder that isn't there, and a warning is an error here.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
