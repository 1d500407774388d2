"""A run of stock phrases is one finding; one of them amid facts is none."""

import pytest

DETECTOR = "empty_talk"


@pytest.mark.parametrize(
    ("text", "cluster"),
    [
        ("高度重视，精心组织，周密部署", "高度重视，精心组织，周密部署"),
        (
            "要进一步统一思想、提高认识，切实加强领导，压实责任，确保各项工作取得实效。",
            "统一思想、提高认识，切实加强领导，压实责任，确保各项工作取得实效",
        ),
        ("全县上下凝心聚力、砥砺前行，推动工作再上新台阶。", "凝心聚力、砥砺前行，推动工作再上新台阶"),
        (
            "不忘初心、牢记使命，真抓实干，奋力谱写新时代高质量发展新篇章！",
            "不忘初心、牢记使命，真抓实干，奋力谱写新时代高质量发展新篇章",
        ),
    ],
)
def test_the_whole_run_is_found_once(found, text, cluster):
    assert found(text) == [cluster]


def test_facts_between_them_part_two_runs(found):
    text = "高度重视，精心组织，周密部署。修建水渠12公里，解决了3个村的灌溉。凝心聚力，真抓实干，再创佳绩。"
    assert found(text) == ["高度重视，精心组织，周密部署", "凝心聚力，真抓实干，再创佳绩"]


@pytest.mark.parametrize(
    "text",
    [
        "县委高度重视，投入资金300万元，修建水渠12公里，取得实效",
        "我局高度重视您的来信，路灯已于5月3日修复。",
        "加强领导，成立专班，7月10日前完成排查",
        "不忘初心，他在山里教了三十年书。",
        "有的材料满篇“高度重视”“狠抓落实”“压实责任”，全是套话。",
        "解放思想、解放思想、再解放思想",
    ],
)
def test_single_phrases_and_quoted_ones_are_none(found, text):
    assert found(text) == []
