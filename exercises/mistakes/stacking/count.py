"""07-count: shapes and a count, predicted."""

from ..prediction import Prediction
from .probes import PASSAGES


def simple_rnn(D, H):
    """Count the parameters of one layer."""
    return D * H + H * H + H


COUNT = Prediction(
    sizes={"B": 2, "T": 7, "D": 5, "H": 3, "G": 6, "K": 4},
    answers={
        "between_shape": lambda B, T, D, H, G, K: (B, T, H),
        "answers_shape": lambda B, T, D, H, G, K: (B, T, K),
        "parameters": lambda B, T, D, H, G, K: simple_rnn(D, H) + simple_rnn(H, G),
        "lower_state_shape": lambda B, T, D, H, G, K: (B, H),
    },
    passages=PASSAGES | {"M02": "return-flags-dense", "M22": "return-flags-dense"},
)


@COUNT.wrong(
    "between_shape",
    "M01",
    ko=(
        "마지막 출력만 올라간다고 생각했습니다.",
        "`return_sequences=True`이면 모든 시점의 출력이 위층으로 올라갑니다.",
    ),
    en=(
        "You thought that the last output alone goes up.",
        "With `return_sequences=True` all outputs go up; the upper layer needs the time axis.",
    ),
)
def between_the_last_output(B, T, D, H, G, K):
    return (B, H)


@COUNT.wrong(
    "between_shape",
    "M15",
    ko=(
        "위층이 글자를 다시 읽는다고 생각했습니다.",
        "위층은 아래층의 출력을 읽습니다. 그 너비는 아래층의 유닛 수입니다.",
    ),
    en=(
        "You thought that the upper layer reads the letters again.",
        "It reads the output of the lower layer, as wide as that has units.",
    ),
)
def between_the_letters(B, T, D, H, G, K):
    return (B, T, D)


@COUNT.wrong(
    "between_shape",
    "M04",
    ko=(
        "읽는 배열의 너비를 위층의 유닛 수로 적었습니다.",
        "읽는 것의 너비는 아래층이 정합니다. 위층의 유닛 수는 위층의 출력에 나타납니다.",
    ),
    en=(
        "You gave it the width of the upper layer.",
        "The lower layer decides how wide it is; the upper units show in the upper output.",
    ),
)
def between_as_wide_as_the_upper(B, T, D, H, G, K):
    return (B, T, G)


@COUNT.wrong(
    "answers_shape",
    "M22",
    ko=(
        "`Dense`가 마지막 시점만 본다고 생각했습니다.",
        "`Dense`는 시점마다 작용하고 시점 축은 그대로 남습니다.",
    ),
    en=(
        "You thought that `Dense` sees the last step alone.",
        "`Dense` acts on every step, and the time axis stays.",
    ),
)
def answers_of_the_last_step(B, T, D, H, G, K):
    return (B, K)


@COUNT.wrong(
    "answers_shape",
    "M22",
    ko=(
        "`Dense`가 시점과 유닛을 한 줄로 편다고 생각했습니다.",
        "`Dense`는 펴지 않습니다. 마지막 축만 4로 바뀝니다.",
    ),
    en=(
        "You thought that `Dense` lays steps and units out in one row.",
        "`Dense` does not flatten: only the last axis becomes 4.",
    ),
)
def answers_laid_out(B, T, D, H, G, K):
    return (B, T * K)


@COUNT.wrong(
    "answers_shape",
    "M02",
    ko=(
        "`Dense`가 너비를 바꾸지 않는다고 생각했습니다.",
        "마지막 축이 `Dense`의 유닛 수 4가 됩니다.",
    ),
    en=(
        "You thought that `Dense` leaves the width as it is.",
        "The last axis becomes the number of units of `Dense`, 4.",
    ),
)
def answers_without_dense(B, T, D, H, G, K):
    return (B, T, G)


