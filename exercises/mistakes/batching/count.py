"""03-count: one batch, predicted."""

from ..prediction import Prediction
from .passages import PASSAGES

COUNT = Prediction(
    sizes={"B": 3, "T": 7, "D": 4, "H": 2},
    answers={
        "batch_shape": lambda B, T, D, H: (B, T, D),
        "output_shape": lambda B, T, D, H: (B, H),
        "parameters_for_six": lambda B, T, D, H: D * H + H * H + H,
        "fresh_layers_agree": lambda B, T, D, H: False,
    },
    passages=PASSAGES,
)


@COUNT.wrong(
    "batch_shape",
    "M10",
    ko=(
        "낱말 3개를 배치 3개로 세었습니다.",
        "배치는 하나입니다. 첫 축의 3은 그 안에 나란히 있는 시퀀스의 수입니다. `(B, T, D)`",
    ),
    en=(
        "You counted three words as three batches.",
        "There is one batch; the 3 of its first axis counts the sequences in it: `(B, T, D)`",
    ),
)
def three_batches(B, T, D, H):
    return (B, 1, T, D)


@COUNT.wrong(
    "batch_shape",
    "M09",
    ko=("시점 축을 맨 앞에 두었습니다.", "첫 축은 배치이고, 시점은 둘째 축입니다. `(B, T, D)`"),
    en=(
        "You put the time axis first.",
        "The first axis is the batch, time the second: `(B, T, D)`",
    ),
)
def batch_with_time_first(B, T, D, H):
    return (T, B, D)


@COUNT.wrong(
    "batch_shape",
    "M08",
    ko=("시점 축을 맨 뒤에 두었습니다.", "특징이 마지막 축이고, 시점은 가운데입니다. `(B, T, D)`"),
    en=(
        "You put the time axis last.",
        "Features are the last axis, time is the middle: `(B, T, D)`",
    ),
)
def batch_with_time_last(B, T, D, H):
    return (B, D, T)


@COUNT.wrong(
    "batch_shape",
    "M07",
    ko=(
        "낱말들을 한 줄로 이어 붙였습니다.",
        "층은 축이 셋인 배열을 읽습니다. 낱말마다 첫 축에 자기 행이 있습니다. `(B, T, D)`",
    ),
    en=(
        "You put the words one behind the other.",
        "A layer reads three axes, and each word has a row of its own on the first: `(B, T, D)`",
    ),
)
def batch_in_one_line(B, T, D, H):
    return (B * T, D)


@COUNT.wrong(
    "batch_shape",
    "M07",
    ko=(
        "글자를 원-핫 벡터로 바꾸지 않은 모양입니다.",
        "글자마다 수가 `D`개씩 있습니다. 특징 축까지 세면 축이 셋입니다.",
    ),
    en=(
        "This is the shape before letters become one-hot vectors.",
        "Each letter is `D` numbers: with the feature axis there are three axes.",
    ),
)
def batch_without_features(B, T, D, H):
    return (B, T)


@COUNT.wrong(
    "output_shape",
    "M11",
    ko=(
        "낱말마다 수 하나가 나온다고 생각했습니다.",
        "마지막 출력은 상태이고, 상태는 `units`개의 수입니다. `(B, H)`",
    ),
    en=(
        "You thought that each word gives one number.",
        "The last output is a state, and a state is `units` numbers: `(B, H)`",
    ),
)
def output_of_one_number(B, T, D, H):
    return (B, 1)


@COUNT.wrong(
    "output_shape",
    "M10",
    ko=(
        "배치 전체에서 출력이 하나 나온다고 생각했습니다.",
        "행마다 자기 상태가 있고, 출력도 행마다 하나씩 나옵니다. `(B, H)`",
    ),
    en=(
        "You thought that the whole batch gives one output.",
        "Each row has its own state, and gives its own output: `(B, H)`",
    ),
)
def output_shared_by_all(B, T, D, H):
    return (1, H)


