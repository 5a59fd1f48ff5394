"""Right answers to the questions of 08-masking-and-state, each in a style of its own."""

from functools import reduce
from itertools import zip_longest

import numpy as np

from rnnkit.steps import simple_rnn_step


def pad_by_lengths(words):
    """Lengths first, the mask from a comparison, x filled through it."""
    lengths = np.array([len(word) for word in words])
    mask = np.arange(lengths.max()) < lengths[:, None]
    x = np.zeros((*mask.shape, words[0].shape[-1]))
    x[mask] = np.concatenate(words)
    return x, mask


def pad_by_np_pad(words):
    """np.pad for words and marks."""
    T = max(map(len, words))
    x = [np.pad(word, ((0, T - len(word)), (0, 0))) for word in words]
    marks = [np.pad(np.ones(len(word), bool), (0, T - len(word))) for word in words]
    return np.stack(x), np.stack(marks)


def pad_with_zip_longest(words):
    """Columns of letters, None where a word has ended."""
    nothing = np.zeros(words[0].shape[1])
    steps = list(zip_longest(*words))
    x = np.array([[nothing if one is None else one for one in step] for step in steps])
    mask = np.array([[one is not None for one in step] for step in steps])
    return x.swapaxes(0, 1), mask.T


def pad_by_elements(words):
    """Loops over words, letters and features."""
    T, D = max(len(word) for word in words), len(words[0][0])
    x, mask = np.zeros((len(words), T, D)), np.full((len(words), T), False)
    for row, word in enumerate(words):
        for t, letter in enumerate(word):
            mask[row, t] = True
            for k in range(D):
                x[row, t, k] = letter[k]
    return x, mask


def pad_in_lists(words):
    """Plain lists, the mask as 0 and 1."""
    T, D = max(len(word) for word in words), words[0].shape[1]
    x = [word.tolist() + [[0.0] * D] * (T - len(word)) for word in words]
    return x, [[1] * len(word) + [0] * (T - len(word)) for word in words]


def last_by_rows(outputs, mask):
    """Each row's letters, then the last of them."""
    return np.stack([row[real][-1] for row, real in zip(outputs, mask, strict=True)])


def last_by_argmin(outputs, mask):
    """The first empty box, less one; -1 where there is none."""
    return outputs[np.arange(len(mask)), np.argmin(mask, axis=1) - 1]


def last_by_take_along_axis(outputs, mask):
    """np.take_along_axis."""
    places = mask.sum(axis=1)[:, None, None] - 1
    return np.take_along_axis(outputs, places, axis=1)[:, 0]


def last_by_one_hot(outputs, mask):
    """A product with what marks the last letter."""
    ends = mask.astype(float) - np.pad(mask, ((0, 0), (0, 1)))[:, 1:]
    return np.einsum("bt,bth->bh", ends, outputs)


def last_by_maximum(outputs, mask):
    """The largest number of a step that counts."""
    places = np.max(np.where(mask, np.arange(mask.shape[1]), -1), axis=1)
    return outputs[range(len(mask)), places]


def masked_step(x, m, h, y, W, U, b):
    """As the book writes it."""
    new, m = simple_rnn_step(x, h, W, U, b), m[:, None]
    return np.where(m, new, h), np.where(m, new, y)


def step_by_products(x, m, h, y, W, U, b):
    """Factors 1 and 0."""
    m = m.astype(float)[:, np.newaxis]
    new = np.tanh(x @ W + h @ U + b)
    return m * new + (1 - m) * h, m * new + (1 - m) * y


def step_on_chosen_rows(x, m, h, y, W, U, b):
    """Only the rows that count are computed."""
    h, y = h.copy(), y.copy()
    h[m] = y[m] = simple_rnn_step(x[m], h[m], W, U, b)
    return h, y


def step_row_by_row(x, m, h, y, W, U, b):
    """Row by row, in lists."""
    pairs = [
        [simple_rnn_step(x[k : k + 1], h[k : k + 1], W, U, b)[0]] * 2 if m[k] else [h[k], y[k]]
        for k in range(len(m))
    ]
    return tuple(np.array(parts) for parts in zip(*pairs, strict=True))


def step_by_select(x, m, h, y, W, U, b):
    """np.choose, state and output at once."""
    new = np.tanh(np.einsum("bd,dh->bh", x, W) + np.einsum("bj,jh->bh", h, U) + b)
    both = np.where(m[None, :, None], new, np.stack([h, y]))
    return both[0], both[1]


def step_by_difference(x, m, h, y, W, U, b):
    """What is added where the mask counts."""
    new, m = simple_rnn_step(x, h, W, U, b), m.reshape(-1, 1)
    return h + m * (new - h), y + m * (new - y)


def loop_filled_in(x, mask, h0, W, U, b):
    """An array that is filled in."""
    outputs, h, y = np.empty((*mask.shape, len(b))), h0, np.zeros(h0.shape)
    for t in range(mask.shape[1]):
        h, y = masked_step(x[:, t], mask[:, t], h, y, W, U, b)
        outputs[:, t] = y
    return outputs, h


def loop_by_reduce(x, mask, h0, W, U, b):
    """A fold over pairs of inputs and masks."""

    def advance(states, pair):
        return [*states, masked_step(*pair, *states[-1], W, U, b)]

    pairs = zip(np.swapaxes(x, 0, 1), mask.T, strict=True)
    states = reduce(advance, pairs, [(h0, 0 * h0)])
    return np.stack([y for _, y in states[1:]], axis=1), states[-1][0]


