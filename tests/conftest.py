"""What every test, and every kernel that a test starts, must find in its environment.

It is set here, when pytest starts, because TensorFlow and Jupyter read it at import: a fixture
would come too late, and kernels inherit it.
"""

import os
import tempfile

# A person's own kernels, profiles and settings must not reach the tests, nor theirs a person.
_HOME = tempfile.TemporaryDirectory(prefix="rnnkit-tests-", ignore_cleanup_errors=True)

os.environ.update(
    TF_CPP_MIN_LOG_LEVEL="3",  # TensorFlow's notes on stderr are not outputs of a cell
    CUDA_VISIBLE_DEVICES="-1",  # the same numbers on a machine with a GPU
    KERAS_BACKEND="tensorflow",
    MPLBACKEND="agg",
    PYTHONHASHSEED="0",
    JUPYTER_PREFER_ENV_PATH="1",  # kernels of .venv before those of the person
    JUPYTER_PLATFORM_DIRS="1",
    JUPYTER_CONFIG_DIR=os.path.join(_HOME.name, "jupyter-config"),
    JUPYTER_DATA_DIR=os.path.join(_HOME.name, "jupyter-data"),
    JUPYTER_RUNTIME_DIR=os.path.join(_HOME.name, "jupyter-runtime"),
    IPYTHONDIR=os.path.join(_HOME.name, "ipython"),
    MPLCONFIGDIR=os.path.join(_HOME.name, "matplotlib"),
    KERAS_HOME=os.path.join(_HOME.name, "keras"),
)
