"""06-count: a shape and two counts, predicted."""

from ..prediction import Prediction
from .probes import PASSAGES

COUNT = Prediction(
    sizes={"B": 2, "T": 7, "D": 5, "H": 3},
    answers={
        "kernel_shape": lambda B, T, D, H: (D, 4 * H),
        "parameters": lambda B, T, D, H: 4 * (D * H + H * H + H),
        "values": lambda B, T, D, H: 3,
    },
    passages=PASSAGES,
)


@COUNT.wrong(
    "kernel_shape",
    "M05",
    ko=(
        "덩어리 하나의 모양을 적었습니다.",
        "`i`, `f`, `c`, `o` 네 덩어리가 나란히 있어 열은 `4H`개입니다.",
    ),
    en=(
        "You wrote down the shape of one block.",
        "Four blocks, `i`, `f`, `c` and `o`, stand side by side: there are `4H` columns.",
    ),
)
def kernel_of_one_block(B, T, D, H):
    return (D, H)


@COUNT.wrong(
    "kernel_shape",
    "M05",
    ko=(
        "게이트 셋만 세었습니다.",
        "후보도 입력과 상태로 계산하므로 덩어리가 하나 더 있습니다. `(D, 4H)`",
    ),
    en=(
        "You counted the three gates.",
        "The candidate is made of input and state too, so there is one block more: `(D, 4H)`",
    ),
)
def kernel_of_three_gates(B, T, D, H):
    return (D, 3 * H)


@COUNT.wrong(
    "kernel_shape",
    "M08",
    ko=(
        "커널을 전치했습니다. PyTorch의 모양입니다.",
        "이 책에서는 행벡터에 가중치를 오른쪽에서 곱합니다. `x @ W`이므로 `(D, 4H)`입니다.",
    ),
    en=(
        "You transposed the kernel, as PyTorch has it.",
        "In this book row vectors meet their weights on the right: `x @ W`, so it is `(D, 4H)`.",
    ),
)
def kernel_transposed(B, T, D, H):
    return (4 * H, D)


@COUNT.wrong(
    "kernel_shape",
    "M28",
    ko=(
        "순환 커널의 모양을 적었습니다.",
        "`(H, 4H)`는 상태에 곱하는 `U`입니다. `W`는 입력에 곱하므로 행이 `D`개입니다.",
    ),
    en=(
        "You wrote down the shape of the recurrent kernel.",
        "`(H, 4H)` is `U`, which multiplies the state. `W` multiplies the input: it has `D` rows.",
    ),
)
def kernel_of_the_state(B, T, D, H):
    return (H, 4 * H)


@COUNT.wrong(
    "kernel_shape",
    "M28",
    ko=(
        "`W`와 `U`를 위아래로 붙였습니다.",
        "Keras에서는 입력의 커널 `(D, 4H)`와 상태의 순환 커널 `(H, 4H)`가 따로 있습니다.",
    ),
    en=(
        "You joined `W` and `U` into one.",
        "Keras keeps the input's kernel `(D, 4H)` and the state's `(H, 4H)` apart.",
    ),
)
def kernel_of_both(B, T, D, H):
    return (D + H, 4 * H)


@COUNT.wrong(
    "kernel_shape",
    "M03",
    ko=(
        "시점의 수를 행의 수로 썼습니다.",
        "가중치의 모양에는 `T`가 없습니다. 모든 시점이 같은 커널을 씁니다. `(D, 4H)`",
    ),
    en=(
        "You took the number of time steps for the rows.",
        "No weight has `T` in its shape: all steps use the same kernel, `(D, 4H)`.",
    ),
)
def kernel_with_a_row_for_each_step(B, T, D, H):
    return (T, 4 * H)


@COUNT.wrong(
    "parameters",
    "M05",
    ko=("편향을 빠뜨렸습니다.", "네 덩어리마다 편향이 `H`개 있습니다. `4*H`를 더하세요."),
    en=("You left out the bias.", "Each of the four blocks has `H` numbers of bias: add `4*H`."),
)
def count_without_the_bias(B, T, D, H):
    return 4 * (D * H + H * H)


@COUNT.wrong(
    "parameters",
    "M05",
    ko=(
        "순환 커널을 빠뜨렸습니다.",
        "게이트는 입력만 보지 않습니다. 상태에 곱하는 `U`에도 `4*H*H`개의 수가 있습니다.",
    ),
    en=(
        "You left out the recurrent kernel.",
        "Gates see more than the input: `U`, which multiplies the state, has `4*H*H` numbers.",
    ),
)
def count_without_the_recurrent_kernel(B, T, D, H):
    return 4 * (D * H + H)


@COUNT.wrong(
    "parameters",
    "M05",
    ko=(
        "게이트 셋만 세었습니다.",
        "게이트는 셋이지만 후보에도 가중치가 있습니다. 네 벌을 세세요.",
    ),
    en=(
        "You counted the three gates.",
        "There are three gates, but the candidate has weights as well: count four sets.",
    ),
)
def count_of_three_gates(B, T, D, H):
    return 3 * (D * H + H * H + H)


