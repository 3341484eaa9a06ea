"""The JupyterLab of `make lab`.

It opens on the start page, asks nothing from the network and shows what students use.
"""

import contextlib
from pathlib import Path

from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager

from cnnbasics.journal.kept import START, read
from cnnbasics.journal.page import MAP, fill

HIDDEN = [
    "@jupyterlab/apputils-extension:announcements",
    "@jupyterlab/extensionmanager-extension",
    "@jupyter/nbgrader:assignment-list",
    "@jupyter/nbgrader:course-list",
    "@jupyter/nbgrader:create-assignment",
    "@jupyter/nbgrader:formgrader",
    "@jupyter/nbgrader:menu",
]


class FreshStartPage(AsyncLargeFileManager):
    """The files, of which the start page says how far one is whenever it is opened."""

    async def get(self, path, content=True, *arguments, **options):
        """Return a file's model; the start page's with its map renewed."""
        model = await super().get(path, content, *arguments, **options)
        if content and path.strip("/") == START and model["type"] == "notebook":
            try:
                fill(model["content"], read(Path(self.root_dir)))
            except ValueError as error:  # it was written over: it opens as it is
                self.log.warning("%s", error)
                return model
            for cell in model["content"]["cells"]:
                if cell.get("id") == MAP:  # its output was made here, a moment ago
                    cell["metadata"]["trusted"] = True
        return model


def as_it_came(model, path, **_):
    """Save the start page as it came, so that a newer one takes its place without a conflict.

    What somebody writes into it stays, of course.
    """
    if path.strip("/") == START and model["type"] == "notebook":
        with contextlib.suppress(ValueError):
            fill(model["content"])
            model["content"]["metadata"]["language_info"] = {"name": "python"}


def without_hidden(handler, page_config):
    """Take out of JupyterLab's page what asks for news or belongs to an instructor."""
    page_config["disabledExtensions"] = [*page_config.get("disabledExtensions", []), *HIDDEN]
    return page_config


c = get_config()  # noqa: F821  Jupyter defines it when it reads this file

c.LabApp.default_url = f"/lab/tree/{START}"
c.ServerApp.contents_manager_class = FreshStartPage
c.FreshStartPage.pre_save_hook = as_it_came

# What is written is saved within seconds: overrides.json in this folder.
c.LabApp.app_settings_dir = str(Path(__file__).resolve().parent / "lab")

c.ServerApp.tornado_settings = {"page_config_hook": without_hidden}

# Formgrader wants the course's root as the server's, and the lists want an exchange folder. Only
# the Validate button is left.
c.ServerApp.jpserver_extensions = {
    f"nbgrader.server_extensions.{name}": False
    for name in ("assignment_list", "course_list", "formgrader")
}
