"""Joins the trained table with what the open texts say of each piece, and brings the whole back to as many dimensions as were trained."""

import argparse
from pathlib import Path

import numpy as np

from features import company, spelling, texts_of, unit_rows
from pairs import Corpus
from tokenizer import SPECIAL
from train import arguments, inverse_frequency, vocabulary
from weak_labels import weak_labels

COMPANY_RANK, SPELLING_RANK = 256, 128
# Length of each block beside the trained one, in a title of average length.
COMPANY_SHARE, SPELLING_SHARE = 0.3, 0.3
# Every fourth keyword list is enough to find the directions that texts use.
LIST_STEP = 4


def bags(table, texts):
    """Take a table and id arrays; give the sums of their rows (texts × dimensions)."""
    sums = np.zeros((len(texts), table.shape[1]), dtype=np.float32)
    for index, ids in enumerate(texts):
        sums[index] = table[ids].sum(axis=0)
    return sums


def compose(corpus, tokenizer, trained, prototypes, seed=1):
    """Take the Corpus, the Tokenizer, the trained table and prototypes; give (table, prototypes) of the same width.

    The blocks stand side by side: trained, company, spelling. A prototype's two new blocks are the mean of its parent's titles.
    Principal axes of open texts (titles, diplomas, keyword lists) then cut the width back.
    """
    titles = [(ids, corpus.parent_ids[occupation["parent"]]) for occupation in corpus.occupations for ids in occupation["titles"]]
    texts, parents = [ids for ids, _ in titles], np.array([parent for _, parent in titles])
    weight = inverse_frequency(list(corpus.cache.values()), tokenizer.size)[:, None].astype(np.float32)
    weight[:len(SPECIAL)] = 0
    blocks = [(trained, 1.0), (company(list(texts_of(corpus, np.random.default_rng(seed))), tokenizer.size, COMPANY_RANK, seed) * weight, COMPANY_SHARE),
              (spelling([piece for piece, _ in tokenizer.pieces()], SPELLING_RANK, seed) * weight, SPELLING_SHARE)]
    wide = np.hstack([block * (share / np.sqrt((bags(block, texts) ** 2).sum(axis=1).mean())) for block, share in blocks])
    vectors, width = unit_rows(bags(wide, texts)), trained.shape[1]
    means = np.zeros((len(prototypes), wide.shape[1]), dtype=np.float32)
    np.add.at(means, parents, vectors)
    means /= np.maximum(np.bincount(parents, minlength=len(prototypes)), 1)[:, None]
    rest = means[:, width:]
    centres = unit_rows(np.hstack([prototypes * np.sqrt(1 - (rest ** 2).sum(axis=1, keepdims=True)), rest]))
    others = [np.concatenate(words) for words in corpus.lists[::LIST_STEP]] + [formation["title"] for formation in corpus.formations]
    seen = np.vstack([vectors, centres, unit_rows(bags(wide, others))])
    axes = np.linalg.svd(seen.T @ seen)[0][:, :width]
    return (wide @ axes).astype(np.float32), unit_rows(centres @ axes).astype(np.float32)


def main():
    options = arguments(argparse.ArgumentParser(description=__doc__)).parse_args()
    preparer, tokenizer = vocabulary(options)
    corpus = Corpus(options.data, preparer, tokenizer, weak_labels=weak_labels(options.data, preparer))
    work = Path(options.work)
    table, prototypes = compose(corpus, tokenizer, np.load(work / "trained-table.npy"), np.load(work / "trained-prototypes.npy"), options.seed)
    np.save(work / "table.npy", table)
    np.save(work / "prototypes.npy", prototypes)


if __name__ == "__main__":
    main()
