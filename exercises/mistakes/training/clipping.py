"""10-clip: clipping by the global norm, with two mistakes to find."""

import numpy as np

from ..known import Question
from ..numbers import numbers


def right_clip(gradients, limit):
    """Return the arrays, shortened by one factor when together they are longer than the limit."""
    norm = np.sqrt(sum(np.sum(one**2) for one in gradients))
    return tuple(one * min(1.0, limit / norm) for one in gradients)


def arrays(D, H, size):
    """Return gradients of a kernel (D, H), a recurrent kernel (H, H) and a bias (H,)."""
    shapes = [(D, H), (H, H), (H,)]
    return [size * numbers(*shape, phase=n + 0.5) for n, shape in enumerate(shapes)]


CLIP = Question(
    "clip",
    right_clip,
    [
        (arrays(5, 3, 2.0), 1.0),
        (arrays(5, 3, 0.1), 1.0),
        (arrays(2, 3, 0.5), 0.9),
        (arrays(4, 2, 3.0), 2.5),
        (arrays(4, 2, 0.2), 2.5),
    ],
    ("DH", "HH", "H"),
    passages={code: "training-clip" for code in ("M05", "M06", "M10", "M20", "M21")},
    chapter="training-clip",
)


def norm_of(gradients):
    """Return the global norm."""
    return np.sqrt(sum(np.sum(one**2) for one in gradients))


@CLIP.mistake(
    "M06",
    ko=(
        "배열마다 따로 잘랐습니다.",
        "노름은 모든 배열에서 하나만 구하고, 같은 수를 모두에 곱합니다.",
    ),
    en=(
        "You clipped each array by itself.",
        "There is one norm for all arrays together, and one factor for all of them.",
    ),
)
def clips_each_array(gradients, limit):
    return [right_clip([one], limit)[0] for one in gradients]


@CLIP.mistake(
    "M20",
    ko=(
        "짧은 기울기까지 늘였습니다.",
        "노름이 한도보다 길 때만 줄입니다. 짧으면 그대로 둡니다.",
    ),
    en=(
        "You stretched short gradients, too.",
        "Only a norm above the limit is shortened; a short one stays as it is.",
    ),
)
def always_scales(gradients, limit):
    return [one * limit / norm_of(gradients) for one in gradients]


@CLIP.mistake(
    "M20",
    ko=(
        "두 잘못이 모두 남아 있습니다.",
        "노름은 모든 배열에서 하나만 구하고, 한도보다 길 때만 줄입니다.",
    ),
    en=(
        "Both mistakes are still there.",
        "Take one norm of all arrays, and shorten only when it is above the limit.",
    ),
)
def leaves_both_mistakes(gradients, limit):
    return [one * limit / np.linalg.norm(one) for one in gradients]


@CLIP.mistake(
    "M05",
    ko=(
        "제곱근을 빠뜨렸습니다.",
        "노름은 제곱의 합에 제곱근을 취한 것입니다. `np.sqrt`",
    ),
    en=(
        "You left out the root.",
        "The norm is the square root of the sum of all squares: `np.sqrt`",
    ),
)
def forgets_the_root(gradients, limit):
    square = norm_of(gradients) ** 2
    return [one * min(1.0, limit / square) for one in gradients]


@CLIP.mistake(
    "M05",
    ko=(
        "배열마다 구한 노름을 더했습니다.",
        "제곱을 모두 더한 다음 한 번만 제곱근을 취합니다.",
    ),
    en=(
        "You added up the norms of the arrays.",
        "Add up all squares first, then take the root once.",
    ),
)
def adds_the_norms(gradients, limit):
    norm = sum(np.linalg.norm(one) for one in gradients)
    return [one * min(1.0, limit / norm) for one in gradients]


@CLIP.mistake(
    "M10",
    ko=(
        "제곱을 평균했습니다.",
        "노름은 제곱의 평균이 아니라 제곱의 합에서 구합니다.",
    ),
    en=(
        "You took the mean of the squares.",
        "A norm comes from the sum of all squares, not from their mean.",
    ),
)
def takes_the_mean_of_squares(gradients, limit):
    norm = norm_of(gradients) / np.sqrt(sum(one.size for one in gradients))
    return [one * min(1.0, limit / norm) for one in gradients]


@CLIP.mistake(
    "M21",
    ko=(
        "가장 큰 수를 노름으로 썼습니다.",
        "노름은 모든 수의 제곱을 더해 제곱근을 취한 것입니다.",
    ),
    en=(
        "You took the largest number for the norm.",
        "The norm is the root of the sum of all squares.",
    ),
)
def uses_the_largest_number(gradients, limit):
    norm = max(np.abs(one).max() for one in gradients)
    return [one * min(1.0, limit / norm) for one in gradients]


@CLIP.mistake(
    "M21",
    ko=(
        "수 하나하나를 한도에서 잘랐습니다.",
        "그러면 방향이 달라집니다. 모든 수에 같은 수를 곱하세요.",
    ),
    en=(
        "You cut off each number at the limit.",
        "That changes the direction: multiply all numbers by one factor.",
    ),
)
def cuts_off_each_number(gradients, limit):
    return [np.clip(one, -limit, limit) for one in gradients]


@CLIP.mistake(
    "M20",
    ko=(
        "나누는 쪽이 거꾸로입니다.",
        "길 때 곱하는 수는 `limit / norm`이고, 1보다 작습니다.",
    ),
    en=(
        "You divided the wrong way round.",
        "The factor for a long gradient is `limit / norm`, and it is below 1.",
    ),
)
def divides_the_wrong_way(gradients, limit):
    norm = norm_of(gradients)
    return [one * (norm / limit if norm > limit else 1.0) for one in gradients]


@CLIP.mistake(
    "M20",
    ko=(
        "조건이 거꾸로입니다. 짧은 기울기를 늘이고 긴 것은 그대로 두었습니다.",
        "노름이 한도보다 길 때 줄입니다.",
    ),
    en=(
        "Your condition is turned round: short gradients grow, long ones stay.",
        "Shorten when the norm is above the limit.",
    ),
)
def turns_the_condition_round(gradients, limit):
    return [one * max(1.0, limit / norm_of(gradients)) for one in gradients]


@CLIP.mistake(
    "M05",
    ko=(
        "줄인 길이가 한도가 아니라 1입니다.",
        "노름으로 나눈 다음 한도 `limit`를 곱합니다.",
    ),
    en=(
        "You shortened to a length of 1, not to the limit.",
        "Divide by the norm, then multiply by `limit`.",
    ),
)
def shortens_to_one(gradients, limit):
    norm = norm_of(gradients)
    return [one / norm if norm > limit else one * 1.0 for one in gradients]


@CLIP.mistake(
    "M10",
    ko=(
        "받은 배열을 제자리에서 고쳤습니다.",
        "그러면 부른 쪽의 기울기도 바뀝니다. 새 배열을 만들어 돌려주세요.",
    ),
    en=(
        "You changed the given arrays in place.",
        "The caller's gradients change with them. Make new arrays and return those.",
    ),
)
def writes_into_the_arrays(gradients, limit):
    factor = min(1.0, limit / norm_of(gradients))
    for one in gradients:
        one *= factor
    return gradients
