"""A part has another name."""


def scans_card():
    return {
        "data": "720 drawn phantoms of 60 patients; a third of the patients held out",
        "intended_use": "to learn how networks are judged; not to decide about a person",
        "figures": "area under the ROC curve 0.95 on patients that it has not seen",
        "harm": "ill people who are told that they are healthy and are treated too late",
        "mistakes": "faint lesions in a bright part of the background are missed",
    }
