"""The encoder: a table of piece vectors, each scaled by a learned weight, summed and normalised."""

import numpy as np
import torch
from torch import nn

from tokenizer import SPECIAL

# Pieces that training hardly meets keep their first vector: short, so that they add little noise to a text.
UNTRAINED_LENGTH = 0.1


class TableEncoder(nn.Module):
    """Text vector = L2-normalised sum over its pieces of weight × vector. Special pieces have the zero vector."""

    def __init__(self, vocabulary_size, dimensions, idf, parents):
        super().__init__()
        self.vectors = nn.Parameter(torch.randn(vocabulary_size, dimensions) * (UNTRAINED_LENGTH / dimensions ** 0.5))
        self.log_weight = nn.Parameter(torch.as_tensor(np.log(np.maximum(idf, 0.05)), dtype=torch.float32))
        self.prototypes = nn.Parameter(torch.randn(parents, dimensions) / dimensions ** 0.5)

    def forward(self, flat_ids, offsets):
        """Take all texts' ids in one row and where each text starts; give one unit vector a text."""
        weights = torch.exp(self.log_weight)[flat_ids]
        summed = nn.functional.embedding_bag(flat_ids, self.vectors, offsets, mode="sum", per_sample_weights=weights)
        return nn.functional.normalize(summed, dim=1)

    def classify(self, vectors):
        """Take unit vectors; give their cosines with the prototype of every ROME parent."""
        return vectors @ nn.functional.normalize(self.prototypes, dim=1).T

    def prototype_table(self):
        with torch.no_grad():
            return nn.functional.normalize(self.prototypes, dim=1).numpy().copy()

    def table(self):
        """Give the final table (pieces × dimensions, float32): weight × vector, zero for the special pieces."""
        with torch.no_grad():
            table = (torch.exp(self.log_weight)[:, None] * self.vectors).numpy().copy()
        table[:len(SPECIAL)] = 0
        return table


def embed(table, sequences):
    """Take the table and id arrays; give their unit vectors (zero vector for an empty text)."""
    vectors = np.zeros((len(sequences), table.shape[1]), dtype=np.float32)
    for index, ids in enumerate(sequences):
        if len(ids):
            vectors[index] = table[ids].sum(axis=0)
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
