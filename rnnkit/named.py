"""Functions that may be given by their Keras name."""

from .errors import error, unknown_name, with_type


def function(value, known, place, arguments, fix):
    """Return the function for a name, or the function itself.

    Parameters
    ----------
    value : str or callable
    known : dict of str to callable
    place : str
        Named in the error, for example ``"LSTM argument activation"``.
    arguments, fix : str
        What such a function takes, and an example, for the error.

    Raises
    ------
    ValueError
        An unknown name; the nearest known one is suggested.
    TypeError
        Neither a name nor a function.
    """
    if callable(value):
        return value
    if not isinstance(value, str):
        given = with_type(value)
        raise error("not-a-function", place, given, arguments=arguments, fix=fix)
    if value not in known:
        raise unknown_name(place, value, known, fix='"{}"')
    return known[value]
