"""Everything is right, written as the book writes it."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "김하늘"
EARNS = 17
FAILS = []

# %% 07-count
between_shape = (2, 7, 3)
answers_shape = (2, 7, 4)
parameters = 87
lower_state_shape = (2, 3)


# %% 07-stack
def stack(x, states, weights):
    last = []
    for h, (W, U, b) in zip(states, weights, strict=True):
        x, h = unfold(x, h, W, U, b)
        last.append(h)
    return (x, *last)


# %% 07-step
def stacked_step(x, states, weights):
    new = []
    for h, (W, U, b) in zip(states, weights, strict=True):
        x = simple_rnn_step(x, h, W, U, b)
        new.append(x)
    return tuple(new)


# %% 07-compare
def largest_difference(x, weights, fresh):
    return np.max(np.abs(by_layers(x, weights) - by_steps(x, weights)))


# %% 07-mend
def last_of_stack(x, weights):
    for W, U, b in weights:
        x, h = unfold(x, np.zeros((len(x), len(U))), W, U, b)
    return h


# %% [markdown] 07-why-a-state-for-each-layer
# 출력은 위층의 마지막 상태일 뿐입니다.
# 아래층의 상태 (B, 3)이 없으면 아래층은 0에서 다시 시작합니다.
# 층마다 return_state=True로 상태를 받아 initial_state로 넣어야 합니다.
