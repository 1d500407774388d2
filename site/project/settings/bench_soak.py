"""``guanwei bench soak`` and its workers: as production runs, with a platform on this machine."""

import os

from project.settings.base import *
from project.settings.base import INSTALLED_APPS, VAR
from project.settings.jobs import ON_POSTGRESQL, on_postgresql

DEBUG = False
SECRET_KEY = "only for the soak"
ALLOWED_HOSTS = ["testserver"]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": os.environ["GUANWEI_DB_NAME"],
        "USER": os.environ.get("PGUSER", "postgres"),
        "PASSWORD": os.environ.get("PGPASSWORD", ""),
        "HOST": os.environ.get("PGHOST", "127.0.0.1"),
        "PORT": os.environ.get("PGPORT", "5432"),
    }
}
INSTALLED_APPS = on_postgresql(INSTALLED_APPS)
TASKS = ON_POSTGRESQL
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = ""
MEDIA_ROOT = VAR / "soak-media"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
GUANWEI_RECORDING_URL = os.environ.get("GUANWEI_RECORDING_URL", "")
