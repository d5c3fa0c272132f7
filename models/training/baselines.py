"""What the ranking is compared with: BM25, and the approach of the reports that this project continues (Word2Vec and a classifier)."""

import math
from collections import Counter

import numpy as np
import torch
from scipy.sparse import csr_matrix
from torch import nn

from lexical import matrix_bytes

K1, B = 1.2, 0.75
WORD_DIMENSIONS, WINDOW, NEGATIVES, LEAST_COUNT = 100, 4, 5, 3
PAIRS_A_BATCH, CENTRES, WORD_RATE = 4096, 2_000_000, 5e-3
HIDDEN, CLASSIFIER_STEPS, CLASSIFIER_BATCH = 256, 2000, 128


def bm25(documents, queries):
    """Take prepared texts; give BM25 scores (queries × documents; Robertson, Zaragoza 2009), plural "s" and "x" cut off, and the index's bytes."""
    words = lambda text: [word[:-1] if len(word) > 3 and word[-1] in "sx" else word for word in text.split()]
    rows = [words(text) for text in documents]
    columns = {word: index for index, word in enumerate(sorted({word for row in rows for word in row}))}
    frequency = Counter(word for row in rows for word in set(row))
    mean = sum(map(len, rows)) / len(rows)
    values, indexes, starts = [], [], [0]
    for row in rows:
        for word, count in Counter(row).items():
            idf = math.log(1 + (len(rows) - frequency[word] + 0.5) / (frequency[word] + 0.5))
            values.append(idf * count * (K1 + 1) / (count + K1 * (1 - B + B * len(row) / mean)))
            indexes.append(columns[word])
        starts.append(len(indexes))
    right = csr_matrix((np.array(values, dtype=np.float32), indexes, starts), shape=(len(rows), len(columns)))
    values, indexes, starts = [], [], [0]
    for text in queries:
        for word, count in Counter(words(text)).items():
            if word in columns:
                values.append(count)
                indexes.append(columns[word])
        starts.append(len(indexes))
    left = csr_matrix((np.array(values, dtype=np.float32), indexes, starts), shape=(len(queries), len(columns)))
    return (left @ right.T).toarray(), matrix_bytes(right)


class WordVectors:
    """Skip-gram with negative sampling (Mikolov et al. 2013) over prepared texts."""

    def __init__(self, texts, seed=1):
        """Take the prepared texts to learn from."""
        rng = np.random.default_rng(seed)
        torch.manual_seed(seed)
        counts = Counter(word for text in texts for word in text.split())
        self.index = {word: place for place, (word, count) in enumerate(counts.most_common()) if count >= LEAST_COUNT}
        # A gap of a window between texts keeps pairs within a text.
        stream = np.concatenate([[self.index.get(word, -1) for word in text.split()] + [-1] * WINDOW for text in texts])
        odds = np.array([counts[word] for word in self.index]) ** 0.75
        cumulated = np.cumsum(odds / odds.sum())
        inner, outer = nn.Embedding(len(self.index), WORD_DIMENSIONS, sparse=True), nn.Embedding(len(self.index), WORD_DIMENSIONS, sparse=True)
        nn.init.uniform_(inner.weight, -0.5 / WORD_DIMENSIONS, 0.5 / WORD_DIMENSIONS)
        nn.init.zeros_(outer.weight)
        optimizer = torch.optim.SparseAdam([*inner.parameters(), *outer.parameters()], lr=WORD_RATE)
        for _ in range(CENTRES // PAIRS_A_BATCH):
            centres = rng.integers(WINDOW, len(stream) - WINDOW, PAIRS_A_BATCH)
            others = centres + rng.integers(1, WINDOW + 1, PAIRS_A_BATCH) * rng.choice([-1, 1], PAIRS_A_BATCH)
            left, right = stream[centres], stream[others]
            known = (left >= 0) & (right >= 0)
            left, right = torch.from_numpy(left[known]), torch.from_numpy(right[known])
            noise = torch.from_numpy(np.searchsorted(cumulated, rng.random((len(left), NEGATIVES))).clip(max=len(odds) - 1))
            optimizer.zero_grad()
            vectors = inner(left)
            loss = -nn.functional.logsigmoid((vectors * outer(right)).sum(1)).mean() \
                - nn.functional.logsigmoid(-(outer(noise) @ vectors[:, :, None]).squeeze(2)).sum(1).mean()
            loss.backward()
            optimizer.step()
        self.table = inner.weight.detach().numpy()

    def means(self, texts):
        """Take prepared texts; give the mean vector of the known words of each."""
        rows = [[self.index[word] for word in text.split() if word in self.index] for text in texts]
        return np.array([self.table[row].mean(axis=0) if row else np.zeros(WORD_DIMENSIONS) for row in rows], dtype=np.float32)


class Classifier:
    """One hidden layer from a text's mean vector to a distribution over the formations."""

    def __init__(self, vectors, targets, seed=1):
        """Take mean vectors with their distributions over the formations (sparse), to learn from."""
        torch.manual_seed(seed)
        rng = np.random.default_rng(seed)
        self.centre, self.spread = vectors.mean(axis=0), vectors.std(axis=0) + 1e-6
        self.model = nn.Sequential(nn.Linear(vectors.shape[1], HIDDEN), nn.ReLU(), nn.Dropout(0.2), nn.Linear(HIDDEN, targets.shape[1]))
        optimizer = torch.optim.Adam(self.model.parameters(), lr=2e-3)
        inputs = self._ready(vectors)
        for _ in range(CLASSIFIER_STEPS):
            rows = rng.integers(len(inputs), size=CLASSIFIER_BATCH)
            wanted = torch.from_numpy(np.asarray(targets[rows].todense(), dtype=np.float32))
            optimizer.zero_grad()
            loss = -(wanted * torch.log_softmax(self.model(inputs[rows]), dim=1)).sum(dim=1).mean()
            loss.backward()
            optimizer.step()
        self.model.eval()

    @property
    def bytes(self):
        """The bytes of its weights."""
        return sum(weights.numel() * weights.element_size() for weights in self.model.parameters())

    def judge(self, queries):
        """Take mean vectors; give log probabilities (queries × formations)."""
        with torch.no_grad():
            return torch.log_softmax(self.model(self._ready(queries)), dim=1).numpy()

    def _ready(self, rows):
        return torch.from_numpy(((rows - self.centre) / self.spread).astype(np.float32))
