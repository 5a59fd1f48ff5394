"""The proof that rnnkit equals Keras and PyTorch: cases, stored values of the peers, the table."""
