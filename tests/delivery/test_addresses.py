"""Addresses that people bring back: one spelling each, and one sentence for anything else."""

import pytest
from guanwei import registry
from guanwei.api import Channel
from guanwei.delivery.addresses import spelled
from hypothesis import given
from hypothesis import strategies as st

LONG_FORM = "https://mp.weixin.qq.com/s?__biz=MzA5NDY2&mid=2650&idx=1&sn=0123456789abcdef"


def channel(name: str) -> Channel:
    found = registry.catalogue().channel(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("wechat-manual", "https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv", ""),
        (
            "wechat-manual",
            " https://mp.weixin.qq.com/s/AbCdEfGhIjKl?scene=1&from=x#rd\n",
            "https://mp.weixin.qq.com/s/AbCdEfGhIjKl",
        ),
        ("wechat-manual", LONG_FORM, ""),
        (
            "wechat-manual",
            "https://mp.weixin.qq.com/s?sn=0123456789abcdef&mid=2650&__biz=MzA5NDY2&idx=1&chksm=ab&scene=27#wechat_redirect",
            LONG_FORM,
        ),
        ("weibo-manual", "https://weibo.com/1234567890/NxYz12Abc", ""),
        (
            "weibo-manual",
            "https://www.weibo.com/1234567890/NxYz12Abc?from=page",
            "https://weibo.com/1234567890/NxYz12Abc",
        ),
        ("weibo-manual", "https://m.weibo.cn/status/NxYz12Abc?", "https://m.weibo.cn/status/NxYz12Abc"),
    ],
)
def test_a_published_address_is_kept_in_one_spelling(name: str, typed: str, kept: str) -> None:
    assert spelled(typed, channel(name)) == (kept or typed, [])


@pytest.mark.parametrize("name", ["wechat-manual", "weibo-manual"])
@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        None,
        7,
        "已发布",
        "javascript:alert(1)",
        "http://mp.weixin.qq.com/s/AbCdEfGhIjKl",
        "http://weibo.com/1234567890/NxYz12Abc",
        "https://weibo.com/1234567890",
        "https://t.cn/A6abc",
        "https://mp.weixin.qq.com/",
        "https://mp.weixin.qq.com/s",
        "https://mp.weixin.qq.com/s?__biz=a",
        "https://mp.weixin.qq.com.evil.example/s/AbCdEfGhIjKl",
        "https://mp.weixin.qq.com@evil.example/s/AbCdEfGhIjKl",
        "https://user:x@mp.weixin.qq.com/s/AbCdEfGhIjKl",
        "https://mp.weixin.qq.com:8443/s/AbCdEfGhIjKl",
        "https://mp.weixin.qq.com:99999/s/AbCdEfGhIjKl",
        "https://mp.weixin.qq.com/s/../x",
        "https://mp.weixin.qq.com/s/AbCdEf\x00GhIjKl",
        "https://mp.weixin.qq.com/s/AbCdEf GhIjKl",
        "https://weibo.com/1234567890/NxYz\u202e12Abc",
        "https://weibo。com/1234567890/NxYz12Abc",
        "https://[::1/s/AbCdEfGhIjKl",
        "https://mp.weixin.qq.com/s?" + "a=1&" * 60,
        "https://mp.weixin.qq.com/s/" + "a" * 5_000_000,
        "<script>alert(1)</script>",
        "' OR 1=1 --",
    ],
    ids=range(28),
)
def test_anything_else_gets_one_sentence_with_the_form_wanted(name: str, typed: object) -> None:
    kept, refusals = spelled(typed, channel(name))
    assert (kept, len(refusals)) == ("", 1)
    assert channel(name).address_hint in str(refusals[0])
    assert len(str(refusals[0])) < 200


@pytest.mark.parametrize("query", ["tempkey=MTI", "__biz=a&tempkey=", "preview=1"])
def test_a_preview_link_is_named_as_one(query: str) -> None:
    typed = f"https://mp.weixin.qq.com/s?{query}"
    _kept, refusals = spelled(typed, channel("wechat-manual"))
    assert "预览链接" in str(refusals[0]) or query == "__biz=a&tempkey="


@given(st.text() | st.binary() | st.none())
def test_nothing_that_can_be_typed_raises(typed: object) -> None:
    kept, refusals = spelled(typed, channel("weibo-manual"))
    assert bool(kept) != bool(refusals)
