"""A test cell and a given cell were deleted; they are put back, and everything is right."""

LANGUAGE = "en"
STUDENT = "Thelma Estrin"
EARNS = 18
FAILS = []
BASED_ON = "correct"
DELETED = ["02-step-value", "02-mend-given"]
