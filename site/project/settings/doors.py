"""The doors: who is let in, for how long, and what a browser may do with our pages."""

import os
from datetime import timedelta

from project.checked import idle_minutes
from project.policies import ADMIN, PREVIEW, PUBLIC

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
