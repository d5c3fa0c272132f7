"""The table of docs/matching.md: five trainings, each without a fold of ROME parents, and every ranking on the development offers.

Run i leaves out fold i altogether (occupation unknown: no title, definition, skill or diploma of it), the diplomas of fold i + 3 (diplomas
unknown: ROME's own text is there), one job title in eight and one diploma title in five of all folds. Nothing of it is shipped.
"""

import argparse
import json
import math
import time
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix

from baselines import Classifier, WordVectors, bm25, matrix_bytes
from compose import compose
from evaluate import FOLDS, Benchmark, average_precision, bootstrap, fit_logistic, held_diploma_titles, held_job_titles, measures
from lexical import grams
from model import embed
from occupations import choose_titles
from pairs import Corpus
from ranking import Bridge
from sources import read_occupations
from train import arguments, tokenizer_texts, train, vocabulary
from weak_labels import weak_labels

STEPS = 2000
TITLE_QUERIES = 400
BASELINE = "character TF-IDF, titles"
LEXICAL = "character TF-IDF, prepared, with description"
REPORTS = "Word2Vec + classifier"
# What a ranking that is put together of timed parts costs; any other that is timed is a part by itself.
PARTS = {"encoder alone": ("encoder",), "ROME bridge alone": ("encoder", "ROME bridge"), "encoder + lexical": ("encoder", LEXICAL),
         "hybrid": ("encoder", "ROME bridge", LEXICAL)}
GROUPS = ("occupation unknown", "diplomas unknown", "seen")


def lexical_scores(documents, queries, sublinear):
    """Take prepared documents and lists of queries; give their character TF-IDF cosines (queries × documents), one matrix a list, and the index's bytes."""
    counted = [grams(text) for text in documents]
    columns = {gram: index for index, gram in enumerate(sorted({gram for counts in counted for gram in counts}))}
    frequency = Counter(gram for counts in counted for gram in counts)
    idf = {gram: math.log((1 + len(documents)) / (1 + frequency[gram])) + 1 for gram in columns}

    def matrix(rows):
        values, indexes, starts = [], [], [0]
        for counts in rows:
            weights = {columns[gram]: (1 + math.log(count) if sublinear else count) * idf[gram] for gram, count in counts.items() if gram in columns}
            length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
            values += [weight / length for weight in weights.values()]
            indexes += weights
            starts.append(len(values))
        return csr_matrix((np.array(values, dtype=np.float32), indexes, starts), shape=(len(rows), len(columns)))

    right = matrix(counted).T.tocsr()
    return [(matrix(map_grams) @ right).toarray() for map_grams in ([grams(text) for text in texts] for texts in queries)], matrix_bytes(right)


def normalised(vectors):
    """Take vectors; give them at length 1, zero vectors as they are."""
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)


def combined(meaning, occupation, lexical, parameters, words):
    """Give the sum that formations are ordered by (ranking.md, section 5)."""
    semantic = (meaning + parameters["occupationWeight"] * occupation) / (1 + parameters["occupationWeight"])
    return (semantic + words * lexical) / (1 + words)


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
        self.texts = [[self.preparer(text) for text in group] for group in (raw, self.benchmark.titles(), self.benchmark.descriptions())]
        formations, titles, descriptions = self.texts
        self.joined = [f"{title} {description}" for title, description in zip(titles, descriptions)]
        lower = lambda texts: [text.lower() for text in texts]
        (self.baseline,), size = self.timed(BASELINE, lambda: lexical_scores(lower(raw), [lower(self.benchmark.titles())], False))
        self.costs[BASELINE]["bytes"] = size
        (by_title, by_description), size = self.timed(LEXICAL, lambda: lexical_scores(formations, [titles, descriptions], True))
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
            (words,), _ = lexical_scores(documents, [[texts[index] for index in queries]], True)
            (plain,), _ = lexical_scores(raw_documents, [[raw[index] for index in queries]], False)
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


def calibration(firsts):
    """Take (sums, right) a run; give the logistic curve from the sum to the share of right first formations, and that share by tenth of the score."""
    sums, right = (np.concatenate(column) for column in zip(*firsts))
    slope, offset = fit_logistic(sums, right)
    score = 1 / (1 + np.exp(-(slope * sums + offset)))
    bins = [(low, (score >= low / 10) & (score < (low + 1) / 10)) for low in range(10)]
    return {"slope": round(slope, 2), "offset": round(offset, 2),
            "bins": [{"from": low * 10, "offers": int(own.sum()), "right": round(float(right[own].mean()), 3)} for low, own in bins if own.any()]}


