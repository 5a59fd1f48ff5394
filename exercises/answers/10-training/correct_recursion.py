"""Everything is right: recursion, einsum, a class, float32 results."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "조유진"
EARNS = 17
FAILS = []
BASED_ON = "correct"


# %% 10-temperature
def probabilities(y, tau):
    logits = np.asarray(y, dtype="float64") / tau
    shifted = logits - np.logaddexp.reduce(logits, axis=1)[:, None]
    return np.exp(shifted).astype("float32")


# %% 10-step
class Back:
    def __init__(self, U):
        self.U = U

    def __call__(self, d_h, x, before, after):
        d_z = d_h - d_h * after**2
        weights = [np.einsum("bi,bj->ij", one, d_z) for one in (x, before)]
        return np.einsum("bj,ij->bi", d_z, self.U), *weights, np.ones(len(x)) @ d_z


def step_back(d_h, x, before, after, U):
    return Back(U)(d_h, x, before, after)


# %% 10-loop
def back_through_time(d_out, x, h, U):
    if x.shape[1] == 0:
        return np.zeros((x.shape[2], len(U))), np.zeros_like(U), np.zeros(len(U)), h[:, 0] * 0
    *later, d_h = back_through_time(d_out[:, 1:], x[:, 1:], h[:, 1:], U)
    d_h, *own = step_back(d_out[:, 0] + d_h, x[:, 0], h[:, 0], h[:, 1], U)
    return *(a + b for a, b in zip(later, own, strict=True)), d_h


# %% 10-clip
def clip(gradients, limit):
    square = sum(np.vdot(one, one) for one in gradients)
    if square <= limit**2:
        return [one.copy() for one in gradients]
    return [one * limit / square**0.5 for one in gradients]
