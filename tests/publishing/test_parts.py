"""Equal content gives equal parts, however it was written, kept or read; a change shows in its own part only."""

from io import BytesIO

import pytest
from django.core.files.images import ImageFile
from guanwei.approvals.subjects import draft_of, parts_of, row_of
from guanwei.publishing.content.parts import without_block_ids
from guanwei.publishing.models import ArticlePage, ArticleVariant, Picture
from guanwei.publishing.services import add_article, save_draft
from guanwei.testing.acts import released, signed, submitted
from guanwei.testing.scenes import County, write_article, write_post
from PIL import Image

pytestmark = pytest.mark.django_db


def picture(colour: str = "red", title: str = "河堤") -> Picture:
    data = BytesIO()
    Image.new("RGB", (40, 30), colour).save(data, "PNG")
    return Picture.objects.create(title=title, file=ImageFile(BytesIO(data.getvalue()), name="x.png"))


def latest(article: ArticlePage) -> ArticlePage:
    return draft_of("page", article.pk)


@pytest.fixture
def article(county: County) -> ArticlePage:
    water = county.water
    variants = [
        ArticleVariant(account=water.weibo, text="汛期请远离河道。"),
        ArticleVariant(account=water.wechat, title="汛期提示", from_page=True, cover=picture()),
    ]
    return add_article(
        county.news,
        water.people["editor"],
        variants,
        title="汛期安全提示",
        slug="flood",
        supplier=water.section,
        manager=water.section,
        category="county.convenience",
        body=[("paragraph", "<p>请远离河道。</p>"), ("heading", "联系电话")],
    )


def test_a_draft_keeps_its_parts_through_saving_again(county: County, article: ArticlePage) -> None:
    before = parts_of(latest(article))
    for _again in range(2):
        save_draft(latest(article), county.water.people["editor"])
    assert parts_of(latest(article)) == before


def test_autosave_over_the_same_revision_keeps_the_parts(county: County, article: ArticlePage) -> None:
    draft = latest(article)
    before = parts_of(draft)
    draft.save_revision(user=county.water.people["editor"], overwrite_revision=draft.latest_revision)
    assert parts_of(latest(article)) == before


def test_the_live_row_has_the_parts_that_were_signed(county: County, article: ArticlePage) -> None:
    people = county.water.people
    before = parts_of(latest(article))
    submission = signed(submitted(article, people["editor"]), people["reviewer"], people["leader"])
    released(submission, people["publisher"])
    assert parts_of(row_of("page", article.pk)) == before
    assert parts_of(latest(article)) == before


def test_the_order_of_variants_is_no_content(county: County, article: ArticlePage) -> None:
    before = parts_of(latest(article))
    draft = latest(article)
    first, second = draft.variants.all()
    first.sort_order, second.sort_order = 1, 0
    draft.variants.set([second, first])
    save_draft(draft, county.water.people["editor"])
    assert parts_of(latest(article)) == before


def test_an_edit_of_one_variant_changes_that_part_only(county: County, article: ArticlePage) -> None:
    before = parts_of(latest(article))
    draft = latest(article)
    variants = list(draft.variants.all())
    variants[0].text = "改过的微博"
    draft.variants.set(variants)
    save_draft(draft, county.water.people["editor"])
    after = parts_of(latest(article))
    assert {name for name in after if after[name] != before[name]} == {f"variant:{variants[0].key}"}


def test_another_column_changes_the_facts(county: County, article: ArticlePage) -> None:
    before = parts_of(latest(article))
    ArticlePage.objects.get(pk=article.pk).move(county.notices, pos="last-child")
    after = parts_of(latest(article))
    assert {name for name in after if after[name] != before[name]} == {"facts"}


def test_a_picture_counts_by_its_bytes_title_and_focal_point(county: County, article: ArticlePage) -> None:
    before = parts_of(latest(article))
    cover = Picture.objects.get()
    cover.focal_point_x, cover.focal_point_y = 10, 10
    cover.focal_point_width, cover.focal_point_height = 5, 5
    cover.save()
    after = parts_of(latest(article))
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {f"variant:{county.water.wechat.pk}:1"}


def test_a_picture_in_the_body_counts_as_the_page(county: County, article: ArticlePage) -> None:
    named = picture("blue", "水库")
    draft = latest(article)
    draft.body.append(("picture", {"picture": named, "caption": "水库"}))
    save_draft(draft, county.water.people["editor"])
    before = parts_of(latest(article))
    named.title = "别的水库"
    named.save()
    after = parts_of(latest(article))
    assert {name for name in after if after[name] != before[name]} == {"page"}


def test_equal_bytes_have_one_address(county: County) -> None:
    one, same, other = picture("green"), picture("green"), picture("black")
    assert one.sha256 == same.sha256 != other.sha256
    assert one.sha256 in one.file.name


def test_a_post_alone_has_parts_too(county: County) -> None:
    post = write_post(county.water, county.water.people["editor"])
    assert set(parts_of(draft_of("post", post.pk))) == {"facts", "page", f"variant:{county.water.weibo.pk}:1"}


def test_ids_that_wagtail_mints_are_left_out_and_ids_that_people_write_stay() -> None:
    value = [{"type": "a", "value": {"id": "mine", "x": [{"type": "b", "value": 1, "id": "u1"}]}, "id": "u2"}]
    assert without_block_ids(value) == [
        {"type": "a", "value": {"id": "mine", "x": [{"type": "b", "value": 1}]}}
    ]


def test_the_names_that_the_text_editor_gives_paragraphs_are_no_content(
    county: County, article: ArticlePage
) -> None:
    before = parts_of(latest(article))
    draft = latest(article)
    draft.body = [("paragraph", '<p data-block-key="a1b2c">请远离河道。</p>'), ("heading", "联系电话")]
    save_draft(draft, county.water.people["publisher"])
    assert parts_of(latest(article)) == before


def test_an_article_without_pictures_asks_no_query_for_files(
    county: County, django_assert_max_num_queries: object
) -> None:
    plain = latest(write_article(county, county.water, county.water.people["editor"]))
    with django_assert_max_num_queries(3):  # type: ignore[operator]
        parts_of(plain)
