"""Emergency routes: what is wrong with one, as a clause, and why one holds an item."""

from guanwei.registry.sentences.asking import MEND, SWITCH


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