@COUNT.wrong(
    "parameters",
    "M05",
    ko=(
        "두 층의 편향을 빠뜨렸습니다.",
        "층마다 편향이 유닛 수만큼 있습니다. 3개와 6개를 더합니다.",
    ),
    en=(
        "You left out the biases of both layers.",
        "Each layer has a bias for every unit: add 3 and 6.",
    ),
)
def count_without_the_biases(B, T, D, H, G, K):
    return D * H + H * H + H * G + G * G


@COUNT.wrong(
    "parameters",
    "M05",
    ko=(
        "순환 커널을 빠뜨렸습니다.",
        "층마다 상태에 곱하는 `U`가 있습니다. `3*3`과 `6*6`을 더합니다.",
    ),
    en=(
        "You left out the recurrent kernels.",
        "Each layer has a `U` for its state: add `3*3` and `6*6`.",
    ),
)
def count_without_the_recurrent_kernels(B, T, D, H, G, K):
    return D * H + H + H * G + G


@COUNT.wrong(
    "parameters",
    "M05",
    ko=(
        "위층도 글자를 읽는다고 세었습니다.",
        "위층의 특징은 5개가 아니라 아래층의 유닛 3개입니다.",
    ),
    en=(
        "You counted the upper layer as if it read the letters.",
        "Its features are the 3 units of the lower layer, and not 5.",
    ),
)
def count_with_letters_everywhere(B, T, D, H, G, K):
    return simple_rnn(D, H) + simple_rnn(D, G)


@COUNT.wrong(
    "parameters",
    "M05",
    ko=(
        "시점의 수를 곱했습니다.",
        "모든 시점이 같은 가중치를 씁니다. 층마다 한 벌만 셉니다.",
    ),
    en=(
        "You multiplied by the number of time steps.",
        "All steps use the same weights: count one set for each layer.",
    ),
)
def count_for_every_step(B, T, D, H, G, K):
    return T * (simple_rnn(D, H) + simple_rnn(H, G))


@COUNT.wrong(
    "parameters",
    "M05",
    ko=(
        "첫째 층만 셌습니다.",
        "위층에도 자기 가중치가 있습니다. 두 층을 더합니다.",
    ),
    en=(
        "You counted the first layer alone.",
        "The upper layer has weights of its own: add both.",
    ),
)
def count_of_the_first_layer(B, T, D, H, G, K):
    return simple_rnn(D, H)


@COUNT.wrong(
    "parameters",
    "M05",
    ko=(
        "`Dense`의 매개변수까지 더했습니다.",
        "두 순환 층의 것만 셉니다.",
    ),
    en=(
        "You added the parameters of `Dense`.",
        "Count those of the two recurrent layers alone.",
    ),
)
def count_with_dense(B, T, D, H, G, K):
    return simple_rnn(D, H) + simple_rnn(H, G) + G * K + K


@COUNT.wrong(
    "lower_state_shape",
    "M15",
    ko=(
        "위층의 상태를 적었습니다.",
        "상태는 층마다 따로 있습니다. 첫째 층의 유닛은 3개입니다.",
    ),
    en=(
        "You wrote down the state of the upper layer.",
        "Each layer has a state of its own: the first one has 3 units.",
    ),
)
def state_of_the_upper_layer(B, T, D, H, G, K):
    return (B, G)


@COUNT.wrong(
    "lower_state_shape",
    "M15",
    ko=(
        "두 층의 상태가 합쳐진다고 생각했습니다.",
        "상태는 층마다 따로 있습니다. 합쳐지지 않습니다.",
    ),
    en=(
        "You thought that the states of both layers are joined.",
        "Each layer keeps a state of its own.",
    ),
)
def state_of_both_layers(B, T, D, H, G, K):
    return (B, H + G)


@COUNT.wrong(
    "lower_state_shape",
    "M12",
    ko=(
        "모든 시점의 상태를 적었습니다.",
        "마지막 상태에는 시점 축이 없습니다.",
    ),
    en=(
        "You wrote down the states of all time steps.",
        "The last state has no time axis.",
    ),
)
def state_of_every_step(B, T, D, H, G, K):
    return (B, T, H)
