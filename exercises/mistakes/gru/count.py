"""05-count: counts, a shape and a value, predicted."""

from ..prediction import Prediction
from .probes import PASSAGES

BEFORE, CANDIDATE, GATE = 0.5, -0.6, 0.2

COUNT = Prediction(
    sizes={"B": 2, "T": 7, "D": 5, "H": 3},
    answers={
        "parameters": lambda B, T, D, H: 3 * (D * H + H * H + 2 * H),
        "bias_shape": lambda B, T, D, H: (2, 3 * H),
        "parameters_reset_before": lambda B, T, D, H: 3 * (D * H + H * H + H),
        "new_state": lambda B, T, D, H: GATE * BEFORE + (1 - GATE) * CANDIDATE,
    },
    passages=PASSAGES,
)


@COUNT.wrong(
    "parameters",
    "M20",
    ko=(
        "편향을 한 줄만 셌습니다.",
        "Keras의 기본값 `reset_after=True`에서는 입력 쪽과 상태 쪽에 편향이 한 줄씩 있습니다.",
    ),
    en=(
        "You counted one row of bias.",
        "The default, `reset_after=True`, has a row for the input and a row for the state.",
    ),
)
def count_with_one_row(B, T, D, H):
    return 3 * (D * H + H * H + H)


@COUNT.wrong(
    "parameters",
    "M05",
    ko=(
        "편향을 빠뜨렸습니다.",
        "커널과 순환 커널에 편향 두 줄, `2*3*H`개를 더합니다.",
    ),
    en=(
        "You left out the bias.",
        "Add its two rows, `2*3*H` numbers, to both kernels.",
    ),
)
def count_without_the_bias(B, T, D, H):
    return 3 * (D * H + H * H)


@COUNT.wrong(
    "parameters",
    "M05",
    ko=(
        "순환 커널을 빠뜨렸습니다.",
        "상태에 곱하는 `U`에도 덩어리마다 `H*H`개의 수가 있습니다.",
    ),
    en=(
        "You left out the recurrent kernel.",
        "`U`, which multiplies the state, has `H*H` numbers in each block, too.",
    ),
)
def count_without_the_recurrent_kernel(B, T, D, H):
    return 3 * (D * H + 2 * H)


@COUNT.wrong(
    "parameters",
    "M05",
    ko=(
        "게이트 두 개만 셌습니다.",
        "후보를 만드는 가중치도 한 덩어리입니다. 덩어리는 모두 셋입니다.",
    ),
    en=(
        "You counted the two gates alone.",
        "The candidate has a block of weights as well: there are three.",
    ),
)
def count_of_the_gates(B, T, D, H):
    return 2 * (D * H + H * H + 2 * H)


@COUNT.wrong(
    "parameters",
    "M05",
    ko=(
        "덩어리 하나만 셌습니다.",
        "$z$, $r$, 후보에 한 덩어리씩, 모두 셋입니다. 3을 곱합니다.",
    ),
    en=(
        "You counted one block alone.",
        "There is one each for $z$, $r$ and the candidate: multiply by 3.",
    ),
)
def count_of_one_block(B, T, D, H):
    return D * H + H * H + 2 * H


@COUNT.wrong(
    "parameters",
    "M06",
    ko=(
        "시점의 수를 곱했습니다.",
        "모든 시점이 같은 가중치를 씁니다. 한 벌만 셉니다.",
    ),
    en=(
        "You multiplied by the number of time steps.",
        "All time steps use the same weights: count them once.",
    ),
)
def count_for_every_step(B, T, D, H):
    return T * 3 * (D * H + H * H + 2 * H)


@COUNT.wrong(
    "parameters",
    "M28",
    ko=(
        "순환 커널의 크기를 `D*H`로 셌습니다.",
        "순환 커널은 상태에 곱하므로 덩어리마다 `(H, H)`입니다.",
    ),
    en=(
        "You counted the recurrent kernel as `D*H`.",
        "The recurrent kernel multiplies the state, so each of its blocks is `(H, H)`.",
    ),
)
def count_with_a_wide_recurrent_kernel(B, T, D, H):
    return 3 * (2 * D * H + 2 * H)


@COUNT.wrong(
    "bias_shape",
    "M20",
    ko=(
        "편향이 한 줄이라고 생각했습니다.",
        "그것은 `reset_after=False`일 때입니다. 기본값에서는 두 줄입니다.",
    ),
    en=(
        "You thought of one row of bias.",
        "That is `reset_after=False`. By default there are two rows.",
    ),
)
def bias_of_one_row(B, T, D, H):
    return (3 * H,)