@COUNT.wrong(
    "output_shape",
    "M02",
    ko=(
        "모든 시점의 출력이 나온다고 생각했습니다.",
        "`return_sequences`를 켜지 않으면 마지막 시점의 출력만 나옵니다. `(B, H)`",
    ),
    en=(
        "You thought that the outputs of all time steps come out.",
        "Without `return_sequences` only the output of the last step does: `(B, H)`",
    ),
)
def output_of_every_step(B, T, D, H):
    return (B, T, H)


@COUNT.wrong(
    "output_shape",
    "M03",
    ko=(
        "`units`가 시점의 수라고 생각했습니다.",
        "`units`는 상태의 너비 `H`입니다. 출력에는 시점 축이 없습니다. `(B, H)`",
    ),
    en=(
        "You took `units` for the number of time steps.",
        "`units` is the width of the state, `H`, and this output has no time axis: `(B, H)`",
    ),
)
def output_with_units_steps(B, T, D, H):
    return (B, H, D)


@COUNT.wrong(
    "output_shape",
    "M04",
    ko=(
        "출력의 너비가 특징의 수와 같다고 생각했습니다.",
        "출력의 너비는 `units`입니다. 특징의 수와는 상관이 없습니다. `(B, H)`",
    ),
    en=(
        "You thought that an output is as wide as the input.",
        "An output is `units` wide, whatever the number of features: `(B, H)`",
    ),
)
def output_as_wide_as_the_input(B, T, D, H):
    return (B, D)


@COUNT.wrong(
    "parameters_for_six",
    "M10",
    ko=(
        "낱말이 두 배이면 매개변수도 두 배라고 생각했습니다.",
        "낱말들은 가중치를 함께 씁니다. 배치가 커져도 가중치는 한 벌입니다.",
    ),
    en=(
        "You thought that twice the words need twice the parameters.",
        "The words share the weights: however large the batch, there is one set.",
    ),
)
def parameters_twice(B, T, D, H):
    return 2 * (D * H + H * H + H)


@COUNT.wrong(
    "parameters_for_six",
    "M10",
    ko=(
        "낱말마다 가중치가 따로 있다고 생각했습니다.",
        "행마다 따로 있는 것은 상태입니다. 가중치는 모두가 함께 씁니다.",
    ),
    en=(
        "You thought that each word has weights of its own.",
        "What each row has of its own is a state. The weights are shared by all.",
    ),
)
def parameters_for_each_word(B, T, D, H):
    return 2 * B * (D * H + H * H + H)


@COUNT.wrong(
    "parameters_for_six",
    "M05",
    ko=("편향을 빠뜨렸습니다.", "`D*H + H*H`에 편향 `H`개를 더합니다."),
    en=("You left out the bias.", "Add the `H` numbers of the bias to `D*H + H*H`."),
)
def parameters_without_bias(B, T, D, H):
    return D * H + H * H


@COUNT.wrong(
    "parameters_for_six",
    "M05",
    ko=("순환 커널을 빠뜨렸습니다.", "상태에 곱하는 `U`에도 `H*H`개의 수가 있습니다."),
    en=(
        "You left out the recurrent kernel.",
        "`U`, which multiplies the state, has `H*H` numbers, too.",
    ),
)
def parameters_without_recurrent_kernel(B, T, D, H):
    return D * H + H


@COUNT.wrong(
    "parameters_for_six",
    "M06",
    ko=("시점의 수를 곱했습니다.", "모든 시점이 같은 `W`, `U`, `b`를 씁니다. 한 벌만 셉니다."),
    en=(
        "You multiplied by the number of time steps.",
        "All time steps use the same `W`, `U`, `b`: count them once.",
    ),
)
def parameters_for_each_step(B, T, D, H):
    return T * (D * H + H * H + H)


@COUNT.wrong(
    "fresh_layers_agree",
    "M29",
    ko=(
        "설정이 같으면 출력도 같다고 생각했습니다.",
        "새 층의 가중치는 무작위입니다. 견주려면 먼저 `set_weights`로 같은 가중치를 주세요.",
    ),
    en=(
        "You thought that equal settings give equal outputs.",
        "The weights of a new layer are random: give both the same with `set_weights` first.",
    ),
)
def fresh_layers_are_equal(B, T, D, H):
    return True
