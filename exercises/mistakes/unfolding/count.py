"""02-count: shapes and counts, predicted."""

from ..prediction import Prediction
from .probes import PASSAGES

COUNT = Prediction(
    sizes={"B": 2, "T": 7, "D": 5, "H": 3},
    answers={
        "outputs_shape": lambda B, T, D, H: (B, T, H),
        "state_shape": lambda B, T, D, H: (B, H),
        "parameters": lambda B, T, D, H: D * H + H * H + H,
        "parameters_when_longer": lambda B, T, D, H: D * H + H * H + H,
    },
    passages=PASSAGES,
)


@COUNT.wrong(
    "outputs_shape",
    "M02",
    ko=(
        "마지막 시점의 출력만 나온다고 생각했습니다.",
        "`return_sequences=True`이면 모든 시점의 출력 `(B, T, H)`가 나옵니다.",
    ),
    en=(
        "You thought of the last time step's output alone.",
        "With `return_sequences=True` the outputs of all time steps come out, `(B, T, H)`.",
    ),
)
def outputs_of_the_last_step(B, T, D, H):
    return (B, H)


@COUNT.wrong(
    "outputs_shape",
    "M03",
    ko=(
        "`units`가 시점의 수라고 생각했습니다.",
        "시점의 수 `T`는 입력이 정합니다. `units`는 상태의 너비 `H`입니다.",
    ),
    en=(
        "You took `units` for the number of time steps.",
        "The input says how many steps there are, `T`. `units` is the width of the state, `H`.",
    ),
)
def outputs_with_units_steps(B, T, D, H):
    return (B, H, D)


@COUNT.wrong(
    "outputs_shape",
    "M03",
    ko=(
        "시점의 수도 `units`라고 생각했습니다.",
        "시점의 수 `T`는 입력이 정합니다. `units`는 상태의 너비 `H`입니다.",
    ),
    en=(
        "You took `units` for the number of time steps, too.",
        "The input says how many steps there are, `T`. `units` is the width of the state, `H`.",
    ),
)
def outputs_with_units_twice(B, T, D, H):
    return (B, H, H)


@COUNT.wrong(
    "outputs_shape",
    "M04",
    ko=(
        "출력의 너비가 특징의 수와 같다고 생각했습니다.",
        "커널 `(D, H)`가 너비를 `D`에서 `H`로 바꿉니다. 출력의 너비는 `units`입니다.",
    ),
    en=(
        "You thought that an output is as wide as the input.",
        "The kernel `(D, H)` turns the width `D` into `H`: an output is `units` wide.",
    ),
)
def outputs_as_wide_as_the_input(B, T, D, H):
    return (B, T, D)


@COUNT.wrong(
    "outputs_shape",
    "M08",
    ko=(
        "시점 축을 맨 뒤에 두었습니다.",
        "축의 순서는 배치, 시점, 유닛입니다. `(B, T, H)`",
    ),
    en=(
        "You put the time axis last.",
        "The axes are batch, time, units: `(B, T, H)`",
    ),
)
def outputs_with_time_last(B, T, D, H):
    return (B, H, T)


@COUNT.wrong(
    "outputs_shape",
    "M09",
    ko=(
        "시점 축을 맨 앞에 두었습니다.",
        "축의 순서는 배치, 시점, 유닛입니다. `(B, T, H)`",
    ),
    en=(
        "You put the time axis first.",
        "The axes are batch, time, units: `(B, T, H)`",
    ),
)
def outputs_with_time_first(B, T, D, H):
    return (T, B, H)


@COUNT.wrong(
    "outputs_shape",
    "M11",
    ko=(
        "시점마다 수가 하나씩 나온다고 생각했습니다.",
        "시점마다 나오는 것은 상태이고, 상태는 `units`개의 수입니다.",
    ),
    en=(
        "You thought that each time step gives one number.",
        "Each time step gives a state, and a state is `units` numbers.",
    ),
)
def outputs_of_one_number(B, T, D, H):
    return (B, T, 1)


@COUNT.wrong(
    "state_shape",
    "M12",
    ko=(
        "모든 시점의 상태가 나온다고 생각했습니다.",
        "`return_state`는 마지막 시점이 끝난 뒤의 상태 하나만 돌려줍니다.",
    ),
    en=(
        "You thought that the states of all time steps come out.",
        "`return_state` gives one state alone, the one after the last time step.",
    ),
)
def state_of_every_step(B, T, D, H):
    return (B, T, H)


@COUNT.wrong(
    "state_shape",
    "M04",
    ko=(
        "상태의 너비가 특징의 수와 같다고 생각했습니다.",
        "상태의 너비는 `units`입니다. 특징의 수와는 상관이 없습니다.",
    ),
    en=(
        "You thought that the state is as wide as the input.",
        "The state is `units` wide, whatever the number of features.",
    ),
)
def state_as_wide_as_the_input(B, T, D, H):
    return (B, D)


@COUNT.wrong(
    "state_shape",
    "M03",
    ko=(
        "상태의 너비가 시점의 수라고 생각했습니다.",
        "상태에는 시점 축이 없습니다. 시퀀스마다 `units`개의 수입니다.",
    ),
    en=(
        "You thought that the state is as wide as there are time steps.",
        "A state has no time axis: it is `units` numbers for each sequence.",
    ),
)
def state_as_wide_as_time(B, T, D, H):
    return (B, T)


@COUNT.wrong(
    "state_shape",
    "M11",
    ko=(
        "상태가 시퀀스마다 수 하나라고 생각했습니다.",
        "상태는 시퀀스마다 `units`개의 수입니다.",
    ),
    en=(
        "You thought that a state is one number for each sequence.",
        "A state is `units` numbers for each sequence.",
    ),
)
def state_of_one_number(B, T, D, H):
    return (B, 1)


