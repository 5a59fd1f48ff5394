"""Write oracles.json: what Keras gives for every case, so that a test needs no TensorFlow.

Run it again only when cases change or Keras is upgraded: ``python -m tests.rnnkit.store_oracles``.
"""

import json
from pathlib import Path

from tests.rnnkit import cases

ORACLES = Path(__file__).with_name("oracles.json")


def main():
    """Run all cases in Keras and store outputs and versions."""
    import keras
    import tensorflow

    stored = {
        "versions": {"keras": keras.__version__, "tensorflow": tensorflow.__version__},
        "cases": {
            name: [write(array) for array in cases.run(case, keras.layers, keras.layers)]
            for name, case in cases.all_cases().items()
        },
    }
    lines = json.dumps(stored, indent=0, sort_keys=True)
    ORACLES.write_text(lines + "\n", encoding="utf-8")
    print(f"{ORACLES.name}: {len(stored['cases'])} cases")


def write(array):
    """Return an array as its shape and its numbers in 9 digits, enough for a float32."""
    numbers = " ".join(f"{number:.9g}" for number in array.ravel())
    return {"shape": list(array.shape), "numbers": numbers}


if __name__ == "__main__":
    main()
