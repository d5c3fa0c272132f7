"""Sums up what the runs of the cross-validation measured, and writes the tables of docs/matching.md."""

import json

import numpy as np

from evaluate import bootstrap, fit_logistic

BASELINE = "character TF-IDF, titles"


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
