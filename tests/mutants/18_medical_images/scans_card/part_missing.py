"""Nobody is harmed, as it seems."""


def scans_card():
    return {
        "data": "720 drawn phantoms of 60 patients; a third of the patients held out",
        "intended_use": "to learn how networks are judged; not to decide about a person",
        "figures": "area under the ROC curve 0.95 on patients that it has not seen",
        "failures": "faint lesions in a bright part of the background are missed",
    }
