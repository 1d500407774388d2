"""Forms of secrecy marks (GB/T 9704-2012 7.2.2: 密级和保密期限, with ★ between) and of notes for inside use."""

import re

from guanwei.screening.engine.clauses import BLANKS, spaced

STATE_LEVELS = "绝密 机密 秘密".split()
PAPERS = "资料 文件 材料 信息 情况 刊物 传阅 参考 参阅 使用 掌握 简报 文稿 通报 交流 件".split()
ANCHORS = (
    *STATE_LEVELS,
    "密级",
    "密件",
    "涉密文件",
    "涉密材料",
    "涉密资料",
    "保密等级",
    "涉密等级",
    "内部秘密",
    "商密",
    *("内部" + paper for paper in PAPERS),
    *(
        "仅供内部",
        "仅限内部",
        "供内部",
        "限内部",
        "仅供领导",
        "仅供机关",
        "仅供本单位",
        "仅限本单位",
        "仅供系统内",
    ),
    *("公开属性", "公开方式", "公开类别", "公开选项"),
    *("不宜公开", "不予公开", "此件不", "本件不"),
)

LEVEL = f"(?:{'|'.join(map(spaced, [*STATE_LEVELS, '内部', '商密']))})(?:{BLANKS}级)?"
STATE_LEVEL = f"(?:{'|'.join(map(spaced, STATE_LEVELS))})(?:{BLANKS}级)?"
# Read out of a folded text: the full-width asterisk is an ASCII one there.
STAR = "[★☆✩✪✫✬✭✮✯✰⭐🌟⋆]"
OTHER_STAR = "[*✱✲✳※●◆▲■·•・|/_~—–-]{1,2}"
NUMERAL = "[一二三四五六七八九十百两〇零]{1,5}"
SPAN = f"(?:\\d{BLANKS}(?:\\d{BLANKS}){{0,3}}|{NUMERAL}{BLANKS})(?:年|个{BLANKS}月|月|天|日)"
UNTIL = "|".join(
    map(spaced, "长期 永久 无限期 启用前 启封前 解密前 开启前 拆封前 公开前 公布前 开考前".split())
)
PERIOD = f"(?:{SPAN}(?:{BLANKS}{SPAN}){{0,2}}(?:{BLANKS}前)?|{UNTIL})"
HAN = "[\u4e00-\u9fff]"

# 商业秘密★, 工作的秘密·10年: no levels of the state's.
OTHER_SECRETS = frozenset({"商业", "技术", "个人", "军事", "商务", "行业"})
SAID = re.compile('(?:标注|标记|备注|标识|意见|结论|审查结果|审核意见|性质|范围|等级)[:：\\s]{0,2}[“"]?$')
IS = re.compile("(?:[属系为是定]|属于|[件文告报][:：]?|[^\u4e00-\u9fff])$")
OF = ("的", "个", "大", "小", "之", "无", "有", "多", "少", "是", "了")

_LOOSE = f"{BLANKS}[.·•_~-]{{0,2}}{BLANKS}"
STARRED = f"{LEVEL}{_LOOSE}{STAR}{{1,3}}{_LOOSE}{PERIOD}"
STAR_ALONE = f"{LEVEL}{_LOOSE}{STAR}{{1,3}}(?!{HAN})"
SEPARATED = f"{LEVEL}{BLANKS}(?:{OTHER_STAR}{BLANKS}{PERIOD}|[(（]{BLANKS}{PERIOD}{BLANKS}[)）])"
LABEL = f"(?:{spaced('密级')}(?:标识|标志)?|保密等级|涉密等级)"
LABELLED = (
    f"{LABEL}{BLANKS}(?:[】\\])）]{BLANKS}[:=]?|[:=]|\\s){BLANKS}[【\\[（(]?(?:工作)?{LEVEL}[】\\]）)]?"
    f"(?!{BLANKS}(?:[、/或和及与至是为的]|[,，]{BLANKS}(?:绝|机|秘)|绝密|机密|秘密|以[上下]|事项|文件|标志|"
    "计算机|载体))"
    f"(?:{BLANKS}(?:{STAR}|{OTHER_STAR})?{BLANKS}{PERIOD})?"
    f"(?:[\\s,，;；、]{{0,6}}保密期限{BLANKS}[:=]?{BLANKS}{PERIOD})?"
)
ON_A_LINE = f"(?:{LEVEL}{BLANKS}{PERIOD}|(?:{spaced('绝密')}|{spaced('机密')})(?:级|文件|件|资料|材料)?)"
AT_AN_EDGE = (
    f"(?!秘密\\s*\\n(?!{BLANKS}[^\\n]{{0,40}}(?:关于|通知|意见|请示|报告|纪要|方案|〔|函|决定|"
    f"批复))){STATE_LEVEL}(?:文件|件|资料|材料)?"
)

