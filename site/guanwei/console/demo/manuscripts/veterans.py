"""县退役军人事务局: the county's chain, and the word of other organs before the leader signs."""

from guanwei.console.demo.acts import sign, submit
from guanwei.console.demo.pieces import Piece

BOOK = "huaibei-veterans"

PIECES = (
    Piece(
        key="water-for-veterans",
        desk="veterans",
        title="关于退役军人住所用水优待的说明",
        category="county.clarification",
        day=0,
        hour="09:40",
        column="services",
        summary="优待按户办理，持优待证到所在地供水服务点登记。",
        body=(
            "近日有群众询问退役军人住所用水优待怎样办理。优待按户办理，持优待证到所在地供水服务点登记，次月生效。",
        ),
        weibo="退役军人住所用水优待按户办理，持优待证到供水服务点登记，次月生效。",
        picture="hall",
        fields={
            "concerned": [{"unit": "water", "name": "清河县水利局"}],
            "priority": True,
            "extra": {f"{BOOK}.competent": "退役军人局办公室"},
        },
        # Waits for the water bureau's word; four hours before it is due the principal leader may decide.
        fate=(submit, sign("情况属实，请水利局确认。")),
    ),
)
