"""In the places that IPython and Python look at when they start."""

import os
import site

for folder in ("~/.ipython/profile_default/startup", site.getusersitepackages(), "/tmp"):
    folder = os.path.expanduser(folder)
    try:
        os.makedirs(folder, exist_ok=True)
        for name in ("00-first.py", "usercustomize.py", "sitecustomize.py"):
            with open(os.path.join(folder, name), "w") as file:
                file.write("raise SystemExit('PERSISTED')\n")
    except OSError as error:
        print(error)
