"""Miswritten words are found with the right form, where nothing else is meant."""

import pytest
from guanwei.screening.detectors import wordings
from guanwei.screening.engine.reading import read

DETECTOR = "wordings"


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("杜绝僵尸帐号", "帐号", "账号"),
        ("请登陆政务服务网查询", "登陆", "登录"),
        ("既使下雨也照常举行", "既使", "即使"),
        ("做为一名党员", "做为", "作为"),
        ("截止12月31日，全县已完成投资3亿元", "截止", "截至"),
        ("截止目前，共接种3万人", "截止目前", "截至目前"),
        ("出门必需佩戴口罩", "必需", "必须"),
        ("道路以经修好", "以经", "已经"),
        ("因该尽快处理", "因该", "应该"),
        ("我们将在接再厉", "在接再厉", "再接再厉"),
        ("防犯电信诈骗", "防犯", "防范"),
        ("全面布署防汛工作", "布署", "部署"),
        ("关爱残废人", "残废人", "残疾人"),
        ("建设和谐的的社会", "的的", "的"),
        ("群众反应问题得到解决", "反应问题", "反映问题"),
        ("招聘启示", "招聘启示", "招聘启事"),
        ("县人大副主任到会", "人大副主任", "人大常委会副主任"),
    ],
)
def test_a_wrong_form_is_found_with_the_right_one(hits, text, wrong, right):
    (hit,) = hits(text)
    assert (text[hit.start : hit.end], hit.right) == (wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "坚持以经济建设为中心",
        "台风在沿海登陆，登陆时中心附近最大风力10级",
        "发布署名文章",
        "预防犯罪",
        "做为民办实事的好干部",
        "生活必需品供应充足",
        "因该案涉及多人",
        "既使群众受益，又使环境改善",
        "报名截止12月31日，逾期不予受理",
        "本次报名截止日期为6月1日",
        "走进帐篷，飞入蚊帐",
        "为了了解情况，达到目的的人",
        "不良反应情况监测",
        "反复盖章、投资询问、开通迅速、公园满意度",
        "促消费、关注消防、视频临时调整、直接规定",
        "意味着良心发现，周末来玩",
        "国家蓄水工程",
    ],
)
def test_right_words_across_others_are_none(hits, text):
    assert hits(text) == []


def test_a_lesson_in_writing_names_both_forms(hits):
    assert hits("“帐号”应写作“账号”，不要写错。") == []


def test_traditional_writing_is_no_mistake(hits):
    assert hits("請輸入帳號") == []


def test_no_wrong_form_is_changed_by_folding_or_is_part_of_a_right_one():
    for wrong, right in wordings.ALWAYS.items():
        assert read(wrong).plain == wrong
        assert wrong not in right
        assert wordings.ALWAYS.get(right) is None
