"""The ways out of every office: by hand on Weibo and WeChat, and a recording channel for trials.

Limits are the platforms' own, as documented; where the documents contradict each other the stricter
figure warns and the looser one blocks.
"""

from dataclasses import replace

from guanwei.api import Channel, Limits

WEIBO_LIMITS = Limits(text_chars=2000, text_warn=140, images=9)
WECHAT_LIMITS = Limits(
    title_chars=64,
    title_warn=32,
    digest_chars=120,
    text_chars=20_000,
    images=100,
    cover_required=True,
    articles_a_push=8,
    pushes_a_day=1,
)
# A service account reaches its followers four times a month, on days of its own choice.
WECHAT_SERVICE_LIMITS = replace(WECHAT_LIMITS, pushes_a_month=4)
WEIBO_ADDRESS = (
    r"https://(?:weibo\.com/\d{4,20}/[0-9A-Za-z]{5,20}|m\.weibo\.cn/(?:status|detail)/[0-9A-Za-z]{5,20})"
)
WECHAT_ADDRESS = (
    r"https://mp\.weixin\.qq\.com/s(?:/[0-9A-Za-z_-]{10,64}"
    r"|\?__biz=[0-9A-Za-z=%]{8,40}&mid=\d{1,20}&idx=\d{1,2}&sn=[0-9a-f]{8,64}(?:&[0-9A-Za-z_=%&]*)?)"
)
RECORDING = "guanwei.delivery.channels.recording:RecordingChannel"

CHANNELS = (
    Channel(
        "weibo-manual",
        "微博（人工发布）",
        "weibo",
        WEIBO_LIMITS,
        address_pattern=WEIBO_ADDRESS,
        address_hint="https://weibo.com/账号编号/微博编号",
    ),
    Channel(
        "wechat-manual",
        "微信公众号（人工发布）",
        "wechat",
        WECHAT_LIMITS,
        address_pattern=WECHAT_ADDRESS,
        address_hint="https://mp.weixin.qq.com/s/文章编号",
    ),
    Channel(
        "wechat-service-manual",
        "微信服务号（人工发布）",
        "wechat",
        WECHAT_SERVICE_LIMITS,
        address_pattern=WECHAT_ADDRESS,
        address_hint="https://mp.weixin.qq.com/s/文章编号",
    ),
    Channel(
        "recording-weibo", "微博（试运行）", "weibo", WEIBO_LIMITS, transport=RECORDING, can_withdraw=True
    ),
    Channel(
        "recording-wechat",
        "微信公众号（试运行）",
        "wechat",
        WECHAT_LIMITS,
        transport=RECORDING,
        can_withdraw=True,
    ),
)
