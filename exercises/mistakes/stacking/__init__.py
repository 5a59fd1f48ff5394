"""The known mistakes of assignment 07-stacking, one module for each function that it asks for."""
