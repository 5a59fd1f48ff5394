"""Nothing was written: the release as it is."""

LANGUAGE = "en"
STUDENT = "Joan Clarke"
EARNS = 0
FAILS = [
    "08-count-mask",
    "08-count-outputs",
    "08-count-empty",
    "08-pad-value",
    "08-pad-zeros",
    "08-pad-elsewhere",
    "08-last-value",
    "08-last-elsewhere",
    "08-step-value",
    "08-step-stays",
    "08-step-elsewhere",
    "08-loop-value",
    "08-loop-rows",
    "08-loop-elsewhere",
    "08-mend-pieces",
    "08-mend-reset",
    "08-mend-elsewhere",
]
