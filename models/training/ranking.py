"""Reference implementation of the ranking that ranking.md specifies; parameters come from the model folder's ranking.json."""

import argparse
import json
import math
from pathlib import Path

import numpy as np

from export import write_json
from lexical import LexicalIndex
from model import embed
from occupations import read_occupation_vectors
from prepare import Preparer
from tokenizer import Tokenizer


def unit(vector):
    """Give the vector scaled to length 1 (a zero vector stays as it is)."""
    length = np.linalg.norm(vector)
    return vector / length if length > 0 else vector


def lexical_weight(parameters, description):
    """Give the weight of the lexical part for an offer with this prepared description: words count more where a title is all there is."""
    return parameters["lexicalWeight"] if description else parameters["titleOnlyLexicalWeight"]


class Bridge:
    """Text vector → distribution over ROME parents."""

    def __init__(self, prototypes, titles, parent_of_title, parameters):
        """Take unit prototypes (one a parent), unit title vectors, the parent index of each title and the content of ranking.json."""
        self.prototypes, self.parameters = prototypes, parameters
        order = np.argsort(parent_of_title, kind="stable")
        self.titles, sorted_parents = titles[order], parent_of_title[order]
        self.starts = np.searchsorted(sorted_parents, np.arange(len(prototypes)))

    def distributions(self, vectors):
        """Take unit vectors (texts × dimensions); give texts × parents, each row summing to 1; parents of far prototypes get 0."""
        cosines = vectors @ self.prototypes.T
        nearest = np.maximum.reduceat(vectors @ self.titles.T, self.starts, axis=1)
        logits = self.parameters["prototypeWeight"] * cosines + self.parameters["titleWeight"] * nearest
        far = np.argsort(-cosines, axis=1, kind="stable")[:, self.parameters["bridgeParents"]:]
        np.put_along_axis(logits, far, -np.inf, axis=1)
        logits = (logits - logits.max(axis=1, keepdims=True)) / self.parameters["temperature"]
        weights = np.exp(logits)
        return weights / weights.sum(axis=1, keepdims=True)


def with_codes(distributions, codes, parent_of_code, weight):
    """Take distributions over ROME parents (a row a formation), the codes that each formation's file gives, {code: parent} and codeWeight;
    give the distributions with that share dealt out to the parents of the codes, rows without a known code as they are."""
    joined = distributions.copy()
    for row, own in enumerate(codes):
        parents = sorted({parent_of_code[code] for code in own if code in parent_of_code})
        if parents:
            joined[row] *= 1 - weight
            joined[row, parents] += weight / len(parents)
    return joined


class Ranker:
    """Ranks the formations at hand for one offer."""

    def __init__(self, table, tokenizer, preparer, bridge, parameters, formations, parent_of_code):
        """Take the float table, the Tokenizer, the Preparer, the Bridge, the content of ranking.json, formations
        {kind, title, keywords, description, skills, outcomes, romeCodes (a list)}, all but the title optional, and {ROME code: index of its parent}."""
        self.table, self.tokenizer, self.preparer, self.bridge, self.parameters = table, tokenizer, preparer, bridge, parameters
        texts, details = ([preparer(" ".join(formation.get(name, "") for name in names)) for formation in formations]
                          for names in (("kind", "title", "keywords"), ("description", "skills", "outcomes")))
        summed = self._embed(texts) + parameters["formationDescriptionWeight"] * self._embed(details)
        self.vectors = np.array([unit(vector) for vector in summed])
        told = bridge.distributions(self.vectors) * (np.linalg.norm(self.vectors, axis=1, keepdims=True) > 0)
        self.roots = np.sqrt(with_codes(told, [formation.get("romeCodes", []) for formation in formations], parent_of_code, parameters["codeWeight"]))
        self.index = LexicalIndex(texts, parameters["innerGramWeight"])

    def _embed(self, prepared):
        return embed(self.table, [self.tokenizer.encode(text) for text in prepared])

    def scores(self, title, description=""):
        """Take an offer's raw title and description; give {score, semantic, lexical, meaning, occupation} as arrays over the formations, all in 0..1."""
        parameters = self.parameters
        parts = [(weight, text) for weight, text in ((1.0, self.preparer(title)), (parameters["descriptionWeight"], self.preparer(description))) if text]
        if not parts:
            return dict.fromkeys(("score", "semantic", "lexical", "meaning", "occupation"), np.zeros(len(self.vectors)))
        query = unit(sum(weight * self._embed([text])[0] for weight, text in parts))
        meaning = np.maximum(0, self.vectors @ query)
        occupation = self.roots @ np.sqrt(self.bridge.distributions(query[None]))[0]
        semantic = (meaning + parameters["occupationWeight"] * occupation) / (1 + parameters["occupationWeight"])
        lexical = sum(weight * self.index.scores(text) for weight, text in parts) / sum(weight for weight, _ in parts)
        words = lexical_weight(parameters, self.preparer(description))
        raw = (semantic + words * lexical) / (1 + words)
        slope, offset = parameters["calibration"]["slope"], parameters["calibration"]["offset"]
        score = np.array([1 / (1 + math.exp(-(slope * value + offset))) for value in raw])
        return {"score": score, "semantic": semantic, "lexical": lexical, "meaning": meaning, "occupation": occupation}


def load_bridge(folder, parameters):
    """Take the model folder and the content of ranking.json; give the Bridge of its occupations files and {ROME code: index of its parent}."""
    content, prototypes, titles = read_occupation_vectors(folder)
    parent_of_code = {code: parent for code, _, parent in content["codes"]} | {code: index for index, (code, _) in enumerate(content["parents"])}
    return Bridge(prototypes, titles, np.array([content["codes"][code][2] for _, code in content["titles"]]), parameters), parent_of_code


def main():
    parser = argparse.ArgumentParser(description="Writes the reference scores of fixtures/ranking-check-input.json.")
    parser.add_argument("--work", required=True, type=Path)
    parser.add_argument("--vocabulary", type=int, default=24000)
    parser.add_argument("--model", required=True, type=Path)
    options = parser.parse_args()
    fixtures = Path(__file__).parent / "fixtures"
    cases = json.loads((fixtures / "ranking-check-input.json").read_text(encoding="utf-8"))
    parameters = json.loads((options.model / "ranking.json").read_text(encoding="utf-8"))
    bridge, parent_of_code = load_bridge(options.model, parameters)
    ranker = Ranker(np.load(options.work / "table.npy"), Tokenizer((options.work / f"pieces-{options.vocabulary}.model").read_bytes()),
                    Preparer.load_ranking(options.model / "gender-forms.json"), bridge, parameters, cases["formations"], parent_of_code)
    results = []
    for offer in cases["offers"]:
        scores = ranker.scores(offer["title"], offer.get("description", ""))
        results.append({name: [round(float(value), 5) for value in values] for name, values in scores.items()})
    write_json(fixtures / "ranking-check.json", {**cases, "expected": results}, indent=None)


if __name__ == "__main__":
    main()