def loop_by_recursion(x, mask, h0, W, U, b):
    """All steps but the last, then the last."""
    if x.shape[1] == 0:
        return np.zeros((len(x), 0, len(b))), h0
    before, h = loop_by_recursion(x[:, :-1], mask[:, :-1], h0, W, U, b)
    y = before[:, -1] if before.shape[1] else np.zeros_like(h0)
    h, y = masked_step(x[:, -1], mask[:, -1], h, y, W, U, b)
    return np.concatenate([before, y[:, None]], axis=1), h


def loop_by_a_generator(x, mask, h0, W, U, b):
    """Outputs that are yielded."""
    h = [h0]

    def outputs(y):
        for x_t, m in zip(x.transpose(1, 0, 2), mask.transpose(), strict=True):
            h[0], y = masked_step(x_t, m, h[0], y, W, U, b)
            yield y

    return np.array([*outputs(np.zeros_like(h0))]).swapaxes(0, 1), h[0]


def loop_of_rows(x, mask, h0, W, U, b):
    """Each word by itself."""
    rows = []
    for k in range(len(x)):
        h, y, outputs = h0[k : k + 1], np.zeros_like(h0[k : k + 1]), []
        for t in range(x.shape[1]):
            h, y = masked_step(x[k : k + 1, t], mask[k : k + 1, t], h, y, W, U, b)
            outputs.append(y[0])
        rows.append((np.array(outputs), h[0]))
    return np.array([one for one, _ in rows]), np.array([h for _, h in rows])


def unfold(x, h, W, U, b):
    """Return the outputs (B, T, H) and the last state (B, H)."""
    outputs = []
    for t in range(x.shape[1]):
        h = simple_rnn_step(x[:, t], h, W, U, b)
        outputs.append(h)
    return np.stack(outputs, axis=1), h


def calls_with_a_start(calls, W, U, b):
    """A state of one row, which is broadcast."""
    h, outputs = np.zeros((1, len(b))), []
    for x in calls:
        if x is None:
            h = np.zeros((1, len(b)))
        else:
            y, h = unfold(x, np.repeat(h, len(x) // len(h), axis=0), W, U, b)
            outputs.append(y)
    return np.concatenate(outputs, axis=1), h


def calls_grouped_into_texts(calls, W, U, b):
    """Each text joined and read at once."""
    texts = [[]]
    for x in calls:
        if x is None:
            texts.append([])
        else:
            texts[-1].append(x)
    whole = [np.concatenate(text, axis=1) for text in texts if text]
    read = [unfold(x, np.zeros((len(x), len(b))), W, U, b) for x in whole]
    return np.hstack([y for y, _ in read]), read[-1][1]


def calls_by_recursion(calls, W, U, b, h=None):
    """The first call, then the others."""
    if not calls:
        return None, h
    if calls[0] is None:
        return calls_by_recursion(calls[1:], W, U, b)
    x = calls[0]
    y, h = unfold(x, np.zeros((len(x), len(b))) if h is None else h, W, U, b)
    rest, last = calls_by_recursion(calls[1:], W, U, b, h)
    return (y if rest is None else np.concatenate([y, rest], axis=1)), last


class Layer:
    """A layer that keeps its state."""

    def __init__(self, W, U, b):
        self.weights, self.state = (W, U, b), None

    def reset_state(self):
        """Forget the state."""
        self.state = None

    def __call__(self, x):
        """Read on."""
        start = np.zeros((len(x), len(self.weights[2]))) if self.state is None else self.state
        y, self.state = unfold(x, start, *self.weights)
        return y


def calls_of_an_object(calls, W, U, b):
    """An object with a state of its own."""
    layer = Layer(W, U, b)
    outputs = [layer.reset_state() if x is None else layer(x) for x in calls]
    return np.concatenate([y for y in outputs if y is not None], axis=1), layer.state


def calls_written_inside(calls, W, U, b):
    """No other function is called, one step after the other."""
    B = next(len(x) for x in calls if x is not None)
    h, outputs = np.zeros((B, len(b))), []
    for x in calls:
        if x is None:
            h = np.zeros((B, len(b)))
            continue
        for t in range(x.shape[1]):
            h = np.tanh(x[:, t] @ W + h @ U + b)
            outputs.append(h)
    return np.array(outputs).transpose(1, 0, 2), h


STYLES = {
    "08-pad": [
        pad_by_lengths,
        pad_by_np_pad,
        pad_with_zip_longest,
        pad_by_elements,
        pad_in_lists,
    ],
    "08-last": [
        last_by_rows,
        last_by_argmin,
        last_by_take_along_axis,
        last_by_one_hot,
        last_by_maximum,
    ],
    "08-step": [
        masked_step,
        step_by_products,
        step_on_chosen_rows,
        step_row_by_row,
        step_by_select,
        step_by_difference,
    ],
    "08-loop": [
        loop_filled_in,
        loop_by_reduce,
        loop_by_recursion,
        loop_by_a_generator,
        loop_of_rows,
    ],
    "08-mend": [
        calls_with_a_start,
        calls_grouped_into_texts,
        calls_by_recursion,
        calls_of_an_object,
        calls_written_inside,
    ],
}
