"""Migrations of a new, throw-away database in a fifth of the time: for the demo county and for tests.

Django renders every model that hangs together with a changed one after each operation, and here nearly all
do, by way of the person. Most operations look at one model. What nobody asks for is not rendered here.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ModelState, ProjectState, StateApps
from django.utils.functional import cached_property

Key = tuple[str, str]


class AppsOnDemand(StateApps):
    """Renders a model, and what it points to, when it is asked for; and all when somebody asks who points at it."""

    def __init__(
        self, real_apps: set[str], models: dict[Key, ModelState], before: "StateOnDemand | None"
    ) -> None:
        self._waiting: dict[Key, ModelState] = {}
        self._before = before
        super().__init__(real_apps, models)

    def render_multiple(self, model_states: Iterable[ModelState]) -> None:
        """Only remember them."""
        self._waiting.update({(each.app_label, each.name_lower): each for each in model_states})

    def get_model(self, app_label: str, model_name: str | None = None, require_ready: bool = True) -> Any:
        """``app_label`` may be both parts with a dot, as in Django's own."""
        if model_name is None:
            app_label, model_name = app_label.split(".")
        key = app_label, model_name.lower()
        # SQLite's new columns come last where the model before was rendered before.
        if self._before is not None and key in self._before.models:
            self._before.apps.get_model(*key)
        self._render([key])
        return self.get_registered_model(app_label, model_name)

    @cache  # noqa: B019 (clear_cache() empties it, as it does with Django's own)
    def get_models(self, *args: Any, **kwargs: Any) -> Any:
        """Every model: the way by which Django finds what points at one."""
        self._render(list(self._waiting))
        return StateApps.get_models.__wrapped__(self, *args, **kwargs)

    def get_app_configs(self) -> Any:
        """Each with its models."""
        self._render(list(self._waiting))
        return super().get_app_configs()

    def get_app_config(self, app_label: str) -> Any:
        """With its models."""
        self._render(list(self._waiting))
        return super().get_app_config(app_label)

    def look_at(self, models: dict[Key, ModelState]) -> None:
        """Render what still waits from ``models``: the earlier ones are about to be changed in place."""
        self._before = None
        self._waiting = {key: models.get(key, each) for key, each in self._waiting.items()}

    def _render(self, wanted: list[Key]) -> None:
        if not any(key in self._waiting for key in wanted):
            return
        with self.bulk_update():
            while wanted:
                if found := self._waiting.pop(wanted.pop(), None):
                    found.render(self)
                wanted += [key for key in self._pending_operations if key in self._waiting]


class StateOnDemand(ProjectState):
    """A state whose models are rendered on demand, and handed to the copy that is kept as "before"."""

    _before: "StateOnDemand | None" = None

    def clone(self) -> "StateOnDemand":
        """Django copies a state before each operation: the copy takes over what was rendered."""
        models = {key: each.clone() for key, each in self.models.items()}
        copy = StateOnDemand(models, self.real_apps)
        if "apps" in self.__dict__:
            copy.apps = self.__dict__.pop("apps")
            copy.apps.look_at(models)
        self._before = copy
        return copy

    @cached_property
    def apps(self) -> AppsOnDemand:
        return AppsOnDemand(self.real_apps, self.models, self._before)


@contextmanager
def models_on_demand() -> Iterator[None]:
    """Migrate inside."""
    slowly = MigrationExecutor._migrate_all_forwards

    def quickly(executor: Any, state: ProjectState, *args: Any, **kwargs: Any) -> ProjectState:
        after = slowly(executor, StateOnDemand(state.models, state.real_apps), *args, **kwargs)
        return ProjectState(after.models, after.real_apps)

    MigrationExecutor._migrate_all_forwards = quickly
    try:
        yield
    finally:
        MigrationExecutor._migrate_all_forwards = slowly
