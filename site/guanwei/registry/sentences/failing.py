"""What a rule did wrong, as a clause."""

LONGEST_QUOTE = 300
"""Characters of an exception's own text that are quoted."""


def of_exception(error: BaseException) -> str:
    """Type and text of an exception, shortened; exceptions that can't be printed too."""
    try:
        text = " ".join(f"{error} ".split())[:LONGEST_QUOTE]
    except BaseException:
        text = ""
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def raised(problem: str) -> str:
    """The rule raised."""
    return f"运行出错（{problem}）"


def not_a_bool(found: str) -> str:
    """The rule answered something else than True or False."""
    return f"没有回答 True 或 False，而是 {found}"


def changed_facts() -> str:
    """The rule wrote into its facts."""
    return "改动了交给它的事实"


def overran(seconds: float) -> str:
    """The rule was stopped at the limit."""
    return f"运行超过 {seconds:g} 秒，已被终止"


def died() -> str:
    """The rule ended its process."""
    return "终止了规则进程"


def left_a_thread() -> str:
    """The rule answered, and something of it still runs."""
    return "结束后还留有线程在运行"


def process_not_started(problem: str) -> str:
    """A new process couldn't load the plugins that an earlier one had loaded; ``problem`` is a sentence."""
    return f"无法运行规则，因为{problem.rstrip('。')}"
