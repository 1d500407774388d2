"""What becomes of a push and of its articles when one of them, or all of it, is gone from the platform.

A platform lets one article of a push be deleted, but only by hand; no channel is asked for it. The push stands
with the rest. Where the whole push is gone, so is every article.
"""

from django.utils.translation import gettext as _

from guanwei.delivery import journal
from guanwei.delivery.models import Delivery, DeliveryState, Event
from guanwei.delivery.queries.carried import carried_by, carrier_of
from guanwei.delivery.states import move
from guanwei.organisations.models import Person
from guanwei.publishing.services import recall as recall_part


def note_article_gone(article: Delivery, by: Person | None) -> None:
    """The push's own journal says which of its articles was deleted."""
    carrier = carrier_of(article)
    if carrier is not None:
        said = _("%(place)s《%(title)s》") % {"place": carrier, "title": article.title}
        journal.write(carrier.push, Event.ARTICLE_GONE, by=by, reason=said, address=article.part.address)


def note_articles_gone(push: Delivery, event: Event, by: Person | None) -> None:
    """Every article that still stood went with the push."""
    if "articles" not in push.payload:
        return
    for article in carried_by(push).select_for_update(of=("self",)):
        move(article, DeliveryState.WITHDRAWN)
        article.problem = ""
        article.save()
        journal.write(article, event, by=by, reason=_("整次推送已撤回"), address=article.part.address)
        recall_part(article.part)
