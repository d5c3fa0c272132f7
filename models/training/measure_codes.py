"""What ROME codes of formations give: the table of docs/matching.md for the shipped model, where all formations have codes and where a random half has."""

import argparse
import json
from pathlib import Path

import numpy as np

from crossvalidate import combined
from evaluate import Benchmark, measures
from lexical import lexical_scores
from model import embed
from prepare import Preparer
from ranking import load_bridge, with_codes
from runs import normalised
from tokenizer import Tokenizer

WEIGHTS = (0, 0.2, 0.3, 0.4, 0.5, 0.7, 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--work", required=True, type=Path, help="folder with table.npy and the vocabulary")
    parser.add_argument("--vocabulary", type=int, default=24000)
    parser.add_argument("--model", required=True, type=Path)
    options = parser.parse_args()
    parameters = json.loads((options.model / "ranking.json").read_text(encoding="utf-8"))
    bridge, parent_of_code = load_bridge(options.model, parameters)
    preparer, benchmark = Preparer.load_ranking(options.model / "gender-forms.json"), Benchmark(options.data)
    tokenizer, table = Tokenizer((options.work / f"pieces-{options.vocabulary}.model").read_bytes()), np.load(options.work / "table.npy")
    texts = [[preparer(text) for text in group] for group in (benchmark.formation_texts(), benchmark.titles(), benchmark.descriptions())]
    formations, titles, descriptions = (embed(table, [tokenizer.encode(text) for text in group]) for group in texts)
    share = parameters["descriptionWeight"]
    query = normalised(titles + share * descriptions)
    (by_title, by_description), _ = lexical_scores(texts[0], texts[1:], parameters["innerGramWeight"])
    lexical, meaning = (by_title + share * by_description) / (1 + share), np.maximum(0, query @ formations.T)
    told, roots = bridge.distributions(formations), np.sqrt(bridge.distributions(query))
    half = np.random.default_rng(1).random(len(told)) < 0.5
    codes = [sorted(formation.parents) for formation in benchmark.formations]
    for name, own in (("all", codes), ("half", [some if kept else [] for some, kept in zip(codes, half)])):
        for weight in WEIGHTS:
            occupation = roots @ np.sqrt(with_codes(told, own, parent_of_code, weight)).T
            values = measures(combined(meaning, occupation, lexical, parameters, parameters["lexicalWeight"]), benchmark.relevant)
            cells = [f"{values[key].mean():.3f} ({values[key][benchmark.capped].mean():.3f})" for key in ("ndcg", "hit1")]
            print(f"{name} {weight}: nDCG@10 {cells[0]}, first right {cells[1]}")


if __name__ == "__main__":
    main()
