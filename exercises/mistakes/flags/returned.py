"""04-returned: what the two flags return."""

import numpy as np

from ..known import Question
from .probes import PASSAGES, STATES


def right_returned(states, return_sequences, return_state):
    """Return the output, and the last state where it is asked for."""
    last = states[:, -1]
    output = states if return_sequences else last
    return (output, last) if return_state else output


def axes(states, return_sequences, return_state):
    """Return the letters of what comes back."""
    return ("BTH" if return_sequences else "BH", *["BH"] * return_state)


RETURNED = Question(
    "returned",
    right_returned,
    [(states, one, two) for states in STATES for one in (False, True) for two in (False, True)],
    axes,
    passages=PASSAGES,
    chapter="return-flags-equation",
)


@RETURNED.twist(
    "M12",
    ko=(
        "두 옵션을 바꾸어 썼습니다.",
        "`return_sequences`가 출력의 시점을, `return_state`가 값의 개수를 정합니다.",
    ),
    en=(
        "You swapped the two flags.",
        "`return_sequences` decides on the output's steps, `return_state` on the number of values.",
    ),
)
def swaps_the_flags(returned, states, return_sequences, return_state):
    return returned(states, return_state, return_sequences)


@RETURNED.twist(
    "M02",
    ko=(
        "`return_sequences`의 참과 거짓을 바꾸었습니다.",
        "참이면 모든 시점의 출력, 거짓이면 마지막 출력입니다.",
    ),
    en=(
        "You swapped true and false of `return_sequences`.",
        "True gives the outputs of all steps, false the last output.",
    ),
)
def turns_return_sequences_round(returned, states, return_sequences, return_state):
    return returned(states, not return_sequences, return_state)


@RETURNED.twist(
    "M01",
    ko=(
        "언제나 마지막 출력을 돌려주었습니다.",
        "`return_sequences`가 참이면 모든 시점의 출력 `(B, T, H)`입니다.",
    ),
    en=(
        "You always returned the last output.",
        "With `return_sequences` it is the outputs of all steps, `(B, T, H)`.",
    ),
)
def returns_the_last_output(returned, states, return_sequences, return_state):
    return returned(states, False, return_state)


@RETURNED.twist(
    "M02",
    ko=(
        "언제나 모든 시점의 출력을 돌려주었습니다.",
        "`return_sequences`가 거짓이면 마지막 출력 `(B, H)`만 돌려줍니다.",
    ),
    en=(
        "You always returned the outputs of all steps.",
        "Without `return_sequences` it is the last output alone, `(B, H)`.",
    ),
)
def returns_every_output(returned, states, return_sequences, return_state):
    return returned(states, True, return_state)


@RETURNED.twist(
    "M13",
    ko=(
        "언제나 상태도 함께 돌려주었습니다.",
        "`return_state`가 거짓이면 값은 출력 하나입니다. 튜플로 감싸지 않습니다.",
    ),
    en=(
        "You always returned a state as well.",
        "Without `return_state` there is one value, the output, and no tuple around it.",
    ),
)
def always_returns_a_state(returned, states, return_sequences, return_state):
    return returned(states, return_sequences, True)


@RETURNED.twist(
    "M13",
    ko=(
        "상태를 돌려주지 않았습니다.",
        "`return_state`가 참이면 값은 둘입니다. `return output, last`",
    ),
    en=(
        "You returned no state.",
        "With `return_state` there are two values: `return output, last`",
    ),
)
def never_returns_a_state(returned, states, return_sequences, return_state):
    return returned(states, return_sequences, False)


@RETURNED.twist(
    "M13",
    ko=(
        "상태를 출력보다 먼저 돌려주었습니다.",
        "출력이 먼저, 상태가 다음입니다.",
    ),
    en=(
        "You returned the state before the output.",
        "The output comes first, then the state.",
    ),
)
def returns_the_state_first(returned, states, return_sequences, return_state):
    found = returned(states, return_sequences, return_state)
    return found[::-1] if return_state else found


