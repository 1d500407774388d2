"""What the loaded plugins declare, by id. Plain data: rule functions are replaced by a stand-in."""

from collections.abc import Callable, Iterable, Sequence, Set
from datetime import date
from functools import cached_property
from typing import Protocol, TypeVar

from guanwei.api import (
    ApprovalRoute,
    Body,
    Category,
    Channel,
    Check,
    Clause,
    Column,
    Confirmation,
    Declarations,
    Field,
    Linkage,
    OfficialForm,
    PasswordPolicy,
    Register,
    Role,
    RuleBook,
    ScreeningRule,
    Theme,
    UnitKind,
)
from guanwei.registry.elements import Element, elements, served_by, without
from guanwei.registry.in_force import rules_in_force
from guanwei.registry.loaded import Loaded, LoadedPlugin
from guanwei.registry.validation import HOOKS, parts


class _Named(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Named)


class Catalogue:
    """Immutable. Questions for one thing by its id answer None where no loaded plugin declares it.

    Tuples run by plugin name, then in declaration order.
    """

    def __init__(self, loaded: Sequence[Loaded]) -> None:
        ordered = sorted(loaded, key=lambda one: one.plugin.name)
        self._loaded = tuple(ordered)
        self.plugins: tuple[LoadedPlugin, ...] = tuple(one.plugin for one in ordered)
        self._plugins = {plugin.name: plugin for plugin in self.plugins}
        self._at_entry: dict[date, tuple[ScreeningRule, ...]] = {}
        self._declared = {one.plugin.name: one.declarations for one in ordered}
        self._owners = _owners(ordered)
        self.rule_books: tuple[RuleBook, ...] = self._all(lambda declared: declared.rule_books)
        self.roles: tuple[Role, ...] = self._all(lambda declared: declared.roles)
        self.categories: tuple[Category, ...] = self._all(lambda declared: declared.categories)
        self.fields: tuple[Field, ...] = self._all(lambda declared: declared.fields)
        self.routes: tuple[ApprovalRoute, ...] = self._all(lambda declared: declared.routes)
        self.linkages: tuple[Linkage, ...] = self._all(lambda declared: declared.linkages)
        self.forms: tuple[OfficialForm, ...] = self._all(lambda declared: declared.forms)
        self.channels: tuple[Channel, ...] = self._all(lambda declared: declared.channels)
        self.themes: tuple[Theme, ...] = self._all(lambda declared: declared.themes)
        self.password_policies: tuple[PasswordPolicy, ...] = self._all(
            lambda declared: declared.password_policies
        )
        self.clauses: tuple[Clause, ...] = self._all(lambda declared: declared.clauses)
        self.checks: tuple[Check, ...] = self._all(lambda declared: declared.checks)
        self.confirmations: tuple[Confirmation, ...] = self._all(lambda declared: declared.confirmations)
        self.columns: tuple[Column, ...] = self._all(lambda declared: declared.columns)
        self.registers: tuple[Register, ...] = self._all(lambda declared: declared.registers)
        self.unit_kinds: tuple[UnitKind, ...] = self._all(lambda declared: declared.unit_kinds)
        self.bodies: tuple[Body, ...] = self._all(lambda declared: declared.bodies)

    def plugin(self, name: str) -> LoadedPlugin | None:
        """The plugin of that name, loaded or not."""
        return self._plugins.get(name)

    def of(self, plugin: str) -> Declarations:
        """What one plugin declares; nothing where it isn't loaded."""
        return self._declared.get(plugin, Declarations())

    def owner_of(self, declared_id: str) -> LoadedPlugin | None:
        """Who declares the id. Of several plugins that require the same core fact, the first by name."""
        return self._owners.get(declared_id)

    def rule_book(self, book_id: str) -> RuleBook | None:
        return _by_id(self.rule_books, book_id)

    def books_titled(self, document: str) -> tuple[RuleBook, ...]:
        """The books that hold the document, their newest edition first."""
        titled = [book for book in self.rule_books if document in book.documents]
        return tuple(sorted(titled, key=lambda book: book.in_force_from, reverse=True))

    def role(self, role_id: str) -> Role | None:
        return _by_id(self.roles, role_id)

    def category(self, category_id: str) -> Category | None:
        return _by_id(self.categories, category_id)

    def field(self, field_id: str) -> Field | None:
        return _by_id(self.fields, field_id)

    def route(self, route_id: str) -> ApprovalRoute | None:
        return _by_id(self.routes, route_id)

    def form(self, form_id: str) -> OfficialForm | None:
        return _by_id(self.forms, form_id)

    def clause(self, clause_id: str) -> Clause | None:
        return _by_id(self.clauses, clause_id)

    def channel(self, channel_id: str) -> Channel | None:
        return _by_id(self.channels, channel_id)

    def theme(self, theme_id: str) -> Theme | None:
        return _by_id(self.themes, theme_id)

    def serving(self, clause: str) -> tuple[Element, ...]:
        """The elements that serve the clause; none for one that no element serves."""
        return self._serving.get(clause, ())

    def without(self, clauses: Set[str]) -> "Catalogue":
        """The same plugins without the elements that serve one of the clauses."""
        return Catalogue([one.declaring(without(one.declarations, clauses)) for one in self._loaded])

    def check(self, check_id: str) -> Check | None:
        return _by_id(self.checks, check_id)

    def column(self, column_id: str) -> Column | None:
        return _by_id(self.columns, column_id)

    def register(self, register_id: str) -> Register | None:
        return _by_id(self.registers, register_id)

    def unit_kind(self, kind_id: str) -> UnitKind | None:
        return _by_id(self.unit_kinds, kind_id)

    def categories_for(self, plugin_names: Iterable[str]) -> tuple[Category, ...]:
        """In the order of the names given, then in declaration order."""
        return tuple(item for name in plugin_names for item in self.of(name).categories)

    def fields_for(self, plugin_names: Iterable[str]) -> tuple[Field, ...]:
        """In the order of the names given, then in declaration order. A core fact may come more than once."""
        return tuple(item for name in plugin_names for item in self.of(name).fields)

    def screenings_at_entry(self, day: date) -> tuple[ScreeningRule, ...]:
        """What refuses a draft before it is stored, of every plugin, by the books in force on ``day``.

        Asked at every write of a draft: computed once a day.
        """
        if day not in self._at_entry:
            self._at_entry = {day: self._refusing_at_entry(day)}
        return self._at_entry[day]

    def _refusing_at_entry(self, day: date) -> tuple[ScreeningRule, ...]:
        return tuple(
            ScreeningRule(each, plugin.name, plugin.version)
            for plugin in self.plugins
            if any(each.at_entry for each in self.of(plugin.name).screenings)
            for each in rules_in_force(self.of(plugin.name), day).screenings
            if each.at_entry
        )

    @cached_property
    def _serving(self) -> dict[str, tuple[Element, ...]]:
        found: dict[str, dict[Element, None]] = {}
        for plugin, declared in self._declared.items():
            for name, thing in elements(declared):
                for clause in served_by(thing):
                    found.setdefault(clause, {})[Element(name, type(thing).__name__, plugin)] = None
        return {clause: tuple(serving) for clause, serving in found.items()}

    def _all(self, kind: Callable[[Declarations], tuple[T, ...]]) -> tuple[T, ...]:
        return tuple(item for declared in self._declared.values() for item in kind(declared))


def _by_id(items: tuple[T, ...], wanted: str) -> T | None:
    return next((item for item in items if item.id == wanted), None)


def _owners(loaded: Sequence[Loaded]) -> dict[str, LoadedPlugin]:
    owners: dict[str, LoadedPlugin] = {}
    for one in loaded:
        for kind, _expected in HOOKS.values():
            for item in getattr(one.declarations, kind):
                for part in parts(item):
                    owners.setdefault(part.id, one.plugin)
    return owners
