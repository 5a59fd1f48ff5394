"""Everything is right, written as the book writes it."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "김나래"
EARNS = 16
FAILS = []

# %% 03-count
batch_shape = (3, 7, 4)
output_shape = (3, 2)
parameters_for_six = 14
fresh_layers_agree = False


# %% 03-join
def batch_of(words):
    return np.stack(words, axis=0)


# %% 03-alone
def one_by_one(x, h0, W, U, b):
    outputs, states = [], []
    for i in range(len(x)):
        y, h = unfold(x[i : i + 1], h0[i : i + 1], W, U, b)
        outputs.append(y)
        states.append(h)
    return np.concatenate(outputs), np.concatenate(states)


# %% 03-axis
def batch_axis(x):
    before = mystery(x)
    for axis in (0, 1):
        if np.allclose(mystery(np.flip(x, axis)), np.flip(before, axis)):
            return axis


# %% 03-mend
def batch_first(x):
    return np.transpose(x, (1, 0, 2))


# %% [markdown] 03-why-rows-apart
# 배치는 하나이고, 3은 그 안에 있는 낱말의 수입니다.
# 낱말마다 상태가 따로 있고 가중치만 함께 씁니다.
# 첫째 낱말을 바꾸어도 둘째 낱말의 출력이 그대로인지 보면 됩니다.
