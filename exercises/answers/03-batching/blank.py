"""Nothing was written: the release as it is."""

LANGUAGE = "ko"
STUDENT = "이로운"
EARNS = 0
FAILS = [
    "03-count-batch",
    "03-count-output",
    "03-count-parameters",
    "03-count-fresh",
    "03-join-shape",
    "03-join-rows",
    "03-join-elsewhere",
    "03-alone-shape",
    "03-alone-equal",
    "03-alone-one",
    "03-alone-elsewhere",
    "03-axis-both",
    "03-axis-elsewhere",
    "03-mend-shape",
    "03-mend-rows",
    "03-mend-elsewhere",
]
