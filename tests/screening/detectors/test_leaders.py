"""Leaders stand in their order with their own offices."""

import pytest
from guanwei.screening.engine.hits import About, Leader

DETECTOR = "leaders"
LEADERS = About(
    leaders=(
        Leader("张三", ("县委书记",)),
        Leader("李四", ("县委副书记、县长",)),
        Leader("王小五", ("县委常委", "副县长")),
        Leader("赵六", ("副县长",)),
        Leader("王小", ("县政协主席",)),
    )
)


@pytest.mark.parametrize(
    ("text", "listed", "right"),
    [
        ("县长李四、县委书记张三出席会议。", "李四、县委书记张三", "张三、李四"),
        ("李四、张三、王小五参加。", "李四、张三、王小五", "张三、李四、王小五"),
        ("县领导李四同志、张三同志参加", "李四同志、张三", "张三、李四"),
        ("李　四、张 三出席", "李　四、张 三", "张三、李四"),
        ("赵六和王小五一起调研", "赵六和王小五", "王小五、赵六"),
    ],
)
def test_a_list_out_of_order_is_found_from_its_first_to_its_last_name(hits, text, listed, right):
    (hit,) = hits(text, LEADERS)
    assert (text[hit.start : hit.end], hit.detail) == (listed, right)


@pytest.mark.parametrize(
    ("text", "words", "right"),
    [
        ("县长张三出席", "县长张三", "县长：李四"),
        ("县委书记李四讲话", "县委书记李四", "县委书记：张三"),
        ("副县长李四到场", "副县长李四", "副县长：王小五"),
    ],
)
def test_anothers_office_is_found_with_its_holder(hits, text, words, right):
    (hit,) = hits(text, LEADERS)
    assert (text[hit.start : hit.end], hit.detail) == (words, right)


@pytest.mark.parametrize(
    "text",
    [
        "县委书记张三、县长李四、副县长王小五出席",
        "李四主持会议，张三讲话。",
        "县长李四陪同县委书记张三调研",
        "李四到场。张三讲话。",
        "张三；李四",
        "王小五、王小参加",
        "赵六、王小五（排名不分先后）",
        "原县长张三",
        "镇党委书记张三",
        "县委副书记、县长李四",
        "县委常委、副县长赵六",
    ],
)
def test_sentences_have_an_order_of_their_own(hits, text):
    assert hits(text, LEADERS) == []


def test_without_leaders_nothing_is_out_of_order(hits):
    assert hits("李四、张三出席") == []
