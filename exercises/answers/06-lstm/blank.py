"""Nothing was written: the release as it is."""

LANGUAGE = "ko"
STUDENT = "노은채"
EARNS = 0
FAILS = [
    "06-count-kernel",
    "06-count-parameters",
    "06-count-values",
    "06-bias-value",
    "06-bias-elsewhere",
    "06-step-value",
    "06-step-keep",
    "06-step-write",
    "06-step-shut",
    "06-step-elsewhere",
    "06-loop-value",
    "06-loop-rows",
    "06-loop-elsewhere",
    "06-mend-whole",
    "06-mend-elsewhere",
    "06-order-value",
    "06-order-elsewhere",
]
