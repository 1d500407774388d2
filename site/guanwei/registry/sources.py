"""Where plugins come from: entry points, the core's own county book, and what a caller adds."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.metadata import entry_points

import guanwei
from guanwei.registry import sentences

GROUP = "guanwei.plugins"
COUNTY = "county"


@dataclass(frozen=True, slots=True)
class Source:
    """A plugin before it is imported. ``version`` is empty where only the module can tell it.

    ``problem`` is a sentence where the plugin can't even be tried.
    """

    name: str
    module: str
    version: str = ""
    problem: str = ""


_broken: dict[str, str] = {}


def note_broken_app(plugin: str, problem: str) -> None:
    """The Django application of a plugin can't be used (``problem`` is a clause): the plugin isn't loaded then."""
    _broken[plugin] = sentences.app_unusable(plugin, problem)


def note_broken_models(plugin: str, problem: str) -> None:
    """As above, for its models."""
    _broken[plugin] = sentences.models_unusable(plugin, problem)


def note_broken_migrations(plugin: str, problem: str) -> None:
    """As above, for what makes its tables."""
    _broken[plugin] = sentences.migrations_unusable(plugin, problem)


def find_sources(extra: Mapping[str, str]) -> tuple[Source, ...]:
    """All plugins by name; nothing is imported. ``extra`` maps names to modules and wins over the rest."""
    installed: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for point in entry_points(group=GROUP):
        installed[point.name].add((point.value, point.dist.version if point.dist else ""))
    sources = {name: _only_one(name, candidates) for name, candidates in installed.items()}
    # The core's book can't be replaced by installing a package of the same name.
    sources[COUNTY] = Source(COUNTY, "guanwei.county", guanwei.__version__)
    for name, module in extra.items():
        known = sources.get(name)
        version = known.version if known and known.module == module else ""
        sources[name] = Source(name, module, version)
    for name, problem in _broken.items():
        sources[name] = replace(sources.get(name, Source(name, "")), problem=problem)
    return tuple(sources[name] for name in sorted(sources))


def _only_one(name: str, candidates: set[tuple[str, str]]) -> Source:
    """Two distributions that claim one name: neither is loaded, or the order of installation would decide."""
    first, *others = sorted(candidates)
    if not others:
        return Source(name, *first)
    modules = [module for module, _version in sorted(candidates)]
    return Source(name, "、".join(modules), problem=sentences.name_claimed_twice(name, modules))
