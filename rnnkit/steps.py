"""One time step of each recurrence, as a pure function that a chapter can show whole.

Letters: x (B, D) input, h (B, H) hidden state, c (B, H) cell state, W (D, kH) kernel,
U (H, kH) recurrent kernel, b bias, with k gate blocks side by side. Rows are sequences of a batch.
The tag at the end of a line is the label of its equation in the book.
"""

import numpy as np

from .activations import sigmoid


def simple_rnn_step(x, h, W, U, b, activation=np.tanh):
    """Advance a simple RNN by one time step.

    Parameters
    ----------
    x : ndarray of shape (B, D)
    h : ndarray of shape (B, H)
    W, U, b : ndarrays of shape (D, H), (H, H), (H,)
    activation : callable

    Returns
    -------
    h : ndarray of shape (B, H)

    References: Elman (1990).
    """
    return activation(x @ W + h @ U + b)  # eq-rnn-step


def gru_step(x, h, W, U, b, activation=np.tanh, recurrent_activation=sigmoid):
    """Advance a GRU by one time step, the reset gate after the product (Keras' default).

    Parameters
    ----------
    x : ndarray of shape (B, D)
    h : ndarray of shape (B, H)
    W, U, b : ndarrays of shape (D, 3H), (H, 3H), (2, 3H)
        Gate blocks z, r, h; the rows of b belong to x and to h.
    activation, recurrent_activation : callable

    Returns
    -------
    h : ndarray of shape (B, H)

    References: Cho et al. (2014); reset after the product: the cuDNN library.
    """
    x_z, x_r, x_h = np.split(x @ W + b[0], 3, axis=-1)  # eq-gru-input-blocks
    h_z, h_r, h_h = np.split(h @ U + b[1], 3, axis=-1)  # eq-gru-state-blocks
    z = recurrent_activation(x_z + h_z)  # eq-gru-update
    r = recurrent_activation(x_r + h_r)  # eq-gru-reset
    hh = activation(x_h + r * h_h)  # eq-gru-candidate
    return z * h + (1 - z) * hh  # eq-gru-hidden


def gru_step_reset_before(x, h, W, U, b, activation=np.tanh, recurrent_activation=sigmoid):
    """Advance a GRU by one time step, the reset gate before the product (``reset_after=False``).

    Parameters
    ----------
    x : ndarray of shape (B, D)
    h : ndarray of shape (B, H)
    W, U, b : ndarrays of shape (D, 3H), (H, 3H), (3H,)
        Gate blocks z, r, h.
    activation, recurrent_activation : callable

    Returns
    -------
    h : ndarray of shape (B, H)

    References: Cho et al. (2014).
    """
    H = h.shape[-1]
    x_z, x_r, x_h = np.split(x @ W + b, 3, axis=-1)
    h_z, h_r = np.split(h @ U[:, : 2 * H], 2, axis=-1)
    z = recurrent_activation(x_z + h_z)
    r = recurrent_activation(x_r + h_r)
    hh = activation(x_h + (r * h) @ U[:, 2 * H :])  # eq-gru-candidate-before
    return z * h + (1 - z) * hh


def lstm_step(x, h, c, W, U, b, activation=np.tanh, recurrent_activation=sigmoid):
    """Advance an LSTM by one time step.

    Parameters
    ----------
    x : ndarray of shape (B, D)
    h, c : ndarrays of shape (B, H)
    W, U, b : ndarrays of shape (D, 4H), (H, 4H), (4H,)
        Gate blocks i, f, g, o in Keras' order (Keras calls the third one c).
    activation, recurrent_activation : callable

    Returns
    -------
    h, c : ndarrays of shape (B, H)

    References: Hochreiter & Schmidhuber (1997); forget gate: Gers et al. (2000).
    """
    z_i, z_f, z_g, z_o = np.split(x @ W + h @ U + b, 4, axis=-1)  # eq-lstm-blocks
    i, f, o = map(recurrent_activation, (z_i, z_f, z_o))  # eq-lstm-gates
    g = activation(z_g)  # eq-lstm-candidate
    c = f * c + i * g  # eq-lstm-cell
    return o * activation(c), c  # eq-lstm-hidden