@COUNT.wrong(
    "bias_shape",
    "M05",
    ko=(
        "줄마다 덩어리가 하나라고 생각했습니다.",
        "줄마다 $z$, $r$, 후보의 편향이 나란히 있어 길이가 `3*H`입니다.",
    ),
    en=(
        "You thought of one block in each row.",
        "Each row has the biases of $z$, $r$ and the candidate side by side, `3*H` numbers.",
    ),
)
def bias_of_one_block(B, T, D, H):
    return (2, H)


@COUNT.wrong(
    "bias_shape",
    "M05",
    ko=(
        "단순 RNN의 편향을 적었습니다.",
        "GRU에는 덩어리가 셋, 줄이 둘 있습니다.",
    ),
    en=(
        "You wrote down the bias of a simple RNN.",
        "A GRU has three blocks, and two rows.",
    ),
)
def bias_of_a_simple_rnn(B, T, D, H):
    return (H,)


@COUNT.wrong(
    "bias_shape",
    "M08",
    ko=(
        "두 축을 바꾸어 적었습니다.",
        "가중치의 마지막 축이 유닛입니다. 줄이 첫 축, 덩어리들이 둘째 축입니다.",
    ),
    en=(
        "You swapped the two axes.",
        "The last axis of a weight is units: rows first, then the blocks.",
    ),
)
def bias_with_swapped_axes(B, T, D, H):
    return (3 * H, 2)


@COUNT.wrong(
    "parameters_reset_before",
    "M20",
    ko=(
        "개수가 그대로라고 생각했습니다.",
        "`reset_after=False`이면 편향이 한 줄이라 `3*H`개가 적습니다.",
    ),
    en=(
        "You thought that the count stays.",
        "With `reset_after=False` the bias has one row: `3*H` numbers fewer.",
    ),
)
def count_before_with_two_rows(B, T, D, H):
    return 3 * (D * H + H * H + 2 * H)


@COUNT.wrong(
    "parameters_reset_before",
    "M05",
    ko=(
        "편향이 없다고 생각했습니다.",
        "한 줄은 남습니다. `3*H`개를 더합니다.",
    ),
    en=(
        "You thought that there is no bias.",
        "One row stays: add `3*H` numbers.",
    ),
)
def count_before_without_a_bias(B, T, D, H):
    return 3 * (D * H + H * H)


@COUNT.wrong(
    "parameters_reset_before",
    "M05",
    ko=(
        "편향을 `H`개만 더했습니다.",
        "편향도 덩어리가 셋이라 `3*H`개입니다.",
    ),
    en=(
        "You added `H` numbers of bias.",
        "The bias has three blocks, too: `3*H` numbers.",
    ),
)
def count_before_with_one_block_of_bias(B, T, D, H):
    return 3 * (D * H + H * H) + H


@COUNT.wrong(
    "new_state",
    "M20",
    ko=(
        "업데이트 게이트를 후보에 붙였습니다.",
        "Keras에서 $z$는 앞 상태를 남기는 몫입니다. 후보의 몫이 `1 - z`입니다.",
    ),
    en=(
        "You put the update gate on the candidate.",
        "In Keras $z$ is the share of the state before; the candidate gets `1 - z`.",
    ),
)
def state_with_swapped_shares(B, T, D, H):
    return (1 - GATE) * BEFORE + GATE * CANDIDATE


@COUNT.wrong(
    "new_state",
    "M20",
    ko=(
        "남긴 몫만 셌습니다.",
        "나머지 `1 - z`는 후보로 채웁니다.",
    ),
    en=(
        "You counted the kept share alone.",
        "The rest, `1 - z`, comes from the candidate.",
    ),
)
def state_of_the_kept_share(B, T, D, H):
    return GATE * BEFORE


@COUNT.wrong(
    "new_state",
    "M20",
    ko=(
        "두 쪽에 모두 $z$를 곱했습니다.",
        "두 몫을 더하면 1이어야 합니다. 후보에는 `1 - z`를 곱합니다.",
    ),
    en=(
        "You multiplied both by $z$.",
        "The two shares must add up to 1: the candidate gets `1 - z`.",
    ),
)
def state_with_one_share(B, T, D, H):
    return GATE * (BEFORE + CANDIDATE)
