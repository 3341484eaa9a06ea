"""One long list for each channel."""


def fit_scaler(train):
    flat = train.reshape(-1, train.shape[-1]).astype(float)
    std = flat.std(axis=0)
    std[std == 0] = 1
    return flat.mean(axis=0), std
