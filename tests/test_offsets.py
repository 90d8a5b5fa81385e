from kg.offsets import offsets_of


def test_stretches_that_lie_together_are_one():
    offsets = offsets_of([(3, 5), (5, 6), (9, 11)])
    assert list(offsets) == [3, 4, 5, 9, 10]
    assert [offsets[at] for at in range(len(offsets))] == list(offsets)
    assert offsets.starts == (0, 3)


def test_ranges_part_where_the_file_does():
    offsets = offsets_of([(20, 22), (3, 5), (4, 6)])
    assert offsets.ranges(1, 5) == [(21, 22), (3, 5), (4, 5)]
    assert offsets.ranges(2, 4) == [(3, 5)]
    assert offsets.raw(1, 3) == (21, 4), "from the first to the last character, wherever they stand"
