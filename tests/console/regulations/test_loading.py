"""The screen on which an administrator loads the original and reads what its print lacks."""

import io

import pytest
from console.regulations.conftest import Enter
from guanwei.regulations.models import Original
from guanwei.regulations.services import load_original
from guanwei.testing.scenes import County
from regulations.prints import ALONE, CARRIED

pytestmark = pytest.mark.django_db
ORIGINALS = "/admin/console/originals/printed.rules/"


def file(text: str) -> io.BytesIO:
    given = io.BytesIO(text.encode())
    given.name = "规定.txt"
    return given


def test_an_administrator_loads_and_reads_what_the_print_lacks(ruled: County, enter: Enter) -> None:
    client = enter(ruled.people["administrator"])
    answer = client.post(ORIGINALS, {"file": file(CARRIED)}, follow=True)
    page = answer.content.decode()
    assert "已载入原文第1版" in page
    assert "文号印作“〔2025〕 号”，缺序号" in page
    assert Original.objects.get().by == ruled.people["administrator"]


def test_every_version_can_be_read_afterwards(ruled: County, enter: Enter) -> None:
    for text in (CARRIED, ALONE):
        load_original("printed.rules", text.encode(), "规定.txt", None)
    client = enter(ruled.people["auditor"])
    listed = client.get(ORIGINALS).content.decode()
    assert listed.index("第2版") < listed.index("第1版")
    assert 'type="file"' not in listed
    old = client.get(f"{ORIGINALS}1/").content.decode()
    assert "密码每季度更换一次。" in old
    assert "0000-1234567" not in old


def test_others_neither_load_nor_read(ruled: County, enter: Enter) -> None:
    client = enter(ruled.water.people["leader"])
    answer = client.post(ORIGINALS, {"file": file(CARRIED)})
    assert answer.status_code == 403
    assert "由启用这套规则的单位的系统管理员载入" in answer.content.decode()
    assert not Original.objects.exists()


def test_an_auditor_reads_and_does_not_load(ruled: County, enter: Enter) -> None:
    answer = enter(ruled.people["auditor"]).post(ORIGINALS, {"file": file(CARRIED)})
    assert answer.status_code == 409
    assert not Original.objects.exists()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [({}, "请选择规定的文件"), ({"file": file("别的文件\n第一条甲。")}, "文件里没有找到")],
)
def test_a_wrong_form_says_what_to_do(
    ruled: County, enter: Enter, given: dict[str, io.BytesIO], sentence: str
) -> None:
    answer = enter(ruled.people["administrator"]).post(ORIGINALS, given)
    assert answer.status_code == 409
    assert sentence in answer.content.decode()


def test_an_unknown_book_is_not_found(ruled: County, enter: Enter) -> None:
    assert enter(ruled.people["administrator"]).get("/admin/console/originals/none/").status_code == 404


def test_the_page_of_an_agencys_rules_leads_here(ruled: County, enter: Enter) -> None:
    page = enter(ruled.people["administrator"]).get("/admin/console/rules/water/").content.decode()
    assert f'href="{ORIGINALS}"' in page
