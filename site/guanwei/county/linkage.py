"""第二十四条: in ordinary times the page goes first and the post links to it; in an emergency the post goes first."""

from guanwei.api import Form, Linkage, ManuscriptFacts, ReleaseOrder, Urgency
from guanwei.county.articles import cite


def is_ordinary_pair(facts: ManuscriptFacts) -> bool:
    """A page with its posts, no emergency."""
    return facts.form == Form.ARTICLE and facts.urgency == Urgency.ORDINARY


def is_emergency_pair(facts: ManuscriptFacts) -> bool:
    """突发公共事件: the account tells what happens, the site follows."""
    return facts.form == Form.ARTICLE and facts.urgency == Urgency.EMERGENCY


LINKAGES = (
    Linkage(
        "county.page-first",
        "先网站后账号",
        (cite("第二十四条", "YC-24.1", "YC-24.2"),),
        is_ordinary_pair,
        ReleaseOrder.PAGE_FIRST,
    ),
    Linkage(
        "county.posts-first",
        "先账号后网站",
        (cite("第二十四条", "YC-24.2"),),
        is_emergency_pair,
        ReleaseOrder.POSTS_FIRST,
    ),
)
