"""Nothing was written: the release as it is."""

LANGUAGE = "ko"
STUDENT = "류하람"
EARNS = 0
FAILS = [
    "01-sizes-input",
    "01-sizes-state",
    "01-sizes-kernel",
    "01-sizes-recurrent",
    "01-number-first",
    "01-number-second",
    "01-one-hot-value",
    "01-one-hot-elsewhere",
    "01-weights-value",
    "01-weights-elsewhere",
    "01-step-value",
    "01-step-unchanged",
    "01-step-elsewhere",
    "01-mend-rows",
    "01-mend-elsewhere",
]
