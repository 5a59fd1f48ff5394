"""Ratios against peers, measured in one process, one thread each."""

import os

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "TF_NUM_INTRAOP_THREADS")
# Here, before anything imports NumPy: its library for matrices reads these only once.
os.environ.update(dict.fromkeys((*THREADS, "TF_NUM_INTEROP_THREADS"), "1"))
os.environ.update(TF_CPP_MIN_LOG_LEVEL="3", CUDA_VISIBLE_DEVICES="-1", KERAS_BACKEND="tensorflow")
