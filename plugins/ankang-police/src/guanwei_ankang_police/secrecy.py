"""三、5: a classified document stays offline; what is open of one goes online in a fixed order.

The need of the public is stated, the document is declassified by law, what stays secret is deleted and somebody
says so, and the bureau's leader approves. The document itself never enters the system.
"""

from guanwei.api import (
    Check,
    ChecklistItem,
    Field,
    FieldType,
    FindingType,
    ManuscriptFacts,
    Register,
    Screening,
    Severity,
)

from guanwei_ankang_police import people
from guanwei_ankang_police.regulation import cite

FROM_CLASSIFIED = "ankang-police.from-classified"
CASE = "ankang-police.declassification"

CASES = Register(
    id="ankang-police.declassifications",
    label="解密事项",
    cites=(cite("三、5", "AKP-3.5.4"),),
    model="guanwei_ankang_police.DeclassificationCase",
    columns=("subject", "declassified_on", "decided_by", "deleted_on"),
    kept_by=(people.HANDLER.id, people.DEPARTMENT_HEAD.id),
    facts=(
        "subject",
        "public_need",
        "declassified",
        "decided_by",
        "decision_number",
        "deletion_confirmed",
        "deletion_confirmed_by",
    ),
)


def is_from_classified(facts: ManuscriptFacts) -> bool:
    """The item rests on a document that was classified."""
    return facts.field(FROM_CLASSIFIED) == "yes"


def is_not_open_yet(facts: ManuscriptFacts) -> bool:
    """Its case isn't declassified, or nobody confirmed that what stays secret is deleted."""
    done = {facts.entry(CASE, name) for name in ("declassified", "deletion_confirmed")}
    return is_from_classified(facts) and done != {"yes"}


FIELDS = (
    Field(
        id=FROM_CLASSIFIED,
        label="内容出自标密文件",
        cites=(cite("三、5", "AKP-3.5.2"),),
        sentence="请说明内容是否出自标密文件。",
        type=FieldType.YES_NO,
        help="标密文件一般不上网；勾选后须有解密事项。不要在本系统录入、上传标密文件。",
    ),
    Field(
        id=CASE,
        label="解密事项",
        cites=(cite("三、5", "AKP-3.5.2"),),
        sentence="内容出自标密文件的，请选择已登记的解密事项。",
        type=FieldType.ENTRY,
        register=CASES.id,
        required=is_from_classified,
    ),
)

CHECKS = (
    Check(
        id="ankang-police.not-open-yet",
        label="尚未解密或未确认删密",
        # 决不允许公开: there is no way out, for nobody.
        cites=(cite("三、5", "AKP-3.5.2", "AKP-3.5.3"),),
        severity=Severity.BLOCK,
        sentence="所选解密事项还没有依法解密，或者还没有确认删除涉密内容，不能送审。",
        suggestion="请在解密事项里依次登记解密决定和删密核对，再打开稿件保存。",
        found=is_not_open_yet,
    ),
)

# 一般不许上网: the text never gets in while it carries the mark, so that nothing secret is kept here.
SCREENINGS = (
    Screening(
        id="ankang-police.classified",
        label="标有密级",
        cites=(cite("三、5", "AKP-3.5.1"),),
        finds=FindingType.SECRECY_MARK,
        severity=Severity.BLOCK,
        sentence="内容标有密级，系统不收，刚才的内容没有保存；请删去后再存。确需公开的，先依法解密、删去涉密内容。",
        at_entry=True,
    ),
)

# 涉密信息不上网: looked at on every item, before anything else is signed.
NO_SECRETS = ChecklistItem(
    id="ankang-police.no-secrets",
    label="保密检查：内容不涉密",
    cites=(cite("三、1", "AKP-3.1.1"),),
    binding=True,
)

DELETED = ChecklistItem(
    id="ankang-police.secrets-deleted",
    label="已核对解密决定，涉密内容已经删除",
    cites=(cite("三、5", "AKP-3.5.2"),),
    binding=True,
    applies=is_from_classified,
)
