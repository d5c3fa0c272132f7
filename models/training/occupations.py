"""Writes what the ROME bridge needs at run time: prototypes of the ROME parents and a few job titles of every code."""

import argparse
import json
from pathlib import Path

import numpy as np

import sources
from export import quantize, write_json
from model import embed
from prepare import Preparer
from tokenizer import Tokenizer

TITLES_PER_CODE = 3
# A title this close (cosine) to one already chosen says nothing new.
SAME_TITLE = 0.95


def spread(vectors, count, start):
    """Take unit vectors, how many to choose and the first one; give indexes, each next one the farthest from those chosen."""
    chosen, nearest = [start], vectors @ vectors[start]
    while len(chosen) < min(count, len(vectors)):
        farthest = int(np.argmin(nearest))
        if nearest[farthest] > SAME_TITLE:
            break
        chosen.append(farthest)
        nearest = np.maximum(nearest, vectors @ vectors[farthest])
    return chosen


def choose_titles(occupations, table, tokenizer, preparer):
    """Take {code: Occupation} and the encoder; give [(code, title, vector)]: the official label of every code first, then distant titles."""
    rows = []
    for occupation in occupations.values():
        titles = [occupation.label] + [title for title in occupation.titles if title != occupation.label]
        vectors = embed(table, [tokenizer.encode(preparer(title)) for title in titles])
        rows += [(occupation.code, titles[index], vectors[index]) for index in spread(vectors, TITLES_PER_CODE, 0)]
    return rows


def write_occupations(folder, data, table, prototypes, tokenizer, preparer):
    """Take the model folder, the data folder and the trained parts; write occupations.json and occupations.bin (ranking.md says the format)."""
    occupations = sources.read_occupations(data)
    codes = list(occupations)
    parents = sorted({occupation.parent for occupation in occupations.values()})
    titles = choose_titles(occupations, table, tokenizer, preparer)
    write_json(folder / "occupations.json", {
        "format": 1, "source": "ROME 4.0 v460, France Travail, Licence Ouverte 2.0", "dimensions": int(table.shape[1]),
        "parents": [[parent, occupations[parent].label] for parent in parents],
        "codes": [[code, occupations[code].label, parents.index(occupations[code].parent)] for code in codes],
        "titles": [[title, codes.index(code)] for code, title, _ in titles]}, indent=None)
    rows, _ = quantize(np.vstack([prototypes, np.array([vector for _, _, vector in titles])]))
    (folder / "occupations.bin").write_bytes(rows.tobytes())


def read_occupation_vectors(folder):
    """Take the model folder; give (content of occupations.json, unit prototypes, unit title vectors), as the application reads them."""
    content = json.loads((folder / "occupations.json").read_text(encoding="utf-8"))
    rows = np.frombuffer((folder / "occupations.bin").read_bytes(), dtype=np.int8).reshape(-1, content["dimensions"]).astype(np.float32)
    rows = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
    count = len(content["parents"])
    return content, rows[:count], rows[count:]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--work", required=True, type=Path)
    parser.add_argument("--vocabulary", type=int, default=24000)
    parser.add_argument("--model", required=True, type=Path)
    options = parser.parse_args()
    tokenizer = Tokenizer((options.work / f"pieces-{options.vocabulary}.model").read_bytes())
    write_occupations(options.model, options.data, np.load(options.work / "table.npy"), np.load(options.work / "prototypes.npy"), tokenizer,
                      Preparer.load(options.work / "gender-forms.json"))


if __name__ == "__main__":
    main()
