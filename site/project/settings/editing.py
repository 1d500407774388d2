"""Wagtail: its models that are ours, what its editor offers, and what may be uploaded."""

import os

from project.settings.languages import LANGUAGES

WAGTAILIMAGES_IMAGE_MODEL = "publishing.Picture"
WAGTAILDOCS_DOCUMENT_MODEL = "publishing.Attachment"
WAGTAILIMAGES_IMAGE_FORM_BASE = "guanwei.console.files.forms.PictureForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "guanwei.console.files.forms.AttachmentForm"
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_CONTENT_LANGUAGES = [("zh-hans", "简体中文")]
# One county, one clock: deadlines are read in it, so nobody chooses another.
WAGTAIL_USER_TIME_ZONES = ["Asia/Shanghai"]

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
