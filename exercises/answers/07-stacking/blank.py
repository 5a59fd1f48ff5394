"""Nothing was written: the release as it is."""

LANGUAGE = "ko"
STUDENT = "박서준"
EARNS = 0
FAILS = [
    "07-count-between",
    "07-count-answers",
    "07-count-parameters",
    "07-count-state",
    "07-stack-shape",
    "07-stack-last",
    "07-stack-initial",
    "07-stack-elsewhere",
    "07-step-value",
    "07-step-order",
    "07-step-elsewhere",
    "07-compare-value",
    "07-compare-same",
    "07-compare-elsewhere",
    "07-mend-shape",
    "07-mend-steps",
    "07-mend-elsewhere",
]
