"""Why a plugin isn't loaded."""

from collections.abc import Sequence


def name_claimed_twice(name: str, modules: Sequence[str]) -> str:
    """Two distributions, one plugin name."""
    return f"插件名“{name}”被 {len(modules)} 个安装包同时使用（{'、'.join(modules)}），请卸载其中多余的。"


def invalid(plugin: str, problem: str) -> str:
    """A declaration that can't be accepted."""
    return f"插件“{plugin}”的声明有误：{problem}。"


def import_failed(plugin: str, problem: str) -> str:
    """Importing or declaring raised."""
    return f"插件“{plugin}”装载时出错：{problem}。"


def import_too_long(plugin: str, seconds: float) -> str:
    """Importing or declaring ran past the start limit."""
    return f"插件“{plugin}”装载超过 {seconds:g} 秒，已被终止。"


def import_died(plugin: str) -> str:
    """Importing or declaring ended its process."""
    return f"插件“{plugin}”装载时终止了规则进程。"


def app_unusable(plugin: str, problem: str) -> str:
    """Its Django application can't be imported or isn't one."""
    return f"插件“{plugin}”的 Django 应用不能使用：{problem}。"


def models_unusable(plugin: str, problem: str) -> str:
    """Its models raise, or Django finds fault with them."""
    return f"插件“{plugin}”的数据表模型有误：{problem}。"


def no_migration(module: str) -> str:
    """A clause: the file of a migration holds none."""
    return f"{module} 里没有 Migration"


def dependency_missing(module: str, label: str, wanted: str) -> str:
    """A clause: a migration rests on one that isn't there."""
    return f"{module} 依赖的 {label}.{wanted} 不存在"


def migrations_unusable(plugin: str, problem: str) -> str:
    """A migration of its can't be read."""
    return f"插件“{plugin}”的数据表升级文件（migrations）有误：{problem}。"


def id_of_two(taken: str, first: str, second: str) -> str:
    """Two plugins declare the same id."""
    return f"编号“{taken}”由插件“{first}”和“{second}”同时声明，后者“{second}”未装载。"


def dangling(plugin: str, owner: str, wanted: str) -> str:
    """A role, route or step that nobody declares."""
    return f"插件“{plugin}”的“{owner}”引用了“{wanted}”，但没有任何已装载的插件声明它。"


def label_missing() -> str:
    """No plugin_label."""
    return "没有用 plugin_label 给出中文名称"


def hook_unknown(detail: str) -> str:
    """pluggy's own words: it names the hook."""
    return f"实现了不存在或参数不符的钩子（{detail}）"


def hook_wraps(hook: str) -> str:
    """Wrappers have no meaning where implementations are called singly."""
    return f"钩子 {hook} 不能用 wrapper 方式实现"


def too_many(hook: str, most: int) -> str:
    """Probably an endless generator."""
    return f"{hook}() 返回的声明超过 {most} 个"
