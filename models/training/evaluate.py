"""Measures rankings on real offers: ROME parents in 5 folds, unseen and seen occupations apart. No encoder is trained on offers; the curve of the score is fitted on them."""

import csv
import random
import re

import numpy as np

import sources

FOLDS = 5
CAP = 20


def folds(parents, count=FOLDS, seed=7):
    """Take ROME parents; give {parent: fold}, the folds even in size."""
    order = sorted(set(parents))
    random.Random(seed).shuffle(order)
    return {parent: index % count for index, parent in enumerate(order)}


class Benchmark:
    """The development offers, the formations with a ROME code, and which formations are right for which offer."""

    def __init__(self, data):
        occupations = sources.read_occupations(data)
        self.parents = {code: occupation.parent for code, occupation in occupations.items()}
        self.formations = [formation for formation in sources.read_certif_info(data, self.parents) if formation.parents]
        with open(f"{data}/offers/offers_dev.csv", encoding="utf-8-sig", newline="") as handle:
            rows = [row for row in csv.DictReader(handle) if row["romeCode"] in self.parents]
        offered = {parent for formation in self.formations for parent in formation.parents}
        self.offers = [row for row in rows if self.parents[row["romeCode"]] in offered]
        self.offer_parents = np.array([self.parents[row["romeCode"]] for row in self.offers])
        self.fold_of = folds(self.parents.values())
        self.offer_folds = np.array([self.fold_of[parent] for parent in self.offer_parents])
        self.relevant = np.array([[parent in formation.parents for formation in self.formations] for parent in self.offer_parents], dtype=bool)
        seen, self.capped = {}, np.zeros(len(self.offers), dtype=bool)
        for index in random.Random(3).sample(range(len(self.offers)), len(self.offers)):
            parent = self.offer_parents[index]
            seen[parent] = seen.get(parent, 0) + 1
            self.capped[index] = seen[parent] <= CAP

    def held_out(self, fold):
        """Give the ROME parents of a fold."""
        return frozenset(parent for parent, own in self.fold_of.items() if own == fold)

    def titles(self):
        return [row["intitule"] for row in self.offers]

    def descriptions(self):
        return [re.sub(r'^"+|"+$', "", row["description"]) for row in self.offers]

    def formation_texts(self):
        return [f"{formation.kind} {formation.title} {formation.keywords}" for formation in self.formations]


def measures(scores, relevant):
    """Take scores and truth (offers × formations); give per-offer nDCG@10, Hit@1, Hit@10, MRR and MAP, ties by position."""
    order = np.argsort(-scores, axis=1, kind="stable")
    gains = np.take_along_axis(relevant, order, axis=1).astype(np.float64)
    discounts = 1 / np.log2(np.arange(2, 12))
    totals = relevant.sum(axis=1)
    ideal = np.array([discounts[:min(10, total)].sum() for total in totals])
    ranks = np.arange(1, gains.shape[1] + 1)
    precision = np.cumsum(gains, axis=1) / ranks
    return {"ndcg": gains[:, :10] @ discounts / ideal, "hit1": gains[:, 0], "hit10": gains[:, :10].max(axis=1),
            "mrr": (gains / ranks).max(axis=1), "map": (precision * gains).sum(axis=1) / totals}


def bootstrap(values, groups, rounds=1000, seed=5):
    """Take per-offer values and the occupation of each; give the 95 % interval of the mean over resampled occupations."""
    rng = np.random.default_rng(seed)
    names, inverse = np.unique(groups, return_inverse=True)
    sums, counts = np.bincount(inverse, values), np.bincount(inverse)
    picks = rng.integers(len(names), size=(rounds, len(names)))
    means = sums[picks].sum(axis=1) / counts[picks].sum(axis=1)
    return tuple(np.quantile(means, [0.025, 0.975]))


def fit_logistic(values, right, rounds=50):
    """Take sums of first formations and whether each was right; give (slope, offset) of the logistic curve, by Newton's method."""
    design = np.stack([values, np.ones_like(values)], axis=1)
    weights = np.zeros(2)
    for _ in range(rounds):
        chance = 1 / (1 + np.exp(-design @ weights))
        gradient = design.T @ (right - chance)
        curvature = (design * (chance * (1 - chance))[:, None]).T @ design + 1e-6 * np.eye(2)
        weights = weights + np.linalg.solve(curvature, gradient)
    return float(weights[0]), float(weights[1])


def held_job_titles(occupations, preparer, share=8, seed=11):
    """Take {code: Occupation}; give the prepared titles left out of training: one in 8 of every code that has three or more, never its label."""
    rng, held = random.Random(seed), set()
    for occupation in occupations.values():
        label = preparer(occupation.label)
        texts = [text for text in map(preparer, occupation.titles) if text != label]
        if len(occupation.titles) >= 3 and texts:
            held |= set(rng.sample(texts, min(len(texts), max(1, round(len(occupation.titles) / share)))))
    return held


def held_diploma_titles(formations, preparer, share=5, seed=5):
    """Take formations; give the prepared titles of every fifth: diplomas that the model has never read, of known occupations too."""
    titles = sorted({preparer(formation.title) for formation in formations})
    return set(random.Random(seed).sample(titles, len(titles) // share))


def average_precision(scores, relevant):
    """Take scores and truth (queries × documents); give each query's average precision."""
    order = np.argsort(-scores, axis=1, kind="stable")
    gains = np.take_along_axis(relevant, order, axis=1)
    precision = np.cumsum(gains, axis=1) / np.arange(1, gains.shape[1] + 1)
    return (precision * gains).sum(axis=1) / gains.sum(axis=1)
