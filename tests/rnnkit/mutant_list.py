"""Known-wrong variants of rnnkit; each says what is wrong in a name and changes one place."""

from typing import NamedTuple


class Mutant(NamedTuple):
    """The library with one text of one function replaced by another.

    `function` is a function, a method (``Class.method``), or a module's constant.
    """

    name: str
    file: str
    function: str
    old: str
    new: str


MUTANTS = [
    # The simple step
    Mutant("the state is ignored", "steps.py", "simple_rnn_step", " + h @ U", ""),
    Mutant("U transposed", "steps.py", "simple_rnn_step", "h @ U", "h @ U.T"),
    Mutant("no bias", "steps.py", "simple_rnn_step", " + b)", ")"),
    Mutant("d_h without transposing U", "steps.py", "simple_rnn_step_backward", "U.T", "U"),
    Mutant(
        "no derivative of tanh",
        "steps.py",
        "simple_rnn_step_backward",
        "activation_backward(activation, d_h, z, activation(z))",
        "d_h",
    ),
    Mutant(
        "no gradient through h_{t-1}",
        "steps.py",
        "simple_rnn_step_backward",
        "d_z @ U.T",
        "0 * d_z @ U.T",
    ),
    Mutant(
        "d_b is a mean over the batch",
        "steps.py",
        "simple_rnn_step_backward",
        "d_z.sum(axis=0)",
        "d_z.mean(axis=0)",
    ),
    # The GRU steps
    Mutant(
        "z and 1 - z swapped",
        "steps.py",
        "gru_step",
        "z * h + (1 - z) * hh",
        "(1 - z) * h + z * hh",
    ),
    Mutant("no reset gate", "steps.py", "gru_step", "x_h + r * h_h", "x_h + h_h"),
    Mutant(
        "the reset gate on the input too",
        "steps.py",
        "gru_step",
        "x_h + r * h_h",
        "r * (x_h + h_h)",
    ),
    Mutant(
        "gate blocks r, z, h",
        "steps.py",
        "gru_step",
        "z = recurrent_activation(x_z + h_z)  # eq-gru-update\n"
        "    r = recurrent_activation(x_r + h_r)",
        "r = recurrent_activation(x_z + h_z)  # eq-gru-update\n"
        "    z = recurrent_activation(x_r + h_r)",
    ),
    Mutant("the second row of the bias missing", "steps.py", "gru_step", " + b[1]", ""),
    Mutant("the first row of the bias twice", "steps.py", "gru_step", "b[1]", "b[0]"),
    Mutant("a candidate with sigmoid", "steps.py", "gru_step", "hh = activation", "hh = sigmoid"),
    Mutant(
        "recurrent dropout on what z carries over",
        "steps.py",
        "gru_step",
        "z * h +",
        "z * h * h_mask +",
    ),
    Mutant("no gradient of h past the gates", "steps.py", "gru_step_backward", " + d_h * z", ""),
    Mutant("d_z with the wrong sign", "steps.py", "gru_step_backward", "(h - hh)", "(hh - h)"),
    Mutant(
        "no gradient through z",
        "steps.py",
        "gru_step_backward",
        "[d_z, d_r, d_hh * r]",
        "[0 * d_z, d_r, d_hh * r]",
    ),
    Mutant("d_r from h instead of h U", "steps.py", "gru_step_backward", "d_hh * h_h", "d_hh * h"),
    Mutant("no r on the way back to h", "steps.py", "gru_step_backward", "d_hh * r]", "d_hh]"),
    Mutant(
        "both rows of d_b from x",
        "steps.py",
        "gru_step_backward",
        "from_h.sum(axis=0)",
        "from_x.sum(axis=0)",
    ),
    Mutant(
        "the reset gate after the product",
        "steps.py",
        "gru_step_reset_before",
        "(r * seen) @ U[:, 2 * H :]",
        "r * (seen @ U[:, 2 * H :])",
    ),
    Mutant(
        "no gradient of h through the candidate",
        "steps.py",
        "gru_step_reset_before_backward",
        " + (d_hh @ U_h.T) * r",
        "",
    ),
    Mutant(
        "d_U from h instead of r h",
        "steps.py",
        "gru_step_reset_before_backward",
        "(r * seen).T @ d_hh",
        "seen.T @ d_hh",
    ),
    # The LSTM step
    Mutant(
        "gate blocks i, f, o, g",
        "steps.py",
        "lstm_step",
        "z_i, z_f, z_g, z_o =",
        "z_i, z_f, z_o, z_g =",
    ),
    Mutant(
        "gate blocks f, i, g, o",
        "steps.py",
        "lstm_step",
        "z_i, z_f, z_g, z_o =",
        "z_f, z_i, z_g, z_o =",
    ),
    Mutant("c is not kept", "steps.py", "lstm_step", "f * c + i * g", "i * g"),
    Mutant("the forget gate is 1 - i", "steps.py", "lstm_step", "f * c +", "(1 - i) * c +"),
    Mutant("h without tanh of c", "steps.py", "lstm_step", "o * activation(c), c", "o * c, c"),
    Mutant("c instead of h returned", "steps.py", "lstm_step", "o * activation(c), c", "c, c"),
    Mutant(
        "h instead of c returned",
        "steps.py",
        "lstm_step",
        "return o * activation(c), c",
        "return o * activation(c), o * activation(c)",
    ),
    Mutant(
        "a candidate with sigmoid",
        "steps.py",
        "lstm_step",
        "g = activation(z_g)",
        "g = sigmoid(z_g)",
    ),
    Mutant(
        "no gradient from h to c",
        "steps.py",
        "lstm_step_backward",
        "d_c + activation_backward(activation, d_h * o, new_c, y)",
        "d_c",
    ),
    Mutant(
        "no gradient along c",
        "steps.py",
        "lstm_step_backward",
        "d_c + activation_backward",
        "activation_backward",
    ),
    Mutant("d_c without the forget gate", "steps.py", "lstm_step_backward", "d_c * f,", "d_c,"),
    Mutant(
        "d_f from the new c", "steps.py", "lstm_step_backward", "d_c * c, z_f", "d_c * new_c, z_f"
    ),
    Mutant(
        "no gradient through h_{t-1}",
        "steps.py",
        "lstm_step_backward",
        "d_z @ U.T",
        "0 * d_z @ U.T",
    ),
    Mutant(
        "gradients in blocks i, f, o, g",
        "steps.py",
        "lstm_step_backward",
        "[d_i, d_f, d_g, d_o]",
        "[d_i, d_f, d_o, d_g]",
    ),
    Mutant("d_U from the new h", "steps.py", "lstm_step_backward", "h.T @ d_z", "(o * y).T @ d_z"),
    # Activation functions and their derivatives
    Mutant(
        "hard_sigmoid of Keras 2",
        "activations.py",
        "hard_sigmoid",
        "return relu6(x + 3) / 6",
        "return np.clip(0.2 * x + 0.5, 0, 1)",
    ),
    Mutant(
        "softmax over the batch",
        "activations.py",
        "softmax",
        "/ np.sum(e, axis=-1",
        "/ np.sum(e, axis=0",
    ),
    Mutant(
        "derivative 1 - y of tanh",
        "derivatives.py",
        "BACKWARD",
        "act.tanh: lambda d_y, z, y: d_y * (1 - y * y)",
        "act.tanh: lambda d_y, z, y: d_y * (1 - y)",
    ),
    Mutant("hard_sigmoid without / 6", "derivatives.py", "BACKWARD", "(z < 3)) / 6", "(z < 3))"),
    Mutant(
        "softmax without its sum",
        "derivatives.py",
        "_softmax",
        " - np.sum(d_y * y, axis=-1, keepdims=True)",
        "",
    ),
    # Cells
    Mutant(
        "reset_after is ignored",
        "cells.py",
        "GRUCell._step",
        "steps.gru_step if self.reset_after",
        "steps.gru_step_reset_before if self.reset_after and self.bias is None",
    ),
    Mutant("no forget bias of 1", "cells.py", "LSTMCell._initial_bias", "= 1  #", "= 0  #"),
    Mutant(
        "the forget bias on the input gate",
        "cells.py",
        "LSTMCell._initial_bias",
        "self.units : 2 * self.units",
        "0 : self.units",
    ),
    Mutant("dropout of h is ignored", "cells.py", "SimpleRNNCell._step", " * h_mask", ""),
    Mutant(
        "recurrent dropout on c too",
        "cells.py",
        "LSTMCell._step",
        "h_mask, c,",
        "h_mask, c * h_mask,",
    ),
    Mutant(
        "d_x without the dropout", "cells.py", "Cell.backward", "return d_x * x_mask", "return d_x"
    ),
    Mutant(
        "the gradient of the state is dropped",
        "cells.py",
        "Cell.backward",
        "d_output + d_states[0]",
        "d_output + 0 * d_states[0]",
    ),
    # Masks and time
    Mutant(
        "a masked state becomes zeros",
        "bptt.py",
        "run_steps",
        "choose(counts, new, states)",
        "choose(counts, new, None)",
    ),
    Mutant(
        "the mask on the output only", "bptt.py", "run_steps", "choose(counts, new, states)", "new"
    ),
    Mutant(
        "a masked step shows what it computed",
        "bptt.py",
        "run_steps",
        "output, new = choose(counts, output, repeated), choose",
        "new = choose",
    ),
    Mutant(
        "zero_output_for_mask is ignored",
        "bptt.py",
        "run_steps",
        " and not layer.zero_output_for_mask",
        "",
    ),
    Mutant(
        "zeros for every masked output",
        "bptt.py",
        "run_steps",
        "if outputs and not layer.zero_output_for_mask",
        "if False",
    ),
    Mutant(
        "the mask is not read backwards",
        "bptt.py",
        "run_steps",
        "mask[:, t, None]",
        "mask[:, len(outputs), None]",
    ),
    Mutant(
        "go_backwards is ignored",
        "bptt.py",
        "order",
        "time[::-1] if layer.go_backwards else time",
        "time",
    ),
    Mutant(
        "a repeated output has no gradient",
        "bptt.py",
        "backward_through_time",
        "d_out = d_repeated + (",
        "d_out = nothing + (",
    ),
    Mutant(
        "a masked step stops the gradient",
        "bptt.py",
        "_step_back",
        "_add(d_before, d_kept)",
        "d_before",
    ),
    Mutant(
        "gradients of the last step instead of their sum",
        "bptt.py",
        "backward_through_time",
        "total += one",
        "total[...] = one",
    ),
    Mutant(
        "d_x in the order of reading",
        "bptt.py",
        "backward_through_time",
        "d_x[:, t], ",
        "d_x[:, step], ",
    ),
    Mutant(
        "the gradient of the last states is dropped",
        "bptt.py",
        "backward_through_time",
        "d_states or no_states",
        "no_states",
    ),
    Mutant(
        "the other way round: masked steps count",
        "masks.py",
        "choose",
        "np.where(counts, new,",
        "np.where(~counts, new,",
    ),
    # Layers
    Mutant(
        "outputs are turned back with go_backwards",
        "layers.py",
        "RNN._compute",
        "np.stack(outputs, axis=1)",
        "np.stack(outputs[::-1] if self.go_backwards else outputs, axis=1)",
    ),
    Mutant(
        "the first output instead of the last",
        "layers.py",
        "RNN._compute",
        "outputs[-1]",
        "outputs[0]",
    ),
    Mutant("stateful forgets", "layers.py", "RNN._run", "if self.stateful:", "if False:"),
    Mutant("every layer is stateful", "layers.py", "RNN._run", "if self.stateful:", "if True:"),
    Mutant(
        "reset_state resets nothing", "layers.py", "RNN.reset_state", "self._states = None", "pass"
    ),
    Mutant(
        "a stateful layer ignores a given state",
        "layers.py",
        "RNN._first_states",
        "if initial_state is None:",
        "if initial_state is None or kept is not None:",
    ),
    Mutant(
        "the mask takes the fast path",
        "layers.py",
        "_Recurrent._compute",
        "mask is not None or ",
        "",
    ),
    Mutant(
        "dropout takes the fast path",
        "layers.py",
        "_Recurrent._compute",
        "dropout is not None or ",
        "",
    ),
    # Stacks
    Mutant(
        "a cell that stands twice counts twice",
        "stacks.py",
        "StackedRNNCells.backward",
        "order = dict.fromkeys(id(cell) for cell in self.cells)",
        "order = [id(cell) for cell in self.cells]",
    ),
    Mutant(
        "a cell that stands twice learns once",
        "stacks.py",
        "StackedRNNCells.backward",
        "own if known is None else",
        "own if True else",
    ),
    Mutant(
        "the states of a stack stay",
        "stacks.py",
        "StackedRNNCells.call",
        "new_states.append(new)",
        "new_states.append(old)",
    ),
    # Two directions
    Mutant(
        "outputs of the second direction in its own order",
        "bidirectional.py",
        "Bidirectional._aligned",
        "if self.return_sequences",
        "if False",
    ),
    Mutant("ave is a sum", "bidirectional.py", "MERGE", "(y + y_back) / 2", "y + y_back"),
    Mutant("mul is a sum", "bidirectional.py", "MERGE", "y * y_back", "y + y_back"),
    Mutant(
        "concat with the second direction first",
        "bidirectional.py",
        "MERGE",
        "[y, y_back]",
        "[y_back, y]",
    ),
    Mutant(
        "gradient of ave without / 2",
        "bidirectional.py",
        "MERGE_BACKWARD",
        "(d / 2, d / 2)",
        "(d, d)",
    ),
    Mutant(
        "gradient of mul with its own output",
        "bidirectional.py",
        "MERGE_BACKWARD",
        "(d * y_back, d * y)",
        "(d * y, d * y_back)",
    ),
    Mutant(
        "d_x of the first direction only",
        "bidirectional.py",
        "Bidirectional.backward",
        "one.inputs + other.inputs",
        "one.inputs",
    ),
    Mutant(
        "states for the other direction",
        "bidirectional.py",
        "Bidirectional._halves",
        "states[:middle], states[middle:]",
        "states[middle:], states[:middle]",
    ),
    Mutant(
        "masked outputs repeat in Bidirectional",
        "bidirectional.py",
        "Bidirectional.__init__",
        "one.zero_output_for_mask = one.return_sequences",
        "pass",
    ),
    # The fast path
    Mutant(
        "the fast path without halved gates",
        "fast.py",
        "_LSTM.prepare",
        "self.A[: 3 * H] /= 2",
        "pass",
    ),
    Mutant("the fast path forgets c", "fast.py", "_LSTM.prepare", "= states[1].T", "= 0"),
    Mutant(
        "the fast path of the GRU without b for h",
        "fast.py",
        "_GRU.prepare",
        "A[: 2 * H, D] += b[1, : 2 * H]",
        "pass",
    ),
    Mutant(
        "the fast path forgets a block",
        "fast.py",
        "_Run.load",
        "self.h[0] = self.h[self.block]",
        "self.h[0] = 0",
    ),
    Mutant(
        "the fast d_x in the order of reading",
        "fast.py",
        "backward",
        "d_x[:, ::-1].copy() if go_backwards else d_x",
        "d_x",
    ),
    Mutant(
        "the fast path forgets the gradient of the states",
        "fast.py",
        "backward",
        "into[...] = given.T",
        "pass",
    ),
    Mutant(
        "fast gradients of the last block only", "fast.py", "backward", "d_A += ", "d_A[...] = "
    ),
    Mutant(
        "fast gradients in blocks i, f, o, g",
        "fast.py",
        "_LSTM.as_weights",
        "_swap(d_A, self.H)",
        "d_A",
    ),
    Mutant("fast d_c without the forget gate", "fast.py", "_LSTM.back_step", "d_c *= f", "pass"),
    Mutant(
        "fast gradient of the GRU not past the gates",
        "fast.py",
        "_GRU.back_step",
        "d_xh[D + 1 :] += d_h * z",
        "pass",
    ),
    # Other layers and models
    Mutant(
        "an index that comes twice learns once",
        "embedding.py",
        "Embedding.backward",
        "np.add.at(d_embeddings, cache.kept, d_output)",
        "d_embeddings[cache.kept] = d_output",
    ),
    Mutant(
        "mask_zero masks nothing",
        "embedding.py",
        "Embedding.compute_mask",
        "if self.mask_zero",
        "if False",
    ),
    Mutant(
        "one zero feature masks a step",
        "embedding.py",
        "Masking.compute_mask",
        "x != np.asarray(self.mask_value, self.dtype)",
        "x > np.asarray(self.mask_value, self.dtype)",
    ),
    Mutant(
        "a masked step has a gradient",
        "embedding.py",
        "Masking.backward",
        "np.where(cache.kept, d_output, np.zeros_like(d_output))",
        "d_output",
    ),
    Mutant(
        "no derivative of the activation",
        "dense.py",
        "Dense.backward",
        "activation_backward(self.activation, d_output, z, self.activation(z))",
        "d_output",
    ),
    Mutant(
        "d_b of the last step only",
        "dense.py",
        "Dense.backward",
        "d_rows.sum(axis=0)",
        "d_z[:, -1].sum(axis=0) if d_z.ndim > 2 else d_rows.sum(axis=0)",
    ),
    Mutant(
        "the mask stops at the first layer",
        "models.py",
        "Sequential.forward",
        "mask = layer.compute_mask(inputs, mask)",
        "mask = None",
    ),
]
