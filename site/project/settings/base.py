"""What every installation shares. Nothing here may lift one of the laws."""

import os
from pathlib import Path

from project.plugin_apps import plugin_apps
from project.settings.doors import *
from project.settings.editing import *
from project.settings.jobs import EMBEDDED
from project.settings.languages import *
from project.themes import theme_folders

SITE = Path(__file__).resolve().parents[2]
ROOT = SITE.parent
VAR = Path(os.environ.get("GUANWEI_VAR", ROOT / "var"))

GUANWEI_THEME = os.environ.get("GUANWEI_THEME", "county")
THEME_TEMPLATES, THEME_STATIC = theme_folders(GUANWEI_THEME)

INSTALLED_APPS = [
    "guanwei.audit",
    "guanwei.organisations",
    "guanwei.accounts",
    "guanwei.screening",
    "guanwei.approvals",
    "guanwei.publishing",
    "guanwei.regulations",
    "guanwei.delivery",
    "guanwei.portal",
    "guanwei.console",
    "wagtail_modeladmin",
    "simple_history",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.api.v3",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "axes",
    "django_otp",
    "csp",
    # FK filters of wagtail-modeladmin look the "admin" app up; it has no URL here.
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    *plugin_apps(),
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "guanwei.console.doors.policy.PolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "guanwei.console.doors.middleware.DoorMiddleware",
    "guanwei.audit.middleware.ActingPersonMiddleware",
    "guanwei.console.refusals.middleware.RefusalMiddleware",
    "axes.middleware.AxesMiddleware",
    "guanwei.portal.middleware.MovedMiddleware",
]

ROOT_URLCONF = "project.urls"
WSGI_APPLICATION = "project.wsgi.application"
ASGI_APPLICATION = "project.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [*THEME_TEMPLATES],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]

AUTH_USER_MODEL = "organisations.Person"
MESSAGE_STORAGE = "guanwei.console.refusals.storage.SpeakingStorage"
LOCALE_PATHS = [SITE / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [*THEME_STATIC]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

TASKS = EMBEDDED

EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
DEFAULT_FROM_EMAIL = os.environ.get("GUANWEI_MAIL_FROM", "guanwei@localhost")

# How rules run: "child" in processes of their own (architecture, settled questions), "inline" in tests.
GUANWEI_RULES = {"mode": "child", "time_limit": 0.5}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"vanished": {"()": "guanwei.delivery.job_log.SilentOnVanished"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {"django_tasks": {"filters": ["vanished"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
