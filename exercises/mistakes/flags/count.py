"""04-count: shapes and a number of values, predicted."""

from ..prediction import Prediction
from .probes import PASSAGES

COUNT = Prediction(
    sizes={"B": 2, "T": 7, "D": 5, "H": 3, "K": 4},
    answers={
        "gru_output_shape": lambda B, T, D, H, K: (B, H),
        "lstm_values": lambda B, T, D, H, K: 3,
        "cell_state_shape": lambda B, T, D, H, K: (B, H),
        "dense_shape": lambda B, T, D, H, K: (B, T, K),
    },
    passages=PASSAGES,
)


@COUNT.wrong(
    "gru_output_shape",
    "M02",
    ko=(
        "모든 시점의 출력이 나온다고 생각했습니다.",
        "기본값은 `return_sequences=False`이고, 마지막 출력 `(B, H)`만 나옵니다.",
    ),
    en=(
        "You thought that the outputs of all steps come out.",
        "The default is `return_sequences=False`: the last output alone, `(B, H)`.",
    ),
)
def gru_with_every_step(B, T, D, H, K):
    return (B, T, H)


@COUNT.wrong(
    "gru_output_shape",
    "M11",
    ko=(
        "시퀀스마다 수 하나가 나온다고 생각했습니다.",
        "출력은 상태이고, 상태는 `units`개의 수입니다. `(B, 1)`은 `Dense(1)`을 얹을 때 나옵니다.",
    ),
    en=(
        "You thought that one number comes out for each sequence.",
        "The output is a state, `units` numbers. `(B, 1)` comes from a `Dense(1)` on top.",
    ),
)
def gru_with_one_number(B, T, D, H, K):
    return (B, 1)


@COUNT.wrong(
    "gru_output_shape",
    "M04",
    ko=(
        "출력의 너비가 특징의 수와 같다고 생각했습니다.",
        "출력의 너비는 `units`입니다. 특징의 수와는 상관이 없습니다.",
    ),
    en=(
        "You thought that the output is as wide as the input.",
        "An output is `units` wide, whatever the number of features.",
    ),
)
def gru_as_wide_as_the_input(B, T, D, H, K):
    return (B, D)


@COUNT.wrong(
    "gru_output_shape",
    "M03",
    ko=(
        "출력의 너비가 시점의 수라고 생각했습니다.",
        "시점의 수는 출력에 남지 않습니다. 너비는 `units`입니다.",
    ),
    en=(
        "You thought that the output is as wide as there are time steps.",
        "No trace of the number of steps stays in the last output: it is `units` wide.",
    ),
)
def gru_as_wide_as_time(B, T, D, H, K):
    return (B, T)


@COUNT.wrong(
    "gru_output_shape",
    "M10",
    ko=(
        "배치 축을 빠뜨렸습니다.",
        "시퀀스마다 출력이 하나씩 있습니다. `(B, H)`",
    ),
    en=(
        "You left out the batch axis.",
        "Each sequence has an output of its own: `(B, H)`",
    ),
)
def gru_without_the_batch(B, T, D, H, K):
    return (H,)


@COUNT.wrong(
    "gru_output_shape",
    "M09",
    ko=(
        "첫 축을 시점으로 생각했습니다.",
        "첫 축은 배치입니다. 시점 축은 없어지고 배치 축이 남습니다.",
    ),
    en=(
        "You took the first axis for time.",
        "The first axis is the batch: time goes away, the batch stays.",
    ),
)
def gru_with_time_first(B, T, D, H, K):
    return (T, H)


@COUNT.wrong(
    "lstm_values",
    "M13",
    ko=(
        "값이 두 개라고 생각했습니다.",
        "LSTM은 상태가 둘입니다. 출력, `h`, `c`로 모두 셋입니다.",
    ),
    en=(
        "You thought of two values.",
        "An LSTM has two states: output, `h` and `c` make three.",
    ),
)
def values_of_a_gru(B, T, D, H, K):
    return 2


@COUNT.wrong(
    "lstm_values",
    "M12",
    ko=(
        "시점마다 상태를 하나씩 돌려준다고 생각했습니다.",
        "`return_state`는 마지막 시점의 상태만 돌려줍니다.",
    ),
    en=(
        "You thought that there is a state for each time step.",
        "`return_state` gives the states after the last step alone.",
    ),
)
def values_with_every_state(B, T, D, H, K):
    return 1 + T


