"""09-count: shapes and counts of a bidirectional LSTM, predicted."""

from ..prediction import Prediction
from .probes import PASSAGES

COUNT = Prediction(
    sizes={"B": 3, "T": 7, "D": 5, "H": 4},
    answers={
        "outputs_shape": lambda B, T, D, H: (B, T, 2 * H),
        "sum_shape": lambda B, T, D, H: (B, H),
        "returned": lambda B, T, D, H: 5,
        "parameters": lambda B, T, D, H: 2 * lstm(D, H),
        "has_read": lambda B, T, D, H: 1,
    },
    passages=PASSAGES,
)


def lstm(D, H):
    """Return the number of parameters of one LSTM."""
    return 4 * (D * H + H * H + H)


@COUNT.wrong(
    "outputs_shape",
    "M27",
    ko=(
        "두 방향의 출력을 더한다고 생각했습니다.",
        "`merge_mode`를 적지 않으면 나란히 붙입니다. 너비는 `2H`입니다.",
    ),
    en=(
        "You thought that both outputs are added.",
        "Without `merge_mode` they are put side by side: the width is `2H`.",
    ),
)
def outputs_added(B, T, D, H):
    return (B, T, H)


@COUNT.wrong(
    "outputs_shape",
    "M27",
    ko=(
        "역방향의 출력을 시점 뒤에 이어 붙였습니다.",
        "같은 글자의 두 출력이 한 시점에 놓입니다. 길어지는 것은 유닛의 축입니다.",
    ),
    en=(
        "You put the backward outputs behind the others in time.",
        "Both outputs of a letter stand at one step: it is the axis of units that grows.",
    ),
)
def outputs_one_after_the_other(B, T, D, H):
    return (B, 2 * T, H)


@COUNT.wrong(
    "outputs_shape",
    "M02",
    ko=(
        "마지막 출력만 나온다고 생각했습니다.",
        "`return_sequences=True`이면 시점마다 출력이 있습니다. 축이 셋입니다.",
    ),
    en=(
        "You thought of the last output alone.",
        "With `return_sequences=True` there is an output for each step: three axes.",
    ),
)
def outputs_of_the_last_step(B, T, D, H):
    return (B, 2 * H)


@COUNT.wrong(
    "outputs_shape",
    "M11",
    ko=(
        "시점마다 수 하나가 나온다고 생각했습니다.",
        "층마다 유닛 4개의 값이 나옵니다. 두 층을 붙이면 8개입니다.",
    ),
    en=(
        "You thought that one number comes out at each step.",
        "Each layer gives a value for each of its 4 units, side by side 8.",
    ),
)
def outputs_of_one_number(B, T, D, H):
    return (B, T, 1)


@COUNT.wrong(
    "outputs_shape",
    "M04",
    ko=(
        "출력의 너비를 특징의 수로 정했습니다.",
        "출력의 너비는 `units`로 정해집니다. 두 층을 붙이면 `2H`입니다.",
    ),
    en=(
        "You took the width of the output from the number of features.",
        "It comes from `units`: two layers side by side make `2H`.",
    ),
)
def outputs_of_features(B, T, D, H):
    return (B, T, 2 * D)


@COUNT.wrong(
    "outputs_shape",
    "M03",
    ko=(
        "`units`를 시점의 수로 보았습니다.",
        "시점의 수는 입력에서 옵니다. 입력의 시점이 7개이므로 출력의 시점도 7개입니다.",
    ),
    en=(
        "You took `units` for the number of time steps.",
        "The steps come from the input: it has 7, and so has the output.",
    ),
)
def outputs_with_units_for_time(B, T, D, H):
    return (B, H, 2 * H)


@COUNT.wrong(
    "outputs_shape",
    "M09",
    ko=("시점 축을 맨 앞에 두었습니다.", "축의 순서는 배치, 시점, 유닛입니다. `(B, T, 2H)`"),
    en=("You put the time axis first.", "The axes are batch, time, units: `(B, T, 2H)`"),
)
def outputs_with_time_first(B, T, D, H):
    return (T, B, 2 * H)


