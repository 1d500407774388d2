"""通知 抬头: the four kinds of units that the notice is sent to, which the regulation binds."""

from guanwei.api import Structure, UnitKind
from guanwei.county.articles import cite_notice

BOUND = (cite_notice("抬头", "YC-N0.2"),)

UNIT_KINDS = (
    UnitKind("county.township", "乡镇人民政府", BOUND, Structure.TOWNSHIP),
    UnitKind("county.subdistrict", "街道办事处", BOUND, Structure.SUBDISTRICT),
    UnitKind("county.department", "政府部门", BOUND, Structure.DEPARTMENT),
    UnitKind("county.affiliated-institution", "直属机构", BOUND, Structure.AFFILIATED_INSTITUTION),
)
