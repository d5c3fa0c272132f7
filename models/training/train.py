"""Trains the encoder and writes the model folder. See README.md for the commands."""

import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import torch

import sources
from model import TableEncoder
from pairs import Corpus, Views, pick
from prepare import Preparer, gender_forms
from tokenizer import Tokenizer, train_tokenizer
from weak_labels import weak_labels


# One pass over the table instead of several, where torch has it (2.4 and later).
FUSED = {"fused": True} if tuple(map(int, torch.__version__.split(".")[:2])) >= (2, 4) else {}


def tokenizer_texts(data, preparer):
    """Take the data folder and the Preparer; give the prepared texts that the vocabulary is learnt from."""
    occupations = sources.read_occupations(data)
    parents = {code: occupation.parent for code, occupation in occupations.items()}
    texts = []
    for occupation in occupations.values():
        texts += occupation.titles * 2 + occupation.definition + occupation.access + occupation.sectors
    texts += sorted({text for occupation in occupations.values() for text in occupation.skills + occupation.knowledge + occupation.contexts})
    for formation in sources.read_certif_info(data, parents) + sources.read_rncp(data, parents):
        texts += [f"{formation.kind} {formation.title} {formation.keywords}"] + formation.blocks
    texts += [label for label, others in sources.read_esco(data) for label in [label, *others]]
    texts += [" ".join(keywords) for keywords in sources.read_keyword_lists(data)]
    texts += sources.read_sector_blurbs(data)
    return [prepared for prepared in map(preparer, texts) if prepared]


def inverse_frequency(sequences, size):
    """Take id arrays; give each piece's inverse document frequency, scaled to a mean of 1 over the texts' pieces."""
    counts = np.zeros(size)
    for ids in sequences:
        counts[np.unique(ids)] += 1
    idf = np.log((len(sequences) + 1) / (counts + 1)) + 0.2
    return idf / idf.mean()


def pack(batch, rng, drop):
    """Take texts as lists of id arrays; give flat ids and offsets, each piece dropped with the given probability (never all of them)."""
    rows = []
    for parts in batch:
        ids = np.concatenate(parts) if len(parts) > 1 else parts[0]
        if drop and len(ids) > 2:
            kept = ids[rng.random(len(ids)) >= drop]
            ids = kept if len(kept) else ids
        rows.append(ids)
    offsets = np.cumsum([0] + [len(ids) for ids in rows[:-1]])
    return torch.from_numpy(np.concatenate(rows).astype(np.int64)), torch.from_numpy(offsets.astype(np.int64))


def contrastive(left, right, same, scale):
    """Symmetric cross-entropy over the batch; rows of `same` say which pairs are right (its diagonal always is)."""
    logits = scale * left @ right.T
    loss = 0.0
    for scores, target in ((logits, same), (logits.T, same.T)):
        target = target / target.sum(dim=1, keepdim=True)
        loss = loss - (target * torch.log_softmax(scores, dim=1)).sum(dim=1).mean()
    return loss / 2


def classification(cosines, members, scale):
    """Cross-entropy of texts against the prototypes of all ROME parents; a diploma of several parents aims at each equally."""
    return -(members / members.sum(dim=1, keepdim=True) * torch.log_softmax(scale * cosines, dim=1)).sum(dim=1).mean()


class Batches:
    """Draws the batches of each task."""

    def __init__(self, corpus, rng, size):
        self.corpus, self.rng, self.size = corpus, rng, size
        self.views = Views(corpus, rng)
        self.titled = [formation for formation in corpus.formations if formation["blocks"] or len(formation["keywords"])]
        domains = {}
        for index, occupation in enumerate(corpus.occupations):
            domains.setdefault(occupation["code"][:3], []).append(index)
        self.domains = list(domains.values())
        self.odds = corpus.occupation_odds.tolist()

    def _occupation_indexes(self, hard):
        rng, corpus = self.rng, self.corpus
        indexes = rng.choices(range(len(corpus.occupations)), cum_weights=self.odds, k=self.size)
        count = round(self.size * hard)
        near = []
        while len(near) < count:
            near += pick(rng, self.domains[rng.randrange(len(self.domains))], 12)
        return near[:count] + indexes[count:]

    def occupation(self, hard):
        """Offer-like view against formation-like view of one occupation; texts that share a ROME parent count as right."""
        corpus = self.corpus
        members = np.zeros((2, self.size, len(corpus.parent_ids)), dtype=np.float32)
        left, right = [], []
        for row, index in enumerate(self._occupation_indexes(hard)):
            occupation = corpus.occupations[index]
            left.append(self.views.offer(occupation))
            parts, parents = self.views.answer(occupation)
            right.append(parts)
            members[0, row, corpus.parent_ids[occupation["parent"]]] = 1
            for parent in parents:
                members[1, row, corpus.parent_ids[parent]] = 1
        same = torch.from_numpy(((members[0] @ members[1].T) > 0).astype(np.float32))
        return left, right, same * 0.5 + torch.eye(self.size) * 0.5, torch.from_numpy(members.reshape(2 * self.size, -1))

    def keywords(self):
        """Two halves of one real offer's keywords."""
        rng, left, right = self.rng, [], []
        for _ in range(self.size):
            words = self.corpus.lists[rng.randrange(len(self.corpus.lists))]
            order = rng.sample(range(len(words)), len(words))
            cut = rng.randrange(1, len(words))
            left.append([words[index] for index in order[:cut]])
            right.append([words[index] for index in order[cut:]])
        return left, right, torch.eye(self.size)

    def diplomas(self):
        """Title against blocks of skills or keywords; ESCO label against its other labels; master against its field."""
        rng, corpus, left, right = self.rng, self.corpus, [], []
        while len(left) < self.size:
            draw = rng.random()
            if draw < 0.15:
                first, second = corpus.synonyms[rng.randrange(len(corpus.synonyms))]
                pair = ([first], [second])
            elif draw < 0.2:
                first, second = corpus.masters[rng.randrange(len(corpus.masters))]
                pair = ([first], [second])
            else:
                formation = self.titled[rng.randrange(len(self.titled))]
                other = pick(rng, formation["blocks"], rng.randrange(1, 5)) if formation["blocks"] and rng.random() < 0.7 else [formation["keywords"]]
                pair = ([formation["title"]] + ([formation["kind"]] if rng.random() < 0.3 else []), other)
            if sum(map(len, pair[0])) and sum(map(len, pair[1])):
                left.append(pair[0])
                right.append(pair[1])
        return left, right, torch.eye(self.size)


