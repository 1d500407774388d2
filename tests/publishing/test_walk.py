"""The main job: one manuscript from the editor's desk to the portal, by the county's own book."""

import pytest
from guanwei.approvals.models import Permit, SignOff, Submission
from guanwei.publishing.models import ArticlePage
from guanwei.publishing.services import submit
from guanwei.testing.acts import released, signed, submitted
from guanwei.testing.scenes import County, write_article


@pytest.mark.law("L1", "L2")
def test_an_article_goes_from_the_editor_to_the_portal(county: County) -> None:
    people = county.water.people
    article = write_article(county, county.water, people["editor"], variants=True)
    submission = submitted(article, people["editor"])
    assert [each.label for each in submission.steps.all()] == ["审核", "分管领导签发", "发布"]
    submission = signed(submission, people["reviewer"], people["leader"])
    assert submission.state == "permitted"
    release = released(submission, people["publisher"])
    live = ArticlePage.objects.get(pk=article.pk)
    assert live.live
    assert [(part.variant != "", part.state) for part in release.parts.all()] == [
        (False, "done"),
        (True, "due"),
    ]
    assert SignOff.objects.filter(submission=submission).count() == 2
    history = Permit.objects.get(submission=submission).history.all()
    assert [each.went_live_at is not None for each in history] == [True, False]


def test_a_draft_without_its_category_is_sent_back_with_the_article(county: County) -> None:
    editor = county.water.people["editor"]
    article = write_article(county, county.water, editor, category="")
    submission, refusals = submit(article, editor)
    assert submission is None
    assert "请选择内容类别" in str(refusals[0])
    assert "第十一条" in str(refusals[0])
    assert not Submission.objects.exists()
