"""Why an item is held: which plugin and rule, and who can do what next."""

from guanwei.registry.sentences.asking import MEND, SWITCH


def rule_failed(plugin: str, rule: str, failure: str) -> str:
    """A rule that failed holds the item (law L6)."""
    return f"插件“{plugin}”的规则“{rule}”{failure}；{MEND}。"


def plugin_failed(plugin: str, failure: str) -> str:
    """The same, where the rule isn't known."""
    return f"插件“{plugin}”{failure}；{MEND}。"


def held(plugin: str, times: int) -> str:
    """The breaker is open."""
    return (
        f"插件“{plugin}”连续 {times} 次运行超时，已暂停使用；请系统管理员检查后解除暂停，或安装修复后的版本。"
    )


def not_loaded(plugin: str, error: str) -> str:
    """An activation names a plugin that isn't loaded (law L6)."""
    return f"本单位启用的插件“{plugin}”没有装载：{error}请系统管理员修复或安装该插件，或停用它后再提交。"


def not_installed() -> str:
    """Nothing of that name was found."""
    return "系统中没有安装这个插件。"


def routes_of_one_plugin(plugin: str, first: str, second: str) -> str:
    """One plugin, two applying routes."""
    return f"插件“{plugin}”的流程“{first}”和“{second}”同时适用，无法确定走哪一个；{MEND}。"


def routes_of_equal_rank(first: tuple[str, str], second: tuple[str, str]) -> str:
    """Two plugins of equal rank, each with a route. Pairs of plugin and route."""
    return (
        f"插件“{first[0]}”的流程“{first[1]}”和插件“{second[0]}”的流程“{second[1]}”同级且同时适用，"
        f"无法确定走哪一个；{SWITCH}。"
    )


def orders_conflict(first: tuple[str, str], second: tuple[str, str]) -> str:
    """Two linkages of equal rank that differ. Pairs of plugin and linkage."""
    return (
        f"插件“{first[0]}”的“{first[1]}”和插件“{second[0]}”的“{second[1]}”"
        f"对联动发布的先后要求相反；{SWITCH}。"
    )


def no_route() -> str:
    """Nobody answers."""
    return (
        "现行规则中没有适用于这篇稿件的审批流程，不能提交；"
        "请系统管理员为本单位启用规则插件，或请规则插件的作者补充流程。"
    )
