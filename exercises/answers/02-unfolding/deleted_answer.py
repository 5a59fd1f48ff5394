"""The cell of one answer was deleted: its points are gone, the others are not."""

LANGUAGE = "ko"
STUDENT = "문채원"
EARNS = 22
FAILS = ["02-parts-outputs", "02-parts-state", "02-parts-elsewhere"]
BASED_ON = "correct"
DELETED = ["02-parts"]