@COUNT.wrong(
    "parameters",
    "M05",
    ko=(
        "단순 RNN처럼 한 벌만 세었습니다.",
        "게이트 셋과 후보에 가중치가 한 벌씩, 모두 네 벌입니다.",
    ),
    en=(
        "You counted one set, as in a simple RNN.",
        "Three gates and the candidate have a set each: four sets in all.",
    ),
)
def count_of_a_simple_rnn(B, T, D, H):
    return D * H + H * H + H


@COUNT.wrong(
    "parameters",
    "M20",
    ko=(
        "편향을 두 줄로 세었습니다.",
        "편향이 두 줄인 것은 Keras의 GRU입니다. LSTM의 편향은 `4*H`개입니다.",
    ),
    en=(
        "You counted two rows of bias.",
        "It is the GRU of Keras that has two. An LSTM has `4*H` numbers of bias.",
    ),
)
def count_with_two_biases(B, T, D, H):
    return 4 * (D * H + H * H + 2 * H)


@COUNT.wrong(
    "parameters",
    "M14",
    ko=(
        "셀 상태도 매개변수로 세었습니다.",
        "`c`는 읽으면서 계산되는 상태입니다. 배우는 수가 아니므로 세지 않습니다.",
    ),
    en=(
        "You counted the cell state among the parameters.",
        "`c` is a state, computed while reading. It is not learned, so it does not count.",
    ),
)
def count_with_the_cell_state(B, T, D, H):
    return 4 * (D * H + H * H + H) + H


@COUNT.wrong(
    "parameters",
    "M03",
    ko=(
        "시점의 수를 곱했습니다.",
        "모든 시점이 같은 가중치를 씁니다. 길이가 달라도 개수는 같습니다.",
    ),
    en=(
        "You multiplied by the number of time steps.",
        "All steps use the same weights: whatever the length, the count is the same.",
    ),
)
def count_for_every_step(B, T, D, H):
    return T * 4 * (D * H + H * H + H)


@COUNT.wrong(
    "parameters",
    "M28",
    ko=(
        "순환 커널의 크기를 `D*H`로 세었습니다.",
        "순환 커널은 입력이 아니라 상태에 곱하므로 덩어리마다 `H*H`입니다.",
    ),
    en=(
        "You counted the recurrent kernel as `D*H`.",
        "It multiplies the state and not the input: `H*H` for each block.",
    ),
)
def count_with_a_wide_recurrent_kernel(B, T, D, H):
    return 4 * (2 * D * H + H)


@COUNT.wrong(
    "values",
    "M13",
    ko=(
        "상태를 하나만 세었습니다.",
        "`SimpleRNN`과 `GRU`라면 맞습니다. LSTM에는 `h`와 `c`가 있어 `output, h, c`입니다.",
    ),
    en=(
        "You counted one state.",
        "Right for `SimpleRNN` and `GRU`. An LSTM has `h` and `c`: `output, h, c`",
    ),
)
def values_of_a_gru(B, T, D, H):
    return 2


@COUNT.wrong(
    "values",
    "M12",
    ko=(
        "출력만 세었습니다.",
        "`return_state=True`이면 출력 다음에 마지막 상태도 나옵니다. `output, h, c`",
    ),
    en=(
        "You counted the output alone.",
        "With `return_state=True` the last states follow the output: `output, h, c`",
    ),
)
def values_without_the_states(B, T, D, H):
    return 1


@COUNT.wrong(
    "values",
    "M12",
    ko=(
        "시점마다 상태가 하나씩 나온다고 생각했습니다.",
        "`return_state`는 마지막 시점의 상태만 돌려줍니다. `output, h, c`",
    ),
    en=(
        "You thought that each time step returns a state.",
        "`return_state` gives the states of the last step alone: `output, h, c`",
    ),
)
def values_with_a_state_for_each_step(B, T, D, H):
    return 1 + T


@COUNT.wrong(
    "values",
    "M12",
    ko=(
        "시점마다 `h`와 `c`가 나온다고 생각했습니다.",
        "`return_state`는 마지막 시점의 상태만 돌려줍니다. `output, h, c`",
    ),
    en=(
        "You thought that each time step returns `h` and `c`.",
        "`return_state` gives the states of the last step alone: `output, h, c`",
    ),
)
def values_with_both_states_for_each_step(B, T, D, H):
    return 1 + 2 * T


@COUNT.wrong(
    "values",
    "M13",
    ko=(
        "값을 다섯 개로 세었습니다.",
        "다섯 개는 LSTM을 `Bidirectional`로 감쌌을 때입니다. 한 방향이면 `output, h, c`입니다.",
    ),
    en=(
        "You counted five values.",
        "Five come from an LSTM inside `Bidirectional`. In one direction: `output, h, c`",
    ),
)
def values_of_two_directions(B, T, D, H):
    return 5


@COUNT.wrong(
    "values",
    "M14",
    ko=(
        "게이트까지 세었습니다.",
        "게이트는 밖으로 나오지 않습니다. 나오는 것은 `output, h, c`입니다.",
    ),
    en=(
        "You counted the gates as well.",
        "Gates do not come out. What comes out is `output, h, c`.",
    ),
)
def values_with_the_gates(B, T, D, H):
    return 6
