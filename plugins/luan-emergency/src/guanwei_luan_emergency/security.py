"""The second article of chapter five (its label is lost in print): passwords of the people who run the accounts."""

from guanwei.api import PasswordPolicy

from guanwei_luan_emergency.regulation import ARTICLE_14, cite

# Two of three kinds of signs. The article names no least length, so the system's own floor stands; its three
# months are a principle for the accounts on the platforms, where the change is on record, and no end here.
PASSWORDS = PasswordPolicy(
    id="luan-emergency.passwords",
    label="密码复杂性",
    cites=(cite(f"{ARTICLE_14}1)", "LAE-14.3"),),
    classes=2,
)
