"""第十条: plain words, and more than words."""

from guanwei.api import Check, Dictionary, FindingType, Form, ManuscriptFacts, Screening, Severity

from guanwei_luan_emergency.regulation import cite

STOCK_PHRASES = "luan-emergency.stock-phrases"


def is_text_alone(facts: ManuscriptFacts) -> bool:
    """No picture, video or recording, no link, no emoji: 力求图文并茂."""
    if facts.form not in (Form.ARTICLE, Form.POST) or facts.pictures or facts.videos:
        return False
    words = " ".join((facts.text, *(each.text for each in facts.variants)))
    return "http" not in words and not any("\U0001f300" <= sign <= "\U0001faff" for sign in words)


# The regulation names the vice and no words: the bureau keeps the list.
DICTIONARIES = (Dictionary(STOCK_PHRASES, "官腔套话", (cite("第十条", "LAE-10.2"),), FindingType.EMPTY_TALK),)

SCREENINGS = (
    Screening(
        "luan-emergency.stock-phrase",
        "官腔套话",
        (cite("第十条", "LAE-10.2"),),
        FindingType.EMPTY_TALK,
        Severity.LOOK,
        "用了官腔套话，请改得简洁明白；确需保留的写明理由。",
        suggestion="写具体的人、事、时间和做法。",
    ),
)

CHECKS = (
    Check(
        "luan-emergency.text-alone",
        "只有文字",
        (cite("第十条", "LAE-10.3"),),
        Severity.INFO,
        "这条信息只有文字，可以配上图片、音频、视频或者链接。",
        is_text_alone,
    ),
)
