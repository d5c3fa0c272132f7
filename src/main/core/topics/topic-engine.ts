import type { Topic, Topics } from '../../../shared/contract/dashboard-topics';
import { compare } from '../../../shared/domain/dashboard/figures';
import { companyIdSchema } from '../../../shared/domain/ids';
import { packIds } from '../../../shared/util/packed-ids';
import type { ReadDb } from '../db/open';
import type { TopicQuestion } from '../ports';
import { everyNth, findGroups } from './find-groups';
import { createWordReader } from './offer-words';
import { assign, cosine, type Rows } from './spherical-k-means';
import * as topicRepository from './topic-repository';
import { coherenceOf, wordsOfClasses } from './topic-words';

/** Groups are learnt of so many offers, evenly taken; all others join the nearest. */
const learntOf = 3_000;
/** Offers whose words are read, evenly taken. */
const wordsOf = 1_500;
/** What is read of a description, in characters: what comes behind is mostly about the company. */
const readLength = 800;
const [labelWords, shownTitles, shownCompanies, shownSkills, shownUntaught] = [5, 3, 5, 5, 12];
/** An offer alone is no topic. */
const leastOffers = 2;

/** Groups offers by their meaning and says what each group is about; the same offers give the same groups. */
export function topicsOf(db: ReadDb, question: TopicQuestion): Topics {
  const { now, before, smallNumber } = question;
  const isNow = new Set(now);
  const { ids, rows } = readVectors(db, [...isNow, ...before.filter((id) => !isNow.has(id))]);
  const groups = findGroups(everyNth(rows, learntOf));
  const labels = groups ? assign(rows, groups.centres) : new Int32Array(rows.count);
  const members = Array.from({ length: groups?.centres.count ?? 0 }, (): number[] => []);
  labels.forEach((label, row) => members[label]?.push(row));
  const kept = members.flatMap((rowsOfGroup, label) =>
    rowsOfGroup.length < leastOffers ? [] : [{ label, rowsOfGroup }],
  );
  const isKept = new Set(kept.flatMap(({ rowsOfGroup }) => rowsOfGroup));
  const apart = ids.filter((_, row) => !isKept.has(row));
  const described = describe(db, ids, labels, members.length);
  const isUntaught = question.untaughtSkills && new Set(question.untaughtSkills);
  const skills = isUntaught && grouped(topicRepository.skillsOf(db, now).filter(({ key }) => isUntaught.has(key)));
  const companies = grouped(topicRepository.companiesOf(db, now));
  const counted = (of: readonly number[]) => {
    const ofNow = of.filter((id) => isNow.has(id));
    return {
      ...compare(ofNow.length, of.length - ofNow.length, smallNumber),
      offers: of.length === 0 ? null : packIds(ofNow.length === 0 ? of : ofNow),
    };
  };
  const topics = kept.map(({ label, rowsOfGroup }): Topic => {
    const own = rowsOfGroup.map((row) => ids[row] ?? 0);
    const nearest = groups ? nearestFirst(rows, rowsOfGroup, groups.centres, label) : rowsOfGroup;
    const ofCompanies = tally(
      own.flatMap((id) => companies.get(id) ?? []),
      ({ companyId }) => companyId,
    );
    return {
      ...counted(own),
      ...{ words: described.words[label] ?? [], coherence: described.coherence[label] ?? null },
      titles: distinctTitles(
        db,
        nearest.slice(0, 4 * shownTitles).map((row) => ids[row] ?? 0),
      ),
      companies: ofCompanies.slice(0, shownCompanies).map(({ first, count }) => ({
        ...{ companyId: companyIdSchema.parse(first.companyId), name: first.name, offers: count },
      })),
      companyCount: ofCompanies.length,
      untaught:
        skills &&
        mostAsked(
          own.flatMap((id) => skills.get(id) ?? []),
          shownSkills,
        ),
    };
  });
  topics.sort((one, other) => other.now - one.now || other.before - one.before);
  return {
    total: compare(isNow.size, before.length, smallNumber),
    grouped: rows.count,
    ...{ topics, apart: counted(apart), coherence: meanCoherence(topics), silhouette: groups?.silhouette ?? null },
    untaught: skills && mostAsked([...skills.values()].flat(), shownUntaught),
  };
}