@COUNT.wrong(
    "lstm_values",
    "M12",
    ko=(
        "시점마다 상태를 둘씩 돌려준다고 생각했습니다.",
        "`return_state`는 마지막 시점의 `h`와 `c`만 돌려줍니다.",
    ),
    en=(
        "You thought that there are two states for each time step.",
        "`return_state` gives `h` and `c` after the last step alone.",
    ),
)
def values_with_both_states_of_every_step(B, T, D, H, K):
    return 1 + 2 * T


@COUNT.wrong(
    "lstm_values",
    "M13",
    ko=(
        "배열 하나가 나온다고 생각했습니다.",
        "`return_state=True`이면 출력 뒤에 상태가 하나씩 따라옵니다.",
    ),
    en=(
        "You thought of one array.",
        "With `return_state=True` each state follows the output.",
    ),
)
def values_without_a_state(B, T, D, H, K):
    return 1


@COUNT.wrong(
    "cell_state_shape",
    "M12",
    ko=(
        "모든 시점의 셀 상태가 나온다고 생각했습니다.",
        "모든 시점의 것은 출력뿐입니다. 상태는 마지막 시점의 것만 나옵니다.",
    ),
    en=(
        "You thought that the cell states of all steps come out.",
        "Only the output is that of all steps; of the states the last one comes out.",
    ),
)
def cell_state_of_every_step(B, T, D, H, K):
    return (B, T, H)


@COUNT.wrong(
    "cell_state_shape",
    "M13",
    ko=(
        "`h`와 `c`가 한 배열에 담긴다고 생각했습니다.",
        "두 상태는 따로 나옵니다. 하나의 모양은 `(B, H)`입니다.",
    ),
    en=(
        "You thought that `h` and `c` come in one array.",
        "The two states come one after the other: each is `(B, H)`.",
    ),
)
def cell_state_with_both(B, T, D, H, K):
    return (2, B, H)


@COUNT.wrong(
    "cell_state_shape",
    "M04",
    ko=(
        "셀 상태의 너비가 특징의 수와 같다고 생각했습니다.",
        "셀 상태의 너비도 `units`입니다.",
    ),
    en=(
        "You thought that the cell state is as wide as the input.",
        "The cell state is `units` wide as well.",
    ),
)
def cell_state_as_wide_as_the_input(B, T, D, H, K):
    return (B, D)


@COUNT.wrong(
    "cell_state_shape",
    "M11",
    ko=(
        "셀 상태가 시퀀스마다 수 하나라고 생각했습니다.",
        "유닛마다 셀 상태가 하나씩 있어 `units`개의 수입니다.",
    ),
    en=(
        "You thought that the cell state is one number for each sequence.",
        "Every unit has a cell state: `units` numbers.",
    ),
)
def cell_state_of_one_number(B, T, D, H, K):
    return (B, 1)


@COUNT.wrong(
    "dense_shape",
    "M22",
    ko=(
        "`Dense`가 마지막 시점만 본다고 생각했습니다.",
        "`Dense`는 마지막 축에만 작용하고, 시점 축은 그대로 남습니다.",
    ),
    en=(
        "You thought that `Dense` sees the last step alone.",
        "`Dense` acts on the last axis only, and the time axis stays.",
    ),
)
def dense_of_the_last_step(B, T, D, H, K):
    return (B, K)


@COUNT.wrong(
    "dense_shape",
    "M22",
    ko=(
        "`Dense`가 시점 축에 작용한다고 생각했습니다.",
        "`Dense`는 마지막 축, 곧 유닛에 작용합니다.",
    ),
    en=(
        "You thought that `Dense` acts on the time axis.",
        "`Dense` acts on the last axis, the units.",
    ),
)
def dense_along_time(B, T, D, H, K):
    return (B, K, H)


@COUNT.wrong(
    "dense_shape",
    "M22",
    ko=(
        "시점과 유닛을 한 줄로 편다고 생각했습니다.",
        "`Dense`는 펴지 않습니다. 시점마다 따로 작용합니다.",
    ),
    en=(
        "You thought that steps and units are laid out in one row.",
        "`Dense` does not flatten: it acts on each step by itself.",
    ),
)
def dense_laid_out(B, T, D, H, K):
    return (B, T * K)


@COUNT.wrong(
    "dense_shape",
    "M02",
    ko=(
        "`Dense`가 너비를 바꾸지 않는다고 생각했습니다.",
        "마지막 축이 `Dense`의 유닛 수 4로 바뀝니다.",
    ),
    en=(
        "You thought that `Dense` leaves the width as it is.",
        "The last axis becomes the number of units of `Dense`, 4.",
    ),
)
def dense_without_effect(B, T, D, H, K):
    return (B, T, H)
