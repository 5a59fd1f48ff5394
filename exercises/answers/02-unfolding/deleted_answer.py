"""The cell of one answer was deleted: its points are gone, the others are not."""

LANGUAGE = "ko"
STUDENT = "문채원"
EARNS = 16
FAILS = ["02-parts-whole", "02-parts-elsewhere"]
BASED_ON = "correct"
DELETED = ["02-parts"]