def summary(values, benchmark):
    """Take {(group, ranking): [(offers, measures)]}; give one row each, both weightings, with intervals over resampled occupations."""
    rows, first = [], {}
    for (group, name), runs in values.items():
        indexes = np.concatenate([own for own, _ in runs])
        joined = {key: np.concatenate([own[key] for _, own in runs]) for key in runs[0][1]}
        capped = benchmark.capped[indexes]
        row = {"offers": group, "ranking": name}
        for weighting, mask in (("all", np.ones(len(indexes), dtype=bool)), ("capped", capped)):
            row[weighting] = {key: round(float(value[mask].mean()), 3) for key, value in joined.items() if key != "new"}
            fresh = joined["new"][mask]
            row[weighting]["new"] = round(float(np.nanmean(fresh)), 3) if np.isfinite(fresh).any() else None
            row[weighting]["interval"] = [round(float(bound), 3) for bound in bootstrap(joined["ndcg"][mask], benchmark.offer_parents[indexes][mask])]
        first.setdefault(group, {})[name] = row
        rows.append(row)
    for row in rows:
        base = first[row["offers"]][BASELINE]
        for weighting in ("all", "capped"):
            own, other = row[weighting], base[weighting]
            own["times"] = round(own["ndcg"] / other["ndcg"], 2)
            own["timesNew"] = round(own["new"] / other["new"], 2) if own["new"] is not None else None
    return rows


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
        run = Run(number, common, options)
        groups = groups_of(benchmark, number)
        for name, scores in rankings(common, run).items():
            measured = {**measures(scores, benchmark.relevant), "new": new_diplomas(common, run, scores)}
            for group, mask in groups.items():
                values.setdefault((group, name), []).append((np.flatnonzero(mask), {key: value[mask] for key, value in measured.items()}))
            if name == "hybrid":
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
        print(f"run {number} done", flush=True)
    result = {"runs": options.runs, "steps": options.steps, "offers": len(benchmark.offers), "formations": len(benchmark.formations), "rankings": [{**row, "cost": common.cost_of(row["ranking"])} for row in summary(values, benchmark)],
              "titles": title_summary(titles), "calibration": calibration(firsts), "parents": parent_summary(proposals)}
    text = json.dumps(result, ensure_ascii=False, indent=1)
    if options.out:
        options.out.parent.mkdir(parents=True, exist_ok=True)
        options.out.write_text(text + "\n", encoding="utf-8")
    print(as_markdown(result))


def title_summary(titles):
    """Give one row a group, task and ranking: mean average precision and its ratio to character TF-IDF's."""
    rows = []
    for (group, task, name), parts in titles.items():
        precision = np.concatenate(parts)
        base = np.concatenate(titles[group, task, "character TF-IDF"]).mean()
        rows.append({"occupations": group, "task": task, "ranking": name, "queries": len(precision), "map": round(float(precision.mean()), 3), "times": round(float(precision.mean() / base), 2)})
    return rows


def parent_summary(proposals):
    """Give the share of offers whose ROME parent is the first, or among the first three, that the bridge proposes."""
    summed = {}
    for group, runs in proposals.items():
        for place, weighting in enumerate(("all", "capped")):
            first, three = (np.concatenate([run[place][kind] for run in runs]).mean() for kind in (0, 1))
            summed.setdefault(group, {})[weighting] = {"first": round(float(first), 3), "firstThree": round(float(three), 3)}
    return summed


def as_markdown(result):
    """Give the result as the tables of docs/matching.md."""
    lines = ["| offers | ranking | nDCG@10 | × | 95 % | Hit@1 | Hit@10 | MRR | MAP | nDCG@10, ≤ 20 | × | 95 %, ≤ 20 | new diplomas, × | ≤ 20, × | ms an offer | CPU s per 1,000 | MB |", "|---" * 17 + "|"]
    for row in result["rankings"]:
        all_offers, capped, cost = row["all"], row["capped"], row["cost"]
        costs = f"{cost['ms']} | {cost['cpuSecondsPer1000']} | {cost['megabytes']}" if cost else "– | – | –"
        lines.append(f"| {row['offers']} | {row['ranking']} | {all_offers['ndcg']:.3f} | {all_offers['times']:.2f} | {'–'.join(f'{bound:.2f}' for bound in all_offers['interval'])} | {all_offers['hit1']:.2f} | "
                     f"{all_offers['hit10']:.2f} | {all_offers['mrr']:.2f} | {all_offers['map']:.2f} | {capped['ndcg']:.3f} | {capped['times']:.2f} | {'–'.join(f'{bound:.2f}' for bound in capped['interval'])} | "
                     f"{all_offers['timesNew'] or '–'} | {capped['timesNew'] or '–'} | {costs} |")
    lines += ["", "| occupations | from a title to | ranking | MAP | × | queries |", "|---|---|---|---|---|---|"]
    lines += [f"| {row['occupations']} | {row['task']} | {row['ranking']} | {row['map']:.3f} | {row['times']:.2f} | {row['queries']} |" for row in result["titles"]]
    lines += ["", f"calibration: {json.dumps(result['calibration'])}", f"parents: {json.dumps(result['parents'])}"]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
