"""第二十四条: in ordinary times the page goes first and the post links to it; in an emergency the post goes first."""

from guanwei.api import Check, Form, Linkage, Linked, ManuscriptFacts, ReleaseOrder, Severity, Urgency
from guanwei.county.articles import cite


def is_ordinary_pair(facts: ManuscriptFacts) -> bool:
    """A page with its posts, no emergency."""
    return facts.form == Form.ARTICLE and facts.urgency == Urgency.ORDINARY


def is_emergency_pair(facts: ManuscriptFacts) -> bool:
    """突发公共事件: the account tells what happens, the site follows."""
    return facts.form == Form.ARTICLE and facts.urgency == Urgency.EMERGENCY


def is_disclosure_without_link(facts: ManuscriptFacts) -> bool:
    """Key points in the post, the details on the portal: a post alone needs a page that is public, an article's
    own page goes first by itself.
    """
    if not facts.important_disclosure or facts.urgency == Urgency.EMERGENCY or not facts.variants:
        return False
    return facts.linked == Linked.NOTHING or (facts.form == Form.POST and facts.linked != Linked.PUBLIC)


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

CHECKS = (
    Check(
        "county.disclosure-without-link",
        "重要公开信息没有链接到网站",
        (cite("第二十四条", "YC-24.2"),),
        Severity.BLOCK,
        "重要公开信息平时只发要点，详情要链接到门户网站上已公开的文章；请选定文章并勾选“附页面链接”。",
        is_disclosure_without_link,
        suggestion="先发布网站文章，再在独立稿的“链接到的文章”里选它。突发公共事件可先发账号。",
    ),
)
