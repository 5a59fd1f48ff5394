"""The known mistakes of assignment 03-batching, one module for each function that it asks for."""
