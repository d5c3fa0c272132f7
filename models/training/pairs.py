"""Training views: several ways of saying the same occupation, diploma or bundle of skills."""

import math
import re
from collections import Counter

import numpy as np

import noise
import sources


def _sentences(texts):
    return [part.strip() for text in texts for part in re.split(r"(?<=[.!?…])\s+|\n+", text) if len(part.strip()) > 12]


class Corpus:
    """All fragments as piece ids, with the parents held out left out of everything that names an occupation."""

    def __init__(self, data, preparer, tokenizer, held_out=frozenset(), weak_labels=None, held_links=frozenset(), held_titles=frozenset()):
        """Take the data folder, the Preparer, the Tokenizer, ROME parents to leave out altogether, {list index: ROME parent} for
        keyword lists, ROME parents whose diplomas alone are left out, and prepared titles (of jobs or diplomas) to leave out."""
        held_parents, self.held_titles = held_out | held_links, held_titles
        self.cache = {}
        self.preparer, self.tokenizer = preparer, tokenizer
        every = sources.read_occupations(data)
        parents = {code: occupation.parent for code, occupation in every.items()}
        self.occupations = [self._occupation(occupation) for occupation in every.values() if occupation.parent not in held_out]
        self.parent_ids = {parent: index for index, parent in enumerate(sorted(set(parents.values())))}
        diplomas = [(formation, 2) for formation in sources.read_certif_info(data, parents)] + [(formation, 1) for formation in sources.read_rncp(data, parents)]
        self.formations = [self._formation(formation, weight) for formation, weight in diplomas if not formation.parents & held_parents and preparer(formation.title) not in held_titles]
        self.by_parent = {}
        for formation in self.formations:
            for parent in formation["parents"]:
                self.by_parent.setdefault(parent, []).append(formation)
        weak_labels = weak_labels or {}
        self.lists, self.lists_by_parent = [], {}
        for index, keywords in enumerate(sources.read_keyword_lists(data)):
            parent = weak_labels.get(index)
            if parent in held_out:
                continue
            encoded = self._many(keywords)
            if len(encoded) >= 4:
                self.lists.append(encoded)
                if parent is not None:
                    self.lists_by_parent.setdefault(parent, []).append(encoded)
        self.synonyms = [pair for pair in ((self._ids(label), self._ids(other)) for label, others in sources.read_esco(data) for other in others) if len(pair[0]) and len(pair[1])]
        self.masters = [(self._ids(title), self._ids(subject)) for title, subject in sources.read_master_titles(data)]
        self.contracts, self.blurbs = self._many(noise.CONTRACTS), self._many(noise.BLURBS)
        self.sector_blurbs = self._many(_sentences(sources.read_sector_blurbs(data)))
        self.towns = self._many(sources.read_towns(data)[::17])
        self.soft = sorted({tuple(ids) for occupation in self.occupations for ids in occupation["soft"]})
        self.soft = [np.array(ids, dtype=np.int32) for ids in self.soft]
        sizes = Counter(occupation["parent"] for occupation in self.occupations)
        weight = np.array([1.0 / math.sqrt(sizes[occupation["parent"]]) for occupation in self.occupations])
        self.occupation_odds = np.cumsum(weight / weight.sum())

    def _ids(self, text):
        if text not in self.cache:
            self.cache[text] = self.tokenizer.encode(self.preparer(text))
        return self.cache[text]

    def _many(self, texts):
        return [ids for ids in map(self._ids, texts) if len(ids)]

    def _occupation(self, occupation):
        return {"code": occupation.code, "parent": occupation.parent, "titles": self._many([title for title in occupation.titles if self.preparer(title) not in self.held_titles] + [occupation.label]),
                "definition": self._many(_sentences(occupation.definition)), "skills": self._many(occupation.skills),
                "knowledge": self._many(occupation.knowledge), "soft": self._many(occupation.soft_skills), "contexts": self._many(occupation.contexts),
                "sectors": self._many(occupation.sectors), "access": self._many(_sentences(occupation.access))}

    def _formation(self, formation, weight):
        return {"title": self._ids(formation.title), "kind": self._ids(formation.kind), "keywords": self._ids(formation.keywords),
                "blocks": self._many(formation.blocks), "parents": formation.parents, "weight": weight}


