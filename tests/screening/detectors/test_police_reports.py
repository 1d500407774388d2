"""What a citizen reports to the police is found once, as a whole; stories, questions and praise are none."""

import pytest
from guanwei.screening.engine.hits import About

DETECTOR = "police_reports"
MESSAGE = About(kind="message")

REPORTS = [
    "我要报警，有人在我家门口打人",
    "我家昨晚被盗了，损失两万多。请你们来看看。",
    "我被诈骗了5000元怎么办",
    "孩子下午在公园走失了，穿红色上衣，请帮忙",
    "有人要跳河，在大桥上",
    "救命！他拿刀追我",
    "有人一直跟踪我，我好害怕",
    "我老公又家暴我，打得我满身是伤",
    "我的车被砸了，车窗全碎",
    "刚才一辆白色轿车撞了我就跑了",
    "楼上着火了，快来",
    "骗子让我转账2万元，转完就把我拉黑了",
]
NONE = [
    "报警电话是多少？",
    "请问怎么办身份证？",
    "如果被骗了怎么报警",
    "感谢民警帮我找回被偷的电动车",
    "上周我家被盗，多亏民警三天就破案了，点赞",
    "看新闻说昨天有人跳河，是真的吗",
    "反诈宣传做得好，提醒大家谨防被骗",
    "遇到家暴怎么办",
    "这也太好看了，救命",
    "去年我被骗过一次，现在学乖了",
    "希望加强夜间巡逻，小区电动车容易被盗",
    "听说隔壁县有人抢劫，真吓人",
    "我差点被骗，还好看了你们的宣传",
    "钱包丢了怎么补办身份证",
    "小时候我掉进河里被一位叔叔救了",
    "演习：有人持刀冲进校园",
    "我家小猫走丢了",
    "孩子入学材料找不到了",
]


@pytest.mark.parametrize("kind", ["message", "comment"])
@pytest.mark.parametrize("text", REPORTS)
def test_a_report_is_the_whole_text_once(found, text, kind):
    assert found(text, About(kind=kind)) == [text]


@pytest.mark.parametrize("kind", ["original", "repost", "reply", ""])
def test_an_offices_text_reports_nothing(found, kind):
    assert [text for text in REPORTS if found(text, About(kind=kind))] == []


@pytest.mark.parametrize("text", NONE)
def test_stories_questions_and_praise_are_none(found, text):
    assert found(text, MESSAGE) == []


def test_a_thief_caught_earlier_hides_no_emergency(found):
    text = "去年你们帮我找回过电动车，谢谢。现在有人正在撬我家的门，快来人！"
    assert found(text, MESSAGE) == [text]
