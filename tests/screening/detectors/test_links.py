"""Addresses that open nothing for the public are found without the punctuation around them."""

import pytest
from guanwei.screening.engine.hits import About

DETECTOR = "links"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("请登录http://192.168.1.5/oa/1。", "http://192.168.1.5/oa/1"),
        ("访问10.0.3.8:8080/login登录", "10.0.3.8:8080/login"),
        ("见（http://localhost:8000/a）", "http://localhost:8000/a"),
        ("https://[::1]/a", "https://[::1]/a"),
        ("http://oa/index", "http://oa/index"),
        ("打开D:\\文件\\通知.docx查看", "D:\\文件\\通知.docx"),
        ("file:///C:/Users/a.docx，请看", "file:///C:/Users/a.docx"),
        ("\\\\server\\share\\通知.doc", "\\\\server\\share\\通知.doc"),
        ("详见http://www.example.com/1。", "http://www.example.com/1"),
        ("http://www.xxx.com/", "http://www.xxx.com/"),
        ("网址：http://，请看", "http://"),
        ("网址https://……", "https://……"),
        ("见 http:// www.abc.gov.cn/1 。", "http:// www.abc.gov.cn/1"),
        ("www.abc。gov。cn", "www.abc。gov。cn"),
        ("www.abc .gov.cn", "www.abc .gov.cn"),
        ("http：//www.abc.gov.cn/", "http：//www.abc.gov.cn/"),
        ("http:/www.abc.gov.cn", "http:/www.abc.gov.cn"),
        ("https://mp.weixin.qq.com/s?__biz=x&tempkey=abc", "https://mp.weixin.qq.com/s?__biz=x&tempkey=abc"),
        ("www.abc.gov.con", "www.abc.gov.con"),
    ],
)
def test_what_opens_nothing_is_found(found, text, address):
    assert found(text) == [address]


@pytest.mark.parametrize(
    "text",
    [
        "详见http://www.abc.gov.cn/zwgk/1.html。",
        "见 www.abc.gov.cn，谢谢",
        "详见www.abc.gov.cn。www.def.gov.cn也可",
        "邮箱a.b@163.com或c@example.com",
        "https://mp.weixin.qq.com/s/AbCdEf123",
        "https://mp.weixin.qq.com/s?__biz=MzA&mid=1&idx=1&sn=abc&chksm=1",
        "(http://a.gov.cn/b(1).html)",
        "https://www.gov.cn:8080/a?b=1#c，请",
        "路由器的地址是192.168.1.1",
        "每斤3.5元，共10.5斤",
        "10月1日 8:00-10:00",
    ],
)
def test_good_links_and_numbers_are_none(found, text):
    assert found(text) == []


def test_an_address_that_is_known_dead_is_found_in_its_other_forms(found):
    about = About(dead_links=frozenset({"https://a.gov.cn/old"}))
    text = "见 http://a.gov.cn/old/ 和a.gov.cn/old，不是a.gov.cn/older。"
    assert found(text, about) == ["http://a.gov.cn/old/", "a.gov.cn/old"]


def test_two_addresses_with_a_comma_between_are_two(found):
    assert found("见http://a.gov.cn/1，www.b.gov.cn；http://c.gov.cn") == []
