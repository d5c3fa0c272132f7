"""Job-title retrieval: from one title of an occupation the model was not trained on, find the other titles of its ROME code."""

import argparse
from pathlib import Path

import numpy as np

from crossvalidate import lexical_scores
from evaluate import FOLDS, Benchmark
from model import embed
from sources import read_occupations
from train import vocabulary, arguments

QUERIES = 300


def average_precision(scores, relevant, own):
    """Take scores and truth (queries × titles) and each query's own column; give the mean average precision without that column."""
    rows = np.arange(len(scores))
    scores[rows, own], relevant[rows, own] = -np.inf, False
    order = np.argsort(-scores, axis=1, kind="stable")
    gains = np.take_along_axis(relevant, order, axis=1)
    precision = np.cumsum(gains, axis=1) / np.arange(1, gains.shape[1] + 1)
    return float(((precision * gains).sum(axis=1) / gains.sum(axis=1)).mean())


def main():
    options = arguments(argparse.ArgumentParser(description=__doc__)).parse_args()
    preparer, tokenizer = vocabulary(options)
    benchmark, occupations = Benchmark(options.data), read_occupations(options.data)
    titles = [(preparer(title), code) for code, occupation in occupations.items() for title in occupation.titles if len(occupation.titles) > 1]
    texts, codes = [text for text, _ in titles], np.array([code for _, code in titles])
    folds = np.array([benchmark.fold_of[occupations[code].parent] for code in codes])
    rng = np.random.default_rng(options.seed)
    results = {"character TF-IDF": [], "encoder": [], "both": []}
    for run in range(FOLDS):
        path = Path(options.work) / f"run-{run}.npz"
        if not path.exists():
            continue
        own = rng.choice(np.flatnonzero(folds == run), QUERIES, replace=False)
        table = np.load(path)["table"]
        vectors = embed(table, [tokenizer.encode(text) for text in texts])
        meaning, (words,) = vectors[own] @ vectors.T, lexical_scores(texts, [[texts[index] for index in own]], True)
        for name, scores in (("character TF-IDF", words), ("encoder", meaning), ("both", meaning + 0.5 * words)):
            results[name].append(average_precision(scores.copy(), codes[own][:, None] == codes[None, :], own))
    base = np.mean(results["character TF-IDF"])
    for name, values in results.items():
        print(f"{name}: MAP {np.mean(values):.3f}, × {np.mean(values) / base:.2f} ({len(values)} runs of {QUERIES} titles)")


if __name__ == "__main__":
    main()
