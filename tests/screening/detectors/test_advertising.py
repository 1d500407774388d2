"""An advertisement is found from its offer to the way to the seller; what an office offers is none."""

import pytest

DETECTOR = "advertising"


@pytest.mark.parametrize(
    "text",
    [
        "本店新到大闸蟹八折优惠，加微信xxxx订购",
        "贷款秒批，无抵押，联系QQ123456789",
        "盛大开盘，首付5万起，售楼热线0000-1234567",
        "招商加盟火热进行中，详情扫码",
        "土鸡蛋现货包邮，私信下单",
        "清仓大甩卖，全场五折，地址：人民路12号",
        "减肥瘦身特惠，点击链接https://a.example.top/x购买",
        "旺铺转让，位置好，电话10000000000",
        "专业疏通下水道，24小时上门，电话0000—8888888",
    ],
)
def test_the_whole_clause_is_found(found, text):
    assert found(text) == [text]


def test_the_clauses_around_it_are_not_part_of_it(found):
    text = "秋风起，本店新到大闸蟹八折优惠，加微信xxxx订购。周末天气晴好。"
    assert found(text) == ["本店新到大闸蟹八折优惠，加微信xxxx订购"]


def test_an_advertorial_is_one(found):
    text = "最近发现一家宝藏美容院，做一次脸只要39.9元，闺蜜都夸我白了，想去的姐妹私信我"
    assert len(found(text)) == 1


def test_a_way_to_the_seller_before_the_offer_counts(found):
    assert found("加微信abc123，厂家直销，买一送一") == ["加微信abc123，厂家直销，买一送一"]


@pytest.mark.parametrize(
    "text",
    [
        "本店大闸蟹八折优惠。",
        "县商务局发放消费券，咨询电话：0000-1234567",
        "某事业单位公开招聘公告，咨询电话0000-1234567",
        "惠农补贴申领，联系电话：县农业农村局0000-1234567",
        "免费体检活动，预约电话：县医院0000-1234567",
        "家电以旧换新补贴政策解读，详询12345",
        "公开招租公告：县政府门面房出租，联系电话0000-1234567",
        "帮扶干部助农销售土鸡蛋，请拨打村委会电话0000-1234567",
        "创业担保贷款怎么申请？咨询人社局，电话0000-1234567",
        "志愿者招募，扫码进群",
        "公租房出租申请条件及联系电话0000-1234567",
        "县图书馆办卡指南，电话0000-1234567",
        "停气通知，维修电话0000-1234567",
    ],
)
def test_what_an_office_offers_is_none(found, text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "谨防贷款诈骗，凡是让您加微信转账的都是骗子。",
        "有人冒充客服让我加微信办理贷款，大家小心。",
        "这家店优惠券不让用，我要投诉，电话10000000000",
    ],
)
def test_who_warns_or_complains_sells_nothing(found, text):
    assert found(text) == []
