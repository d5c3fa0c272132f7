"""One of the five trainings of the cross-validation: an encoder and a bridge that know nothing of a fold of ROME parents."""

import numpy as np

from compose import compose
from evaluate import FOLDS
from model import embed
from occupations import choose_titles
from pairs import Corpus
from ranking import Bridge
from train import train


def normalised(vectors):
    """Take vectors; give them at length 1, zero vectors as they are."""
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)


class Run:
    """One of the five trainings."""

    def __init__(self, number, common, options):
        """Take the run's number, the Common and the options; train where the work folder has no result of it yet."""
        self.common, self.number = common, number
        self.held_out = common.benchmark.held_out(number)
        held_links, left_out = common.benchmark.held_out((number + 3) % FOLDS), common.job_titles | common.diploma_titles
        trained, composed = options.work / f"run-{number}.npz", options.work / f"composed-{number}.npz"
        corpus = None
        if not trained.exists() or not composed.exists():
            corpus = Corpus(options.data, common.preparer, common.tokenizer, self.held_out, common.labels, held_links, left_out)
        if not trained.exists():
            table, prototypes = train(corpus, common.tokenizer.size, options)
            np.savez(trained, table=table, prototypes=prototypes, left_out=np.array(sorted(left_out)))
        own = np.load(trained)
        self.left_out = set(own["left_out"].tolist())
        if not composed.exists():
            table, prototypes = compose(corpus, common.tokenizer, own["table"], own["prototypes"], options.seed)
            np.savez(composed, table=table, prototypes=prototypes)
        self.table, self.prototypes = (np.load(composed)[name] for name in ("table", "prototypes"))
        self.bridge = self._bridge()

    def _bridge(self):
        common, parents = self.common, self.common.parents
        kept = {}
        for code, occupation in common.occupations.items():
            if occupation.parent not in self.held_out:
                titles = [title for title in occupation.titles if common.preparer(title) not in self.left_out]
                kept[code] = type(occupation)(code, occupation.parent, occupation.label, titles)
        chosen = choose_titles(kept, self.table, common.tokenizer, common.preparer)
        known = [index for index, parent in enumerate(parents) if parent not in self.held_out]
        position = {parents[index]: place for place, index in enumerate(known)}
        self.known = np.array(known)
        return Bridge(self.prototypes[known], np.array([vector for _, _, vector in chosen]),
                      np.array([position[kept[code].parent] for code, _, _ in chosen]), common.parameters)

    def embed(self, texts):
        return embed(self.table, [self.common.tokenizer.encode(text) for text in texts])

    def parts(self, queries, documents):
        """Take unit vectors; give (meaning, occupation), queries × documents."""
        roots = np.sqrt(self.bridge.distributions(documents))
        return np.maximum(0, queries @ documents.T), np.sqrt(self.bridge.distributions(queries)) @ roots.T
