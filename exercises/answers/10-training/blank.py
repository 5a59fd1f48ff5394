"""Nothing was written: the release as it is."""

LANGUAGE = "ko"
STUDENT = "박서준"
EARNS = 0
FAILS = [
    "10-count-logits",
    "10-count-gradient",
    "10-count-guessing",
    "10-temperature-value",
    "10-temperature-elsewhere",
    "10-loss-value",
    "10-loss-mask",
    "10-loss-elsewhere",
    "10-step-value",
    "10-step-batch",
    "10-step-elsewhere",
    "10-loop-value",
    "10-loop-carry",
    "10-loop-elsewhere",
    "10-clip-value",
    "10-clip-short",
    "10-clip-elsewhere",
]
