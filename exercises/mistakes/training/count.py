"""10-count: shapes and a loss, predicted."""

import numpy as np

from ..prediction import Prediction

COUNT = Prediction(
    sizes={"B": 2, "T": 7, "D": 5, "H": 3, "V": 4},
    answers={
        "logits_shape": lambda B, T, D, H, V: (B, T, V),
        "gradient_shape": lambda B, T, D, H, V: (H, H),
        "loss_of_guessing": lambda B, T, D, H, V: float(np.log(V)),
    },
    passages={
        "M06": "training-bptt",
        "M10": "training-mean",
        "M21": "training-loss",
        "M28": "training-bptt",
    },
)


@COUNT.wrong(
    "logits_shape",
    "M22",
    ko=(
        "`Dense`가 마지막 시점만 본다고 생각했습니다.",
        "`return_sequences=True`이면 `Dense`는 모든 시점에 똑같이 작용합니다. `(B, T, V)`",
    ),
    en=(
        "You thought that `Dense` sees the last time step alone.",
        "With `return_sequences=True` below, `Dense` acts on every time step alike: `(B, T, V)`",
    ),
)
def logits_of_the_last_step(B, T, D, H, V):
    return (B, V)


@COUNT.wrong(
    "logits_shape",
    "M04",
    ko=(
        "로짓의 너비가 상태의 너비와 같다고 생각했습니다.",
        "`Dense`의 커널 `(H, V)`가 너비를 `H`에서 `V`로 바꿉니다.",
    ),
    en=(
        "You thought that logits are as wide as the state.",
        "The kernel of `Dense`, `(H, V)`, turns the width `H` into `V`.",
    ),
)
def logits_as_wide_as_the_state(B, T, D, H, V):
    return (B, T, H)


@COUNT.wrong(
    "logits_shape",
    "M11",
    ko=(
        "글자마다 수 하나가 나온다고 생각했습니다.",
        "다음 글자의 후보가 `V`개이므로 시점마다 로짓도 `V`개입니다.",
    ),
    en=(
        "You thought of a single number at each step.",
        "There are `V` candidates for the next character, so there are `V` logits at each step.",
    ),
)
def logits_one_for_each_step(B, T, D, H, V):
    return (B, T, 1)


@COUNT.wrong(
    "gradient_shape",
    "M06",
    ko=(
        "시점마다 기울기가 하나씩 남는다고 생각했습니다.",
        "가중치는 한 벌이고, 시점마다 나온 기울기는 모두 더해집니다.",
    ),
    en=(
        "You thought that each time step keeps a gradient of its own.",
        "There is one set of weights, and the gradients of all steps are added up.",
    ),
)
def gradient_for_each_step(B, T, D, H, V):
    return (T, H, H)


@COUNT.wrong(
    "gradient_shape",
    "M10",
    ko=(
        "시퀀스마다 기울기가 하나씩 남는다고 생각했습니다.",
        "배치의 모든 행이 가중치 한 벌을 함께 쓰고, 기울기는 행을 따라 더해집니다.",
    ),
    en=(
        "You thought that each sequence keeps a gradient of its own.",
        "All rows of a batch share one set of weights, and their gradients are added up.",
    ),
)
def gradient_for_each_sequence(B, T, D, H, V):
    return (B, H, H)


@COUNT.wrong(
    "gradient_shape",
    "M28",
    ko=(
        "커널의 기울기를 적었습니다.",
        "순환 커널 `U`는 상태에 곱하므로 `(H, H)`이고, 기울기의 모양도 같습니다.",
    ),
    en=(
        "You wrote the gradient of the kernel.",
        "The recurrent kernel `U` multiplies the state: `(H, H)`, and so is its gradient.",
    ),
)
def gradient_of_the_kernel(B, T, D, H, V):
    return (D, H)


@COUNT.wrong(
    "gradient_shape",
    "M17",
    ko=(
        "상태의 기울기를 적었습니다.",
        "`(B, H)`는 상태의 모양입니다. 가중치의 기울기는 그 가중치와 모양이 같습니다.",
    ),
    en=(
        "You wrote the gradient of a state.",
        "`(B, H)` is the shape of a state. The gradient of a weight has the weight's shape.",
    ),
)
def gradient_of_a_state(B, T, D, H, V):
    return (B, H)


@COUNT.wrong(
    "loss_of_guessing",
    "M10",
    ko=(
        "한 시퀀스의 시점마다 나온 손실을 더했습니다.",
        "손실은 합이 아니라 평균입니다. 시점이 많아져도 커지지 않습니다.",
    ),
    en=(
        "You added up the losses of a sequence's time steps.",
        "The loss is a mean, not a sum: more time steps do not make it larger.",
    ),
)
def loss_summed_over_time(B, T, D, H, V):
    return T * np.log(V)


@COUNT.wrong(
    "loss_of_guessing",
    "M10",
    ko=(
        "배치의 모든 손실을 더했습니다.",
        "손실은 합이 아니라 `B * T`개의 평균입니다.",
    ),
    en=(
        "You added up all losses of the batch.",
        "The loss is the mean of `B * T` numbers, not their sum.",
    ),
)
def loss_summed_over_all(B, T, D, H, V):
    return B * T * np.log(V)


@COUNT.wrong(
    "loss_of_guessing",
    "M21",
    ko=(
        "확률을 적었습니다.",
        "손실은 정답의 확률에 로그를 취하고 부호를 바꾼 수입니다.",
    ),
    en=(
        "You wrote the probability.",
        "The loss is the logarithm of the right answer's probability with its sign changed.",
    ),
)
def loss_as_a_probability(B, T, D, H, V):
    return 1 / V


@COUNT.wrong(
    "loss_of_guessing",
    "M21",
    ko=(
        "밑이 2인 로그를 썼습니다.",
        "교차 엔트로피의 `log`는 자연로그입니다. `np.log`를 쓰세요.",
    ),
    en=(
        "You took the logarithm to base 2.",
        "The `log` of the cross-entropy is the natural one: `np.log`",
    ),
)
def loss_in_bits(B, T, D, H, V):
    return np.log2(V)


@COUNT.wrong(
    "loss_of_guessing",
    "M03",
    ko=(
        "후보의 수로 `units`를 썼습니다.",
        "찍을 때의 후보는 어휘의 글자 `V`개입니다. 유닛의 수와는 상관이 없습니다.",
    ),
    en=(
        "You took `units` for the number of candidates.",
        "The candidates are the `V` characters of the vocabulary, however many units there are.",
    ),
)
def loss_among_units(B, T, D, H, V):
    return np.log(H)
