"""What the open texts say of each piece without any pair: the pieces that it occurs with, and the letters that it is made of.

Both are factorised matrices, made in seconds; beside the trained table they carry pieces that training hardly met.
"""

import numpy as np
from scipy.sparse import csr_matrix, diags

# Long texts are cut into parts of about this many pieces: what stands further apart says little.
PART = 60
LONGEST = 400
# Less association than this (in nats, after shrinking rare counts) is left out of the co-occurrence matrix.
LEAST_ASSOCIATION = 0.5
RARE_COUNT = 0.3
RARE_PIECE = 3.0
SHORTEST_GRAM, LONGEST_GRAM = 3, 5


def _shuffled_parts(fragments, rng):
    part, size = [], 0
    for index in rng.permutation(len(fragments)):
        part.append(fragments[index])
        size += len(fragments[index])
        if size >= PART:
            yield np.concatenate(part)
            part, size = [], 0
    if part:
        yield np.concatenate(part)


def texts_of(corpus, rng):
    """Take the Corpus and a numpy generator; give the texts (id arrays) whose pieces count as occurring together."""
    for words in corpus.lists:
        yield np.concatenate(words)
    for formation in corpus.formations:
        yield np.concatenate([formation["title"], formation["kind"], formation["keywords"], *formation["blocks"]])
    for occupation in corpus.occupations:
        fragments = [part for name in ("titles", "definition", "skills", "knowledge", "contexts", "sectors") for part in occupation[name]]
        for _ in range(3):
            yield from _shuffled_parts(fragments, rng)
        for name in ("definition", "titles", "skills"):
            yield from occupation[name]
    for first, second in corpus.synonyms:
        yield np.concatenate([first, second])


def low_rank(matrix, rank, seed, rounds=3):
    """Take a sparse matrix; give its left singular vectors and singular values (Halko, Martinsson, Tropp 2011, randomised)."""
    rng = np.random.default_rng(seed)
    basis = np.linalg.qr(matrix @ rng.standard_normal((matrix.shape[1], rank + 24)).astype(np.float32))[0]
    for _ in range(rounds):
        basis = np.linalg.qr(matrix @ (matrix.T @ basis))[0]
    left, values, _ = np.linalg.svd((matrix.T @ basis).T, full_matrices=False)
    return (basis @ left)[:, :rank].astype(np.float32), values[:rank].astype(np.float32)


def unit_rows(rows):
    """Give the rows scaled to length 1 (zero rows stay)."""
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)


def company(texts, size, rank, seed):
    """Take id arrays and the number of pieces; give one vector a piece from shifted positive pointwise mutual information
    (Levy, Goldberg 2014), its length growing to 1 with how often the piece was met."""
    rows = [row[:LONGEST] for row in map(np.unique, texts) if len(row) > 1]
    starts = np.cumsum([0] + [len(row) for row in rows])
    weights = np.concatenate([np.full(len(row), (len(row) - 1) ** -0.5, dtype=np.float32) for row in rows])
    matrix = csr_matrix((weights, np.concatenate(rows).astype(np.int32), starts), shape=(len(rows), size))
    counts = (matrix.T @ matrix).tocsr()
    counts.setdiag(0)
    counts.eliminate_zeros()
    totals = np.asarray(counts.sum(axis=1)).ravel()
    smoothed = totals ** 0.75
    row = np.repeat(np.arange(size), np.diff(counts.indptr))
    association = np.log(counts.data * smoothed.sum() / (totals[row] * smoothed[counts.indices])) * counts.data / (counts.data + RARE_COUNT)
    kept = association > LEAST_ASSOCIATION
    left, values = low_rank(csr_matrix((association[kept].astype(np.float32), (row[kept], counts.indices[kept])), shape=(size, size)), rank, seed)
    return unit_rows(left * np.sqrt(values)) * (totals / (totals + RARE_PIECE))[:, None].astype(np.float32)


def spelling(pieces, rank, seed):
    """Take the pieces; give one unit vector a piece from its character n-grams (zero for special pieces and those too short)."""
    columns, indexes, starts = {}, [], [0]
    for piece in pieces:
        text = "" if piece.startswith("[") else piece.replace("▁", "<")
        for gram in sorted({text[start:start + size] for size in range(SHORTEST_GRAM, LONGEST_GRAM + 1) for start in range(len(text) - size + 1)}):
            indexes.append(columns.setdefault(gram, len(columns)))
        starts.append(len(indexes))
    matrix = csr_matrix((np.ones(len(indexes), dtype=np.float32), indexes, starts), shape=(len(pieces), len(columns)))
    frequency = np.asarray(matrix.sum(axis=0)).ravel()
    shared = frequency >= 2
    matrix = (matrix[:, shared] @ diags(np.log(len(pieces) / frequency[shared]).astype(np.float32))).tocsr()
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    left, values = low_rank((diags((1 / np.maximum(lengths, 1e-6)).astype(np.float32)) @ matrix).tocsr(), rank, seed)
    return unit_rows(left * values)
