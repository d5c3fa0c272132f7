"""The table of docs/matching.md: five trainings, each without a fold of ROME parents, and every ranking on the development offers.

Run i leaves out fold i altogether (occupation unknown: no title, definition, skill or diploma of it), the diplomas of fold i + 3 (diplomas
unknown: ROME's own text is there), one job title in eight and one diploma title in five of all folds. Nothing of it is shipped.
"""

import argparse
import json
import sys
import time
from contextlib import redirect_stdout
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix

from baselines import Classifier, WordVectors, bm25
from evaluate import FOLDS, Benchmark, average_precision, held_diploma_titles, held_job_titles, measures
from lexical import lexical_scores
from prepare import Preparer
from report import BASELINE, as_markdown, calibration, parent_summary, summary, title_summary
from runs import Run, normalised
from sources import read_occupations
from train import arguments, tokenizer_texts, vocabulary
from weak_labels import weak_labels

STEPS = 2000
TITLE_QUERIES = 400
LEXICAL = "character TF-IDF, prepared, with description"
REPORTS = "Word2Vec + classifier"
# What a ranking that is put together of timed parts costs; any other that is timed is a part by itself.
PARTS = {"encoder alone": ("encoder",), "ROME bridge alone": ("encoder", "ROME bridge"), "encoder + lexical": ("encoder", LEXICAL),
         "hybrid": ("encoder", "ROME bridge", LEXICAL)}
# One curve for both, so that a score means the same for a short text.
CALIBRATED = ("hybrid", "hybrid, title only")
GROUPS = ("occupation unknown", "diplomas unknown", "seen")


def combined(meaning, occupation, lexical, parameters, words):
    """Give the sum that formations are ordered by (ranking.md, section 5)."""
    semantic = (meaning + parameters["occupationWeight"] * occupation) / (1 + parameters["occupationWeight"])
    return (semantic + words * lexical) / (1 + words)


class Common:
    """What all runs share: texts, truth and the scores that no training changes."""

    def __init__(self, options):
        self.parameters = json.loads(Path(options.parameters).read_text(encoding="utf-8"))
        self.preparer, self.tokenizer = vocabulary(options)
        self.labels, self.benchmark, self.occupations = weak_labels(options.data, self.preparer), Benchmark(options.data), read_occupations(options.data)
        self.parents = sorted(set(self.benchmark.parents.values()))
        self.job_titles = held_job_titles(self.occupations, self.preparer)
        self.diploma_titles = held_diploma_titles(self.benchmark.formations, self.preparer)
        self.costs = {}
        raw = self.benchmark.formation_texts()
        ranked = Preparer.load_ranking(options.work / "gender-forms.json")
        self.texts = [[ranked(text) for text in group] for group in (raw, self.benchmark.titles(), self.benchmark.descriptions())]
        formations, titles, descriptions = self.texts
        self.joined = [f"{title} {description}" for title, description in zip(titles, descriptions)]
        lower = lambda texts: [text.lower() for text in texts]
        (self.baseline,), size = self.timed(BASELINE, lambda: lexical_scores(lower(raw), [lower(self.benchmark.titles())], sublinear=False))
        self.costs[BASELINE]["bytes"] = size
        inner = self.parameters["innerGramWeight"]
        (by_title, by_description), size = self.timed(LEXICAL, lambda: lexical_scores(formations, [titles, descriptions], inner))
        self.costs[LEXICAL]["bytes"] = size
        share = self.parameters["descriptionWeight"]
        self.by_title, self.lexical = by_title, (by_title + share * by_description) / (1 + share)
        self.bm25 = {}
        for name, queries in (("BM25, prepared, titles", titles), ("BM25, prepared, with description", self.joined)):
            self.bm25[name], size = self.timed(name, lambda: bm25(formations, queries))
            self.costs[name]["bytes"] = size
        self.words = WordVectors(tokenizer_texts(options.data, self.preparer))

    def timed(self, name, work):
        """Run the work and add its wall and processor seconds to the name; all of it is for all offers once."""
        wall, cpu = time.perf_counter(), time.process_time()
        result = work()
        cost = self.costs.setdefault(name, {"wall": 0, "cpu": 0, "times": 0, "bytes": 0})
        cost["wall"] += time.perf_counter() - wall
        cost["cpu"] += time.process_time() - cpu
        cost["times"] += 1
        return result

    def cost_of(self, name):
        """Give {ms an offer, CPU seconds per 1,000 offers, MB} of a ranking, of prepared texts and with the making of the index; None where it was not timed."""
        parts = [self.costs[part] for part in PARTS.get(name, (name,)) if part in self.costs]
        if not parts:
            return None
        share = 1000 / len(self.benchmark.offers)
        return {"ms": round(sum(part["wall"] / part["times"] for part in parts) * share, 2), "cpuSecondsPer1000": round(sum(part["cpu"] / part["times"] for part in parts) * share, 2),
                "megabytes": round(sum(part["bytes"] for part in parts) / 1e6, 1)}


