"""Where the bundle begins: what `python -m claimlight` does in a checkout."""

import sys

from claimlight.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
