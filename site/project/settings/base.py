"""What every installation shares. Nothing here may lift one of the laws."""

import os
from datetime import timedelta
from pathlib import Path

from project.checked import idle_minutes
from project.policies import ADMIN, PREVIEW, PUBLIC
from project.settings.jobs import EMBEDDED
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
# Rights derive from posts held (architecture, decided).
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "guanwei.organisations.rights.backend.PostsBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    # Older hashes still open the door once, and are replaced then.
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
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
    {"NAME": "guanwei.organisations.doors.passwords.RuleBooksValidator"},
]
# Failed sign-ins: figures and exceptions stand in guanwei.console.doors.attempts.
AXES_HANDLER = "guanwei.console.doors.attempts.DoorHandler"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_USERNAME_CALLABLE = "guanwei.console.doors.attempts.kept_name"
AXES_CLIENT_IP_CALLABLE = "guanwei.console.doors.arrivals.address_of"
AXES_LOCKOUT_CALLABLE = "guanwei.console.doors.views.entrance.kept_out"
# How many of our own servers stand in front and write X-Forwarded-For. 0: the header is not believed.
GUANWEI_PROXIES = 0

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
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_ENGINE = "guanwei.console.doors.store"
# A session in which nothing happens for so long ends (5 to 60 minutes).
GUANWEI_IDLE_MINUTES = idle_minutes(os.environ.get("GUANWEI_IDLE_MINUTES", "30"))
# Nobody frames our pages; Wagtail's previews say otherwise for themselves.
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {"DIRECTIVES": PUBLIC}
GUANWEI_POLICIES = {"admin": ADMIN, "preview": PREVIEW}

TASKS = EMBEDDED

WAGTAIL_SITE_NAME = "官微"
WAGTAILADMIN_BASE_URL = os.environ.get("GUANWEI_BASE_URL", "http://127.0.0.1:8000")
WAGTAILADMIN_USER_LOGIN_FORM = "guanwei.console.home.login.LoginForm"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILADMIN_COMMENTS_ENABLED = True
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
# A forgotten password is set anew by an administrator: no link that opens the door goes by mail.
WAGTAIL_PASSWORD_RESET_ENABLED = False
# Our driver decides who signs next; the stock chain would publish at its end (law L1).
WAGTAIL_WORKFLOW_ENABLED = False
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "pdf", "txt", "xlsx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
# Nothing that was uploaded is shown inside the site: it is saved.
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []
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
