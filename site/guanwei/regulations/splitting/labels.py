"""How articles, chapters, parts and items are labelled in print."""

import re

from guanwei.regulations.splitting.numerals import NUMERAL

CHAPTER = re.compile(rf"^第\s*({NUMERAL})\s*章\s*(.*)$")
SECTION = re.compile(rf"^第\s*({NUMERAL})\s*节\s*(.*)$")
# A reference at the beginning of a line (第五条规定的…) is no label.
ARTICLE = re.compile(rf"^(第\s*({NUMERAL}|\d{{1,3}})\s*条)(?!\s*(?:规定的|所称的|所列|第.款))[\s、:：]*(.*)$")
# What is left of an article's label where the print lost a character.
BROKEN = re.compile(rf"^(第\s*({NUMERAL})|({NUMERAL})(?=\s))\s*(?![章节条款项、])(\S.*)$")
PART = re.compile(rf"^(({NUMERAL})\s*[、.\uff0e])\s*(.*)$")
ITEM = re.compile(rf"^([(（]\s*({NUMERAL})\s*[)）]\s*[、.\uff0e]?)\s*(.*)$")
NUMBER = re.compile(r"^([(（]?\s*(\d{1,2})\s*[)）]|(\d{1,2})\s*[、.\uff0e](?!\d))\s*(.*)$")
ANNEX = re.compile(r"^附\s*件\s*(\d{0,2})\s*[:：]?$")
ANNEX_LIST = re.compile(r"^附\s*件\s*\d{0,2}\s*[:：]\s*\S")
COVER = re.compile(r"关于(?:印发|转发|发布|公布).+的通知$")
NUMBERED = re.compile(r"[\u4e00-\u9fff]{2,12}[〔\[(（]\d{4}[〕\])）]\s*\d{0,4}\s*号")
ADDRESSEES = re.compile(r"^[^。；;]{4,80}[:：]$")
CONTACT = re.compile(r"^(?:联系人|联系电话|联系方式|电\s*话|传\s*真|邮\s*箱|电子邮箱)\s*[:：]")
DAY = re.compile(
    r"^\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$|^[〇零一二三四五六七八九]{4}年.{1,3}月.{1,3}日$"
)
LOST_DAY = re.compile(r"^(?:19|20)\d{2}\s?\d{1,2}\s?\d{1,2}$")
ISSUER = re.compile(
    r"^[\u4e00-\u9fff]{1,28}(?:局|办公室|政府|委员会|委|厅|院|部|处|中心|站|所|队|党组)(?:[(（][^)）]{1,8}[)）])?$"
)
PUBLICITY = re.compile(r"^[(（]此件.{2,10}[)）]$")