@COUNT.wrong(
    "sum_shape",
    "M27",
    ko=(
        "더하지 않고 붙였습니다.",
        "`merge_mode='sum'`은 같은 자리의 수끼리 더합니다. 너비는 `H` 그대로입니다.",
    ),
    en=(
        "You put them side by side and did not add them.",
        "`merge_mode='sum'` adds number to number: the width stays `H`.",
    ),
)
def sum_side_by_side(B, T, D, H):
    return (B, 2 * H)


@COUNT.wrong(
    "sum_shape",
    "M02",
    ko=(
        "시점마다 출력이 나온다고 생각했습니다.",
        "`return_sequences=False`이면 마지막 출력만 나옵니다. 시점 축이 없습니다.",
    ),
    en=(
        "You thought that there is an output for each step.",
        "With `return_sequences=False` the last one alone comes out: there is no time axis.",
    ),
)
def sum_at_each_step(B, T, D, H):
    return (B, T, H)


@COUNT.wrong(
    "sum_shape",
    "M11",
    ko=(
        "유닛까지 모두 더해 수 하나가 된다고 생각했습니다.",
        "더하는 것은 두 방향입니다. 유닛 4개는 그대로 남습니다.",
    ),
    en=(
        "You thought that the units are added up as well, to one number.",
        "What is added are the two directions: the 4 units remain.",
    ),
)
def sum_of_units(B, T, D, H):
    return (B, 1)


@COUNT.wrong(
    "sum_shape",
    "M04",
    ko=("출력의 너비를 특징의 수로 정했습니다.", "출력의 너비는 `units`입니다."),
    en=("You took the width from the number of features.", "An output is `units` wide."),
)
def sum_of_features(B, T, D, H):
    return (B, D)


@COUNT.wrong(
    "returned",
    "M13",
    ko=(
        "한 방향의 상태만 세었습니다.",
        "LSTM은 방향마다 `h`와 `c`를 돌려줍니다. 출력까지 다섯입니다.",
    ),
    en=(
        "You counted the states of one direction.",
        "An LSTM gives `h` and `c` for each direction: with the output, five.",
    ),
)
def returned_by_one_direction(B, T, D, H):
    return 3


@COUNT.wrong(
    "returned",
    "M13",
    ko=("출력을 세지 않았습니다.", "상태 넷 앞에 출력이 먼저 옵니다."),
    en=("You did not count the output.", "It comes first, before the four states."),
)
def returned_without_the_output(B, T, D, H):
    return 4


@COUNT.wrong(
    "returned",
    "M13",
    ko=("출력을 방향마다 따로 세었습니다.", "두 방향의 출력은 하나로 합쳐서 돌려줍니다."),
    en=("You counted an output for each direction.", "Both are merged and come back as one."),
)
def returned_with_two_outputs(B, T, D, H):
    return 6


@COUNT.wrong(
    "returned",
    "M13",
    ko=(
        "상태가 하나라고 생각했습니다.",
        "방향이 둘이고, LSTM에는 방향마다 상태가 둘입니다.",
    ),
    en=(
        "You thought that there is one state.",
        "There are two directions, and an LSTM has two states in each.",
    ),
)
def returned_with_one_state(B, T, D, H):
    return 2


@COUNT.wrong(
    "returned",
    "M12",
    ko=(
        "시점마다 상태를 돌려준다고 생각했습니다.",
        "`return_state=True`는 다 읽은 뒤의 상태만 돌려줍니다.",
    ),
    en=(
        "You counted states for each time step.",
        "`return_state=True` gives those after everything was read, and no others.",
    ),
)
def returned_with_all_states(B, T, D, H):
    return 1 + 4 * T


@COUNT.wrong(
    "parameters",
    "M06",
    ko=(
        "두 방향이 가중치를 함께 쓴다고 생각했습니다.",
        "`Bidirectional`은 층을 두 개 만듭니다. 가중치는 따로입니다.",
    ),
    en=(
        "You thought that both directions share their weights.",
        "`Bidirectional` makes two layers, each with weights of its own.",
    ),
)
def parameters_shared(B, T, D, H):
    return lstm(D, H)


