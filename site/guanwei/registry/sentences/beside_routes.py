"""What is wrong with a check, a confirmation, a column or a register, as a clause."""


def concerned_in_a_route(step: str) -> str:
    """Units concerned are known from the item, not from the route."""
    return f"步骤“{step}”不能由涉及单位签署，应另行声明会商确认"


def check_without_sentence(check: str) -> str:
    """An editor must be able to read what is found."""
    return f"检查“{check}”没有写明提示语"


def cleared_without_block(check: str) -> str:
    """What doesn't block needs nobody to clear it."""
    return f"检查“{check}”不拦截，不必声明由谁放行"


def entry_with_a_way_out(screening: str) -> str:
    """What isn't even stored can't be answered."""
    return f"“{screening}”在录入时拒收，应是没有条件、没有词表、不能放行的拦截"


def dictionary_of_no_use(owner: str, finds: str) -> str:
    """Only some kinds of findings come from lists of words."""
    return f"“{owner}”不能用词表查找 {finds}"


def term_out_of_range(dictionary: str, term: str, most: int) -> str:
    """A term that would be found everywhere, or nowhere."""
    return f"词表“{dictionary}”的词“{term}”应在 2 至 {most} 个字之间"


def confirmation_out_of_range(confirmation: str, most: int) -> str:
    """A deadline of no meaning."""
    return f"会商确认“{confirmation}”的时限应在 0（不限）至 {most} 小时之间，提醒应早于时限"


def overdue_without_deadline(confirmation: str) -> str:
    """Nothing can be overdue."""
    return f"会商确认“{confirmation}”声明了逾期由谁决定，却没有时限，或者提前量超过时限"


def overdue_by_nobody(confirmation: str) -> str:
    """Who decides must be one post, by one article."""
    return f"会商确认“{confirmation}”的逾期决定没有依据，或者没有指明唯一的职务"


def entry_without_register(field: str) -> str:
    """Both or neither."""
    return f"字段“{field}”的类型和台账不一致：从台账选择的字段须写明台账，其他字段不写"


def model_malformed(register: str, model: str) -> str:
    """Not app_label.ModelName."""
    return f"台账“{register}”的 model“{model}”应写作 app_label.ModelName"


def model_of_others(register: str, model: str, package: str) -> str:
    """A plugin keeps tables of its own."""
    return f"台账“{register}”的 model“{model}”不是本插件的模型，应写作 {package}.ModelName"


def model_twice(register: str, model: str) -> str:
    """One table, one register."""
    return f"台账“{register}”的 model“{model}”已由本插件的另一个台账使用"


def register_of_nobody(register: str) -> str:
    """A list without columns, or that nobody may write in."""
    return f"台账“{register}”没有列，或者没有写明由哪些职务登记"


def column_address(column: str, slug: str) -> str:
    """An address that can't be, or that another column of the same parent has."""
    return f"栏目“{column}”的地址“{slug}”只能由小写字母、数字和连字符组成，且在同一上级栏目下不能重复"


def column_before_parent(column: str, parent: str) -> str:
    """Parents come first."""
    return f"栏目“{column}”的上级栏目“{parent}”没有在它之前声明"


def column_without_lead(column: str) -> str:
    """Co-owners or an account without somebody who answers for it."""
    return f"栏目“{column}”有协办单位或链接账号，却没有责任单位"
