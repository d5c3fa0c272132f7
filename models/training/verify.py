"""Writes verification.json: invented texts with the float vectors of training, for the application's test of the ONNX model."""

import argparse
import json
from pathlib import Path

import numpy as np

from export import write_json
from model import embed
from prepare import Preparer
from tokenizer import Tokenizer


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", required=True, type=Path)
    parser.add_argument("--vocabulary", type=int, default=24000)
    parser.add_argument("--model", required=True, type=Path)
    options = parser.parse_args()
    texts = json.loads((Path(__file__).parent / "fixtures" / "verification-texts.json").read_text(encoding="utf-8"))
    preparer = Preparer.load_ranking(options.work / "gender-forms.json")
    tokenizer = Tokenizer((options.work / f"pieces-{options.vocabulary}.model").read_bytes())
    prepared = [preparer(text) for text in texts]
    ids = [tokenizer.encode(text) for text in prepared]
    vectors = embed(np.load(options.work / "table.npy"), ids)
    write_json(options.model / "verification.json", [
        {"text": text, "prepared": ready, "tokenIds": own.tolist(), "vector": [round(float(value), 4) for value in vector]}
        for text, ready, own, vector in zip(texts, prepared, ids, vectors)], indent=None)


if __name__ == "__main__":
    main()
