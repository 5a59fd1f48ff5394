"""Everything is right, written as the book writes it."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "김하늘"
EARNS = 17
FAILS = []

# %% 04-count
gru_output_shape = (2, 3)
lstm_values = 3
cell_state_shape = (2, 3)
dense_shape = (2, 7, 4)


# %% 04-returned
def returned(states, return_sequences, return_state):
    last = states[:, -1]
    output = states if return_sequences else last
    return (output, last) if return_state else output


# %% 04-last
def last_state(result):
    if isinstance(result, tuple):
        _, *hidden = result
        return hidden[0]
    if result.ndim == 3:
        return result[:, -1]
    return result


# %% 04-dense
def dense_each(outputs, W, b):
    return outputs @ W + b


# %% 04-mend
def read_backwards(x, h0, W, U, b):
    outputs, h = [], h0
    for t in range(x.shape[1]):
        h = simple_rnn_step(x[:, -1 - t], h, W, U, b)
        outputs.append(h)
    in_order = np.stack(outputs[::-1], axis=1)
    return in_order, in_order[:, 0]


# %% [markdown] 04-why-last-step-alone
# 출력이 (B, T, 1)이라서 정답 하나를 모든 시점의 출력과 견줍니다.
# 앞 시점은 낱말을 다 읽지도 않았습니다.
# return_sequences를 빼면 마지막 출력만 Dense에 들어갑니다.
# 학습하기 전에 출력의 모양이 정답의 모양과 같은지 summary()에서 봅니다.
