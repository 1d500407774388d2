"""What the public reads of the county's rules: the notice, the regulation, and their foot."""

import pytest
from django.test import Client
from guanwei.organisations.models import Person
from guanwei.testing.rules_page import RulesPage, rules_page
from guanwei.testing.scenes import County

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(county: County) -> RulesPage:
    return rules_page(county, "county.yanchi")


@pytest.mark.clause("YC-N5.2", "YC-N0.1", "YC-N0.3")
def test_the_number_stands_in_the_header_and_the_reasons_in_the_preamble(page: RulesPage) -> None:
    assert "盐政公开办发〔2017〕1号" in page.header("文号")
    assert "政府发信息、听民意的平台" in page.preamble("导语")
    assert "贴近群众、掌握舆论方向、让政府更可信" in page.preamble("导语")


@pytest.mark.clause("YC-N2.4a", "YC-N3.0", "YC-N3.1", "YC-N3.2a", "YC-N3.2")
def test_aims_and_attitude_stand_in_their_part_of_the_notice(page: RulesPage) -> None:
    assert "让公众更了解、更支持政府" in page.body("第二部分(一是)")
    third = page.body("第三部分")
    assert "先转观念、提认识" in third
    assert "公开见实效、与公众多交流的手段" in third
    assert "让账号更能问政" in third
    assert "民间和官方的议论相通" in third


@pytest.mark.clause("YC-1.1", "YC-1.2", "YC-3.1", "YC-3.2")
def test_purpose_parent_document_and_the_four_aims_stand_in_chapter_one(page: RulesPage) -> None:
    first = page.body("第一条")
    assert "管得规范" in first
    assert "长得健康，并合本县实际" in first
    assert "盐政办发〔2017〕 号，原文序号空缺" in first
    third = page.body("第三条")
    assert "让公众更能知情、参与和监督，让政府更可信" in third
    assert "主动公开政府信息 积极开展政民互动 及时掌握舆情动态 有效回应社会关切" in third


@pytest.mark.clause("YC-9.1", "YC-9.2", "YC-9.3", "YC-13.2", "YC-14.2a", "YC-14.6", "YC-18.1b")
def test_what_accounts_and_their_content_are_for_stands_at_its_article(page: RulesPage) -> None:
    ninth = page.body("第九条")
    assert "重视内容建设" in ninth
    assert "联系和服务群众的渠道" in ninth
    assert "发布权威信息 宣传科学理论 传播先进文化 弘扬社会正气 引导应对舆情" in ninth
    assert "信息平台 服务平台 沟通平台" in page.body("第十三条")
    assert "发挥个人账号的长处" in page.body("第十四条")
    assert "带动本系统本单位用得更好" in page.body("第十四条")
    assert "既完整又准确" in page.body("第十八条(一)")


@pytest.mark.clause("YC-N4.3", "YC-28.1")
def test_issuer_day_and_interpreter_stand_at_the_foot(page: RulesPage) -> None:
    foot = page.foot("落款")
    assert "印发机关 盐池县政务公开办公室" in foot
    assert "印发日期 2017-10-15 网页发布日期 2017-10-16" in foot
    assert "解释机关 盐池县政府办公室" in page.foot("第二十八条")


@pytest.mark.clause("YC-18.4e")
def test_sincerity_stands_at_its_article_and_beside_the_apology(page: RulesPage, county: County) -> None:
    assert "态度诚恳以重建信任" in page.body("第十八条(四)")
    desk = Client()
    desk.force_login(Person.objects.get(pk=county.water.people["editor"].pk))
    form = desk.get("/admin/snippets/publishing/post/add/").content.decode()
    assert "态度诚恳，说明差错并向公众致歉" in form
