"""What the questions share: inputs that tell mistakes apart, and where the book speaks of them."""

from ..numbers import SIZES, numbers

STATES = [numbers(B, T, H, phase=0.7) for B, T, _, H in SIZES]

PASSAGES = {
    "M01": "return-flags-choose",
    "M02": "return-flags-dense",
    "M11": "return-flags-equation",
    "M12": "return-flags-equation",
    "M13": "return-flags-unpack",
    "M15": "return-flags-surprise",
    "M22": "return-flags-dense",
    "M26": "return-flags-surprise",
}
