"""Check what is on the screen by the rules in force, as submitting would check it."""

from dataclasses import dataclass

from django.utils.timezone import localtime

from guanwei import registry
from guanwei.api import Duty, Field, FieldType, Form, ManuscriptFacts, Urgency
from guanwei.audit import clock
from guanwei.console.editor.forms.declared import name_of
from guanwei.console.findings.live.on_screen import OnScreen
from guanwei.console.findings.live.placing import Texts, texts_on
from guanwei.console.findings.live.writers import Writer
from guanwei.organisations.queries.posts import roles_with
from guanwei.organisations.queries.rules import rules_along
from guanwei.organisations.queries.tree import facts_along
from guanwei.publishing.services.submitting import rules_beside
from guanwei.registers.queries import said
from guanwei.registry import Active
from guanwei.screening.deciding import screen
from guanwei.screening.findings import Answered
from guanwei.screening.queries import answered

FORMS = {"page": Form.ARTICLE, "post": Form.POST}


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, with the answers that still count, and the way back to the screen."""

    found: tuple[Answered, ...]
    texts: Texts


def check(screened: OnScreen, writer: Writer) -> Checked:
    """Raises whatever the engine raises. A block that was let pass in the stored text is open in this one."""
    texts = texts_on(screened.texts, writer.accounts)
    active = _rules(writer)
    facts = _facts(screened, writer, texts, active)
    decision = registry.decide_screenings(facts, active)
    keepers = {each.pk for line in (writer.supplier, writer.manager) for each in line}
    units = (writer.manager[0], writer.supplier[0])
    findings = screen(facts, decision, units, keepers) if decision.screenings else []
    return Checked(tuple(answered(findings, screened.family, screened.object_id, {})), texts)


def _rules(writer: Writer) -> tuple[Active, ...]:
    """What ``rules_over`` says of the two units. One query: their lines are known."""
    supplier, manager = writer.supplier[0].pk, writer.manager[0].pk
    ruling = rules_along({supplier: writer.supplier, manager: writer.manager})
    return ruling[manager] if supplier == manager else rules_beside(ruling[manager], ruling[supplier])


def _facts(screened: OnScreen, writer: Writer, texts: Texts, active: tuple[Active, ...]) -> ManuscriptFacts:
    return ManuscriptFacts(
        kind=screened.kind,
        form=FORMS[screened.family],
        urgency=Urgency.ORDINARY,
        title=texts.title,
        text=texts.body,
        category="",
        supplier=facts_along(writer.supplier),
        manager=facts_along(writer.manager),
        now=localtime(clock.now()),
        source_name=screened.source_name,
        source_url=screened.source_url,
        original_title=screened.original_title,
        variants=tuple(texts.variants),
        apology=texts.apology,
        submitter_roles=tuple(sorted(roles_with(Duty.WRITE))),
        fields=_fields(screened, active),
    )


def _fields(screened: OnScreen, active: tuple[Active, ...]) -> tuple[tuple[str, str], ...]:
    """Declared facts as rules see them. A box that isn't ticked is sent empty."""
    typed = dict(screened.fields)
    declared = registry.catalogue().fields_for([each.plugin for each in active])
    found = {each.id: _said(each, typed[name_of(each)]) for each in declared if name_of(each) in typed}
    return tuple(sorted(found.items()))


def _said(field: Field, typed: str) -> str:
    return said(typed != "") if field.type is FieldType.YES_NO else typed
