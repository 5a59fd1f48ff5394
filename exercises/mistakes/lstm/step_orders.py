"""06-step: the blocks taken in a wrong order, one known mistake for each of the 23."""

from .one_step import STEP, right_step
from .orders import OWNERS, WRONG, put_in_order


def taken_in(order):
    """Return a step that takes the blocks in an order, and is right in all else."""

    def step(x, h, c, W, U, b):
        return right_step(x, h, c, *(put_in_order(weight, order) for weight in (W, U, b)))

    step.__name__ = f"takes_the_blocks_as_{order}"
    return step


for _order in WRONG:
    _spelled = ", ".join(_order)
    _ko, _en = OWNERS.get(_order, ("", ""))
    STEP.mistake(
        "M19",
        ko=(
            f"덩어리를 `{_spelled}`의 순서로 나누었습니다. {_ko}".strip(),
            "Keras의 순서는 `i, f, c, o`이고 셋째가 후보입니다. 문을 하나씩 여닫아 보세요.",
        ),
        en=(
            f"You took the blocks in the order `{_spelled}`. {_en}".strip(),
            "Keras has `i, f, c, o`, the candidate third. Open and shut the doors one by one.",
        ),
    )(taken_in(_order))
