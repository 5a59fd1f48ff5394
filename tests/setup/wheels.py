"""Write a wheel by hand: a zip with files, METADATA, WHEEL and RECORD."""

import hashlib
import os
import zipfile


def write_wheel(folder, name, version, files):
    """Write a pure wheel into a folder; return its file name and its SHA-256."""
    info = f"{name}-{version}.dist-info"
    texts = {
        **files,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    texts[f"{info}/RECORD"] = "".join(f"{path},,\n" for path in [*texts, f"{info}/RECORD"])
    file = f"{name}-{version}-py3-none-any.whl"
    path = os.path.join(folder, file)
    with zipfile.ZipFile(path, "w") as wheel:
        for inner, text in texts.items():
            wheel.writestr(inner, text)
    with open(path, "rb") as stream:
        return file, hashlib.sha256(stream.read()).hexdigest()
