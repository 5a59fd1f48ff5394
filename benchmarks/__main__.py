"""``python -m benchmarks``: print every table."""

from benchmarks import forward

forward.main()
