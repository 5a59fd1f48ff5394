"""01-sizes: the shapes of a cell, predicted for sizes that are drawn from the student's id."""

import hashlib

from ..prediction import Prediction
from .probes import PASSAGES


def sizes_of(student):
    """Return a student's sizes, pairwise different; the notebook's `my_sizes` says the same."""
    digest = hashlib.sha256(student.strip().encode()).digest()
    B, T, D, H = sorted(range(2, 12), key=lambda n: digest[n])[:4]
    return {"B": B, "T": T, "D": D, "H": H}


SIZES = Prediction(
    sizes=sizes_of(""),
    answers={
        "cell_input": lambda B, T, D, H: (B, D),
        "cell_state": lambda B, T, D, H: (B, H),
        "kernel": lambda B, T, D, H: (D, H),
        "recurrent_kernel": lambda B, T, D, H: (H, H),
    },
    draw=sizes_of,
    passages=PASSAGES,
)


@SIZES.wrong(
    "cell_input",
    "M28",
    ko=(
        "셀이 시퀀스를 통째로 받는다고 생각했습니다.",
        "시퀀스를 받는 것은 층입니다. 셀은 한 시점 `(B, D)`를 받습니다.",
    ),
    en=(
        "You thought that a cell takes a whole sequence.",
        "The layer takes the sequence. Its cell takes one time step, `(B, D)`.",
    ),
)
def input_of_a_whole_sequence(B, T, D, H):
    return (B, T, D)


@SIZES.wrong(
    "cell_input",
    "M10",
    ko=(
        "셀이 시퀀스 하나의 특징만 받는다고 생각했습니다.",
        "배치의 모든 시퀀스가 같은 시점을 함께 지나갑니다. `(B, D)`",
    ),
    en=(
        "You thought that a cell takes the features of one sequence alone.",
        "All sequences of the batch pass a time step together: `(B, D)`",
    ),
)
def input_of_one_sequence(B, T, D, H):
    return (D,)


@SIZES.wrong(
    "cell_input",
    "M09",
    ko=(
        "배치 축 자리에 시점 축을 두었습니다.",
        "셀은 한 시점만 봅니다. 남는 축은 배치와 특징입니다.",
    ),
    en=(
        "You put the time axis in the place of the batch.",
        "A cell sees one time step alone: what is left is batch and features.",
    ),
)
def input_with_time_for_the_batch(B, T, D, H):
    return (T, D)


@SIZES.wrong(
    "cell_input",
    "M08",
    ko=(
        "특징 축 자리에 시점 축을 두었습니다.",
        "셀은 한 시점만 봅니다. 남는 축은 배치와 특징입니다.",
    ),
    en=(
        "You put the time axis in the place of the features.",
        "A cell sees one time step alone: what is left is batch and features.",
    ),
)
def input_with_time_for_the_features(B, T, D, H):
    return (B, T)


@SIZES.wrong(
    "cell_input",
    "M04",
    ko=(
        "입력의 너비가 `units`라고 생각했습니다.",
        "입력의 너비는 특징의 수 `D`입니다. `units`는 상태의 너비입니다.",
    ),
    en=(
        "You took `units` for the width of the input.",
        "The input is as wide as there are features, `D`. `units` is the width of the state.",
    ),
)
def input_as_wide_as_the_state(B, T, D, H):
    return (B, H)


@SIZES.wrong(
    "cell_state",
    "M04",
    ko=("상태의 너비가 특징의 수라고 생각했습니다.", "상태의 너비는 `units`, 곧 `H`입니다."),
    en=("You thought that the state is as wide as the input.", "The state is `units` wide: `H`."),
)
def state_as_wide_as_the_input(B, T, D, H):
    return (B, D)


@SIZES.wrong(
    "cell_state",
    "M03",
    ko=(
        "상태의 너비가 시점의 수라고 생각했습니다.",
        "셀은 시점이 몇 개인지 모릅니다. 상태의 너비는 `units`입니다.",
    ),
    en=(
        "You thought that the state is as wide as there are time steps.",
        "A cell does not know how many steps there are: the state is `units` wide.",
    ),
)
def state_as_wide_as_time(B, T, D, H):
    return (B, T)


@SIZES.wrong(
    "cell_state",
    "M28",
    ko=(
        "셀의 상태에도 시점 축이 있다고 생각했습니다.",
        "셀은 한 시점을 계산합니다. 시점 축은 층이 만듭니다.",
    ),
    en=(
        "You gave the cell's state a time axis.",
        "A cell computes one time step; the time axis is made by the layer.",
    ),
)
def state_with_a_time_axis(B, T, D, H):
    return (B, T, H)


