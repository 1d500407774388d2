"""What every installation shares. Nothing here may lift one of the laws."""

import os
from pathlib import Path

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
    "guanwei.approvals",
    "guanwei.publishing",
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
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    # FK filters of wagtail-modeladmin look the "admin" app up; it has no URL here.
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "guanwei.audit.middleware.ActingPersonMiddleware",
    "guanwei.console.refusals.middleware.RefusalMiddleware",
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
# Rights derive from posts held (architecture, decided).
AUTHENTICATION_BACKENDS = ["guanwei.organisations.rights.backend.PostsBackend"]
MESSAGE_STORAGE = "guanwei.console.refusals.storage.SpeakingStorage"
WAGTAILIMAGES_IMAGE_MODEL = "publishing.Picture"
WAGTAILDOCS_DOCUMENT_MODEL = "publishing.Attachment"
WAGTAILIMAGES_IMAGE_FORM_BASE = "guanwei.console.files.forms.PictureForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "guanwei.console.files.forms.AttachmentForm"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_CONTENT_LANGUAGES = [("zh-hans", "简体中文")]
# One county, one clock: deadlines are read in it, so nobody chooses another.
WAGTAIL_USER_TIME_ZONES = ["Asia/Shanghai"]
LOCALE_PATHS = [SITE / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True
DATE_FORMAT = "Y-m-d"
DATETIME_FORMAT = "Y-m-d H:i"
FORMAT_MODULE_PATH = ["project.formats"]

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [*THEME_STATIC]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
# Nobody stays signed in past the working day, and there is no "remember me".
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "SAMEORIGIN"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "delivery"]}}

WAGTAIL_SITE_NAME = "官微"
WAGTAILADMIN_BASE_URL = os.environ.get("GUANWEI_BASE_URL", "http://127.0.0.1:8000")
WAGTAILADMIN_USER_LOGIN_FORM = "guanwei.console.home.login.LoginForm"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILADMIN_COMMENTS_ENABLED = True
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
# Our driver decides who signs next; the stock chain would publish at its end (law L1).
WAGTAIL_WORKFLOW_ENABLED = False
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "pdf", "txt", "xlsx"]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}

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
