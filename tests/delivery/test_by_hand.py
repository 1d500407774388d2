"""Publishing by hand: take the package, publish, bring the address back."""

import hashlib
import io
import zipfile
from typing import Any

import pytest
from delivery.posting import Out, events, fresh, picture, use_channel, walk
from django.utils import translation
from guanwei.approvals.models import Permit
from guanwei.audit import clock
from guanwei.delivery import queries, services
from guanwei.delivery.models import Delivery
from guanwei.delivery.packages import NotPermittedError, package, package_page
from guanwei.publishing.models import ArticlePage, ArticleVariant, Picture
from guanwei.publishing.services import add_article
from guanwei.publishing.services.taking_down import close_releases
from guanwei.testing.scenes import County, add_person, put_in_post, write_post

WEIBO = "https://weibo.com/1234567890/NxYz12Abc"


@pytest.fixture
def by_hand(out: Out) -> Delivery:
    """A post that waits for a person."""
    return out("weibo-manual")


@pytest.fixture
def media(settings: Any, tmp_path: Any) -> None:
    """Files of a test stay with it."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def wechat(county: County, media: None) -> Delivery:
    """A WeChat variant of an article with pictures, waiting for a person."""
    water, news = county.water, county.news
    cover, map_, photo = picture("cover", "red"), picture("map", "green"), picture("photo", "blue")
    variant = ArticleVariant(
        account=water.wechat,
        title="汛期提示<b>",
        digest="请远离河道",
        from_page=True,
        cover=cover,
        pictures=[("picture", photo)],
    )
    body = [
        ("heading", "一、注意"),
        ("paragraph", '<p>请看<a href="https://weather.example/">预报</a></p>'),
        ("picture", {"picture": map_, "caption": "河道图"}),
    ]
    article = add_article(
        news,
        water.people["editor"],
        [variant],
        title="汛期提示",
        slug="flood",
        supplier=water.section,
        manager=water.section,
        category="county.convenience",
        body=body,
    )
    return Delivery.objects.get(part__release=walk(county, article))


def unzipped(content: bytes) -> dict[str, bytes]:
    """Files of a package by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_publisher_finds_the_post_and_takes_its_package(county: County, by_hand: Delivery) -> None:
    publisher = county.water.people["publisher"]
    assert list(queries.deliveries_waiting_for(publisher)) == [by_hand]
    assert by_hand.state == "waiting_person"
    assert services.hand_over(by_hand, publisher) == []
    files = unzipped(package(by_hand))
    assert set(files) == {"checklist.txt", "text.txt", "sha256.txt"}
    assert files["text.txt"].decode() == "今晚八时至十时检修停水。"
    assert by_hand.attempts.get(event="handed_over").person == publisher


def test_a_wechat_package_holds_numbered_pictures_and_says_where_they_go(wechat: Delivery) -> None:
    files = unzipped(package(wechat))
    names = {"images/01.png", "images/02.png", "cover.png", "article.html", "title.txt", "digest.txt"}
    assert names <= set(files)
    html = files["article.html"].decode()
    assert [f"【此处插入图片 images/0{n}.png】" in html for n in (1, 2)] == [True, True]
    assert html.index("一、注意") < html.index("images/01.png") < html.index("images/02.png")
    assert "<title>汛期提示&lt;b&gt;</title>" in html
    assert "[1] https://weather.example/" in html
    assert files["source-url.txt"].decode().endswith("/news/flood/")
    said = dict(reversed(line.split("  ")) for line in files["sha256.txt"].decode().splitlines())
    assert said == {
        name: hashlib.sha256(content).hexdigest() for name, content in files.items() if name != "sha256.txt"
    }
    page = package_page(wechat)
    assert (page.title, page.digest, len(page.pictures)) == ("汛期提示<b>", "请远离河道", 2)
    assert page.address_hint.startswith("https://mp.weixin.qq.com/s/")


def test_equal_content_makes_equal_packages(wechat: Delivery) -> None:
    first = package(wechat)
    with translation.override("en"):
        assert package(fresh(wechat)) == first


@pytest.mark.law("L1")
def test_a_picture_changed_on_disk_is_not_handed_out(wechat: Delivery) -> None:
    entry = wechat.payload["pictures"][0]
    file = Picture.objects.get(pk=entry["picture"]).file
    with open(file.path, "ab") as changed:
        changed.write(b"x")
    with pytest.raises(NotPermittedError, match="与签发时不同"):
        package(wechat)
    file.storage.delete(file.name)
    with pytest.raises(NotPermittedError, match="找不到"):
        package(wechat)


@pytest.mark.law("L1")
def test_without_a_standing_permit_nothing_is_handed_out(county: County, by_hand: Delivery) -> None:
    permit = Permit.objects.get(pk=by_hand.part.release.permit_id)
    permit.revoked_at = clock.now()
    permit.save()
    refusals = services.hand_over(by_hand, county.water.people["publisher"])
    assert "许可已撤销" in str(refusals[0])
    with pytest.raises(NotPermittedError, match="许可已撤销"):
        package(by_hand)


