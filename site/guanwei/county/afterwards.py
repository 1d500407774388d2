"""第十四条 and 第十八条(四): what speaks of an earlier publication, and who may."""

from guanwei.api import Check, ManuscriptFacts, Relation, Severity
from guanwei.county.articles import cite

LEADERS_WORDS = (Relation.SUPPLEMENT, Relation.COMMENTARY)


def is_correction_without_apology(facts: ManuscriptFacts) -> bool:
    """更正 goes with an apology."""
    return facts.relation is Relation.CORRECTION and not facts.apology.strip()


def is_leaders_word_of_a_unit(facts: ManuscriptFacts) -> bool:
    """To add to what a unit said, or to comment on it, is for officials' own accounts."""
    return facts.relation in LEADERS_WORDS and not (
        facts.variants and all(each.leaders for each in facts.variants)
    )


CHECKS = (
    Check(
        "county.correction-without-apology",
        "更正没有致歉语",
        (cite("第十八条(四)", "YC-18.4c"),),
        Severity.BLOCK,
        "更正稿要向公众致歉；请填写致歉语。",
        is_correction_without_apology,
    ),
    Check(
        "county.leaders-word",
        "补充、评论不由领导账号发布",
        (cite("第十四条", "YC-14.3"),),
        Severity.BLOCK,
        "补充发布和评论解读由领导账号发布；请只选领导账号，或者去掉与原发布的关系。",
        is_leaders_word_of_a_unit,
    ),
)
