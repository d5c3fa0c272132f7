"""Writes the model folder that transformers.js loads: int8 ONNX table, tokenizer, configuration, manifest."""

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from tokenizer import CLS, Tokenizer, write_tokenizer

MAX_TOKENS = 2048
# Mean pooling then normalising divides by zero on a text without any piece; a vector this small changes no other text.
EMPTY_TEXT_LENGTH = 1e-6


def quantize(table):
    """Take a float table; give (int8 table, float32 scale a row), symmetric, one scale a piece."""
    scales = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-12) / 127
    return np.clip(np.round(table / scales), -127, 127).astype(np.int8), scales.astype(np.float32)


def onnx_model(table):
    """Take a float table; give the ONNX graph input_ids → last_hidden_state: gather, widen to float, multiply by the row's scale."""
    table = table.copy()
    table[CLS, 0] = EMPTY_TEXT_LENGTH
    codes, scales = quantize(table)
    ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch", "sequence"])
    states = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["batch", "sequence", table.shape[1]])
    nodes = [
        helper.make_node("Gather", ["table", "input_ids"], ["codes"], axis=0),
        helper.make_node("Cast", ["codes"], ["widened"], to=TensorProto.FLOAT),
        helper.make_node("Gather", ["scales", "input_ids"], ["scale"], axis=0),
        helper.make_node("Mul", ["widened", "scale"], ["last_hidden_state"]),
    ]
    graph = helper.make_graph(nodes, "table-encoder", [ids], [states], [numpy_helper.from_array(codes, "table"), numpy_helper.from_array(scales, "scales")])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 14)], producer_name="smart-recruiting")
    model.ir_version = 8
    onnx.checker.check_model(model)
    return model


def write_json(path, content, indent=2):
    with open(path, "w", encoding="utf-8") as handle:
        json.dump(content, handle, ensure_ascii=False, indent=indent, separators=(",", ": ") if indent else (",", ":"))
        handle.write("\n")


def write_model(folder, table, tokenizer):
    """Take the model folder, the float table and the Tokenizer; write what transformers.js reads."""
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    (folder / "onnx" / "model_quantized.onnx").write_bytes(onnx_model(table).SerializeToString())
    write_tokenizer(tokenizer, folder, MAX_TOKENS)
    write_json(folder / "config.json", {
        "model_type": "bert", "architectures": ["BertModel"], "vocab_size": tokenizer.size, "hidden_size": int(table.shape[1]),
        "num_hidden_layers": 0, "num_attention_heads": 1, "intermediate_size": int(table.shape[1]), "max_position_embeddings": MAX_TOKENS, "pad_token_id": 0})


def write_manifest(folder, version, dimensions, created_from):
    """Take the model folder; write manifest.json with the size in bytes and SHA-256 of every file the application loads."""
    files = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in ("manifest.json", "README.md"):
            content = path.read_bytes()
            files[name] = {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
    write_json(folder / "manifest.json", {"id": folder.name, "version": version, "dimensions": dimensions, "maxTokens": MAX_TOKENS,
                                          "createdFrom": created_from, "files": files})


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", required=True, type=Path, help="folder that train.py wrote")
    parser.add_argument("--vocabulary", type=int, default=24000)
    parser.add_argument("--model", required=True, type=Path, help="model folder to write, named after the model's id")
    parser.add_argument("--version", required=True)
    options = parser.parse_args()
    table = np.load(options.work / "table.npy")
    write_model(options.model, table, Tokenizer((options.work / f"pieces-{options.vocabulary}.model").read_bytes()))
    shutil.copyfile(options.work / "gender-forms.json", options.model / "gender-forms.json")
    write_manifest(options.model, options.version, int(table.shape[1]), ["ROME 4.0 v460", "Certif Info 2024", "RNCP 2021-01", "ESCO skills (French)", "La bonne alternance keyword lists", "masters of Grenoble"])


if __name__ == "__main__":
    main()
