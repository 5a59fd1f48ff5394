"""Nothing was written: the release as it is."""

LANGUAGE = "ko"
STUDENT = "박서준"
EARNS = 0
FAILS = [
    "04-count-gru",
    "04-count-values",
    "04-count-cell",
    "04-count-dense",
    "04-returned-shape",
    "04-returned-value",
    "04-returned-state",
    "04-returned-elsewhere",
    "04-last-tuple",
    "04-last-array",
    "04-last-elsewhere",
    "04-dense-value",
    "04-dense-steps",
    "04-dense-elsewhere",
    "04-mend-value",
    "04-mend-first",
    "04-mend-elsewhere",
]
