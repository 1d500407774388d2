"""What is wrong with a declaration, as a clause."""


def wrong_type(where: str, wanted: str, found: str) -> str:
    """A value of another type."""
    return f"{where} 应为 {wanted}，实际为 {found}"


def wrong_length(where: str, wanted: int, found: int) -> str:
    """A tuple of another length."""
    return f"{where} 应有 {wanted} 项，实际为 {found} 项"


def name_malformed(name: str) -> str:
    """A plugin name outside the pattern."""
    return f"插件名“{name}”只能由小写字母、数字、连字符和下划线组成"


def id_without_prefix(found: str, prefix: str) -> str:
    """An id that doesn't say whose it is."""
    return f"编号“{found}”应以“{prefix}”开头"


def id_twice(found: str) -> str:
    """One id for two things of one plugin."""
    return f"编号“{found}”重复"


def clause_malformed(found: str) -> str:
    """An id that no ledger has."""
    return f"条目编号“{found}”应写作 QH-8.4 这样的形式"


def clause_unknown(element: str, clause: str) -> str:
    """A citation of what the ledger doesn't hold."""
    return f"“{element}”引用的条目“{clause}”不在本插件的条目表中"


def uncited(found: str) -> str:
    """Law L3."""
    return f"“{found}”没有注明依据条款"


def book_never_in_force(book: str) -> str:
    """Dates the wrong way round."""
    return f"规则书“{book}”的失效日期不晚于施行日期"


def article_twice(document: str, number: str) -> str:
    """One locator for two articles of one document."""
    return f"《{document}》的“{number}”重复"


def article_empty(book: str) -> str:
    """An article that can't be cited or says nothing."""
    return f"规则书“{book}”有条款没有写明位置或摘要"


def article_lost(book: str, number: str) -> str:
    """No label and no words to find it by."""
    return f"规则书“{book}”的“{number}”原文缺条号，请写明原文片段（fragment）以便查找"


def rules_without_book() -> str:
    """Rules that could never be in force."""
    return "声明了规则却没有声明规则书，规则无从生效"


def more_least_than_most(role: str) -> str:
    """Bounds the wrong way round."""
    return f"岗位“{role}”的最少人数大于最多人数"


def field_without_sentence(field: str) -> str:
    """An editor must be able to read what is missing."""
    return f"字段“{field}”没有写明缺失时的提示语"


def transport_malformed(channel: str, transport: str) -> str:
    """Not module:attribute."""
    return f"渠道“{channel}”的 transport“{transport}”应写作 module:attribute"


def policy_out_of_bounds(policy: str) -> str:
    """A password that nobody could choose."""
    return f"密码要求“{policy}”超出范围：长度 0至64，字符种类 1至3，有效期 0至120 个月，不得重复的旧密码 0至24 个"