def reports_approach(common, run):
    """Give the log probabilities of Word2Vec + classifier, taught from the diplomas' own texts and from the ROME texts of known links."""
    held_links = common.benchmark.held_out((run.number + 3) % FOLDS)
    texts, rows, columns, values = [], [], [], []
    def add(text, targets):
        rows.extend([len(texts)] * len(targets))
        columns.extend(targets)
        values.extend([1 / len(targets)] * len(targets))
        texts.append(text)
    for index, text in enumerate(common.texts[0]):
        for _ in range(5):
            add(text, [index])
    of_parent = {}
    for index, formation in enumerate(common.benchmark.formations):
        for parent in formation.parents:
            of_parent.setdefault(parent, []).append(index)
    for occupation in common.occupations.values():
        if occupation.parent in of_parent and occupation.parent not in run.held_out | held_links:
            known = [title for title in map(common.preparer, occupation.titles) if title not in run.left_out]
            details = [common.preparer(text) for text in occupation.definition + occupation.skills]
            for text in known + [f"{known[0] if known else ''} {' '.join(details[start::4])}" for start in range(4)]:
                add(text, of_parent[occupation.parent])
    targets = csr_matrix((values, (rows, columns)), shape=(len(texts), len(common.texts[0])))
    classifier = Classifier(common.words.means(texts), targets)
    scores = common.timed(REPORTS, lambda: classifier.judge(common.words.means(common.joined)))
    common.costs[REPORTS]["bytes"] = classifier.bytes + common.words.table.nbytes
    return scores


def rankings(common, run):
    """Give {name: scores, offers × formations} of one run."""
    parameters = common.parameters
    formations = run.embed(common.texts[0])
    titles, descriptions = common.timed("encoder", lambda: [run.embed(group) for group in common.texts[1:]])
    query = normalised(titles + parameters["descriptionWeight"] * descriptions)
    meaning, occupation = common.timed("ROME bridge", lambda: run.parts(query, formations))
    # As they are shipped: a signed byte a number.
    common.costs["encoder"]["bytes"] = run.table.size + formations.size
    common.costs["ROME bridge"]["bytes"] = run.bridge.prototypes.size + run.bridge.titles.size + formations.shape[0] * len(run.known)
    title_parts = run.parts(titles, formations)
    words, none = parameters["lexicalWeight"], np.zeros_like(meaning)
    run.proposal, run.meaning_parts = run.bridge.distributions(query), (meaning, occupation)
    return {
        "random": np.random.default_rng(run.number).random(meaning.shape), **common.bm25, BASELINE: common.baseline,
        LEXICAL: common.lexical, REPORTS: reports_approach(common, run),
        "encoder alone": meaning, "ROME bridge alone": occupation, "encoder + lexical": combined(meaning, none, common.lexical, {"occupationWeight": 0}, words),
        "hybrid, title only": combined(*title_parts, common.by_title, parameters, parameters["titleOnlyLexicalWeight"]),
        "hybrid": combined(meaning, occupation, common.lexical, parameters, words)}