PAPER = (
    f"(?:密件|(?:涉密|机密|绝密|秘密)(?:文件|材料|资料)|内部(?:{'|'.join(PAPERS)}){{0,1}}(?:文件|资料|材料|"
    "刊物)?)"
)
KEEP = (
    "(?:请)?(?:注意保[存密管]|妥善保[管存]|(?:严禁|不得|请勿|切勿|禁止|不准|不要|勿|谢绝)(?:擅自|随意|对外)?"
    "(?:外传|传播|转发|转载|翻印|公开|外泄|扩散|复印|复制|提供|发布|外泄|泄露|拍照|截屏|上网|引用)|不(?:对外|"
    "予)?(?:公开|公布|发布|提供)|"
    "阅后(?:收回|退回|退还|归还|交回|销毁|即焚)|保密)"
)
# With a break between its halves it is a note wherever it stands; run together it may be a rule's prose.
NOTE = f"{PAPER}[\\s,，、;；·.—-]{{1,4}}{KEEP}(?:[\\s,，、]{{1,3}}{KEEP}){{0,2}}"
RUN_TOGETHER = f"{PAPER}{KEEP}(?:[\\s,，、]{{1,3}}{KEEP}){{0,2}}"
READERS = (
    "(?:本?(?:单位|系统|公司|部门|局|县|市)|系统内|单位内|机关|内|全|局|委|党|县|市)?(?:内部|领导(?:同志)?|"
    "本单位|本系统|机关|系统内)"
)
FOR_READERS = f"仅?[供限]{READERS}(?:人员|同志)?(?:参阅|参考|传阅|阅读|阅览|查阅|学习参考|掌握)"
FOR_USE = f"(?:仅?[供限]{READERS}(?:人员)?(?:使用|交流|学习)|内部(?:使用|传阅|参阅|参考|掌握|资料|文件|材料))"
FOR_USE_KEPT = f"(?:仅?[供限]{READERS}(?:人员)?(?:使用|交流|学习|掌握))[\\s,，、;；]{{1,3}}{KEEP}"
KEPT_SECRET = f"{STATE_LEVEL}[\\s,，、;；]{{1,3}}(?:{KEEP}|保密期限{BLANKS}[:=为是]?{BLANKS}{PERIOD})"
NOT_OPEN = "(?:此件|本件)?不(?:宜|予)公开"
KEPT_BACK = "(?:此件|本件)(?:暂)?不(?:宜|予)?(?:公开|对外公开|上网公开|上网)(?:发布)?(?!的)"
NOT_OPEN_BY_FORM = f"公开(?:属性|方式|类别|选项){BLANKS}[】\\])）]?{BLANKS}[:=]{BLANKS}不(?:宜|予)?公开"

KINDS = (
    ("starred", re.compile(STARRED)),
    ("star alone", re.compile(STAR_ALONE)),
    ("kept", re.compile(KEPT_SECRET)),
    ("anywhere", re.compile(LABELLED)),
    ("separated", re.compile(SEPARATED)),
    ("note", re.compile(NOTE)),
    ("anywhere", re.compile(FOR_READERS)),
    ("anywhere", re.compile(FOR_USE_KEPT)),
    ("placed", re.compile(RUN_TOGETHER)),
    ("placed", re.compile(FOR_USE)),
    ("anywhere", re.compile(KEPT_BACK)),
    ("anywhere", re.compile(NOT_OPEN_BY_FORM)),
    ("said", re.compile(NOT_OPEN)),
    ("placed", re.compile(ON_A_LINE)),
    ("alone", re.compile(AT_AN_EDGE)),
)

ABOUT_MARKS = re.compile(
    "标志|标识|标注|标明|标有|标着|印有|盖有|写着|字样|形式|格式|例如|比如|譬如|表示|含义|是指|应当|写法|"
    "样式|规范|"
    "什么意思|怎么[写标]|如何|密级"
)
EXAMPLE_BEFORE = re.compile("(?:例如|比如|譬如|形如|诸如|[、，,(（]如|例)[:：]?\\s?$")
MARKED_BEFORE = re.compile("(?:标注|标明|标有|标着|印有|盖有|写着|注明|标为|列为|定为)(?:为|了|着)?\\s?$")
OF_AFTER = re.compile("(?:等)?(?:字样|标志|标识|标记)?(?:的|字样|等)")
