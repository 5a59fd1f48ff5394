"""Where the book speaks of the mistakes of assignment 03-batching."""

PASSAGES = {
    "M07": "batching-one-batch",
    "M09": "batching-surprise",
    "M10": "batching-one-batch",
    "M11": "batching-last-output",
    "M29": "batching-fresh",
}
