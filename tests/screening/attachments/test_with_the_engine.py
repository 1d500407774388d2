"""With the check engine itself: what it finds in a file is said by column, and the masked copy screens clean."""

import pytest
from guanwei.api.screenings import PERSONAL
from guanwei.screening.attachments import sentences
from guanwei.screening.attachments.asking import contents, masked_copy
from guanwei.screening.attachments.passages import Copy
from guanwei.screening.attachments.summary import summary
from guanwei.screening.engine.engine import Engine
from guanwei.screening.engine.hits import Hit
from guanwei.screening.personal.masking import masked
from screening.attachments.files import book, word

ENGINE = Engine()
FACTORS, CHECKS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2), "10X98765432"


def id_number(order: int) -> str:
    """Of nobody: a day far back, and the check digit of GB 11643."""
    first = f"34152419010101{order:03d}"
    return first + CHECKS[sum(int(digit) * factor for digit, factor in zip(first, FACTORS, strict=True)) % 11]


def personal(text: str) -> list[Hit]:
    return [hit for hit in ENGINE.screen(text) if hit.type in PERSONAL]


def told(data: bytes, name: str) -> list[str]:
    read = contents(data, name)
    assert read.problem is None
    return [sentences.count(each) for each in summary((each, personal(each.text)) for each in read.passages)]


ROWS = [[f"某{number}", id_number(number), 13800000000 + number] for number in range(1, 24)]
FILES = {
    "名单.xlsx": book(["姓名", "身份证号", "手机"], *ROWS),
    "名单.csv": "\n".join(["姓名,身份证号,手机", *(",".join(map(str, row)) for row in ROWS)]).encode(
        "gb18030"
    ),
    "名单.docx": word("联系人某甲", f"身份证号{id_number(7)}，手机 138 0000 1234。"),
    "名单.txt": f"身份证号：{id_number(7)}\r\n".encode(),
}
TOLD = {
    "名单.xlsx": ["工作表“名单”B列有23个身份证号", "工作表“名单”C列有23个手机号"],
    "名单.csv": ["B列（身份证号）有23个身份证号", "C列（手机）有23个手机号"],
    "名单.docx": ["正文有1个身份证号", "正文有1个手机号"],
    "名单.txt": ["正文有1个身份证号"],
}


@pytest.mark.parametrize("name", FILES)
def test_what_is_found_is_said_by_its_place(name: str) -> None:
    assert told(FILES[name], name) == TOLD[name]


@pytest.mark.parametrize("name", FILES)
def test_the_masked_copy_screens_clean(name: str) -> None:
    copy = masked_copy(FILES[name], name, lambda text: masked(text, personal(text)))
    assert isinstance(copy, Copy)
    assert told(copy.data, name) == []
