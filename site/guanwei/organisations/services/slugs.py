"""A unit's code (代号): how other systems and the command line name it."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.organisations.models import Unit

LONGEST = 60


def slug_problems(slug: str) -> list[Refusal]:
    """Why the code can't be taken."""
    try:
        validate_slug(slug)
    except ValidationError:
        return [Refusal(_("代号只能用英文字母、数字、连字符和下划线；请改正。"))]
    if len(slug) > LONGEST:
        return [Refusal(_("代号最长 %(longest)d 个字符；请缩短。") % {"longest": LONGEST})]
    if Unit.objects.filter(slug=slug).exists():
        return [Refusal(_("代号“%(slug)s”已有单位使用；请另取一个。") % {"slug": slug})]
    return []