@SIZES.wrong(
    "cell_state",
    "M11",
    ko=("상태가 시퀀스마다 수 하나라고 생각했습니다.", "상태는 시퀀스마다 `units`개의 수입니다."),
    en=(
        "You thought that a state is one number for each sequence.",
        "A state is `units` numbers for each sequence.",
    ),
)
def state_of_one_number(B, T, D, H):
    return (B, 1)


@SIZES.wrong(
    "cell_state",
    "M10",
    ko=(
        "시퀀스들이 상태 하나를 함께 쓴다고 생각했습니다.",
        "시퀀스마다 자기 상태가 있습니다. `(B, H)`",
    ),
    en=(
        "You thought that the sequences share one state.",
        "Each sequence has a state of its own: `(B, H)`",
    ),
)
def state_shared_by_all(B, T, D, H):
    return (H,)


@SIZES.wrong(
    "kernel",
    "M08",
    ko=(
        "`W`를 전치해서 적었습니다.",
        "행벡터의 오른쪽에 곱합니다. `(B, D)`에 곱하려면 행이 `D`개입니다.",
    ),
    en=(
        "You wrote `W` transposed.",
        "It stands on the right of row vectors: to multiply `(B, D)` it needs `D` rows.",
    ),
)
def kernel_transposed(B, T, D, H):
    return (H, D)


@SIZES.wrong(
    "kernel",
    "M04",
    ko=("`W`가 너비를 바꾸지 않는다고 생각했습니다.", "커널은 너비를 `D`에서 `H`로 바꿉니다."),
    en=("You thought that `W` keeps the width.", "The kernel turns the width `D` into `H`."),
)
def kernel_square_in_features(B, T, D, H):
    return (D, D)


@SIZES.wrong(
    "kernel",
    "M28",
    ko=(
        "`W`를 상태에 곱한다고 생각했습니다.",
        "상태에 곱하는 것은 `U`입니다. `W`는 너비가 `D`인 입력에 곱합니다.",
    ),
    en=(
        "You thought that `W` multiplies the state.",
        "That is `U`. `W` multiplies the input, which is `D` wide.",
    ),
)
def kernel_like_the_recurrent_one(B, T, D, H):
    return (H, H)


@SIZES.wrong(
    "kernel",
    "M03",
    ko=(
        "`W`의 행이 시점의 수라고 생각했습니다.",
        "가중치의 모양에는 `T`가 없습니다. 행은 특징의 수 `D`입니다.",
    ),
    en=(
        "You thought that `W` has a row for each time step.",
        "No weight has `T` in its shape: there is a row for each of the `D` features.",
    ),
)
def kernel_with_time(B, T, D, H):
    return (T, H)


@SIZES.wrong(
    "recurrent_kernel",
    "M28",
    ko=(
        "`U`를 입력의 크기로 만들었습니다.",
        "순환 커널은 입력이 아니라 상태 `(B, H)`에 곱합니다. `(H, H)`",
    ),
    en=(
        "You built `U` with the size of the input.",
        "The recurrent kernel multiplies the state `(B, H)`, not the input: `(H, H)`",
    ),
)
def recurrent_kernel_as_tall_as_the_input(B, T, D, H):
    return (D, H)


@SIZES.wrong(
    "recurrent_kernel",
    "M04",
    ko=(
        "상태의 너비가 특징의 수라고 생각했습니다.",
        "상태는 너비가 `H`이고, 곱한 뒤에도 `H`입니다. `(H, H)`",
    ),
    en=(
        "You thought that the state is as wide as the input.",
        "The state is `H` wide before the product and after it: `(H, H)`",
    ),
)
def recurrent_kernel_square_in_features(B, T, D, H):
    return (D, D)


@SIZES.wrong(
    "recurrent_kernel",
    "M03",
    ko=(
        "`U`가 시점들을 잇는 표라고 생각했습니다.",
        "가중치의 모양에는 `T`가 없습니다. `U`는 유닛에서 유닛으로 갑니다.",
    ),
    en=(
        "You took `U` for a table that joins time steps.",
        "No weight has `T` in its shape: `U` leads from units to units.",
    ),
)
def recurrent_kernel_square_in_time(B, T, D, H):
    return (T, T)


@SIZES.wrong(
    "recurrent_kernel",
    "M17",
    ko=(
        "상태의 모양을 적었습니다.",
        "가중치에는 배치 축이 없습니다. `U`는 상태에 곱하는 `(H, H)`입니다.",
    ),
    en=(
        "You wrote down the shape of a state.",
        "A weight has no batch axis: `U` multiplies the state and is `(H, H)`.",
    ),
)
def recurrent_kernel_like_a_state(B, T, D, H):
    return (B, H)
