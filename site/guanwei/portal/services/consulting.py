"""A citizen asks whoever leads a column."""

import re
import unicodedata

from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.audit.acting import acting
from guanwei.organisations.models import Person
from guanwei.portal.models import ColumnPage, Consultation, ContactLook
from guanwei.portal.queries.declared import declared_of
from guanwei.portal.queries.materials import consultation_of

SHORTEST, LONGEST, CONTACT = 5, 1000, 60
REACHABLE = re.compile(r"\+?[\d\s()-]{5,20}|[^@\s]+@[^@\s]+\.[^@\s]+")


def consult(
    column: ColumnPage, question: str, contact: str = ""
) -> tuple[Consultation | None, list[Refusal]]:
    """Keep the question for the unit that leads the column, or say what is wrong with it."""
    question, contact = _plain(question), _plain(contact)
    refusals = [*_of_column(column), *_of_words(question, contact)]
    if refusals:
        return None, refusals
    made = Consultation.objects.create(column=column, unit=column.unit, question=question, contact=contact)
    return made, []


def look_at_contact(consultation: Consultation, by: Person) -> str:
    """How to reach the citizen, with a line that ``by`` looked (law L10). Whether ``by`` may is asked before."""
    with acting(by, "consultation.look"):
        ContactLook.objects.create(consultation=consultation, person=by)
    return consultation.contact


def _plain(text: str) -> str:
    """Without what can't be seen; lines stay."""
    kept = (each for each in text if each == "\n" or not unicodedata.category(each).startswith("C"))
    return "".join(kept).strip()


def _of_column(column: ColumnPage) -> list[Refusal]:
    if column.live and consultation_of(declared_of(column)) is not None:
        return []
    return [Refusal(_("“%(title)s”目前不接受咨询；请改从其他栏目咨询。") % {"title": column.title})]


def _of_words(question: str, contact: str) -> list[Refusal]:
    found = []
    if not SHORTEST <= len(question) <= LONGEST:
        said = _("请把咨询的内容写在%(least)d到%(most)d字之间。")
        found.append(Refusal(said % {"least": SHORTEST, "most": LONGEST}))
    if contact and (len(contact) > CONTACT or not REACHABLE.fullmatch(contact)):
        found.append(Refusal(_("联系方式请填电话号码或电子邮箱；不需要联系的可以留空。")))
    return found
