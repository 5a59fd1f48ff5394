"""One time step of each recurrence and the way back, as pure functions that a chapter can show.

Letters: x (B, D) input, h (B, H) hidden state, c (B, H) cell state, W (D, kH) kernel,
U (H, kH) recurrent kernel, b bias, with k gate blocks side by side. Rows are sequences of a batch.
``d_x`` is the derivative of the loss with respect to x, and has its shape.
The tag at the end of a line is the label of its equation in the book.
"""

import numpy as np

from .activations import sigmoid
from .derivatives import activation_backward


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

    References
    ----------
    Elman (1990).
    """
    return activation(x @ W + h @ U + b)  # eq-rnn-step


def simple_rnn_step_backward(d_h, x, h, W, U, b, activation=np.tanh):
    """Go back through `simple_rnn_step`.

    Parameters
    ----------
    d_h : ndarray of shape (B, H)
        dL/dh of the new state.
    x, h, W, U, b, activation
        What the step was given.

    Returns
    -------
    d_x, d_h, d_W, d_U, d_b : ndarrays
        dL/d of what the step was given, with the same shapes.

    References
    ----------
    Werbos (1990).
    """
    z = x @ W + h @ U + b
    d_z = activation_backward(activation, d_h, z, activation(z))
    return d_z @ W.T, d_z @ U.T, x.T @ d_z, h.T @ d_z, d_z.sum(axis=0)  # eq-rnn-step-back


def gru_step(x, h, W, U, b, activation=np.tanh, recurrent_activation=sigmoid, h_mask=1.0):
    """Advance a GRU by one time step, the reset gate after the product (Keras' default).

    Parameters
    ----------
    x : ndarray of shape (B, D)
    h : ndarray of shape (B, H)
    W, U, b : ndarrays of shape (D, 3H), (H, 3H), (2, 3H)
        Gate blocks z, r, h; the rows of b belong to x and to h.
    activation, recurrent_activation : callable
    h_mask : ndarray of shape (B, H), optional
        Recurrent dropout: what the gates see of h. The update gate carries h itself over.

    Returns
    -------
    h : ndarray of shape (B, H)

    References
    ----------
    Cho et al. (2014); reset after the product: the cuDNN library.
    """
    x_z, x_r, x_h = np.split(x @ W + b[0], 3, axis=-1)  # eq-gru-input-blocks
    h_z, h_r, h_h = np.split((h * h_mask) @ U + b[1], 3, axis=-1)  # eq-gru-state-blocks
    z = recurrent_activation(x_z + h_z)  # eq-gru-update
    r = recurrent_activation(x_r + h_r)  # eq-gru-reset
    hh = activation(x_h + r * h_h)  # eq-gru-candidate
    return z * h + (1 - z) * hh  # eq-gru-hidden


def gru_step_backward(
    d_h, x, h, W, U, b, activation=np.tanh, recurrent_activation=sigmoid, h_mask=1.0
):
    """Go back through `gru_step`.

    Parameters
    ----------
    d_h : ndarray of shape (B, H)
        dL/dh of the new state.
    x, h, W, U, b, activation, recurrent_activation, h_mask
        What the step was given.

    Returns
    -------
    d_x, d_h, d_W, d_U, d_b : ndarrays
        dL/d of what the step was given, with the same shapes.
    """
    x_z, x_r, x_h = np.split(x @ W + b[0], 3, axis=-1)
    h_z, h_r, h_h = np.split((h * h_mask) @ U + b[1], 3, axis=-1)
    z, r = recurrent_activation(x_z + h_z), recurrent_activation(x_r + h_r)
    hh = activation(x_h + r * h_h)
    d_hh = activation_backward(activation, d_h * (1 - z), x_h + r * h_h, hh)
    d_z = activation_backward(recurrent_activation, d_h * (h - hh), x_z + h_z, z)
    d_r = activation_backward(recurrent_activation, d_hh * h_h, x_r + h_r, r)
    from_x = np.concatenate([d_z, d_r, d_hh], axis=-1)
    from_h = np.concatenate([d_z, d_r, d_hh * r], axis=-1)
    d_b = np.stack([from_x.sum(axis=0), from_h.sum(axis=0)])
    d_before = (from_h @ U.T) * h_mask + d_h * z
    return from_x @ W.T, d_before, x.T @ from_x, (h * h_mask).T @ from_h, d_b


def gru_step_reset_before(
    x, h, W, U, b, activation=np.tanh, recurrent_activation=sigmoid, h_mask=1.0
):
    """Advance a GRU by one time step, the reset gate before the product (``reset_after=False``).

    Parameters
    ----------
    x : ndarray of shape (B, D)
    h : ndarray of shape (B, H)
    W, U, b : ndarrays of shape (D, 3H), (H, 3H), (3H,)
        Gate blocks z, r, h.
    activation, recurrent_activation : callable
    h_mask : ndarray of shape (B, H), optional
        Recurrent dropout: what the gates see of h. The update gate carries h itself over.

    Returns
    -------
    h : ndarray of shape (B, H)

    References
    ----------
    Cho et al. (2014).
    """
    H, seen = h.shape[-1], h * h_mask
    x_z, x_r, x_h = np.split(x @ W + b, 3, axis=-1)
    h_z, h_r = np.split(seen @ U[:, : 2 * H], 2, axis=-1)
    z = recurrent_activation(x_z + h_z)
    r = recurrent_activation(x_r + h_r)
    hh = activation(x_h + (r * seen) @ U[:, 2 * H :])  # eq-gru-candidate-before
    return z * h + (1 - z) * hh


def gru_step_reset_before_backward(
    d_h, x, h, W, U, b, activation=np.tanh, recurrent_activation=sigmoid, h_mask=1.0
):
    """Go back through `gru_step_reset_before`.

    Parameters
    ----------
    d_h : ndarray of shape (B, H)
        dL/dh of the new state.
    x, h, W, U, b, activation, recurrent_activation, h_mask
        What the step was given.

    Returns
    -------
    d_x, d_h, d_W, d_U, d_b : ndarrays
        dL/d of what the step was given, with the same shapes.
    """
    H, seen = h.shape[-1], h * h_mask
    U_gates, U_h = U[:, : 2 * H], U[:, 2 * H :]
    x_z, x_r, x_h = np.split(x @ W + b, 3, axis=-1)
    h_z, h_r = np.split(seen @ U_gates, 2, axis=-1)
    z, r = recurrent_activation(x_z + h_z), recurrent_activation(x_r + h_r)
    z_h = x_h + (r * seen) @ U_h
    hh = activation(z_h)
    d_hh = activation_backward(activation, d_h * (1 - z), z_h, hh)
    d_z = activation_backward(recurrent_activation, d_h * (h - hh), x_z + h_z, z)
    d_r = activation_backward(recurrent_activation, (d_hh @ U_h.T) * seen, x_r + h_r, r)
    gates = np.concatenate([d_z, d_r], axis=-1)
    blocks = np.concatenate([gates, d_hh], axis=-1)
    d_before = (gates @ U_gates.T + (d_hh @ U_h.T) * r) * h_mask + d_h * z
    d_U = np.concatenate([seen.T @ gates, (r * seen).T @ d_hh], axis=-1)
    return blocks @ W.T, d_before, x.T @ blocks, d_U, blocks.sum(axis=0)


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

    References
    ----------
    Hochreiter & Schmidhuber (1997); forget gate: Gers et al. (2000).
    """
    z_i, z_f, z_g, z_o = np.split(x @ W + h @ U + b, 4, axis=-1)  # eq-lstm-blocks
    i, f, o = map(recurrent_activation, (z_i, z_f, z_o))  # eq-lstm-gates
    g = activation(z_g)  # eq-lstm-candidate
    c = f * c + i * g  # eq-lstm-cell
    return o * activation(c), c  # eq-lstm-hidden


def lstm_step_backward(
    d_h, d_c, x, h, c, W, U, b, activation=np.tanh, recurrent_activation=sigmoid
):
    """Go back through `lstm_step`.

    Parameters
    ----------
    d_h, d_c : ndarrays of shape (B, H)
        dL/dh and dL/dc of the new states; d_c without what passes through the new h.
    x, h, c, W, U, b, activation, recurrent_activation
        What the step was given.

    Returns
    -------
    d_x, d_h, d_c, d_W, d_U, d_b : ndarrays
        dL/d of what the step was given, with the same shapes.

    References
    ----------
    Gers et al. (2000), without their truncation.
    """
    z_i, z_f, z_g, z_o = np.split(x @ W + h @ U + b, 4, axis=-1)
    i, f, o = map(recurrent_activation, (z_i, z_f, z_o))
    g = activation(z_g)
    new_c = f * c + i * g
    y = activation(new_c)
    d_c = d_c + activation_backward(activation, d_h * o, new_c, y)
    d_i = activation_backward(recurrent_activation, d_c * g, z_i, i)
    d_f = activation_backward(recurrent_activation, d_c * c, z_f, f)
    d_g = activation_backward(activation, d_c * i, z_g, g)
    d_o = activation_backward(recurrent_activation, d_h * y, z_o, o)
    d_z = np.concatenate([d_i, d_f, d_g, d_o], axis=-1)
    return d_z @ W.T, d_z @ U.T, d_c * f, x.T @ d_z, h.T @ d_z, d_z.sum(axis=0)
