"""三、2: photographs are as they were taken, and good to look at."""

from guanwei.api import Check, ChecklistItem, ManuscriptFacts, PictureFacts, Severity

from guanwei_ankang_police.regulation import cite

# 清晰: the notice gives no number; narrower ones show their grain on the portal.
LEAST_WIDTH = 800


def has_pictures(facts: ManuscriptFacts) -> bool:
    """The points of 三、2 are about items with photographs."""
    return bool(facts.pictures)


def is_doubtful(picture: PictureFacts) -> bool:
    """Said to be edited; or without what a camera writes, and nobody says that it is the original."""
    return picture.edited or not (picture.captured or picture.declared_original)


def has_doubtful_picture(facts: ManuscriptFacts) -> bool:
    """图片应为原始照片."""
    return any(is_doubtful(each) for each in facts.pictures)


def has_narrow_picture(facts: ManuscriptFacts) -> bool:
    """照片清晰."""
    return any(each.width < LEAST_WIDTH for each in facts.pictures)


CHECKS = (
    Check(
        "ankang-police.doubtful-picture",
        "图片未必是原始照片",
        (cite("三、2", "AKP-3.2.4"),),
        Severity.INFO,
        "有图片标明修过，或者没有拍摄数据又没有声明为原片，请核实。",
        has_doubtful_picture,
        "换成原片，或者在图片里勾选“声明为原片”。",
    ),
    Check(
        "ankang-police.narrow-picture",
        "图片不够清晰",
        (cite("三、2", "AKP-3.2.5"),),
        Severity.INFO,
        f"有图片的宽度不足{LEAST_WIDTH}像素，可能不清晰。",
        has_narrow_picture,
        "换成更大的图片。",
    ),
)

GOOD_PICTURES = tuple(
    ChecklistItem(
        f"ankang-police.picture-{name}",
        label,
        (cite("三、2", "AKP-3.2.5"),),
        binding=False,
        applies=has_pictures,
    )
    for name, label in (
        ("clear", "照片清晰"),
        ("subject", "主题鲜明"),
        ("people", "主要人物突出"),
        ("whole", "整体效果"),
    )
)
