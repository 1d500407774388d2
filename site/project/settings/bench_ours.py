"""Our side of ``guanwei bench editor``: as the demo runs, in a database of its own."""

from project.settings.base import *
from project.settings.base import VAR
from project.settings.sqlite import sqlite

GUANWEI_BENCH_SIDE = "ours"
DEBUG = False
SECRET_KEY = "only for the benchmark"
ALLOWED_HOSTS = ["testserver"]
DATABASES = {"default": sqlite(VAR / "bench-ours.sqlite3")}
MEDIA_ROOT = VAR / "bench-media"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
