"""Then nothing can be sent."""

import sys

import cnnbasics.checking

del cnnbasics.checking.wire
for name in [name for name in sys.modules if name.startswith("cnnbasics")]:
    del sys.modules[name]
