"""Nothing was written: the release as it is."""

LANGUAGE = "ko"
STUDENT = "박서준"
EARNS = 0
FAILS = [
    "02-count-outputs",
    "02-count-state",
    "02-count-parameters",
    "02-input-shape",
    "02-input-value",
    "02-step-shape",
    "02-step-value",
    "02-step-unchanged",
    "02-step-elsewhere",
    "02-unfold-shape",
    "02-unfold-chain",
    "02-unfold-last",
    "02-unfold-rows",
    "02-unfold-elsewhere",
    "02-mend-chain",
    "02-mend-elsewhere",
    "02-parts-whole",
    "02-parts-elsewhere",
]
