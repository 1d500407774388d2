"""县教育局: two articles that went to the followers of its WeChat account in one push."""

from guanwei.console.demo.acts import release, release_articles, send, sign, submit
from guanwei.console.demo.pieces import Piece, PushPiece

SIGNED = (submit, sign(), sign("同意发布。"))

PIECES = (
    Piece(
        key="holiday-care",
        desk="education",
        title="暑期托管服务开始报名",
        category="county.convenience",
        day=4,
        hour="09:15",
        column="services",
        summary="十二所小学开设，自愿报名，按周参加。",
        body=(
            "城区十二所小学开设暑期托管服务，面向本校一至五年级学生，家长自愿报名，可以按周参加。",
            "# 怎样报名",
            "向所在学校报名；托管时间为工作日上午八时至下午五时，提供午餐和图书、体育活动。",
        ),
        wechat="哪些学校开设，怎样报名，孩子做什么。",
        picture="school",
        fate=SIGNED,
    ),
    Piece(
        key="reading-list",
        desk="education",
        title="中小学生暑期阅读推荐书目",
        category="county.convenience",
        day=4,
        hour="10:20",
        column="services",
        summary="分学段推荐六十种，县图书馆和学校图书室均可借阅。",
        body=(
            "县教育局会同县图书馆分学段推荐图书六十种，供学生和家长选读，不作统一购买要求。",
            "推荐图书可在县图书馆和各校图书室借阅，假期学校图书室每周开放两天。",
        ),
        wechat="六十种图书，分学段推荐，到哪里借。",
        picture="school",
        fate=SIGNED,
    ),
    PushPiece(
        key="summer-push",
        desk="education",
        day=3,
        hour="14:00",
        articles=("holiday-care", "reading-list"),
        chain=("education-reviewer",),
        fate=(submit, sign("次序合适。"), release_articles, release, send),
    ),
)
