"""Optimizers by Keras' names and with its defaults: how weights follow their gradients."""

import numpy as np

from .arguments import check_methods, checked
from .errors import error, shown, unknown_name
from .shapes import flag, real


@checked
def clip_by_global_norm(gradients, clip_norm):
    """Shorten all gradients by one factor, when together they are longer than a limit.

    Parameters
    ----------
    gradients : list of ndarrays
    clip_norm : float
        The limit of sqrt(sum of all squares).

    Returns
    -------
    clipped : list of ndarrays
        New arrays. With an infinite norm all of them are NaN, as in Keras.
    norm : float
        Before clipping.

    Raises
    ------
    ValueError
        A limit that is not above 0.

    References
    ----------
    Pascanu et al. (2013).
    """
    _check_arrays(gradients, "clip_by_global_norm argument gradients")
    limit = real(clip_norm, "clip_by_global_norm argument clip_norm", above=True)
    with np.errstate(all="ignore"):
        norm = float(np.sqrt(sum(np.sum(np.square(g, dtype="float64")) for g in gradients)))
        scale = limit / max(norm, limit) if np.isfinite(norm) else np.nan  # eq-clip
        return [np.asarray(g * np.asarray(scale, g.dtype)) for g in gradients], norm


@check_methods
class Optimizer:
    """Base of the optimizers.

    Parameters
    ----------
    learning_rate : float
    clipnorm, clipvalue, global_clipnorm : float, optional
        Limit each array's norm, each number, or the norm of all arrays together. One of them.

    Raises
    ------
    ValueError
        A number out of range, or two limits at once.
    """

    def __init_subclass__(cls, **options):
        super().__init_subclass__(**options)
        check_methods(cls)

    def __init__(self, learning_rate, clipnorm=None, clipvalue=None, global_clipnorm=None):
        self.learning_rate = real(learning_rate, f"{type(self).__name__} argument learning_rate")
        limits = {"clipnorm": clipnorm, "clipvalue": clipvalue, "global_clipnorm": global_clipnorm}
        self.limits = {
            name: real(limit, f"{type(self).__name__} argument {name}", above=True)
            for name, limit in limits.items()
            if limit is not None
        }
        if len(self.limits) > 1:
            kind = type(self).__name__
            raise error("two-limits", kind, ", ".join(self.limits), optimizer=kind)
        self.iterations, self._slots = 0, None

    def apply(self, gradients, weights):
        """Change the weights in place, by one step.

        Parameters
        ----------
        gradients : list of ndarrays
        weights : list of ndarrays
            Live arrays of the same shapes, the same ones at every call.

        Raises
        ------
        ValueError
            Another number of arrays or other shapes; nothing is changed then.
        """
        for name, arrays in (("gradients", gradients), ("weights", weights)):
            _check_arrays(arrays, f"{type(self).__name__}.apply {name}")
        shapes = [g.shape for g in gradients]
        known = self._slots or [[w] for w in weights]
        if not shapes == [w.shape for w in weights] == [slot[0].shape for slot in known]:
            given = f"gradients {shapes}, weights {[w.shape for w in weights]}"
            raise error("unlike-weights", f"{type(self).__name__}.apply", given)
        if self._slots is None:
            self._slots = [[np.zeros_like(w) for _ in range(2)] for w in weights]
        self.iterations += 1
        with np.errstate(all="ignore"):
            for weight, gradient, slots in zip(
                weights, self._clip(gradients), self._slots, strict=True
            ):
                self._update(weight, gradient.astype(weight.dtype), *slots)

    def _clip(self, gradients):
        if "clipvalue" in self.limits:
            limit = self.limits["clipvalue"]
            return [np.clip(g, -limit, limit) for g in gradients]
        if "clipnorm" in self.limits:
            return [clip_by_global_norm([g], self.limits["clipnorm"])[0][0] for g in gradients]
        if "global_clipnorm" in self.limits:
            return clip_by_global_norm(gradients, self.limits["global_clipnorm"])[0]
        return gradients


class SGD(Optimizer):
    """Stochastic gradient descent, with momentum when asked for.

    Parameters
    ----------
    learning_rate, momentum : float
    nesterov : bool
    clipnorm, clipvalue, global_clipnorm : float, optional
        As in `Optimizer`.
    """

    def __init__(self, learning_rate=0.01, momentum=0.0, nesterov=False, **limits):
        super().__init__(learning_rate, **limits)
        self.momentum = real(momentum, "SGD argument momentum", below=1)
        self.nesterov = flag(nesterov, "SGD argument nesterov")

    def _update(self, weight, gradient, velocity, _):
        step = self.learning_rate * gradient  # eq-sgd
        velocity *= self.momentum
        velocity -= step
        weight += self.momentum * velocity - step if self.nesterov else velocity


class RMSprop(Optimizer):
    """Divide each gradient by the root of its running mean square.

    Parameters
    ----------
    learning_rate, rho, epsilon : float
    clipnorm, clipvalue, global_clipnorm : float, optional
        As in `Optimizer`.

    References
    ----------
    Tieleman & Hinton (2012).
    """

    def __init__(self, learning_rate=0.001, rho=0.9, epsilon=1e-7, **limits):
        super().__init__(learning_rate, **limits)
        self.rho = real(rho, "RMSprop argument rho", below=1)
        self.epsilon = real(epsilon, "RMSprop argument epsilon")

    def _update(self, weight, gradient, square, _):
        square *= self.rho
        square += (1 - self.rho) * gradient**2
        weight -= self.learning_rate * gradient / np.sqrt(square + self.epsilon)


class Adam(Optimizer):
    """Running means of the gradient and of its square, corrected for their start at zero.

    Parameters
    ----------
    learning_rate, beta_1, beta_2, epsilon : float
    clipnorm, clipvalue, global_clipnorm : float, optional
        As in `Optimizer`.

    References
    ----------
    Kingma & Ba (2015); epsilon where Keras puts it.
    """

    def __init__(self, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7, **limits):
        super().__init__(learning_rate, **limits)
        self.beta_1 = real(beta_1, "Adam argument beta_1", below=1)
        self.beta_2 = real(beta_2, "Adam argument beta_2", below=1)
        self.epsilon = real(epsilon, "Adam argument epsilon")

    def _update(self, weight, gradient, mean, square):
        mean += (1 - self.beta_1) * (gradient - mean)
        square += (1 - self.beta_2) * (gradient**2 - square)
        t = self.iterations
        alpha = self.learning_rate * np.sqrt(1 - self.beta_2**t) / (1 - self.beta_1**t)
        weight -= (float(alpha) * mean) / (np.sqrt(square) + self.epsilon)


KNOWN = {"adam": Adam, "rmsprop": RMSprop, "sgd": SGD}


@checked
def get(optimizer):
    """Return the optimizer for an object or a name.

    Raises
    ------
    ValueError
        An unknown name.
    TypeError
        Neither an optimizer nor a name.
    """
    if isinstance(optimizer, Optimizer):
        return optimizer
    if isinstance(optimizer, str):
        if optimizer.lower() in KNOWN:
            return KNOWN[optimizer.lower()]()
        place = "compile argument optimizer"
        raise unknown_name(place, optimizer, KNOWN, fix='optimizer="{}"')
    raise error("not-an-optimizer", "compile argument optimizer", shown(optimizer))


def _check_arrays(arrays, place):
    listed = isinstance(arrays, (list, tuple))
    if not listed or not all(isinstance(a, np.ndarray) and a.dtype.kind == "f" for a in arrays):
        raise error("array-list", place, shown(arrays))
