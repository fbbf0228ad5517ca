"""Groups of structures that share sequence, so that no relative of a test structure is trained on."""

WORD = 6
SHARED = 0.15


def sequence_groups(sequences):
    """Name of the group of each structure. Two structures are related if one holds more than 15 % of the other's 6-mers.

    `sequences`: name -> list of chain sequences in one-letter code.
    """
    words = {name: _words(chains) for name, chains in sequences.items()}
    parent = {name: name for name in words}

    def root(name):
        while parent[name] != name:
            name = parent[name]
        return name

    names = list(words)
    for i, first in enumerate(names):
        for second in names[:i]:
            least = min(len(words[first]), len(words[second]))
            if least and len(words[first] & words[second]) / least > SHARED:
                parent[root(first)] = root(second)
    return {name: root(name) for name in names}


def _words(chains):
    return {chain[i : i + WORD] for chain in chains for i in range(len(chain) - WORD + 1)}
