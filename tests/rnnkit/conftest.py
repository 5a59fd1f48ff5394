"""Keras is imported only where a test asks for it."""

import pytest


@pytest.fixture(scope="session")
def keras():
    import keras

    return keras
