"""Nothing was written: the release as it is."""

LANGUAGE = "ko"
STUDENT = "박서준"
EARNS = 0
FAILS = [
    "05-count-parameters",
    "05-count-bias",
    "05-count-before",
    "05-count-value",
    "05-hold-value",
    "05-hold-unchanged",
    "05-hold-elsewhere",
    "05-step-value",
    "05-step-keeps",
    "05-step-resets",
    "05-step-elsewhere",
    "05-loop-value",
    "05-loop-split",
    "05-loop-elsewhere",
    "05-mend-value",
    "05-mend-keeps",
    "05-mend-elsewhere",
]