@COUNT.wrong(
    "state_shape",
    "M09",
    ko=("배치 축을 뒤에 두었습니다.", "배치 축이 맨 앞입니다. `(B, H)`"),
    en=("You put the batch axis last.", "The batch axis comes first: `(B, H)`"),
)
def state_with_the_batch_last(B, T, D, H):
    return (H, B)


@COUNT.wrong(
    "state_shape",
    "M10",
    ko=(
        "배치의 시퀀스들이 상태 하나를 함께 쓴다고 생각했습니다.",
        "시퀀스마다 자기 상태가 있습니다. `(B, H)`",
    ),
    en=(
        "You thought that the sequences of a batch share one state.",
        "Each sequence has a state of its own: `(B, H)`",
    ),
)
def state_shared_by_all(B, T, D, H):
    return (H,)


@COUNT.wrong(
    "state_shape",
    "M17",
    ko=(
        "순환 커널의 모양을 적었습니다.",
        "`(H, H)`는 가중치입니다. 상태는 계산한 결과이고 모양이 `(B, H)`입니다.",
    ),
    en=(
        "You wrote down the shape of the recurrent kernel.",
        "`(H, H)` is a weight. The state is what is computed, and its shape is `(B, H)`.",
    ),
)
def state_like_the_recurrent_kernel(B, T, D, H):
    return (H, H)


@COUNT.wrong(
    "parameters",
    "M05",
    ko=("편향을 빠뜨렸습니다.", "`D*H + H*H`에 편향 `H`개를 더합니다."),
    en=("You left out the bias.", "Add the `H` numbers of the bias to `D*H + H*H`."),
)
def count_without_the_bias(B, T, D, H):
    return D * H + H * H


@COUNT.wrong(
    "parameters",
    "M05",
    ko=("순환 커널을 빠뜨렸습니다.", "상태에 곱하는 `U`에도 `H*H`개의 수가 있습니다."),
    en=(
        "You left out the recurrent kernel.",
        "`U`, which multiplies the state, has `H*H` numbers, too.",
    ),
)
def count_without_the_recurrent_kernel(B, T, D, H):
    return D * H + H


@COUNT.wrong(
    "parameters",
    "M05",
    ko=(
        "순환 커널과 편향을 빠뜨렸습니다.",
        "가중치는 `W`, `U`, `b` 셋입니다. `D*H`에 `H*H`와 `H`를 더합니다.",
    ),
    en=(
        "You left out the recurrent kernel and the bias.",
        "There are three weights, `W`, `U` and `b`: add `H*H` and `H` to `D*H`.",
    ),
)
def count_of_the_kernel_alone(B, T, D, H):
    return D * H


@COUNT.wrong(
    "parameters",
    "M05",
    ko=("입력에 곱하는 커널을 빠뜨렸습니다.", "입력에 곱하는 `W`에도 `D*H`개의 수가 있습니다."),
    en=(
        "You left out the kernel of the input.",
        "`W`, which multiplies the input, has `D*H` numbers, too.",
    ),
)
def count_without_the_kernel(B, T, D, H):
    return H * H + H


@COUNT.wrong(
    "parameters",
    "M06",
    ko=(
        "시점의 수를 곱했습니다.",
        "모든 시점이 같은 `W`, `U`, `b`를 씁니다. 한 벌만 셉니다.",
    ),
    en=(
        "You multiplied by the number of time steps.",
        "All time steps use the same `W`, `U`, `b`: count them once.",
    ),
)
def count_for_every_step(B, T, D, H):
    return T * (D * H + H * H + H)


@COUNT.wrong(
    "parameters",
    "M10",
    ko=(
        "배치의 크기를 곱했습니다.",
        "시퀀스들은 가중치를 함께 씁니다. 한 벌만 셉니다.",
    ),
    en=(
        "You multiplied by the size of the batch.",
        "Sequences share the weights: count them once.",
    ),
)
def count_for_every_sequence(B, T, D, H):
    return B * (D * H + H * H + H)


@COUNT.wrong(
    "parameters",
    "M28",
    ko=(
        "순환 커널의 크기를 `D*H`로 세었습니다.",
        "순환 커널은 입력이 아니라 상태에 곱하므로 `(H, H)`입니다.",
    ),
    en=(
        "You counted the recurrent kernel as `D*H`.",
        "The recurrent kernel multiplies the state and not the input, so it is `(H, H)`.",
    ),
)
def count_with_a_wide_recurrent_kernel(B, T, D, H):
    return 2 * D * H + H


@COUNT.wrong(
    "parameters_when_longer",
    "M03",
    ko=(
        "시퀀스가 두 배 길면 매개변수도 두 배라고 생각했습니다.",
        "가중치의 크기에는 `T`가 없습니다. 길이가 달라도 개수는 같습니다.",
    ),
    en=(
        "You thought that a sequence twice as long needs twice the parameters.",
        "No weight has `T` in its shape: whatever the length, the count is the same.",
    ),
)
def count_doubles(B, T, D, H):
    return 2 * (D * H + H * H + H)


@COUNT.wrong(
    "parameters_when_longer",
    "M06",
    ko=(
        "시점의 수를 곱했습니다.",
        "모든 시점이 같은 `W`, `U`, `b`를 씁니다. 길이가 달라도 한 벌입니다.",
    ),
    en=(
        "You multiplied by the number of time steps.",
        "All time steps use the same `W`, `U`, `b`: one set, whatever the length.",
    ),
)
def count_for_every_longer_step(B, T, D, H):
    return 2 * T * (D * H + H * H + H)
