"""Trains the Unigram vocabulary and writes it in the form that transformers.js reads."""

import io
import json

import numpy as np
import sentencepiece as spm

PAD, UNK, CLS, SEP, MASK = range(5)
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]


def train_tokenizer(texts, vocabulary_size):
    """Take prepared texts and a number of pieces; give the bytes of a SentencePiece Unigram model."""
    target = io.BytesIO()
    spm.SentencePieceTrainer.train(
        sentence_iterator=iter(texts), model_writer=target, model_type="unigram", vocab_size=vocabulary_size,
        normalization_rule_name="identity", character_coverage=1.0, max_sentencepiece_length=20, num_threads=1,
        pad_id=0, unk_id=1, bos_id=-1, eos_id=-1, pad_piece="[PAD]", unk_piece="[UNK]", control_symbols="[CLS],[SEP],[MASK]",
        shuffle_input_sentence=False, max_sentence_length=1 << 16, minloglevel=2)
    return target.getvalue()


class Tokenizer:
    """Turns prepared text into piece ids, without special tokens."""

    def __init__(self, model):
        self.processor = spm.SentencePieceProcessor(model_proto=model)
        self.size = self.processor.get_piece_size()

    def encode(self, text):
        return np.array(self.processor.encode(text), dtype=np.int32)

    def pieces(self):
        """Give (piece, log probability) in the order of the ids."""
        return [(self.processor.id_to_piece(index), self.processor.get_score(index)) for index in range(self.size)]


def tokenizer_json(tokenizer):
    """Take a Tokenizer; give the content of tokenizer.json. Its normalizer folds raw text too, so that unprepared text still works."""
    vocabulary = [[piece, 0.0 if index < len(SPECIAL) else score] for index, (piece, score) in enumerate(tokenizer.pieces())]
    assert [piece for piece, _ in vocabulary[:len(SPECIAL)]] == SPECIAL
    metaspace = {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "add_prefix_space": True, "split": True}
    replace = lambda pattern, content: {"type": "Replace", "pattern": {"Regex": pattern}, "content": content}
    return {
        "version": "1.0", "truncation": None, "padding": None,
        "added_tokens": [{"id": index, "content": content, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
                         for index, content in enumerate(SPECIAL)],
        "normalizer": {"type": "Sequence", "normalizers": [
            {"type": "NFKC"}, {"type": "Lowercase"}, replace("œ", "oe"), replace("æ", "ae"), replace("ß", "ss"), {"type": "NFD"}, {"type": "StripAccents"},
            replace("[^a-z0-9+#]+", " "), {"type": "Strip", "strip_left": True, "strip_right": True}]},
        "pre_tokenizer": metaspace, "decoder": metaspace,
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}, {"SpecialToken": {"id": "[SEP]", "type_id": 0}}],
            "pair": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}, {"SpecialToken": {"id": "[SEP]", "type_id": 0}},
                     {"Sequence": {"id": "B", "type_id": 1}}, {"SpecialToken": {"id": "[SEP]", "type_id": 1}}],
            "special_tokens": {name: {"id": name, "ids": [index], "tokens": [name]} for name, index in (("[CLS]", CLS), ("[SEP]", SEP))}},
        "model": {"type": "Unigram", "unk_id": UNK, "vocab": vocabulary, "byte_fallback": False},
    }


def write_tokenizer(tokenizer, folder, max_tokens):
    """Take a Tokenizer, a folder and the longest input in tokens; write tokenizer.json and tokenizer_config.json."""
    with open(folder / "tokenizer.json", "w", encoding="utf-8") as handle:
        json.dump(tokenizer_json(tokenizer), handle, ensure_ascii=False, separators=(",", ":"))
    config = {"tokenizer_class": "BertTokenizer", "model_max_length": max_tokens, "do_lower_case": True, "pad_token": "[PAD]", "unk_token": "[UNK]",
              "cls_token": "[CLS]", "sep_token": "[SEP]", "mask_token": "[MASK]"}
    with open(folder / "tokenizer_config.json", "w", encoding="utf-8") as handle:
        json.dump(config, handle, ensure_ascii=False, indent=2)
        handle.write("\n")
