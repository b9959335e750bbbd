"""Labels beside a chart, moved apart where they would touch, each as near its value as can be."""

from collections.abc import Sequence


def apart(
    wanted: Sequence[float], room: Sequence[float], within: tuple[float, float]
) -> list[float]:
    """Return heights in the order of those `wanted`, with at least `room` from each to the next.

    Those that would touch move up and down alike, so that none is far from where it should be; all
    stay `within` the two ends if they can.
    """
    offsets = [0.0]
    for each in room:
        offsets.append(offsets[-1] + each)
    groups: list[tuple[float, int]] = []
    for height, offset in zip(wanted, offsets, strict=False):
        groups.append((height - offset, 1))
        while len(groups) > 1 and groups[-2][0] > groups[-1][0]:
            (first, many), (second, more) = groups[-2:]
            mean = (first * many + second * more) / (many + more)
            groups[-2:] = [(mean, many + more)]
    low, high = within[0], within[1] - offsets[-1]
    starts = [max(low, min(mean, high)) for mean, many in groups for _ in range(many)]
    return [start + offset for start, offset in zip(starts, offsets, strict=False)]