def train(corpus, vocabulary_size, options, log=print):
    """Take the Corpus and the options of the command line; give the trained table and the prototypes of the ROME parents (float32, one row each)."""
    torch.manual_seed(options.seed)
    rng = np.random.default_rng(options.seed)
    batches = Batches(corpus, random.Random(options.seed), options.batch)
    model = TableEncoder(vocabulary_size, options.dimensions, inverse_frequency(list(corpus.cache.values()), vocabulary_size), len(corpus.parent_ids))
    optimizer = torch.optim.Adam([{"params": [model.vectors, model.prototypes], "lr": options.rate}, {"params": [model.log_weight], "lr": options.rate * 2}], betas=(0.9, 0.98), **FUSED)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, [options.rate, options.rate * 2], total_steps=options.steps, pct_start=0.05)
    started, running = time.time(), [0.0, 0.0, 0.0]
    for step in range(options.steps):
        optimizer.zero_grad(set_to_none=True)
        *occupation, members = batches.occupation(options.hard)
        drawn = [(occupation, options.scale, 1.0)]
        if step % 2 == 0:
            drawn.append((batches.keywords(), options.scale * 0.7, options.keyword_weight))
        else:
            drawn.append((batches.diplomas(), options.scale, options.diploma_weight))
        loss = 0.0
        # One forward pass for all sides: the backward pass through the table is what costs.
        sides = model(*pack([text for (left, right, _), _, _ in drawn for text in left + right], rng, options.drop)).split(options.batch)
        for task, ((_, _, same), scale, weight) in enumerate(drawn):
            value = contrastive(sides[2 * task], sides[2 * task + 1], same, scale)
            slot = 0 if task == 0 else 1 + step % 2
            running[slot] = 0.99 * running[slot] + 0.01 * float(value.detach())
            loss = loss + weight * value
        loss = loss + options.prototype_weight * classification(model.classify(torch.cat(sides[:2])), members, options.scale)
        loss.backward()
        optimizer.step()
        schedule.step()
        if (step + 1) % 500 == 0:
            log(f"step {step + 1}/{options.steps} occupation {running[0]:.3f} keywords {running[1]:.3f} diplomas {running[2]:.3f} {time.time() - started:.0f} s")
    return model.table(), model.prototype_table()


def arguments(parser=None):
    """Give the parser of the training options, defaults being those of the shipped model."""
    parser = parser or argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, help="folder of the open data (README.md says which files)")
    parser.add_argument("--work", required=True, type=Path, help="folder for the vocabulary and the trained table")
    parser.add_argument("--vocabulary", type=int, default=24000)
    parser.add_argument("--dimensions", type=int, default=256)
    parser.add_argument("--steps", type=int, default=6000)
    parser.add_argument("--batch", type=int, default=384)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--scale", type=float, default=24.0)
    parser.add_argument("--drop", type=float, default=0.15)
    parser.add_argument("--hard", type=float, default=0.3)
    parser.add_argument("--keyword-weight", type=float, default=0.7)
    parser.add_argument("--diploma-weight", type=float, default=0.7)
    parser.add_argument("--prototype-weight", type=float, default=0.5)
    parser.add_argument("--seed", type=int, default=1)
    return parser


def vocabulary(options):
    """Take the options; give (Preparer, Tokenizer), learnt once and kept in the work folder."""
    options.work.mkdir(parents=True, exist_ok=True)
    forms_path, model_path = options.work / "gender-forms.json", options.work / f"pieces-{options.vocabulary}.model"
    if not forms_path.exists():
        forms = gender_forms(title for occupation in sources.read_occupations(options.data).values() for title in occupation.titles)
        forms_path.write_text(json.dumps(forms, separators=(",", ":")), encoding="utf-8")
    preparer = Preparer.load(forms_path)
    if not model_path.exists():
        model_path.write_bytes(train_tokenizer(tokenizer_texts(options.data, preparer), options.vocabulary))
    return preparer, Tokenizer(model_path.read_bytes())


def main():
    options = arguments().parse_args()
    preparer, tokenizer = vocabulary(options)
    corpus = Corpus(options.data, preparer, tokenizer, weak_labels=weak_labels(options.data, preparer))
    table, prototypes = train(corpus, tokenizer.size, options)
    np.save(options.work / "trained-table.npy", table)
    np.save(options.work / "trained-prototypes.npy", prototypes)


if __name__ == "__main__":
    main()