def test_the_address_brought_back_finishes_the_release(county: County, by_hand: Delivery) -> None:
    publisher = county.water.people["publisher"]
    assert services.record_address(by_hand, f" {WEIBO}?from=page ", publisher) == []
    assert (by_hand.state, by_hand.address, by_hand.done_by) == ("sent", WEIBO, publisher)
    release = by_hand.part.release
    release.refresh_from_db()
    assert (release.state, release.parts.get(variant=by_hand.part.variant).address) == ("done", WEIBO)
    assert list(queries.deliveries_waiting_for(publisher)) == []
    assert events(by_hand) == ["prepared", "due", "waiting", "address", "receipt"]
    assert by_hand.history.first().history_user == publisher


def test_only_who_may_release_brings_an_address(county: County, by_hand: Delivery) -> None:
    water = county.water
    outsider = add_person("root", "技术人员", is_superuser=True, is_staff=True)
    for person in (water.people["editor"], county.people["administrator"], outsider):
        refusals = services.record_address(by_hand, WEIBO, person)
        assert "没有清河县水利局宣传科的发布职责" in str(refusals[0])
        assert list(queries.deliveries_waiting_for(person)) == []
    at_bureau = add_person("bureau-publisher", "局发布员")
    put_in_post(at_bureau, "county.publisher", water.unit)
    assert services.record_address(by_hand, WEIBO, at_bureau) == []


def test_one_address_belongs_to_one_delivery(county: County, by_hand: Delivery) -> None:
    publisher = county.water.people["publisher"]
    other = Delivery.objects.get(
        part__release=walk(county, write_post(county.water, county.water.people["editor"], title="另一条"))
    )
    assert services.record_address(by_hand, WEIBO, publisher) == []
    refusals = services.record_address(other, f"{WEIBO}?x=1", publisher)
    assert "已经记在《停水通知》名下" in str(refusals[0])
    assert fresh(other).state == "waiting_person"


def test_an_address_is_brought_once(county: County, by_hand: Delivery) -> None:
    publisher = county.water.people["publisher"]
    assert services.record_address(by_hand, WEIBO, publisher) == []
    refusals = services.record_address(by_hand, "https://weibo.com/1234567890/Another12", publisher)
    assert "不在等待人工发布" in str(refusals[0])
    assert fresh(by_hand).address == WEIBO


def test_junk_leaves_everything_as_it_was(county: County, by_hand: Delivery) -> None:
    before = by_hand.history.count()
    for typed in ("", "\x00", "x" * 1_000_000, "https://evil.example/"):
        assert len(services.record_address(by_hand, typed, county.water.people["publisher"])) == 1
    assert (fresh(by_hand).state, by_hand.history.count()) == ("waiting_person", before)


def test_a_package_taken_before_the_taking_down_may_still_bring_its_address(
    county: County, by_hand: Delivery
) -> None:
    publisher = county.water.people["publisher"]
    services.hand_over(by_hand, publisher)
    other = Delivery.objects.get(
        part__release=walk(county, write_post(county.water, county.water.people["editor"], title="另一条"))
    )
    for each in (by_hand, other):
        release = each.part.release
        close_releases(release.family, release.object_id, publisher, "内容有误")
    services.withdrawing.withdraw_taken_down()
    assert (fresh(by_hand).state, fresh(other).state) == ("waiting_person", "withdrawn")
    assert list(queries.deliveries_waiting_for(publisher)) == []
    assert services.record_address(by_hand, WEIBO, publisher) == []
    assert fresh(by_hand).address == WEIBO


def test_the_screens_list_a_releases_deliveries_and_their_journal(county: County, wechat: Delivery) -> None:
    release = wechat.part.release
    assert [each.pk for each in queries.deliveries_of(release)] == [wechat.pk]
    assert [line.event for line in queries.journal_of(wechat)] == ["prepared", "due", "waiting"]


def test_in_an_emergency_the_page_follows_when_the_posts_address_is_back(
    county: County, out_with_page: Out
) -> None:
    delivery = out_with_page("weibo-manual", urgency="emergency")
    page_id = delivery.part.release.object_id
    assert not ArticlePage.objects.get(pk=page_id).live
    address = unzipped(package(delivery))["source-url.txt"].decode()
    assert services.record_address(delivery, WEIBO, county.water.people["publisher"]) == []
    page = ArticlePage.objects.get(pk=page_id)
    assert (page.live, page.full_url) == (True, address)


def test_an_address_stands_even_if_the_page_cannot_follow(
    county: County, out_with_page: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: Any) -> None:
        raise RuntimeError("the address is taken")

    delivery = out_with_page("weibo-manual", urgency="emergency")
    with monkeypatch.context() as patch:
        patch.setattr("guanwei.publishing.services.advancing.go_live", broken)
        assert services.record_address(delivery, WEIBO, county.water.people["publisher"]) == []
        assert (fresh(delivery).state, fresh(delivery).part.state) == ("sent", "due")
    assert services.hand_in_receipts() == 1
    assert ArticlePage.objects.get(pk=delivery.part.release.object_id).live


def test_the_queue_is_read_in_a_fixed_number_of_queries(
    county: County, by_hand: Delivery, django_assert_max_num_queries: Any
) -> None:
    for number in range(3):
        walk(county, write_post(county.water, county.water.people["editor"], title=f"第{number}条"))
    use_channel(county.water.weibo, "weibo-manual")
    with django_assert_max_num_queries(4):
        rows = list(queries.deliveries_waiting_for(county.water.people["publisher"]))
        assert [str(each.account.unit) for each in rows] == ["清河县水利局宣传科"] * 4
