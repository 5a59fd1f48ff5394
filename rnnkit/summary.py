"""The table that `Sequential.summary` prints."""

HEADER = ("Layer (type)", "Output Shape", "Param #")


def format_summary(name, rows, total):
    """Return the summary of a model as text.

    Parameters
    ----------
    name : str
    rows : list of (str, str, str)
        Layer, output shape and number of weights.
    total : int
        Number of weights of the model.

    Returns
    -------
    str
        Lines, the numbers aligned to the right.
    """
    widths = [max(len(row[column]) for row in [HEADER, *rows]) for column in range(3)]

    def line(row):
        return f"{row[0]:<{widths[0]}}   {row[1]:<{widths[1]}}   {row[2]:>{widths[2]}}"

    rule = "─" * len(line(HEADER))
    table = [rule, line(HEADER), rule, *map(line, rows), rule]
    return "\n".join([f'Model: "{name}"', *table, f"Total params: {total:,}"])
