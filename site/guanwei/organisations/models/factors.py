"""A person's second factor. No secret lies in the database: it is derived from the installation's key and a salt."""

from collections.abc import Iterator

from django.conf import settings
from django.db import models
from django.utils.crypto import get_random_string, salted_hmac
from django.utils.translation import gettext_lazy as _
from django_otp.models import Device, ThrottlingMixin
from django_otp.oath import TOTP

from guanwei.audit import clock

STEP, DIGITS, NEIGHBOURS = 30, 6, 1
LONGEST_WAIT = 900
SALT = "guanwei.second-factor"


def new_salt() -> str:
    """22 letters and digits: 130 bits."""
    return get_random_string(22)


class Authenticator(ThrottlingMixin, Device):
    """An app on a person's phone that shows a new code every half minute (RFC 6238)."""

    salt = models.CharField(max_length=32, default=new_salt, editable=False)
    last_step = models.BigIntegerField(default=-1, editable=False)
    since = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("身份验证器")
        verbose_name_plural = _("身份验证器")
        constraints = [
            # One that counts, and one that waits for its first code.
            models.UniqueConstraint(fields=["user", "confirmed"], name="one_authenticator_a_person")
        ]

    def secret(self, key: str = "") -> bytes:
        """20 bytes. ``key`` is an earlier SECRET_KEY, while one is being replaced."""
        return salted_hmac(SALT, self.salt, secret=key or None, algorithm="sha1").digest()

    def verify_token(self, token: str) -> bool:
        """Whether ``token`` is one of now that has not been used. Wait for ``verify_is_allowed`` first."""
        if not self.verify_is_allowed()[0]:
            return False
        if self._fits(token):
            self.throttle_reset(commit=False)
            self.save()
            return True
        self.throttle_increment()
        return False

    def _fits(self, token: str) -> bool:
        if len(token) != DIGITS or not token.isascii() or not token.isdigit():
            return False
        for key in ("", *settings.SECRET_KEY_FALLBACKS):
            totp = TOTP(self.secret(key), STEP, 0, DIGITS)
            totp.time = clock.now().timestamp()
            if totp.verify(int(token), NEIGHBOURS, self.last_step + 1):
                self.last_step = totp.t()
                return True
        return False

    def get_throttle_factor(self) -> float:
        """Seconds to wait after a wrong code: 1, 2, 4 … up to 15 minutes, so that nobody is kept out for days."""
        return min(1.0, LONGEST_WAIT / 2 ** max(0, self.throttling_failure_count - 1))


def code_digests(person_id: int, code: str) -> Iterator[str]:
    """What a recovery code is kept as; by every key that still counts. 80 random bits need no slow hash."""
    for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        yield salted_hmac(f"{SALT}.{person_id}", code, secret=key, algorithm="sha256").hexdigest()


class RecoveryCode(models.Model):
    """One of the codes on paper, for a lost phone. Gone once it is used."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="recovery_codes"
    )
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = _("备用码")
        verbose_name_plural = _("备用码")

    def __str__(self) -> str:
        return self.digest[:6]