function readVectors(db: ReadDb, ids: readonly number[]): { readonly ids: readonly number[]; readonly rows: Rows } {
  const found: number[] = [];
  let values = new Float32Array(0);
  let dimensions = 0;
  for (const { id, vector } of topicRepository.vectorsOf(db, ids)) {
    if (dimensions === 0) {
      dimensions = vector.byteLength / Float32Array.BYTES_PER_ELEMENT;
      values = new Float32Array(ids.length * dimensions);
    }
    // Of another model, or of a text without a word that it knows: nothing to compare.
    if (vector.byteLength !== dimensions * Float32Array.BYTES_PER_ELEMENT || vector.every((byte) => byte === 0))
      continue;
    const row = new Float32Array(dimensions);
    new Uint8Array(row.buffer).set(vector);
    values.set(row, found.length * dimensions);
    found.push(id);
  }
  return { ids: found, rows: { values, dimensions, count: found.length } };
}

/** The words of each group and how well they go together, from offers evenly taken. */
function describe(db: ReadDb, ids: readonly number[], labels: Int32Array, groups: number) {
  const step = Math.max(1, Math.ceil(ids.length / wordsOf));
  const taken = ids.flatMap((id, row) => (row % step === 0 ? [{ id, label: labels[row] ?? 0 }] : []));
  const texts = topicRepository.textsOf(
    db,
    taken.map(({ id }) => id),
    readLength,
  );
  const reader = createWordReader();
  const read = taken.flatMap(({ id, label }) => {
    const text = texts.get(id);
    return text ? [{ label, words: reader.read(text) }] : [];
  });
  const documents = read.map(({ words }) => new Set(words.keys()));
  const best = wordsOfClasses(
    read.map(({ words }) => words),
    read.map(({ label }) => label),
    groups,
    labelWords,
  );
  return {
    words: best.map((words) => words.map((word) => reader.spellingOf(word))),
    coherence: best.map((words) => coherenceOf(words, documents)),
  };
}

/** The rows of a group from its middle outwards. */
function nearestFirst(rows: Rows, own: readonly number[], centres: Rows, centre: number): number[] {
  const placed = own.map((row) => ({ row, near: cosine(rows, row, centres, centre) }));
  return placed.sort((one, other) => other.near - one.near || one.row - other.row).map(({ row }) => row);
}

function distinctTitles(db: ReadDb, ids: readonly number[]): string[] {
  const texts = topicRepository.textsOf(db, ids, 1);
  return [...new Set(ids.flatMap((id) => texts.get(id)?.title ?? []))].slice(0, shownTitles);
}

function mostAsked(skills: readonly topicRepository.OfferSkill[], most: number): { label: string; offers: number }[] {
  return tally(skills, ({ key }) => key)
    .slice(0, most)
    .map(({ first, count }) => ({ label: first.label, offers: count }));
}

/** Things by the key that they share, the most frequent first, of equals the one that came first. */
function tally<T>(things: readonly T[], keyOf: (thing: T) => string | number): { first: T; count: number }[] {
  const counts = new Map<string | number, { first: T; count: number }>();
  for (const thing of things) {
    const known = counts.get(keyOf(thing));
    if (known) known.count += 1;
    else counts.set(keyOf(thing), { first: thing, count: 1 });
  }
  return [...counts.values()].sort((one, other) => other.count - one.count);
}

function grouped<T extends { readonly offerId: number }>(things: readonly T[]): ReadonlyMap<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const thing of things) {
    const group = groups.get(thing.offerId);
    if (group) group.push(thing);
    else groups.set(thing.offerId, [thing]);
  }
  return groups;
}

function meanCoherence(topics: readonly Topic[]): number | null {
  const known = topics.flatMap(({ coherence, now, before }) =>
    coherence === null ? [] : [{ coherence, weight: now + before }],
  );
  const weight = known.reduce((sum, topic) => sum + topic.weight, 0);
  if (weight === 0) return null;
  // Rounding may go beyond by a hair.
  return Math.max(-1, Math.min(1, known.reduce((sum, topic) => sum + topic.coherence * topic.weight, 0) / weight));
}
