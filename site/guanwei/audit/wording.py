"""Words that go into the record: in the office's language, whoever's screen they come from."""

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import override


def on_record(words: Promise) -> str:
    """``words`` (from ``gettext_lazy``) as the record keeps them: what is signed must not vary with a screen."""
    with override(settings.LANGUAGE_CODE):
        return str(words)
