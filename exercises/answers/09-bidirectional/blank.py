"""Nothing was written: the release as it is."""

LANGUAGE = "en"
STUDENT = "Gladys West"
EARNS = 0
FAILS = [
    "09-count-outputs",
    "09-count-sum",
    "09-count-returned",
    "09-count-parameters",
    "09-count-read",
    "09-align-value",
    "09-align-elsewhere",
    "09-merge-concat",
    "09-merge-others",
    "09-merge-elsewhere",
    "09-loop-value",
    "09-loop-turned",
    "09-loop-rows",
    "09-loop-elsewhere",
    "09-last-value",
    "09-last-one",
    "09-last-elsewhere",
]
