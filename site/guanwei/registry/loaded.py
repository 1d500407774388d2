"""A plugin as the registry knows it."""

from dataclasses import dataclass, replace

from guanwei.api import Declarations, RuleBook

NOTHING = Declarations()


@dataclass(frozen=True, slots=True)
class LoadedPlugin:
    """One found plugin. With an ``error`` (one sentence) it isn't loaded and declares nothing.

    ``hooks`` are the names of the hooks that it implements, sorted.
    """

    name: str
    version: str
    label: str
    module: str
    rule_books: tuple[RuleBook, ...] = ()
    hooks: tuple[str, ...] = ()
    error: str = ""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A plugin with what it declares; nothing where it has an error."""

    plugin: LoadedPlugin
    declarations: Declarations = NOTHING

    def declaring(self, declarations: Declarations) -> "Loaded":
        """The same plugin with other declarations."""
        return Loaded(replace(self.plugin, rule_books=declarations.rule_books), declarations)

    def failed(self, error: str) -> "Loaded":
        """The same plugin, not loaded, with the reason."""
        known = self.plugin
        return Loaded(LoadedPlugin(known.name, known.version, known.label, known.module, error=error))
