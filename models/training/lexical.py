"""Character n-gram TF-IDF over prepared text, as the application computes it."""

import math
from collections import Counter

import numpy as np
from scipy.sparse import csr_matrix

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


def gram_weights(counted, inner_weight):
    """Take the n-gram counts of all documents; give {n-gram: ln((1 + N) / (1 + df)) + 1, times the inner weight where it does not begin a word}."""
    frequency = Counter(gram for counts in counted for gram in counts)
    return {gram: (math.log((1 + len(counted)) / (1 + count)) + 1) * (1 if gram.startswith(" ") else inner_weight) for gram, count in frequency.items()}


def lexical_scores(documents, queries, inner_weight=1, sublinear=True):
    """Take documents and lists of queries; give their character TF-IDF cosines (queries × documents), one matrix a list, and the index's bytes.

    With an inner weight of 1 and not sublinear it is the char_wb of scikit-learn.
    """
    counted = [grams(text) for text in documents]
    idf = gram_weights(counted, inner_weight)
    columns = {gram: index for index, gram in enumerate(sorted(idf))}

    def matrix(rows):
        values, indexes, starts = [], [], [0]
        for counts in rows:
            weights = {columns[gram]: (1 + math.log(count) if sublinear else count) * idf[gram] for gram, count in counts.items() if gram in columns}
            length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
            values += [weight / length for weight in weights.values()]
            indexes += weights
            starts.append(len(values))
        return csr_matrix((np.array(values, dtype=np.float32), indexes, starts), shape=(len(rows), len(columns)))

    right = matrix(counted).T.tocsr()
    return [(matrix([grams(text) for text in texts]) @ right).toarray() for texts in queries], matrix_bytes(right)


def matrix_bytes(matrix):
    """Give the bytes of a sparse matrix."""
    return matrix.data.nbytes + matrix.indices.nbytes + matrix.indptr.nbytes


class LexicalIndex:
    """TF-IDF of the formations at hand: (1 + ln tf) × the n-gram's weight, then unit length."""

    def __init__(self, texts, inner_weight):
        """Take the prepared texts of all formations, and what an n-gram counts that does not begin a word."""
        counted = [grams(text) for text in texts]
        self.idf = gram_weights(counted, inner_weight)
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
