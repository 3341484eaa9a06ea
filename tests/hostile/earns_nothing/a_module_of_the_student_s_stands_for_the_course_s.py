"""`import cnnbasics` finds another one."""

import sys
import types

fake = types.ModuleType("cnnbasics")
fake.check = fake.predict = lambda *anything, **more: print("right")
sys.modules["cnnbasics"] = fake
from cnnbasics import check, predict
