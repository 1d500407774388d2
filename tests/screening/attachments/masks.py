"""A mask as the check engine gives one, small enough to be seen to be right."""

import re

MOBILE = re.compile(r"(?<![0-9])(1[3-9][0-9])([- ]?)[0-9]{4}([- ]?)([0-9]{4})(?![0-9])")
ID_NUMBER = re.compile(r"(?<![0-9])([1-9][0-9]{5})[0-9]{8}([0-9]{3}[0-9Xx])(?![0-9Xx])")
ADDRESS = re.compile(r"(清河县[一-龥]{1,8}路)[0-9]{1,4}号[0-9]{1,3}室")


def mask(text: str) -> str:
    text = MOBILE.sub(r"\1\2****\3\4", text)
    text = ID_NUMBER.sub(r"\1********\2", text)
    return ADDRESS.sub(r"\1***", text)
