"""In every folder that it can see."""

import os

for folder, folders, files in os.walk("/"):
    hidden = ("proc", "sys", "usr", "site-packages")
    folders[:] = [name for name in folders if name not in hidden and folder.count("/") < 6]
    for name in files:
        if name.endswith((".db", ".ipynb", ".secret")):
            path = os.path.join(folder, name)
            print("FOUND", path)
            try:
                print(open(path, errors="replace").read()[:1000])
            except OSError as error:
                print(error)
