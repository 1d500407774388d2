"""What is wrong with a chain of steps, as a clause."""


def route_without_steps(route: str) -> str:
    """A chain of nothing."""
    return f"流程“{route}”没有任何步骤"


def group_of_nobody(step: str, group: str) -> str:
    """The route doesn't declare the group."""
    return f"步骤“{step}”的会签组“{group}”没有在流程中声明"


def group_torn(group: str) -> str:
    """Steps of a group with others between them, too few, or too many to foresee."""
    return f"会签组“{group}”应由 2 至 8 个相连的审核或核对步骤组成"


def group_quorum(group: str, steps: int) -> str:
    """More than there are."""
    return f"会签组“{group}”的通过人数应在 0（全部）至 {steps} 之间"


def several_in_a_quorum(step: str) -> str:
    """Counting steps and counting people at once would leave the reader guessing."""
    return f"步骤“{step}”所在的会签组只须部分步骤通过，其中的步骤不能再要求多人签"


def signatures_out_of_range(step: str, most: int) -> str:
    """None, or more than any office has."""
    return f"步骤“{step}”的签署人数应在 1 至 {most} 之间"


def release_is_plain(step: str) -> str:
    """One act of one person."""
    return f"发布步骤“{step}”不能会签、多人签、纸质签、否决或改稿"


def paper_is_plain(step: str) -> str:
    """The paper carries one signature, and what is printed isn't edited."""
    return f"纸质签署步骤“{step}”不能多人签、改稿、否决，也没有核对清单"


def layout_without_edit(step: str) -> str:
    """Layout is exempt where nobody may change anything."""
    return f"步骤“{step}”不可改稿，不必声明 layout_exempt"


def binding_without_veto(step: str) -> str:
    """A word without meaning."""
    return f"步骤“{step}”没有否决权，不必声明 binding"


def veto_in_a_group(step: str) -> str:
    """Silent steps don't count towards a quorum."""
    return f"可以不签的否决步骤“{step}”不能放在会签组中，也不能要求多人签"
