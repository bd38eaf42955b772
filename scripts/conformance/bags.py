"""bags.py BAG...: the Library of Congress's bagit validates each bag completely."""
import logging
import sys

import bagit


def main(paths):
    logging.disable(logging.CRITICAL)
    faults = [] if paths else ["no bag to validate"]
    for path in paths:
        try:
            bagit.Bag(path).validate()
        except bagit.BagError as error:
            faults.append(f"{path}: {error}")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
