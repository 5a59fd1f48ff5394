"""Everything is right and takes its time: every product is summed up number by number."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "남궁서"
EARNS = 17
FAILS = []
BASED_ON = "correct"


# %% 10-step
def times(a, b):
    rows = range(a.shape[0]), range(b.shape[1])
    return np.array([[sum(a[i] * b[:, j]) for j in rows[1]] for i in rows[0]])


def step_back(d_h, x, before, after, U):
    for _ in range(40):
        d_z = np.array(
            [
                [d * (1 - a**2) for d, a in zip(*two, strict=True)]
                for two in zip(d_h, after, strict=True)
            ]
        )
    ones = np.ones((1, len(x)))
    return times(d_z, U.T), times(x.T, d_z), times(before.T, d_z), times(ones, d_z)[0]
