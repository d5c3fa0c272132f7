"""Gives keyword lists of real apprenticeship offers a ROME parent where one of their first words is a job title of that parent."""

import sources

CONTRACT_WORDS = frozenset("alternance alternant alternants apprentissage apprenti stage stagiaire cdi cdd contrat poste recrutement".split())
# Titles come first in these lists; further down, a job title is more often a colleague's or a customer's.
LEADING = 6


def weak_labels(data, preparer):
    """Take the data folder and the Preparer; give {index of the list: ROME parent}. Titles of several parents and lists that name several are left out."""
    parents_of = {}
    for occupation in sources.read_occupations(data).values():
        for title in occupation.titles:
            parents_of.setdefault(preparer(title), set()).add(occupation.parent)
    certain = {title: next(iter(parents)) for title, parents in parents_of.items() if len(parents) == 1}
    labels = {}
    for index, keywords in enumerate(sources.read_keyword_lists(data)):
        found = set()
        for keyword in keywords[:LEADING]:
            title = " ".join(word for word in preparer(keyword).split() if word not in CONTRACT_WORDS)
            if title in certain:
                found.add(certain[title])
        if len(found) == 1:
            labels[index] = found.pop()
    return labels
