"""通知第二部分(一是): what concerns other departments is agreed with them, so that the government says one thing."""

from guanwei.api import Confirmation, ManuscriptFacts, Paper
from guanwei.county.articles import cite_notice
from guanwei.county.content import is_written
from guanwei.county.posts import LEADER, PUBLISHER, REVIEWER


def concerns_others(facts: ManuscriptFacts) -> bool:
    """Of everything that is written; whom it concerns the item says itself."""
    return is_written(facts)


# The leader who is filed for every unit (附件1) speaks for it. The notice names no time, so nobody decides instead.
CONFIRMATIONS = (
    Confirmation(
        "county.concerned-agree",
        "涉及部门沟通确认",
        (cite_notice("第二部分(一是)", "YC-N2.5", "YC-N2.6"),),
        concerns_others,
        LEADER,
        Paper(PUBLISHER, REVIEWER),
    ),
)
