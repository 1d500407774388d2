"""Tables of people who don't exist."""

import io

from django.core.files.base import ContentFile
from guanwei.publishing.models import Attachment
from openpyxl import Workbook

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def id_number(serial: int) -> str:
    """A number with a right last digit, of nobody."""
    body = f"64032319900101{serial:03d}"
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, WEIGHTS, strict=True)) % 11]


def table(rows: int) -> bytes:
    """A list of people: column D holds their numbers."""
    book = Workbook()
    sheet = book.active
    sheet.append(["序号", "村", "项目", "身份证号"])
    for number in range(rows):
        sheet.append([number + 1, "某村", "补贴", id_number(number)])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def attached(data: bytes, name: str) -> Attachment:
    """A file in the store."""
    attachment = Attachment(title=name.rpartition(".")[0], file=ContentFile(data, name))
    attachment.save()
    return attachment
