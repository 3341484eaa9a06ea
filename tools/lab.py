"""The JupyterLab of `make lab`: it asks nothing from the network and shows what students use."""

HIDDEN = [
    "@jupyterlab/apputils-extension:announcements",
    "@jupyterlab/extensionmanager-extension",
    "@jupyter/nbgrader:assignment-list",
    "@jupyter/nbgrader:course-list",
    "@jupyter/nbgrader:create-assignment",
    "@jupyter/nbgrader:formgrader",
    "@jupyter/nbgrader:menu",
]


def without_hidden(handler, page_config):
    """Take out of JupyterLab's page what asks for news or belongs to an instructor."""
    page_config["disabledExtensions"] = [*page_config.get("disabledExtensions", []), *HIDDEN]
    return page_config


c = get_config()  # noqa: F821  Jupyter defines it when it reads this file

c.ServerApp.tornado_settings = {"page_config_hook": without_hidden}

# Formgrader wants the course's root as the server's, and the lists want an exchange folder. Only
# the Validate button is left.
c.ServerApp.jpserver_extensions = {
    f"nbgrader.server_extensions.{name}": False
    for name in ("assignment_list", "course_list", "formgrader")
}
