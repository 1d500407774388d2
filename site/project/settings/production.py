"""Production: PostgreSQL, secrets from the environment, secure cookies. Refuses to start half-configured."""

import os

from django.core.exceptions import ImproperlyConfigured

from project.checked import proxies
from project.settings.base import *
from project.settings.base import INSTALLED_APPS
from project.settings.jobs import ON_POSTGRESQL, on_postgresql

NEEDED = {
    "GUANWEI_SECRET_KEY": "a random string of at least 50 characters",
    "GUANWEI_HOSTS": "the host names served, separated by commas",
    "GUANWEI_BASE_URL": "the address of the admin, https://…",
    "GUANWEI_DB_NAME": "the PostgreSQL database",
    "GUANWEI_DB_USER": "the PostgreSQL role of the application",
    "GUANWEI_DB_PASSWORD": "its password",
    "GUANWEI_VAR": "the folder for media and collected static files",
    "GUANWEI_MAIL_HOST": "the mail server that notices go through",
}


def _checked() -> dict[str, str]:
    found = {name: os.environ.get(name, "").strip() for name in NEEDED}
    missing = [f"{name} ({NEEDED[name]})" for name, value in found.items() if not value]
    if missing:
        raise ImproperlyConfigured("Guanwei does not start: set " + "; ".join(missing) + ".")
    if len(found["GUANWEI_SECRET_KEY"]) < 50:
        raise ImproperlyConfigured("Guanwei does not start: GUANWEI_SECRET_KEY has fewer than 50 characters.")
    if len(set(found["GUANWEI_SECRET_KEY"])) < 5:
        raise ImproperlyConfigured("Guanwei does not start: GUANWEI_SECRET_KEY repeats a few characters.")
    if not found["GUANWEI_BASE_URL"].startswith("https://"):
        raise ImproperlyConfigured("Guanwei does not start: GUANWEI_BASE_URL must begin with https://.")
    if "*" in found["GUANWEI_HOSTS"]:
        raise ImproperlyConfigured("Guanwei does not start: GUANWEI_HOSTS must name hosts, not *.")
    return found


_env = _checked()
DEBUG = False
SECRET_KEY = _env["GUANWEI_SECRET_KEY"]
# While a key is being replaced: sessions, tokens and second factors made with the earlier one still count.
SECRET_KEY_FALLBACKS = [each for each in [os.environ.get("GUANWEI_SECRET_KEY_BEFORE", "").strip()] if each]
ALLOWED_HOSTS = [host.strip() for host in _env["GUANWEI_HOSTS"].split(",")]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": _env["GUANWEI_DB_NAME"],
        "USER": _env["GUANWEI_DB_USER"],
        "PASSWORD": _env["GUANWEI_DB_PASSWORD"],
        "HOST": os.environ.get("GUANWEI_DB_HOST", ""),
        "PORT": os.environ.get("GUANWEI_DB_PORT", ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
}
INSTALLED_APPS = on_postgresql(INSTALLED_APPS)
TASKS = ON_POSTGRESQL
# Our own worker runs the jobs; nothing of theirs is looked for.
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = ""
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = _env["GUANWEI_MAIL_HOST"]

CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
# The TLS server in front; it writes X-Forwarded-For and X-Forwarded-Proto itself.
GUANWEI_PROXIES = proxies(os.environ.get("GUANWEI_PROXIES", "1"))
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# The prefix holds browsers to Secure, to this host and to the whole site: no subdomain can plant one.
SESSION_COOKIE_NAME = "__Host-guanwei"
CSRF_COOKIE_NAME = "__Host-csrf"
CSRF_COOKIE_HTTPONLY = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
