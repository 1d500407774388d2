"""What can be done with entries: put in, changed, closed. Refusals are sentences; nothing is written then."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guanwei.api import Refusal, Register
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.audit.wording import on_record
from guanwei.organisations.models import Person
from guanwei.organisations.queries.roles import role_label
from guanwei.registers.models import Entry
from guanwei.registers.queries import declared, field_of
from guanwei.registers.reach import reach_of

PUT_IN = gettext_lazy("登记")


def add_entry(entry: Entry, by: Person, reason: str = "") -> list[Refusal]:
    """Put a new entry into its organisation's register."""
    return refusals_to_keep(entry, by) or _write(entry, by, reason or on_record(PUT_IN))


def change_entry(entry: Entry, by: Person, reason: str) -> list[Refusal]:
    """Change an open entry. What names it is judged by what it says from now on."""
    return refusals_to_keep(entry, by) or _without_reason(reason) or _write(entry, by, reason)


def close_entry(entry: Entry, by: Person, reason: str) -> list[Refusal]:
    """注销: it stays in the register and can't be chosen any more."""
    refusals = refusals_to_keep(entry, by) or _without_reason(reason)
    if not refusals:
        entry.closed_on = clock.today()
        with acting(by, reason.strip()):
            entry.save()
    return refusals


def refusals_to_keep(entry: Entry, by: Person) -> list[Refusal]:
    """Why ``by`` may not write this entry today, and who may."""
    found = declared(type(entry))
    if found is None:
        return [not_declared(entry._meta.verbose_name)]
    register, plugin = found
    if entry.organisation_id not in reach_of(by, register, plugin.name).keeps:
        return [kept_by_others(register)]
    if not entry.is_open:
        said = _("“%(entry)s”已于%(day)s注销，不再改动；需要的话请另行登记。")
        return [_refusal(said % {"entry": entry, "day": entry.closed_on}, register)]
    return []


def not_declared(name: object) -> Refusal:
    """Its plugin is gone, or doesn't keep it any more."""
    return Refusal(_("没有已装载的规则包登记%(name)s；请系统管理员查看规则包的装载情况。") % {"name": name})


def kept_by_others(register: Register) -> Refusal:
    """Who keeps it, and when."""
    said = _("%(register)s由本机构的%(roles)s登记，规则包停用期间不登记；请由他们办理。")
    roles = _("、").join(map(role_label, register.kept_by))
    return _refusal(said % {"register": register.label, "roles": roles}, register)


def _refusal(sentence: str, register: Register) -> Refusal:
    return Refusal(sentence, register.cites, register.id)


def _without_reason(reason: str) -> list[Refusal]:
    return [] if reason.strip() else [Refusal(_("请写明理由：登记事项的变更和注销都要留下依据。"))]


def _write(entry: Entry, by: Person, reason: str) -> list[Refusal]:
    try:
        entry.full_clean()
    except ValidationError as incomplete:
        return _in_sentences(entry, incomplete)
    with acting(by, reason.strip()):
        entry.save()
    return []


def _in_sentences(entry: Entry, incomplete: ValidationError) -> list[Refusal]:
    """What the model says against itself, each with the article that the register cites."""
    found = declared(type(entry))
    cites = found[0].cites if found else ()
    return [
        Refusal(_about(entry, name, each), cites)
        for name, sentences in incomplete.message_dict.items()
        for each in sentences
    ]


def _about(entry: Entry, name: str, problem: str) -> str:
    if name == NON_FIELD_ERRORS:
        return problem
    return _("%(label)s：%(problem)s") % {
        "label": field_of(type(entry), name).verbose_name,
        "problem": problem,
    }
