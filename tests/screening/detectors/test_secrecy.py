"""A mark of secrecy is found with its period, however it is written; words about secrecy are none."""

import pytest

DETECTOR = "secrecy"


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("机密★10年\n关于水库除险方案的报告", "机密★10年"),
        ("绝密★", "绝密★"),
        ("本件为秘密★1年，请妥善保管", "秘密★1年"),
        ("机密 ★ 长期", "机密 ★ 长期"),
        ("秘密★6个月　第003号", "秘密★6个月"),
        ("绝密★启用前", "绝密★启用前"),
        ("机密★三年", "机密★三年"),
        ("密级：秘密", "密级：秘密"),
        ("密 级：机密★5年", "密 级：机密★5年"),
        ("密级\t机密\t保密期限：20年", "密级\t机密\t保密期限：20年"),
        ("机密（10年）", "机密（10年）"),
    ],
)
def test_a_mark_is_found_with_its_period(found, text, mark):
    assert found(text) == [mark]


@pytest.mark.parametrize(
    "mark",
    [
        "机 密 ☆ 1 0 年",
        "绝密＊20年",
        "秘密*3年",
        "机\u200b密★10年",
        "機密★10年",
        "机密-★-３年",
        "机密⭐长期",
        "秘　密★五年",
    ],
)
def test_blanks_other_stars_and_full_width_hide_nothing(found, mark):
    assert found(f"（{mark}）") == [mark]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("（内部资料，注意保存）", "内部资料，注意保存"),
        ("内部文件 不得外传", "内部文件 不得外传"),
        ("本通报系内部材料，请勿外传。", "内部材料，请勿外传"),
        ("以下内容仅供内部参阅。", "仅供内部参阅"),
        ("仅供本单位内部使用，严禁转载", "仅供本单位内部使用，严禁转载"),
        ("【不宜公开】关于选址的情况", "不宜公开"),
        ("审核意见：不宜公开", "不宜公开"),
        ("此件不予公开", "此件不予公开"),
        ("【机密】关于人事调整的方案", "机密"),
        ("绝密\n关于专项行动的请示", "绝密"),
    ],
)
def test_notes_that_keep_a_paper_inside_are_found(found, text, note):
    assert found(text) == [note]


@pytest.mark.parametrize(
    "text",
    [
        "全县保密工作会议召开，强调用好机密级计算机。",
        "涉密人员培训班和国家秘密定密管理规定解读",
        "加强商业秘密保护",
        "电影《绝密飞行》周末上映",
        "解密之后的档案可以查阅。",
        "定密时先看属于绝密、机密还是秘密。",
        "国家秘密标志形式为“密级★保密期限”，例如“机密★10年”。",
        "文件上标有“机密★10年”字样的，不得上网。",
        "标有密级的文件,一般不许上网。",
        "发布信息不得涉及国家秘密和不宜公开的信息。",
        "会议要求，内部文件不得外传，违者严肃处理。",
        "机关食堂仅供内部使用",
        "幸福的秘密★十年婚姻路",
        "秘密\n春天把花的秘密告诉了风",
        "密级：公开",
        "密级、保密期限和知悉范围应当标明。",
        "对不宜公开的内容作区分处理后公开。",
        "内部控制制度和内部审计条例",
    ],
)
def test_words_about_secrecy_are_none(found, text):
    assert found(text) == []
