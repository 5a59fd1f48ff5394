"""The peers: the same layer with the same weights, as a call without arguments.

`forward(layer, x)` gives a call that returns the outputs (B, T, H); `training(layer, x)` one that
also computes all gradients, of a loss whose derivative is one everywhere. A peer that is not
installed raises ImportError. Each runs on one thread.
"""

import numpy as np

from rnnkit import convert


class RnnKit:
    """Ours."""

    name = "rnnkit"

    def forward(self, layer, x):
        """Call the public layer."""
        return lambda: layer(x)

    def training(self, layer, x):
        """Call forward and backward."""
        ones = np.ones((*x.shape[:2], layer.units), x.dtype)

        def step():
            output, cache = layer.forward(x)
            layer.backward(ones, cache)
            return output

        return step


class PyTorch:
    """`torch.nn.RNN`, `GRU` and `LSTM`."""

    name = "PyTorch"

    def _module(self, layer, x):
        import torch

        torch.set_num_threads(1)
        kind = {"SimpleRNN": "RNN"}.get(layer.kind, layer.kind)
        module = getattr(torch.nn, kind)(x.shape[2], layer.units, batch_first=True)
        arrays = convert.to_dialect(layer, "pytorch")
        module.load_state_dict({name: torch.tensor(array) for name, array in arrays.items()})
        return torch, module

    def forward(self, layer, x):
        """Call the module in inference mode."""
        torch, module = self._module(layer, x)
        tensor = torch.tensor(x)

        def call():
            with torch.inference_mode():
                return module(tensor)[0]

        return call

    def training(self, layer, x):
        """Call the module and go back."""
        torch, module = self._module(layer, x)
        tensor = torch.tensor(x, requires_grad=True)
        ones = torch.ones((*x.shape[:2], layer.units))

        def step():
            module.zero_grad()
            tensor.grad = None
            output = module(tensor)[0]
            output.backward(ones)
            return output.detach()

        return step


class TensorFlow:
    """Keras' layer inside `tf.function`."""

    name = "tf.function"

    def _layer(self, layer, x):
        import keras
        import tensorflow as tf

        peer = getattr(keras.layers, layer.kind)(layer.units, return_sequences=True)
        peer.build(x.shape)
        peer.set_weights(layer.get_weights())
        return tf, peer

    def forward(self, layer, x):
        """Call the compiled layer."""
        tf, peer = self._layer(layer, x)
        function, tensor = tf.function(peer), tf.constant(x)
        return lambda: function(tensor)

    def training(self, layer, x):
        """Call the layer and its gradients, compiled together."""
        tf, peer = self._layer(layer, x)
        variable = tf.Variable(x)

        @tf.function
        def step():
            with tf.GradientTape() as tape:
                output = peer(variable)
            return output, tape.gradient(output, [variable, *peer.trainable_variables])

        return lambda: step()[0]


class KerasPredict:
    """`model.predict`, the call of most notebooks."""

    name = "keras predict"

    def forward(self, layer, x):
        """Call predict without its progress bar."""
        import keras

        _, peer = TensorFlow()._layer(layer, x)
        model = keras.Sequential([peer])
        return lambda: model.predict(x, batch_size=len(x), verbose=0)


class OnnxRuntime:
    """The ONNX operator of one layer."""

    name = "ONNX Runtime"

    def forward(self, layer, x):
        """Call a session with a model of one node."""
        import onnx
        import onnxruntime

        arrays = convert.to_dialect(layer, "onnx")
        kind, helper = layer.kind.replace("Simple", ""), onnx.helper
        extra = {"linear_before_reset": 1} if kind == "GRU" else {}
        weights = [onnx.numpy_helper.from_array(array, name) for name, array in arrays.items()]
        node = helper.make_node(kind, ["x", *arrays], ["y"], hidden_size=layer.units, **extra)
        put, got = (helper.make_tensor_value_info(n, onnx.TensorProto.FLOAT, None) for n in "xy")
        graph = helper.make_graph([node], "layer", [put], [got], weights)
        version = [helper.make_opsetid("", 17)]
        model = helper.make_model(graph, opset_imports=version, ir_version=9)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        session = onnxruntime.InferenceSession(
            model.SerializeToString(), options, providers=["CPUExecutionProvider"]
        )
        time_first = {"x": np.ascontiguousarray(x.swapaxes(0, 1))}
        return lambda: session.run(None, time_first)[0][:, 0].swapaxes(0, 1)


PEERS = (PyTorch, TensorFlow, KerasPredict, OnnxRuntime)
PACKAGES = {"PyTorch": "torch", "tf.function": "tensorflow", "keras predict": "keras tensorflow"}
PACKAGES["ONNX Runtime"] = "onnx onnxruntime"