def pick(rng, items, count):
    """Take a random.Random, a list and how many; give up to that many different items, in random order."""
    if not items or count <= 0:
        return []
    return rng.sample(items, min(count, len(items)))


class Views:
    """Draws random views of an occupation or a diploma."""

    def __init__(self, corpus, rng):
        self.corpus, self.rng = corpus, rng

    def title(self, occupation):
        parts = pick(self.rng, occupation["titles"], 1)
        if self.rng.random() < 0.35:
            parts = parts + pick(self.rng, self.corpus.contracts, self.rng.randrange(1, 3)) + (pick(self.rng, self.corpus.towns, 1) if self.rng.random() < 0.3 else [])
        return parts

    def substance(self, occupation, count):
        """Skills, knowledge and definition sentences in random proportion."""
        share = [self.rng.random() for _ in range(3)]
        share = [part / sum(share) for part in share]
        return (pick(self.rng, occupation["skills"], round(count * share[0])) + pick(self.rng, occupation["knowledge"], round(count * share[1]))
                + pick(self.rng, occupation["definition"], round(count * share[2]))) or pick(self.rng, occupation["titles"], 1)

    def surroundings(self, occupation, count):
        corpus, rng = self.corpus, self.rng
        pools = (corpus.blurbs, corpus.contracts, corpus.sector_blurbs, corpus.soft, occupation["contexts"], occupation["sectors"])
        return [part for _ in range(count) for part in pick(rng, pools[rng.randrange(len(pools))], 1)]

    def messy(self, occupation):
        """What a long offer looks like: blurb, some substance, perhaps the title."""
        rng = self.rng
        parts = self.substance(occupation, rng.randrange(2, 9)) + self.surroundings(occupation, rng.randrange(1, 8))
        if rng.random() < 0.6:
            parts = parts + self.title(occupation)
        return parts

    def keyword_list(self, parent):
        """A real apprenticeship offer's keywords, labelled weakly with this parent; None where there is none."""
        lists = self.corpus.lists_by_parent.get(parent)
        if not lists:
            return None
        words = lists[self.rng.randrange(len(lists))]
        parts = pick(self.rng, words, max(2, round(len(words) * self.rng.uniform(0.3, 1.0))))
        return parts + pick(self.rng, self.corpus.blurbs, self.rng.randrange(0, 4))

    def offer(self, occupation):
        draw = self.rng.random()
        if draw < 0.3:
            return self.title(occupation)
        if draw < 0.65:
            return self.keyword_list(occupation["parent"]) or self.messy(occupation)
        return self.messy(occupation)

    def formation(self, formation):
        """Title with or without type and keywords, as a catalogue says it."""
        rng = self.rng
        parts = [formation["title"]]
        if rng.random() < 0.6:
            parts.append(formation["kind"])
        if rng.random() < 0.6:
            parts.append(formation["keywords"])
        if formation["blocks"] and rng.random() < 0.4:
            parts += pick(rng, formation["blocks"], rng.randrange(1, 4))
        return parts

    def answer(self, occupation):
        """The formation side of a pair: a diploma of the parent where there is one, else what ROME says. Gives (parts, parents)."""
        rng, own = self.rng, frozenset([occupation["parent"]])
        diplomas = self.corpus.by_parent.get(occupation["parent"])
        draw = rng.random()
        if diplomas and draw < 0.55:
            diploma = diplomas[rng.randrange(len(diplomas))]
            return self.formation(diploma), diploma["parents"]
        if draw < 0.8:
            return self.title(occupation), own
        return self.substance(occupation, rng.randrange(2, 8)), own