def title_task(common, run, rng):
    """Give {(group, task): {ranking: values a query}} for job titles that the run was not taught: the other titles of their code, and their code."""
    titles = [(common.preparer(title), title.lower(), code) for code, occupation in common.occupations.items() for title in occupation.titles]
    held = np.array([text in common.job_titles for text, _, _ in titles])
    codes = np.array([code for _, _, code in titles])
    unknown = np.array([common.occupations[code].parent in run.held_out for code in codes])
    kept = np.flatnonzero(~held)
    texts, raw = [text for text, _, _ in titles], [text for _, text, _ in titles]
    code_list = list(common.occupations)
    code_titles = {code: [] for code in code_list}
    for index in kept:
        code_titles[codes[index]].append(index)
    label = lambda code: common.occupations[code].label
    targets = {"titles": ([texts[index] for index in kept], [raw[index] for index in kept], codes[kept]),
               "code": ([" ".join([common.preparer(label(code))] + [texts[index] for index in code_titles[code]]) for code in code_list],
                        [" ".join([label(code).lower()] + [raw[index] for index in code_titles[code]]) for code in code_list], np.array(code_list))}
    results = {}
    groups = {"occupation unknown": held & unknown, "occupation known, title new": held & ~unknown & np.array([text in run.left_out for text in texts])}
    for group, mask in groups.items():
        pool = [index for index in np.flatnonzero(mask) if code_titles[codes[index]]]
        if not pool:
            continue
        queries = rng.choice(pool, min(TITLE_QUERIES, len(pool)), replace=False)
        vectors = run.embed([texts[index] for index in queries])
        for task, (documents, raw_documents, own) in targets.items():
            relevant = codes[queries][:, None] == own[None, :]
            (words,), _ = lexical_scores(documents, [[texts[index] for index in queries]], common.parameters["innerGramWeight"])
            (plain,), _ = lexical_scores(raw_documents, [[raw[index] for index in queries]], sublinear=False)
            meaning, occupation = run.parts(vectors, run.embed(documents))
            scores = {"character TF-IDF": plain, "character TF-IDF, prepared": words, "encoder alone": meaning, "ROME bridge alone": occupation,
                      "hybrid": combined(meaning, occupation, words, common.parameters, common.parameters["titleOnlyLexicalWeight"])}
            results[group, task] = {name: average_precision(value, relevant) for name, value in scores.items()}
    return results


def new_diplomas(common, run, scores):
    """Give nDCG@10 a offer where only the diplomas that the run has not read are ranked (NaN where none of them is right)."""
    columns = [index for index, text in enumerate(common.benchmark.formations) if common.preparer(text.title) in run.left_out]
    values = np.full(len(scores), np.nan)
    if columns:
        relevant = common.benchmark.relevant[:, columns]
        rows = relevant.any(axis=1)
        values[rows] = measures(scores[rows][:, columns], relevant[rows])["ndcg"]
    return values


def groups_of(benchmark, number):
    folds = benchmark.offer_folds
    unknown, half = folds == number, folds == (number + 3) % FOLDS
    return dict(zip(GROUPS, (unknown, half, ~unknown & ~half)))


def main():
    parser = arguments(argparse.ArgumentParser(description=__doc__))
    parser.add_argument("--parameters", required=True, help="ranking.json")
    parser.add_argument("--runs", type=int, nargs="*", default=list(range(FOLDS)))
    parser.add_argument("--out", type=Path, help="JSON file to write")
    parser.set_defaults(steps=STEPS)
    options = parser.parse_args()
    common = Common(options)
    benchmark, values, firsts, titles, proposals = common.benchmark, {}, [], {}, {}
    rng = np.random.default_rng(options.seed)
    for number in options.runs:
        # The answer is the table; how the training goes is told beside it.
        with redirect_stdout(sys.stderr):
            run = Run(number, common, options)
        groups = groups_of(benchmark, number)
        for name, scores in rankings(common, run).items():
            measured = {**measures(scores, benchmark.relevant), "new": new_diplomas(common, run, scores)}
            for group, mask in groups.items():
                values.setdefault((group, name), []).append((np.flatnonzero(mask), {key: value[mask] for key, value in measured.items()}))
            if name in CALIBRATED:
                rows = benchmark.capped & ~groups["occupation unknown"]
                firsts.append((scores.max(axis=1)[rows], measured["hit1"][rows]))
        order = run.known[np.argsort(-run.proposal, axis=1)[:, :3]]
        right = np.array(common.parents)[order] == benchmark.offer_parents[:, None]
        for group in GROUPS[1:]:
            mask = groups[group]
            proposals.setdefault(group, []).append([(right[own, :1].any(axis=1), right[own].any(axis=1)) for own in (mask, mask & benchmark.capped)])
        for key, scored in title_task(common, run, rng).items():
            for name, precision in scored.items():
                titles.setdefault((*key, name), []).append(precision)
        print(f"run {number} done", file=sys.stderr, flush=True)
    result = {"runs": options.runs, "steps": options.steps, "offers": len(benchmark.offers), "formations": len(benchmark.formations), "rankings": [{**row, "cost": common.cost_of(row["ranking"])} for row in summary(values, benchmark)],
              "titles": title_summary(titles), "calibration": calibration(firsts), "parents": parent_summary(proposals)}
    text = json.dumps(result, ensure_ascii=False, indent=1)
    if options.out:
        options.out.parent.mkdir(parents=True, exist_ok=True)
        options.out.write_text(text + "\n", encoding="utf-8")
    print(as_markdown(result))


if __name__ == "__main__":
    main()
