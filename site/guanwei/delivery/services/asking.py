"""Ask a platform what became of a marker. Reads only; whatever a transport does, an outcome comes of it."""

import logging

from django.utils.translation import gettext as _

from guanwei.delivery.transports import NotSent, Outcome, Pending, Sent, Transport, Unknown

logger = logging.getLogger(__name__)


def asked(transport: Transport, key: str) -> Outcome:
    """What ``transport`` finds under ``key``."""
    try:
        return understood(transport.find(key))
    except Exception as error:
        logger.exception("the transport of %s raised while it was asked", key)
        return Unknown(_("查询程序出错（%(error)s）") % {"error": type(error).__name__})


def understood(answer: object) -> Outcome:
    """The answer, where it is one. A transport of a plugin may say anything."""
    if isinstance(answer, Sent) and isinstance(answer.address, str) and answer.address:
        return answer
    if isinstance(answer, NotSent | Unknown | Pending):
        return answer
    return Unknown(_("渠道程序的回答不合约定（%(type)s）") % {"type": type(answer).__name__})
