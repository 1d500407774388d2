"""A portal theme for a county government."""

from guanwei.api import Theme

theme = Theme(
    id="county",
    label="县级门户",
    package="guanwei_theme_county",
    description="深蓝为主色，红色点睛；手机、打印和读屏均可用。",
)
