"""Character n-gram TF-IDF over prepared text, as the application computes it."""

import math
from collections import Counter

import numpy as np

SHORTEST, LONGEST = 3, 5


def grams(prepared):
    """Take prepared text; give the counts of its character n-grams, each word padded with one space on both sides."""
    counts = Counter()
    for word in prepared.split():
        padded = f" {word} "
        for size in range(SHORTEST, LONGEST + 1):
            if len(padded) <= size:
                counts[padded] += 1
                break
            for start in range(len(padded) - size + 1):
                counts[padded[start:start + size]] += 1
    return counts


class LexicalIndex:
    """TF-IDF of the formations at hand: (1 + ln tf) × (ln((1 + N) / (1 + df)) + 1), then unit length."""

    def __init__(self, texts):
        """Take the prepared texts of all formations."""
        counted = [grams(text) for text in texts]
        frequency = Counter(gram for counts in counted for gram in counts)
        self.idf = {gram: math.log((1 + len(texts)) / (1 + count)) + 1 for gram, count in frequency.items()}
        self.postings = {}
        for index, counts in enumerate(counted):
            for gram, weight in self._vector(counts).items():
                self.postings.setdefault(gram, []).append((index, weight))
        self.size = len(texts)

    def _vector(self, counts):
        weights = {gram: (1 + math.log(count)) * self.idf[gram] for gram, count in counts.items() if gram in self.idf}
        length = math.sqrt(sum(weight * weight for weight in weights.values()))
        return {gram: weight / length for gram, weight in weights.items()} if length else {}

    def scores(self, prepared):
        """Take a prepared text; give its cosine with every formation (n-grams that no formation has are left out)."""
        scores = np.zeros(self.size)
        for gram, weight in self._vector(grams(prepared)).items():
            for index, other in self.postings[gram]:
                scores[index] += weight * other
        return scores
