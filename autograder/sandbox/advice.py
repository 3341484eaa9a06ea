"""What to do where there is no sandbox."""

from __future__ import annotations

import re
from pathlib import Path

from autograder.course import Failed

RISK = (
    "Each submission runs as you. It can read and change your files, the solutions, the gradebook "
    "and other submissions, and use the network."
)
OR_WITHOUT = f"Or grade with --no-sandbox. {RISK}"
NOT_LINUX = (
    "it needs Linux. Grade in a virtual machine or a container with Linux, or under WSL 2 on "
    "Windows."
)
NOT_INSTALLED = (
    "bubblewrap is not installed. Install it: apt-get install bubblewrap (Debian, Ubuntu), "
    "dnf install bubblewrap (Fedora)."
)
TOO_OLD = "bubblewrap is older than 0.8. Install a later one."
IN_A_CONTAINER = "In a container, start the container with --privileged."

NAMESPACE_SETTINGS = {
    "kernel.unprivileged_userns_clone": ("0", "1"),
    "kernel.apparmor_restrict_unprivileged_userns": ("1", "0"),
    "user.max_user_namespaces": ("0", "15000"),
}
"""The settings that keep users from making namespaces: the value that does, and one that helps."""


class Unavailable(Failed):
    """There is no sandbox here; the message says why, and what to do."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"The sandbox cannot start: {problem} {OR_WITHOUT}")


def explain(said: str, settings: Path = Path("/proc/sys")) -> str:
    """Turn what bubblewrap said when it failed into what to do.

    Parameters
    ----------
    said : str
        Its message.
    settings : Path
        Where Linux keeps its settings.

    Returns
    -------
    str
    """
    if "Unknown option" in said:
        return TOO_OLD
    says = f"bubblewrap says `{said.strip()}`."
    if not re.search("namespace|uid map|not permitted|denied", said):
        return says
    commands = [
        f"sysctl -w {name}={good}"
        for name, (bad, good) in NAMESPACE_SETTINGS.items()
        if _value(settings / name.replace(".", "/")) == bad
    ]
    if commands:
        allow = "Let users make namespaces, as root: " + "; ".join(commands) + "."
    else:
        allow = "Users must be able to make namespaces."
    return f"{says} {allow} {IN_A_CONTAINER}"


def _value(setting: Path) -> str:
    return setting.read_text(encoding="ascii").strip() if setting.exists() else ""