@COUNT.wrong(
    "parameters",
    "M05",
    ko=("편향을 세지 않았습니다.", "게이트마다 편향이 `H`개씩 있습니다."),
    en=("You did not count the biases.", "Each gate has `H` of them."),
)
def parameters_without_bias(B, T, D, H):
    return 2 * 4 * (D * H + H * H)


@COUNT.wrong(
    "parameters",
    "M05",
    ko=(
        "순환 가중치 `U`를 세지 않았습니다.",
        "앞 상태에 곱하는 `(H, H)`가 게이트마다 있습니다.",
    ),
    en=(
        "You did not count the recurrent weights `U`.",
        "Each gate multiplies the state before by an `(H, H)`.",
    ),
)
def parameters_without_recurrence(B, T, D, H):
    return 2 * 4 * (D * H + H)


@COUNT.wrong(
    "parameters",
    "M05",
    ko=(
        "게이트가 네 덩어리인 것을 빠뜨렸습니다.",
        "LSTM에는 `W`, `U`, `b`가 네 벌 있습니다.",
    ),
    en=("You left out the factor of four.", "An LSTM has four of each `W`, `U` and `b`."),
)
def parameters_of_one_gate(B, T, D, H):
    return 2 * lstm(D, H) // 4


@COUNT.wrong(
    "parameters",
    "M05",
    ko=("시점의 수를 곱했습니다.", "시점마다 같은 가중치를 다시 씁니다. `T`와 상관이 없습니다."),
    en=("You multiplied by the number of steps.", "The same weights serve at each step."),
)
def parameters_for_each_step(B, T, D, H):
    return 2 * T * lstm(D, H)


@COUNT.wrong(
    "parameters",
    "M27",
    ko=(
        "유닛이 `2H`개인 층 하나로 세었습니다.",
        "유닛이 `H`개인 층이 둘입니다. 서로의 상태를 보지 않습니다.",
    ),
    en=(
        "You counted one layer of `2H` units.",
        "There are two of `H` units, and neither sees the state of the other.",
    ),
)
def parameters_of_a_wide_layer(B, T, D, H):
    return lstm(D, 2 * H)


@COUNT.wrong(
    "parameters",
    "M15",
    ko=(
        "역방향이 정방향의 출력을 읽는다고 생각했습니다.",
        "쌓은 층이 아닙니다. 두 층이 같은 입력을 읽습니다.",
    ),
    en=(
        "You let the backward layer read the forward outputs.",
        "They are not stacked: both layers read the same input.",
    ),
)
def parameters_of_a_stack(B, T, D, H):
    return lstm(D, H) + lstm(H, H)


@COUNT.wrong(
    "has_read",
    "M26",
    ko=(
        "마지막 시점에서는 모두 읽었다고 생각했습니다.",
        "역방향은 마지막 글자에서 출발합니다. 다 읽는 곳은 시점 0입니다.",
    ),
    en=(
        "You thought that at the last step everything has been read.",
        "The backward layer begins with the last letter; it is at step 0 that it has read all.",
    ),
)
def has_read_everything(B, T, D, H):
    return T


@COUNT.wrong(
    "has_read",
    "M26",
    ko=(
        "아직 아무것도 읽지 않았다고 생각했습니다.",
        "출력은 그 시점의 글자를 읽은 다음의 값입니다.",
    ),
    en=(
        "You thought that nothing has been read yet.",
        "An output comes after the letter of its step was read.",
    ),
)
def has_read_nothing(B, T, D, H):
    return 0


@COUNT.wrong(
    "has_read",
    "M26",
    ko=(
        "그 시점의 글자를 빼고 세었습니다.",
        "역방향은 마지막 글자를 맨 처음 읽습니다. 그 앞의 글자는 아직 읽지 않았습니다.",
    ),
    en=(
        "You counted all letters but that one.",
        "The backward layer reads the last letter first; those before it are still to come.",
    ),
)
def has_read_all_but_one(B, T, D, H):
    return T - 1
