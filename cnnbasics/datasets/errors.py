"""What can go wrong with data."""


class DatasetError(Exception):
    """A dataset that could not be loaded."""


class UnknownDataset(DatasetError, ValueError):
    """A name that no dataset has."""


class DamagedFile(DatasetError, OSError):
    """A file that is missing or does not hold what it should."""


class NotDownloaded(DatasetError, OSError):
    """A dataset that is not on this machine, and that nobody has asked to download."""


class DownloadFailed(DatasetError, OSError):
    """A download that did not arrive whole; the next one goes on from there."""
