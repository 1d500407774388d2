"""Superlatives are found where something is sold; an office's own are none."""

import pytest

DETECTOR = "superlatives"


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("本店牛肉面全国第一，特价15元一碗", ["全国第一"]),
        ("全网最低价，限时抢购", ["全网最低价"]),
        ("三河大米，国家级品质，欢迎选购", ["国家级"]),
        ("顶级面膜，买一送一", ["顶级"]),
        ("这款按摩仪史上最强，现价199元", ["史上最强"]),
        ("独一无二的装修设计，优惠活动进行中", ["独一无二"]),
        ("降压茶100%有效，加微信购买", ["100%有效"]),
        ("永久质保，首选品牌，门店热卖", ["永久质保", "首选品牌"]),
        ("销量第一！双十一抢购价99元", ["销量第一"]),
        ("最低价抢购，绝无仅有", ["最低价", "绝无仅有"]),
        ("品质最好，价格最低，欢迎进店选购", ["最好", "价格最低"]),
        ("NO.1口碑火锅，团购套餐68元", ["NO.1"]),
    ],
)
def test_the_phrase_is_found_where_something_is_sold(found, text, phrases):
    assert found(text) == phrases


@pytest.mark.parametrize(
    "text",
    [
        "最高人民法院发布司法解释",
        "提高最低生活保障标准，明天最低气温零下3度",
        "国家级湿地公园门票优惠，欢迎购买",
        "驻村第一书记帮村民销售产品",
        "民警第一时间赶到店里",
        "打通服务群众的最后一公里，最大限度减少损失",
        "最佳实践案例评选",
        "全国第一届技能大赛开幕",
        "您最好提前预约购买门票。",
        "本次招标采用经评审的最低价中标，采购产品一批",
        "我县蓝莓产量全国第一，产业发展迅速",
        "永久基本农田不得占用",
        "现在是最佳观赏期，门票五折优惠",
        "消费券最高可减200元，参与商家见名单",
        "猪肉价格为今年最低",
        "顶级赛事门票开售",
        "依法从严从快处理，最严格的水资源管理制度",
    ],
)
def test_an_offices_own_superlatives_are_none(found, text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "提醒经营者：商品促销广告不得出现“国家级”“最佳”一类说法。",
        "该店宣称“销量第一”，被市场监管部门处罚款2万元。",
        "专家提示：购买保健品不要相信100%治愈的说法。",
    ],
)
def test_who_warns_of_advertising_quotes_it(found, text):
    assert found(text) == []
