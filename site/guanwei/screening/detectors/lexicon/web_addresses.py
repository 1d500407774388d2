"""Web addresses in running Chinese text, and those that can't be opened from outside (RFC 1918, RFC 2606)."""

import re

# One of these is in every address, whatever marks stand between its parts. What is farther from it isn't of it.
ANCHORS = tuple(
    "http htt www ftp smb file javascript about localhost 192168 1270 gov com cn org net edu top vip info "
    "xyz shop club site login 8080 oa "
    "doc xls ppt pdf wps txt csv jpg jpeg png zip rar 7z exe mp4 users share desktop cms admin index portal "
    "html jsp php".split()
)
# What the sentence around an address has in full width isn't folded to marks that an address may have.
WIDE = frozenset("，；！？（）")
BEFORE, BEHIND = 100, 210
RUN = re.compile("[!-~\\s。，：…]{0,2100}")

_CHARACTER = "[a-z0-9\\-._~:/?#@!$&'()*+,;=%\\[\\]{}|^`]"
_TOP = "(?:com|cn|net|org|gov|edu|top|vip|cc|info|xyz|shop|io|me|tv|club|site|ltd|mil|int|con|cmo|ocm)"
_GAP = "(?:\\s{1,2}\\.|\\.\\s{1,2}|\\s{0,2}。\\s{0,2})"
_PATH = '[^\\s，。；;！!？?"<>|）)】」”、：《》]'
_FILE = (
    f"(?:{_PATH}{{1,200}}?\\.(?:docx?|xlsx?|pptx?|pdf|wps|et|txt|csv|jpe?g|png|gif|bmp|zip|rar|7z|html?|"
    f"mp[34]|avi|exe)(?![a-z0-9])|{_PATH}{{1,200}})"
)
_LOCAL = (
    "(?:10\\.\\d{1,3}|127\\.\\d{1,3}|192\\.168|169\\.254|172\\.(?:1[6-9]|2\\d|"
    "3[01]))\\.\\d{1,3}(?:\\.\\d{1,3})?"
)

ADDRESS = re.compile(
    # A file on somebody's own disk or on a machine of the office.
    f'(?P<file>file:/{{1,4}}[^\\s，。；！？”》】）<>"|]{{1,200}}|(?<![a-z])[a-z]:\\\\{{1,2}}(?!\\\\){_FILE}|'
    f"(?<!\\\\)\\\\\\\\[a-z0-9.-]{{2,40}}\\\\{_FILE})"
    # Blanks or a Chinese full stop inside, a scheme gone wrong, nothing behind the scheme.
    "|(?P<broken>(?:https?\\s{0,3}[:;]?\\s{1,3}/\\s{0,2}/\\s{0,3}|"
    "https?\\s{0,3}[:;]\\s{0,3}/\\s{1,2}/\\s{0,3}|https?\\s{0,3}:\\s{0,3}//\\s{1,3}(?=[a-z0-9]))"
    f"[a-z0-9]{_CHARACTER}{{2,200}}"
    f"|(?:https?://(?:www\\.)?|www\\.)(?:[a-z0-9-]{{1,40}}\\.){{0,4}}[a-z0-9-]{{1,40}}{_GAP}(?:gov|com|org|"
    f"net|edu|cn)(?:(?:\\.|{_GAP})cn)?(?![a-z0-9.-])(?:/{_CHARACTER}{{0,200}})?"
    f"|(?:[a-z0-9-]{{1,40}}\\.){{0,4}}[a-z0-9-]{{1,40}}(?:{_GAP}(?:gov|com)(?:\\.|{_GAP})|\\.(?:gov|"
    f"com){_GAP})cn(?![a-z0-9.-])(?:/{_CHARACTER}{{0,200}})?"
    "|"
    f"(?:https?://)?www\\s{{0,2}}[。,，]\\s{{0,2}}[a-z0-9-]{{1,40}}(?:[.。,，][a-z0-9-]{{1,30}}){{1,4}}(?:/{_CHARACTER}{{0,200}})?"
    "|"
    f"(?:https?://)?www\\.\\s{{1,2}}[a-z0-9-]{{1,40}}(?:\\.[a-z0-9-]{{1,30}}){{1,4}}(?:/{_CHARACTER}{{0,200}})?"
    "|(?:https?:/(?!/)|https?//|https?:\\\\\\\\|https?;//|h?ttt?ps?://(?<!https://)(?<!http://)|"
    f"htt?pp?s?://(?<!https://)(?<!http://)|https?:https?:?//|https?://https?:?/*){_CHARACTER}{{3,200}}"
    f"|https?://(?:x{{2,}}|…+|\\.{{3,}}|[_*]{{2,}}|网址|链接|域名|地址|#|某某|{{|【|"
    f"<)[^\\s，。；！？]{{0,60}}"
    f"|https?://(?=[\\s，。；！？、”》）)】]|$)|javascript:|about:blank)"
    # A machine of the office without a scheme, if it has a port or a path; otherwise it may be a router's setting.
    f"|(?P<inner>(?<![\\d.])(?<![a-z]://)(?:{_LOCAL}|localhost)(?::\\d{{2,5}}(?:/{_CHARACTER}{{0,200}})?|"
    f"/[a-z]{_CHARACTER}{{0,200}}))"
    f"|(?P<url>(?:https?|ftps?|smb)://{_CHARACTER}{{1,2000}}"
    f"|(?<![a-z0-9@._-])(?:[a-z0-9-]{{1,63}}\\.){{1,6}}{_TOP}(?![a-z0-9-]|\\.[a-z]|"
    f"@)(?::\\d{{1,5}})?(?:/{_CHARACTER}{{0,2000}})?)"
)
SENTENCE_MARKS = ".,;:!?'*)]}|^`"
SCHEME = re.compile("^(?:https?|ftps?|smb)://")
HOST = re.compile(
    "(?:[^/@]*@)?(?P<name>\\[[0-9a-f:]+\\]|[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)(?::\\d{1,5})?(?=[/?#]|$)"
)
INSIDE = re.compile(
    "localhost|.*\\.(?:local|lan|internal|intranet|corp|home|localdomain|test|invalid|example)|\\[(?:::1|"
    "f[cd][0-9a-f]{2}:.*|fe80:.*)\\]|"
    "0\\.0\\.0\\.0|127(?:\\.\\d{1,3}){3}|10(?:\\.\\d{1,3}){3}|192\\.168(?:\\.\\d{1,3}){2}|"
    "169\\.254(?:\\.\\d{1,3}){2}|172\\.(?:1[6-9]|2\\d|3[01])(?:\\.\\d{1,3}){2}"
)
LEFT_OVER = re.compile(
    "(?:^|\\.)(?:example\\.(?:com|org|net|cn|gov\\.cn|com\\.cn)|x{2,}\\.|y{3,}\\.|(?:your|my)-?(?:domain|"
    "site|website|url)\\.|domain\\.com$|placeholder)|\\.x{2,}(?:\\.|$)"
)
PREVIEW = re.compile(
    "^mp\\.weixin\\.qq\\.com/(?:cgi-bin/|mp/(?:preview|appmsg/show)|s.*[?&](?:tempkey|preview)=|s/?$|s\\?$)|"
    "[?&](?:tempkey|preview(?:_token|key)?)=|/(?:wp-admin|preview)(?:[/?]|$)"
)
MISTYPED = re.compile("\\.(?:con|cmo|ocm|vom|xom|gov\\.con|gov\\.cm|comm|cnn)$|\\.\\.")
