"""The word right in front of a number that says what it is, where that is nothing of a person's."""

import re

from guanwei.screening.personal import nearby

# These name a number only with 号, 编号 or 代码 behind them: 王工 and 项目负责人 stand in front of telephones.
_NUMBERED = (
    "订单|运单|快递|流水|工单|受理|案件|案|警情|项目|许可|备案|批准|批|批次|证书|证|合同|发票|票据|序列|设备|档案|业务|登记|注册|产权"
    "|招标|采购|标段|通知书|决定书|缴款书|缴费|编|单|学|工|房|户|表|桩|箱|群|文|刊|邮|识别|信用|机构|宗地|地块|商品|产品|仪器"
)
_ALONE = "订单|运单|条码|条形码|二维码|imei|isbn|qq|扣扣|税号|编码|代码|编号|识别码|追溯码|车架号|第"
_KINDS = "号码?|编号|编码|代码|单号|号段|识别号"
_END = r"(?:\(?[a-z]{2,4}\))?[为是]?(?:no\.?)?[\s:#(第]{0,4}$"


def other_number(*words: str) -> re.Pattern[str]:
    """A label of codes, orders and documents; ``words`` are more of them, which stand with 号 or alone."""
    more = "".join(f"|{word}" for word in words)
    return re.compile(rf"(?:(?:{_NUMBERED}{more})(?:{_KINDS})|{_ALONE}{more}){_END}")


def label(pattern: re.Pattern[str], plain: str, start: int) -> re.Match[str] | None:
    """The label in front of ``start``, also at the end of the line before it."""
    front = nearby.before(plain, start)
    return pattern.search(front) if front else None