@RETURNED.mistake(
    "M12",
    ko=(
        "모든 시점의 상태를 돌려주었습니다.",
        "`return_state`는 마지막 시점의 상태 하나만 돌려줍니다.",
    ),
    en=(
        "You returned the states of all time steps.",
        "`return_state` gives one state alone, the one after the last step.",
    ),
)
def returns_every_state(states, return_sequences, return_state):
    output = states if return_sequences else states[:, -1]
    return (output, states) if return_state else output


@RETURNED.mistake(
    "M12",
    ko=(
        "값이 같아서 상태를 따로 돌려주지 않았습니다.",
        "출력이 $h_T$여도 상태는 나옵니다. 같은 값이 두 번 나오는 것은 오류가 아닙니다.",
    ),
    en=(
        "You left the state out because the output is the same.",
        "The state comes out all the same: equal values twice are no bug.",
    ),
)
def leaves_out_an_equal_state(states, return_sequences, return_state):
    last = states[:, -1]
    return (
        (states, last)
        if return_sequences and return_state
        else right_returned(states, return_sequences, False)
    )


@RETURNED.twist(
    "M16",
    ko=(
        "첫 시점을 마지막으로 골랐습니다.",
        "시점은 0부터 셉니다. 마지막 시점은 `T - 1`, 곧 `-1`입니다.",
    ),
    en=(
        "You took the first time step for the last.",
        "Steps count from 0: the last one is `T - 1`, or `-1`.",
    ),
)
def takes_the_first_step(returned, states, return_sequences, return_state):
    ends = np.concatenate([states[:, :-1], states[:, :1]], axis=1)
    found = returned(ends, return_sequences, return_state)
    if not return_sequences:
        return found
    return (states, *found[1:]) if return_state else states


@RETURNED.mistake(
    "M09",
    ko=(
        "배치의 마지막 시퀀스를 골랐습니다.",
        "첫 축은 배치입니다. 마지막 시점은 `states[:, -1]`입니다.",
    ),
    en=(
        "You took the last sequence of the batch.",
        "The first axis is the batch: the last step is `states[:, -1]`.",
    ),
)
def takes_the_last_sequence(states, return_sequences, return_state):
    output = states if return_sequences else states[-1]
    return (output, states[-1]) if return_state else output


@RETURNED.mistake(
    "M08",
    ko=(
        "마지막 유닛을 골랐습니다.",
        "마지막 축은 유닛입니다. 마지막 시점은 `states[:, -1]`입니다.",
    ),
    en=(
        "You took the last unit.",
        "The last axis is units: the last step is `states[:, -1]`.",
    ),
)
def takes_the_last_unit(states, return_sequences, return_state):
    output = states if return_sequences else states[:, :, -1]
    return (output, states[:, :, -1]) if return_state else output


@RETURNED.mistake(
    "M02",
    ko=(
        "시점 축을 남겨 두었습니다.",
        "`states[:, -1:]`은 `(B, 1, H)`입니다. 시점 하나를 고르면 축이 없어집니다.",
    ),
    en=(
        "You kept the time axis.",
        "`states[:, -1:]` is `(B, 1, H)`. Choosing one step takes the axis away.",
    ),
)
def keeps_the_time_axis(states, return_sequences, return_state):
    output = states if return_sequences else states[:, -1:]
    return (output, states[:, -1:]) if return_state else output


@RETURNED.mistake(
    "M11",
    ko=(
        "유닛 하나만 돌려주었습니다.",
        "마지막 출력은 `(B, 1)`이 아니라 `(B, H)`입니다. `units`개의 수가 모두 나옵니다.",
    ),
    en=(
        "You returned one unit alone.",
        "The last output is `(B, H)` and not `(B, 1)`: all `units` numbers come out.",
    ),
)
def returns_one_number(states, return_sequences, return_state):
    last = states[:, -1, :1]
    output = states if return_sequences else last
    return (output, last) if return_state else output
