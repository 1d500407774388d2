"""The first screen is headed by the aims of the work, and leads to the rules."""

import re

import pytest
from console.regulations.conftest import Enter
from guanwei.testing.scenes import County, add_person

pytestmark = pytest.mark.django_db


def home(county: County, enter: Enter, person: str) -> str:
    return enter({**county.people, **county.water.people}[person]).get("/admin/").content.decode()


@pytest.mark.clause("YC-3.1", "YC-3.2")
def test_the_four_aims_head_the_panel_of_rules(county: County, enter: Enter) -> None:
    for person in ("editor", "leader", "administrator"):
        page = home(county, enter, person)
        assert re.findall(r'<h2 class="gw-aim">([^<]+)</h2>', page) == [
            *("主动公开政府信息", "积极开展政民互动", "及时掌握舆情动态", "有效回应社会关切"),
        ]


def test_the_panel_leads_to_the_books_that_rule_the_person(ruled: County, enter: Enter) -> None:
    assert 'href="/rules/printed.rules/"' in home(ruled, enter, "editor")
    county_alone = home(ruled, enter, "administrator")
    assert 'href="/rules/county.yanchi/"' in county_alone
    assert 'href="/rules/printed.rules/"' not in county_alone


def test_who_holds_no_post_has_no_panel(county: County, enter: Enter) -> None:
    nobody = add_person("nobody", "无职务人员")
    assert 'class="gw-aim"' not in enter(nobody).get("/admin/", follow=True).content.decode()
