"""A dict of lists, and lists as the result."""


def video_split(lengths, clip_len, step, frac, rng):
    clips = {
        video: [[video, start] for start in range(0, int(n) - clip_len + 1, step)]
        for video, n in enumerate(lengths)
    }
    names = list(clips)
    rng.shuffle(names)
    k = round(len(names) * frac)
    held = sum((clips[name] for name in names[:k]), [])
    train = sum((clips[name] for name in names[k:]), [])
    return train, held
