"""10-loss: the cross-entropy of one step from logits, and its gradient."""

import numpy as np

from ..known import Question
from .probes import CLASSES, answered


def right_loss(y, answers, mask):
    """Return the mean loss of the rows that count, and its gradient (B, V)."""
    rows = np.arange(len(y))
    shifted = y - y.max(axis=-1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    d_y = np.exp(log_p)
    d_y[rows, answers] -= 1
    share = mask / mask.sum()
    return -(log_p[rows, answers] * share).sum(), d_y * share[:, None]


LOSS = Question(
    "loss_and_gradient",
    right_loss,
    [answered(B, V) for B, V in CLASSES] + [answered(4, 3, factor=1000.0)],
    ("", "BV"),
    passages={
        "M05": "training-loss",
        "M10": "training-mean",
        "M13": "training-loss",
        "M21": "training-loss",
        "M23": "masking-picture",
    },
    chapter="training-loss",
)


@LOSS.mistake(
    "M10",
    ko=(
        "손실을 평균하지 않고 더했습니다.",
        "손실과 기울기를 모두, 세는 행의 수 `mask.sum()`으로 나눕니다.",
    ),
    en=(
        "You added up the losses without taking their mean.",
        "Divide both loss and gradient by the number of rows that count, `mask.sum()`.",
    ),
)
def takes_the_sum(y, answers, mask):
    loss, d_y = right_loss(y, answers, mask)
    return loss * mask.sum(), d_y * mask.sum()


@LOSS.mistake(
    "M10",
    ko=(
        "기울기를 행의 수로 나누지 않았습니다.",
        "손실이 평균이면 기울기도 같은 수로 나눕니다.",
    ),
    en=(
        "You did not divide the gradient by the number of rows.",
        "The loss is a mean, so its gradient is divided by the same number.",
    ),
)
def forgets_the_mean_in_the_gradient(y, answers, mask):
    loss, d_y = right_loss(y, answers, mask)
    return loss, d_y * mask.sum()


@LOSS.mistake(
    "M10",
    ko=(
        "손실은 더하고 기울기는 평균했습니다.",
        "손실도 기울기처럼 세는 행의 수 `mask.sum()`으로 나눕니다.",
    ),
    en=(
        "You added up the loss and took the mean of the gradient.",
        "Divide the loss, too, by the number of rows that count, `mask.sum()`.",
    ),
)
def sums_the_loss_alone(y, answers, mask):
    loss, d_y = right_loss(y, answers, mask)
    return loss * mask.sum(), d_y


@LOSS.mistake(
    "M23",
    ko=(
        "가려진 행까지 세어 나누었습니다.",
        "배치의 크기가 아니라 세는 행의 수 `mask.sum()`으로 나눕니다.",
    ),
    en=(
        "You divided by all rows, the masked ones among them.",
        "Divide by the number of rows that count, `mask.sum()`, not by the size of the batch.",
    ),
)
def divides_by_the_batch(y, answers, mask):
    loss, d_y = right_loss(y, answers, mask)
    return loss * mask.mean(), d_y * mask.mean()


@LOSS.twist(
    "M23",
    ko=(
        "마스크를 쓰지 않았습니다.",
        "마스크가 `False`인 행은 손실에도 기울기에도 들어가지 않습니다.",
    ),
    en=(
        "You did not use the mask.",
        "Where the mask is `False` a row enters neither the loss nor the gradient.",
    ),
)
def ignores_the_mask(loss_and_gradient, y, answers, mask):
    return loss_and_gradient(y, answers, np.ones_like(mask))


@LOSS.mistake(
    "M23",
    ko=(
        "기울기만 가리고 손실은 가리지 않았습니다.",
        "손실도 마스크가 `True`인 행에서만 평균합니다.",
    ),
    en=(
        "You masked the gradient and left the loss unmasked.",
        "The loss, too, is the mean over the rows whose mask is `True`.",
    ),
)
def masks_the_gradient_alone(y, answers, mask):
    return right_loss(y, answers, np.ones_like(mask))[0], right_loss(y, answers, mask)[1]


@LOSS.mistake(
    "M23",
    ko=(
        "가려진 행에도 기울기가 남았습니다.",
        "손실에 들어가지 않은 행은 기울기가 0입니다.",
    ),
    en=(
        "A masked row still has a gradient.",
        "A row that does not enter the loss has the gradient 0.",
    ),
)
def leaves_gradients_of_masked_rows(y, answers, mask):
    everything = np.ones_like(mask)
    d_y = right_loss(y, answers, everything)[1] * len(y) / mask.sum()
    return right_loss(y, answers, mask)[0], d_y


@LOSS.mistake(
    "M05",
    ko=(
        "기울기에서 정답을 빼지 않았습니다.",
        "로짓의 기울기는 확률에서 원-핫 정답을 뺀 것입니다.",
    ),
    en=(
        "You did not subtract the answer in the gradient.",
        "The gradient of the logits is the probabilities minus the one-hot answer.",
    ),
)
def forgets_the_answer(y, answers, mask):
    loss, d_y = right_loss(y, answers, mask)
    one_hot = np.eye(y.shape[1])[answers]
    return loss, d_y + one_hot * (mask / mask.sum())[:, None]


@LOSS.mistake(
    "M20",
    ko=(
        "기울기의 부호가 반대입니다.",
        "확률에서 정답을 뺍니다. 거꾸로 빼면 손실이 커지는 쪽으로 움직입니다.",
    ),
    en=(
        "Your gradient has the opposite sign.",
        "Probabilities minus answer: the other way round every step would raise the loss.",
    ),
)
def turns_the_gradient_round(y, answers, mask):
    loss, d_y = right_loss(y, answers, mask)
    return loss, -d_y


@LOSS.mistake(
    "M20",
    ko=(
        "손실의 부호가 반대입니다.",
        "로그의 부호를 바꾸어야 손실이 0보다 크고, 맞힐수록 작아집니다.",
    ),
    en=(
        "Your loss has the opposite sign.",
        "Change the logarithm's sign: a loss is above 0 and falls with better answers.",
    ),
)
def turns_the_loss_round(y, answers, mask):
    loss, d_y = right_loss(y, answers, mask)
    return -loss, d_y


@LOSS.mistake(
    "M21",
    ko=(
        "큰 로짓에서 넘치거나 0의 로그를 취합니다.",
        "먼저 행마다 가장 큰 로짓을 빼고, 로그를 취한 식으로 계산하세요.",
    ),
    en=(
        "With large logits you overflow or take the logarithm of 0.",
        "First subtract each row's largest logit, and work with the logarithms.",
    ),
)
def overflows(y, answers, mask):
    rows = np.arange(len(y))
    p = np.exp(y) / np.exp(y).sum(axis=-1, keepdims=True)
    share = mask / mask.sum()
    loss = -(np.log(p[rows, answers]) * share).sum()
    return loss, (p - np.eye(y.shape[1])[answers]) * share[:, None]


@LOSS.mistake(
    "M21",
    ko=(
        "큰 로짓에서 0의 로그를 취합니다.",
        "확률이 0이 되기 전에, 로그를 취한 식 `y - max - log(sum(exp))`으로 계산하세요.",
    ),
    en=(
        "With large logits you take the logarithm of 0.",
        "Before a probability becomes 0, work with its logarithm: `y - max - log(sum(exp))`",
    ),
)
def takes_the_logarithm_of_zero(y, answers, mask):
    d_y = right_loss(y, answers, mask)[1]
    exps = np.exp(y - y.max(axis=-1, keepdims=True))
    p = exps / exps.sum(axis=-1, keepdims=True)
    return -(np.log(p[np.arange(len(y)), answers]) * mask).sum() / mask.sum(), d_y


@LOSS.twist(
    "M13",
    ko=(
        "두 값의 순서를 바꾸어 돌려주었습니다.",
        "손실이 먼저, 기울기가 다음입니다. `return loss, d_y`",
    ),
    en=(
        "You returned the two values in the other order.",
        "Loss first, then its gradient: `return loss, d_y`",
    ),
)
def returns_in_another_order(loss_and_gradient, y, answers, mask):
    return loss_and_gradient(y, answers, mask)[::-1]
