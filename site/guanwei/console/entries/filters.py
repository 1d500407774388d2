"""Filters of a register's list: in or out of the register, and whose."""

from typing import Any

from django.contrib.admin import SimpleListFilter
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from guanwei.console.entries.rights import reach_in
from guanwei.organisations.rights.holdings import known_units


class StateFilter(SimpleListFilter):
    """在册 or 已注销."""

    title = _("状态")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("open", _("在册")), ("closed", _("已注销"))]

    def queryset(self, request: HttpRequest, rows: QuerySet[Any]) -> QuerySet[Any]:
        chosen = self.value()
        return rows.filter(closed_on__isnull=chosen == "open") if chosen in ("open", "closed") else rows


class OrganisationFilter(SimpleListFilter):
    """For those who read several organisations' entries; nothing to choose for all others."""

    title = _("机构")
    parameter_name = "organisation"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        known, reads = known_units(request.user), reach_in(model_admin.model, request.user).reads
        return [(known[pk].slug, str(known[pk])) for pk in sorted(reads)] if len(reads) > 1 else []

    def queryset(self, request: HttpRequest, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.filter(organisation__slug=self.value()) if self.value() else rows
