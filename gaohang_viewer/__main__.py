"""`python -m gaohang_viewer` is `gaohang-viewer`."""

import sys

from gaohang_viewer.cli import main

sys.exit(main())
