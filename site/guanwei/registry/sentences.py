"""Every sentence that the registry says to people. Plain strings: this room has no Django.

A sentence that holds an item says which plugin (and rule), and who can do what next.
"""

from collections.abc import Sequence

LONGEST_QUOTE = 300
"""Characters of an exception's own text that are quoted."""

MEND = "请系统管理员联系插件作者修复，修复前本事项不能继续"
SWITCH = "请系统管理员在“插件启用”中调整其中一个，或联系插件作者修改规则"


def of_exception(error: BaseException) -> str:
    """Type and text of an exception, shortened; exceptions that can't be printed too."""
    try:
        text = " ".join(f"{error} ".split())[:LONGEST_QUOTE]
    except BaseException:
        text = ""
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


# Why a plugin isn't loaded


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


def wrong_type(where: str, wanted: str, found: str) -> str:
    """A value of another type."""
    return f"{where} 应为 {wanted}，实际为 {found}"


def wrong_length(where: str, wanted: int, found: int) -> str:
    """A tuple of another length."""
    return f"{where} 应有 {wanted} 项，实际为 {found} 项"


def name_malformed(name: str) -> str:
    """A plugin name outside the pattern."""
    return f"插件名“{name}”只能由小写字母、数字、连字符和下划线组成"


def id_without_prefix(found: str, prefix: str) -> str:
    """An id that doesn't say whose it is."""
    return f"编号“{found}”应以“{prefix}”开头"


def id_twice(found: str) -> str:
    """One id for two things of one plugin."""
    return f"编号“{found}”重复"


def uncited(found: str) -> str:
    """Law L3."""
    return f"“{found}”没有注明依据条款"


def book_never_in_force(book: str) -> str:
    """Dates the wrong way round."""
    return f"规则书“{book}”的失效日期不晚于施行日期"


def rules_without_book() -> str:
    """Rules that could never be in force."""
    return "声明了规则却没有声明规则书，规则无从生效"


def more_least_than_most(role: str) -> str:
    """Bounds the wrong way round."""
    return f"岗位“{role}”的最少人数大于最多人数"


def field_without_sentence(field: str) -> str:
    """An editor must be able to read what is missing."""
    return f"字段“{field}”没有写明缺失时的提示语"


def transport_malformed(channel: str, transport: str) -> str:
    """Not module:attribute."""
    return f"渠道“{channel}”的 transport“{transport}”应写作 module:attribute"


def policy_out_of_bounds(policy: str) -> str:
    """A password that nobody could choose."""
    return f"密码要求“{policy}”超出范围：长度 0至64，字符种类 1至3，有效期 0至120 个月，不得重复的旧密码 0至24 个"


def route_without_steps(route: str) -> str:
    """A chain of nothing."""
    return f"流程“{route}”没有任何步骤"


def group_of_nobody(step: str, group: str) -> str:
    """The route doesn't declare the group."""
    return f"步骤“{step}”的会签组“{group}”没有在流程中声明"


def group_torn(group: str) -> str:
    """Steps of a group with others between them, too few, or too many to foresee."""
    return f"会签组“{group}”应由 2 至 8 个相连的审核或核对步骤组成"


def group_quorum(group: str, steps: int) -> str:
    """More than there are."""
    return f"会签组“{group}”的通过人数应在 0（全部）至 {steps} 之间"


def several_in_a_quorum(step: str) -> str:
    """Counting steps and counting people at once would leave the reader guessing."""
    return f"步骤“{step}”所在的会签组只须部分步骤通过，其中的步骤不能再要求多人签"


def signatures_out_of_range(step: str, most: int) -> str:
    """None, or more than any office has."""
    return f"步骤“{step}”的签署人数应在 1 至 {most} 之间"


def release_is_plain(step: str) -> str:
    """One act of one person."""
    return f"发布步骤“{step}”不能会签、多人签、纸质签、否决或改稿"


def paper_is_plain(step: str) -> str:
    """The paper carries one signature, and what is printed isn't edited."""
    return f"纸质签署步骤“{step}”不能多人签、改稿、否决，也没有核对清单"


def binding_without_veto(step: str) -> str:
    """A word without meaning."""
    return f"步骤“{step}”没有否决权，不必声明 binding"


def veto_in_a_group(step: str) -> str:
    """Silent steps don't count towards a quorum."""
    return f"可以不签的否决步骤“{step}”不能放在会签组中，也不能要求多人签"


# What a rule did wrong


def raised(problem: str) -> str:
    """The rule raised."""
    return f"运行出错（{problem}）"


def not_a_bool(found: str) -> str:
    """The rule answered something else than True or False."""
    return f"没有回答 True 或 False，而是 {found}"


def changed_facts() -> str:
    """The rule wrote into its facts."""
    return "改动了交给它的事实"


def overran(seconds: float) -> str:
    """The rule was stopped at the limit."""
    return f"运行超过 {seconds:g} 秒，已被终止"


def died() -> str:
    """The rule ended its process."""
    return "终止了规则进程"


def process_not_started(problem: str) -> str:
    """A new process couldn't load the plugins that an earlier one had loaded; ``problem`` is a sentence."""
    return f"无法运行规则，因为{problem.rstrip('。')}"


# Refusals


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


# Emergency routes


def telephone_without_second_review(step: str) -> str:
    """Consent by telephone outside an emergency route."""
    return f"环节“{step}”接受电话同意，但所在流程没有规定补审；电话同意只用于突发事件的流程"


def telephone_is_plain(step: str) -> str:
    """What can't be done in a call."""
    return (
        f"环节“{step}”接受电话同意，只能是由一人签署的审核环节，不能同时是纸质签署、多人签署、审改或否决环节"
    )


def second_review_without_steps(review: str) -> str:
    """Nobody would sign."""
    return f"补审“{review}”没有环节"


def second_review_out_of_range(review: str, most: int) -> str:
    """No time, or no time limit."""
    return f"补审“{review}”的时限须在 1 至 {most} 小时之间"


def second_review_of_subject(owner: str) -> str:
    """A post that depends on the item's subject."""
    return f"“{owner}”不能由按事项分管的领导担任，请写明是哪个单位的职务"


def emergency_route_in_ordinary_times(plugin: str, route: str) -> str:
    """An emergency route that applies to an ordinary item."""
    return f"插件“{plugin}”的突发流程“{route}”用在了常规稿件上，不能提交；{MEND}。"


def second_reviews_differ(first: tuple[str, str], second: tuple[str, str]) -> str:
    """Two rule books ask for different second reviews. Pairs of plugin and second review."""
    return (
        f"插件“{first[0]}”的补审“{first[1]}”和插件“{second[0]}”的补审“{second[1]}”不一致，"
        f"无法确定按哪一个；{SWITCH}。"
    )


# Verdicts in the trace


def verdict(holds: bool, of_field: bool) -> str:
    """What a rule said."""
    if of_field:
        return "必填" if holds else "不要求填写"
    return "适用" if holds else "不适用"


def verdict_not_loaded() -> str:
    """Not asked: not loaded."""
    return "未装载"


def verdict_not_in_force() -> str:
    """Not asked: no rule book in force on the day."""
    return "当日没有施行中的规则书"


def verdict_held() -> str:
    """Not asked: held."""
    return "已暂停"
