"""第七条: what the public must be told is said on Weibo and WeChat first."""

from typing import Any

import pytest
from guanwei.api import ReleaseOrder, Severity
from guanwei.publishing.services import foresee
from guanwei.testing.scenes import County, write_article

NOTICE = "huaibei-police.public_notice"
WEBSITE_FIRST = "huaibei-police.website_first"


@pytest.fixture
def notice(county: County, bureau: Any) -> Any:
    """An article of the station that tells the public something, with a Weibo text where asked."""

    def make(variants: bool = True, **said: bool) -> Any:
        extra = {NOTICE: True} | {f"huaibei-police.{name}": value for name, value in said.items()}
        return write_article(
            county,
            bureau.agency,
            bureau.people["contributor"],
            variants=variants,
            supplier=bureau.station,
            extra=extra,
        )

    return make


@pytest.mark.clause("HBP-7.5")
def test_the_accounts_speak_before_the_page_unless_a_law_puts_the_website_first(notice: Any) -> None:
    assert foresee(notice()).decision.order is ReleaseOrder.POSTS_FIRST
    assert foresee(notice(website_first=True)).decision.order is ReleaseOrder.PAGE_FIRST
    assert foresee(notice(public_notice=False)).decision.order is ReleaseOrder.PAGE_FIRST


@pytest.mark.clause("HBP-7.5")
def test_a_page_that_would_speak_alone_is_stopped_and_told_what_to_add(notice: Any) -> None:
    alone = foresee(notice(variants=False)).decision.findings
    assert [(each.severity, "微博、微信账号的渠道稿" in each.sentence) for each in alone] == [
        (Severity.BLOCK, True)
    ]
    assert not foresee(notice(variants=False, website_first=True)).decision.findings
