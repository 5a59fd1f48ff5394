"""The known mistakes of assignment 04-return-flags, one module for each question."""

from .backwards import MEND
from .count import COUNT
from .dense import DENSE
from .last import LAST
from .returned import RETURNED

QUESTIONS = {
    "04-count": COUNT,
    "04-returned": RETURNED,
    "04-last": LAST,
    "04-dense": DENSE,
    "04-mend": MEND,
}
