"""A repost that doesn't say where it comes from, nor bears a mark that it is one."""

import re
from collections.abc import Iterable, Sequence

from guanwei.api.screenings import FindingType
from guanwei.screening.engine.hits import About, Hit
from guanwei.screening.engine.reading import Reading

TYPE = FindingType.MISSING_SOURCE
ANCHORS: tuple[str, ...] = ()
DIGITS = 0

BREAK = r"(?:^|(?<=[\s\W_]))"
# 收入来源：, 水来源：, 图片来源： speak of something else.
LABEL = (
    f"{BREAK}(?:本文|信息|稿件|文章|内容|图文|文字|新闻|消息|资料|转载|原文|部分|综合|数据及内容|素材|视频|"
    "公文|文)?(?:来源|出处)"
    f"|{BREAK}(?:稿源|文源|原载|原文载|首发|首刊|供稿|来稿|稿件提供|信息提供)"
)
NOBODY = "(?:网络|互联网|网上|网友|不详|未知|佚名|无|待补|待定|暂无|待核|\\?|x{2,}|_+|—+|-+|…)"
NAMED = r"[^\s\W_][^\s]"
MEDIA = (
    "(?:社|报|网|台|卫视|电视|广播|客户端|公众号|视频号|官微|微博|微信|发布|日报|晚报|时报|早报|晨报|周刊|"
    "杂志|融媒|融媒体中心|在线|新闻|头条|频道|通讯|政府网|官网|网站|局|委|办|厅|部|中心)"
)
SOURCE = re.compile(
    f'(?:{LABEL})\\s{{0,8}}(?:[:：|丨/=】\\]]|为|是|于)\\s{{0,8}}[《“"「【@（(]?(?!\\s{{0,8}}{NOBODY}(?:[\\s。，,；;）)】]|'
    f"$)){NAMED}"
    "|(?:转载自|转载于|转载[:：]|转自|摘自|选自|摘编自|摘录自|改编自|综合自|整理自|刊载于|原载于?|原刊于?|"
    f'首发于|发表于|转发自|编发自|节选自|引自)\\s{{0,8}}[:：]?\\s{{0,8}}[《“"「【@（(]?(?!{NOBODY}(?:[\\s。，,]|'
    f"$)){NAMED}"
    "|(?:原文链接|原文地址|原文网址|原文见|来源链接|来源网址|转载链接|阅读原文)\\s{0,8}[:：]?\\s{0,8}(?:https?:|"
    "www\\.)"
    '|据\\s?[《“"「@]?(?!介绍|了解|悉|说|统计|报道|此|'
    f'不完全)[^\\s，。；,;]{{2,24}}?[》”"」]?(?:[\\d月日年]{{0,12}})?(?:报道|消息|讯|电|客户端|公众号|官网|'
    "微博|微信|网站|发布消息|通报)"
    "|[（(【\\[]\\s{0,8}(?:来源|源自|via|文|图文|作者|记者|编辑|摘自|转自|"
    f"稿源)?[:：/／]?\\s{{0,8}}[^\\s（）()【】，,。]{{0,16}}{MEDIA}(?:记者)?[^（）()【】。]{{0,20}}[）)】\\]]\\s{{0,8}}(?:$|"
    "\\n|。)"
    "|(?:新华社|人民日报|央视|中新社|新华网|人民网|央广网|中新网|光明日报|经济日报|中国政府网)(?:记者|客户端|"
    f"[\u4e00-\u9fff]{{2,4}}\\d{{1,2}}月\\d{{1,2}}日电|讯|消息|\\d{{1,2}}月)"
    f"|(?:^|\\n)\\s{{0,8}}(?:来自|源自|文|图文|出品|via)\\s{{0,8}}[:：/／|丨]\\s{{0,8}}(?!{NOBODY}){NAMED}"
    "|//\\s?@|(?:转|via|来自|来源|感谢|源自)\\s?[:：]?\\s?@[^\\s@]|【转】\\s?@|转发\\s?@|"
    "^\\s{0,8}@[^\\s:：]{2,30}[:：]|rt\\s?@"
)


def find(reading: Reading, _anchors: Sequence[int], about: About) -> Iterable[Hit]:
    """Once, at the beginning."""
    if (
        about.kind != "repost"
        or not about.required_source
        or about.source_name.strip()
        or about.source_url.strip()
    ):
        return
    if SOURCE.search(reading.plain) is None:
        yield Hit(TYPE, 0, 0)
