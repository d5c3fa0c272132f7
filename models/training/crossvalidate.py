"""Five runs, each without a fold of ROME parents, and the table of what each part of the ranking gives. Nothing of it is shipped.

Run i leaves out fold i altogether (occupation unknown: no title, definition, skill or diploma of it) and the diplomas of fold i + 3
(occupation known from ROME, no diploma seen); the three other folds are seen.
"""

import argparse
import json
import math
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix

from evaluate import FOLDS, Benchmark, bootstrap, fit_logistic, measures
from lexical import grams
from model import embed
from occupations import choose_titles
from pairs import Corpus
from ranking import Bridge
from sources import read_occupations
from train import arguments, train, vocabulary
from weak_labels import weak_labels

STEPS = 2500


def lexical_scores(documents, queries, sublinear):
    """Take prepared documents and lists of queries; give their character TF-IDF cosines (queries × documents), one matrix a list."""
    counted = [grams(text) for text in documents]
    columns = {gram: index for index, gram in enumerate(sorted({gram for counts in counted for gram in counts}))}
    frequency = Counter(gram for counts in counted for gram in counts)
    idf = {gram: math.log((1 + len(documents)) / (1 + frequency[gram])) + 1 for gram in columns}

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
    return [(matrix(map_grams) @ right).toarray() for map_grams in ([grams(text) for text in texts] for texts in queries)]


def normalised(vectors):
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)


def parts_of_ranking(table, prototypes, tokenizer, preparer, occupations, parents, held_out, texts, parameters):
    """Take a run's encoder and the prepared texts; give {part: offers × formations} for the vector parts of the ranking."""
    vectors = [embed(table, [tokenizer.encode(text) for text in group]) for group in texts]
    formations, titles, descriptions = vectors
    query = normalised(titles + parameters["descriptionWeight"] * descriptions)
    chosen = choose_titles({code: occupation for code, occupation in occupations.items() if occupation.parent not in held_out}, table, tokenizer, preparer)
    known = [index for index, parent in enumerate(parents) if parent not in held_out]
    position = {parents[index]: place for place, index in enumerate(known)}
    bridge = Bridge(prototypes[known], np.array([vector for _, _, vector in chosen]),
                    np.array([position[occupations[code].parent] for code, _, _ in chosen]), parameters)
    return {"title": np.maximum(0, titles @ formations.T), "meaning": np.maximum(0, query @ formations.T),
            "occupation": np.sqrt(bridge.distributions(query)) @ np.sqrt(bridge.distributions(formations)).T}


def main():
    parser = arguments(argparse.ArgumentParser(description=__doc__))
    parser.add_argument("--parameters", required=True, help="ranking.json")
    parser.add_argument("--runs", type=int, nargs="*", default=list(range(FOLDS)))
    parser.set_defaults(steps=STEPS)
    options = parser.parse_args()
    parameters = json.loads(Path(options.parameters).read_text(encoding="utf-8"))
    preparer, tokenizer = vocabulary(options)
    labels, benchmark, occupations = weak_labels(options.data, preparer), Benchmark(options.data), read_occupations(options.data)
    parents = sorted(set(benchmark.parents.values()))
    formations = benchmark.formation_texts()
    texts = [[preparer(text) for text in group] for group in (formations, benchmark.titles(), benchmark.descriptions())]
    baseline, = lexical_scores([text.lower() for text in formations], [[text.lower() for text in benchmark.titles()]], False)
    by_title, by_description = lexical_scores(texts[0], texts[1:], True)
    share = parameters["descriptionWeight"]
    lexical = (by_title + share * by_description) / (1 + share)
    values, firsts = {}, {"encoder + lexical": [], "all": []}
    for run in options.runs:
        held_out, held_links = benchmark.held_out(run), benchmark.held_out((run + 3) % FOLDS)
        path = options.work / f"run-{run}.npz"
        if not path.exists():
            corpus = Corpus(options.data, preparer, tokenizer, held_out, labels, held_links)
            table, prototypes = train(corpus, tokenizer.size, options)
            np.savez(path, table=table, prototypes=prototypes)
        trained = np.load(path)
        parts = parts_of_ranking(trained["table"], trained["prototypes"], tokenizer, preparer, occupations, parents, held_out, texts, parameters)
        semantic = (parts["meaning"] + parameters["occupationWeight"] * parts["occupation"]) / (1 + parameters["occupationWeight"])
        words = parameters["lexicalWeight"]
        rankings = {"character TF-IDF, titles": baseline, "character TF-IDF, prepared, with description": lexical, "encoder, title": parts["title"],
                    "encoder": parts["meaning"], "ROME bridge": parts["occupation"], "encoder + lexical": (parts["meaning"] + words * lexical) / (1 + words),
                    "encoder + bridge": semantic, "all": (semantic + words * lexical) / (1 + words)}
        folds = benchmark.offer_folds
        groups = {"occupation unknown": folds == run, "diplomas unknown": folds == (run + 3) % FOLDS}
        groups["seen"] = ~groups["occupation unknown"] & ~groups["diplomas unknown"]
        for name, scores in rankings.items():
            measured = measures(scores, benchmark.relevant)
            for group, mask in groups.items():
                values.setdefault((group, name), []).append((np.flatnonzero(mask), {key: value[mask] for key, value in measured.items()}))
            if name in firsts:
                rows = benchmark.capped & ~groups["occupation unknown"]
                firsts[name].append((scores.max(axis=1)[rows], measured["hit1"][rows]))
    report(values, benchmark)
    calibrations(firsts)


def calibrations(firsts):
    """Print the logistic curve from a ranking's sum to the share of right first formations, and that share by tenth of the score."""
    for name, runs in firsts.items():
        sums, right = (np.concatenate(column) for column in zip(*runs))
        slope, offset = fit_logistic(sums, right)
        score = 1 / (1 + np.exp(-(slope * sums + offset)))
        bins = [(low, (score >= low / 10) & (score < (low + 1) / 10)) for low in range(10)]
        print(f"{name}: slope {slope:.2f} offset {offset:.2f};", ", ".join(f"{low * 10}–{low * 10 + 10}: {right[own].mean():.2f} of {own.sum()}" for low, own in bins if own.any()))


def report(values, benchmark):
    """Print one line a ranking and group: measures over all offers, and nDCG@10 over at most 20 offers an occupation."""
    print("| offers | ranking | nDCG@10 | × baseline | 95 % | Hit@1 | Hit@10 | MRR | MAP | nDCG@10, ≤ 20 an occupation | × baseline |\n|---|---|---|---|---|---|---|---|---|---|---|")
    first = {}
    for (group, name), runs in values.items():
        indexes = np.concatenate([rows for rows, _ in runs])
        joined = {key: np.concatenate([own[key] for _, own in runs]) for key in runs[0][1]}
        capped, (low, high) = joined["ndcg"][benchmark.capped[indexes]].mean(), bootstrap(joined["ndcg"], benchmark.offer_parents[indexes])
        base = first.setdefault(group, (joined["ndcg"].mean(), capped))
        print(f"| {group} | {name} | {joined['ndcg'].mean():.3f} | {joined['ndcg'].mean() / base[0]:.2f} | {low:.3f}–{high:.3f} | {joined['hit1'].mean():.3f} | "
              f"{joined['hit10'].mean():.3f} | {joined['mrr'].mean():.3f} | {joined['map'].mean():.3f} | {capped:.3f} | {capped / base[1]:.2f} |")


if __name__ == "__main__":
    main()
