"""三、4: a leader's activity says what the press release says."""

from guanwei.api import ChecklistItem, Field, FieldType, Register

from guanwei_ankang_police import people
from guanwei_ankang_police.content import is_leaders_activity
from guanwei_ankang_police.regulation import cite

RELEASES = Register(
    id="ankang-police.press-releases",
    label="新闻稿",
    cites=(cite("三、4"),),
    model="guanwei_ankang_police.PressRelease",
    columns=("title", "issued_on", "number"),
    kept_by=(people.SECTION_HEAD.id, people.COLUMN_MANAGER.id),
    # The whole text: whoever confirms that both agree has it before them, and a changed one voids the word.
    facts=("title", "issued_on", "number", "text"),
)

RELEASE = Field(
    id="ankang-police.press-release",
    label="新闻稿",
    cites=(cite("三、4", "AKP-3.4.4"),),
    sentence="领导的重要活动须附新闻稿；请选择已登记的新闻稿。",
    type=FieldType.ENTRY,
    register=RELEASES.id,
    required=is_leaders_activity,
    help="新闻稿由宣传部门登记；审批时与稿件对照。",
)

# It stands for the text that was seen: an edit voids the signature, and the word with it.
CONSISTENT = ChecklistItem(
    id="ankang-police.consistent",
    label="稿件与所附新闻稿一致",
    cites=(cite("三、4", "AKP-3.4.4"),),
    binding=True,
    applies=is_leaders_activity,
)
