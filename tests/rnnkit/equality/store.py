"""Ask Keras and PyTorch for every case and store what they give: needed after a change of cases.

``python -m tests.rnnkit.equality.store`` renews the peers that can be imported, and says which
could not; ``… store PyTorch`` renews one. The comparison itself needs neither of them.
"""

import sys
import warnings

from tests.rnnkit.equality import stored


def main(peers):
    """Renew the file of each peer."""
    for peer in peers:
        cases, library = stored.PEERS[peer]
        try:
            versions = library.versions()
        except ImportError as error:
            print(f"{peer}: left as it is, {error}")
            continue
        values = {}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for name, case in cases.all_cases().items():
                values[name] = library.run(case)
        stored.write(peer, versions, values)
        size = stored.file_of(peer).stat().st_size
        print(f"{peer}: {len(values)} cases, {size / 1000:.0f} kB, {versions}")


if __name__ == "__main__":
    main(sys.argv[1:] or stored.PEERS)
