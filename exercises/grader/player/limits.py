"""What may cross between judge and player, and what a student's processes may use."""

from __future__ import annotations

from dataclasses import asdict, dataclass

MB = 1 << 20


@dataclass(frozen=True)
class Limits:
    """Limits of one submission; an assignment may have its own."""

    message: int = 64 * MB  # bytes of one message
    items: int = 200_000  # values in one message
    depth: int = 32  # containers in containers
    text: int = 1_000_000  # characters of one string
    calls: int = 100_000  # callbacks within one call

    memory: int = 2048  # MB that all processes of a student may add to the zygote's
    processes: int = 64  # processes and threads
    file: int = 32  # MB of one file
    disk: int = 64  # MB of /tmp
    cpu: int = 600  # seconds of one process
    output: int = 1_000_000  # characters that one cell may print

    @classmethod
    def of(cls, facts: dict) -> Limits:
        """Read limits as they came over the wire."""
        return cls(**{key: int(value) for key, value in facts.items()})

    def facts(self) -> dict[str, int]:
        """Return the limits for the wire."""
        return asdict(self)


LIMITS = Limits()
