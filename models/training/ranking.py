"""Reference implementation of the ranking that ranking.md specifies; parameters come from the model folder's ranking.json."""

import argparse
import json
import math
from pathlib import Path

import numpy as np

from export import write_json
from lexical import LexicalIndex
from model import embed
from prepare import Preparer
from tokenizer import Tokenizer


def unit(vector):
    """Give the vector scaled to length 1 (a zero vector stays as it is)."""
    length = np.linalg.norm(vector)
    return vector / length if length > 0 else vector


class Ranker:
    """Ranks the formations at hand for one offer."""

    def __init__(self, table, tokenizer, preparer, parameters, formations):
        """Take the float table, the Tokenizer, the Preparer, the content of ranking.json and formations {kind, title, keywords}."""
        self.table, self.tokenizer, self.preparer, self.parameters = table, tokenizer, preparer, parameters
        texts = [preparer(" ".join((formation.get("kind", ""), formation["title"], formation.get("keywords", "")))) for formation in formations]
        self.vectors = self._embed(texts)
        self.index = LexicalIndex(texts)

    def _embed(self, prepared):
        return embed(self.table, [self.tokenizer.encode(text) for text in prepared])

    def scores(self, title, description=""):
        """Take an offer's raw title and description; give {score, semantic, lexical} as arrays over the formations, all in 0..1."""
        share = self.parameters["descriptionWeight"]
        parts = [(weight, text) for weight, text in ((1.0, self.preparer(title)), (share, self.preparer(description))) if text]
        if not parts:
            nothing = np.zeros(len(self.vectors))
            return {"score": nothing, "semantic": nothing, "lexical": nothing}
        query = unit(sum(weight * self._embed([text])[0] for weight, text in parts))
        semantic = np.maximum(0, self.vectors @ query)
        lexical = sum(weight * self.index.scores(text) for weight, text in parts) / sum(weight for weight, _ in parts)
        raw = semantic + self.parameters["lexicalWeight"] * lexical
        slope, offset = self.parameters["calibration"]["slope"], self.parameters["calibration"]["offset"]
        return {"score": np.array([1 / (1 + math.exp(-(slope * value + offset))) for value in raw]), "semantic": semantic, "lexical": lexical}


def main():
    parser = argparse.ArgumentParser(description="Writes the reference scores of fixtures/ranking-check-input.json.")
    parser.add_argument("--work", required=True, type=Path)
    parser.add_argument("--vocabulary", type=int, default=24000)
    parser.add_argument("--model", required=True, type=Path)
    options = parser.parse_args()
    fixtures = Path(__file__).parent / "fixtures"
    cases = json.loads((fixtures / "ranking-check-input.json").read_text(encoding="utf-8"))
    preparer = Preparer.load(options.model / "gender-forms.json")
    tokenizer = Tokenizer((options.work / f"pieces-{options.vocabulary}.model").read_bytes())
    parameters = json.loads((options.model / "ranking.json").read_text(encoding="utf-8"))
    ranker = Ranker(np.load(options.work / "table.npy"), tokenizer, preparer, parameters, cases["formations"])
    results = []
    for offer in cases["offers"]:
        scores = ranker.scores(offer["title"], offer.get("description", ""))
        results.append({name: [round(float(value), 5) for value in values] for name, values in scores.items()})
    write_json(fixtures / "ranking-check.json", {**cases, "expected": results}, indent=None)


if __name__ == "__main__":
    main()
