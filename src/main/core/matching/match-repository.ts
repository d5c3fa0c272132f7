import { z } from 'zod';
import type { FormationId, OfferId } from '../../../shared/domain/ids';
import type { Match, OfferMatches } from '../../../shared/domain/match';
import type { ReadDb, WriteDb } from '../db/open';
import type { FormationMatter, OfferMatter } from '../../../shared/domain/text/match-text';
import { levelsOf } from '../../../shared/domain/study-years';
import type { OfferIdentity } from '../../../shared/domain/text/identity';
import type { RankedFormation } from '../ports';

/** An offer as it is compared. `stamp` changes with anything that its compared text depends on, and back with it. */
export interface OfferToRank extends OfferMatter, OfferIdentity {
  readonly id: number;
  readonly stamp: string;
}

export interface FormationToRank extends FormationMatter {
  readonly id: number;
}

/** What a ranking must have been computed with to be valid, besides the offer as it is now. */
export interface RankingKey {
  readonly modelId: string;
  /** Names the scoring and the formations. */
  readonly corpus: string;
}

/** How the matching of one offer ended. */
export interface RankingResult {
  readonly offerId: number;
  readonly outcome: 'ranked' | 'no-suitable-formation' | 'insufficient-text';
  readonly bestScore: number | null;
  readonly formations: readonly RankedFormation[];
}

// Said by its values and not by revision numbers, which come again after an import was taken back.
const stamp = `json_array(o.raw_title, o.description, o.city, o.content_hash, c.name, k.name)`;
const offersWithNames = `offer o LEFT JOIN company c ON c.id = o.company_id LEFT JOIN contact k ON k.id = o.contact_id`;

/** Whether there is an offer without a ranking. */
export function hasPending(db: ReadDb): boolean {
  return countOf(db, 'offer') > countOf(db, 'ranking');
}

export function hasRankings(db: ReadDb): boolean {
  return db.prepare('SELECT 1 FROM ranking LIMIT 1').get() !== undefined;
}

/**
 * How many offers lack a valid ranking. Triggers remove the ranking of an offer whose text changes; what is left of
 * another model or of other formations counts as missing.
 */
export function countStale(db: ReadDb, key: RankingKey): number {
  const valid = db
    .prepare<number, [RankingKey]>('SELECT count(*) FROM ranking WHERE model_id = :modelId AND basis = :corpus')
    .pluck()
    .get(key);
  return countOf(db, 'offer') - (valid ?? 0);
}

function countOf(db: ReadDb, table: 'offer' | 'ranking'): number {
  return db.prepare<number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
}

/** The offers whose ranking was computed with something else than the key, in id order. */
export function outdatedIds(db: ReadDb, key: RankingKey): readonly number[] {
  return db
    .prepare<number, [RankingKey]>(
      'SELECT offer_id FROM ranking WHERE model_id <> :modelId OR basis <> :corpus ORDER BY offer_id',
    )
    .pluck()
    .all(key);
}

/** Every offer that has a ranking, in id order. */
export function rankedIds(db: ReadDb): readonly number[] {
  return db.prepare<number>('SELECT offer_id FROM ranking ORDER BY offer_id').pluck().all();
}

/** Makes an offer pending; its matches, which are slower to remove, are no longer shown. */
export function removeRanking(db: WriteDb, offerId: number): void {
  db.prepare<unknown, [number]>('DELETE FROM ranking WHERE offer_id = ?').run(offerId);
}

export function removeMatches(db: WriteDb, offerId: number): void {
  db.prepare<unknown, [number]>('DELETE FROM match WHERE offer_id = ?').run(offerId);
}

type OfferRow = Omit<OfferToRank, 'skills' | 'levels'> & { readonly levelMask: number };

/** Offers without a valid ranking whose id is above `after`, in id order. */
export function staleOffers(db: ReadDb, key: RankingKey, after: number, limit: number): readonly OfferToRank[] {
  const rows = db
    .prepare<OfferRow, [RankingKey & { readonly after: number; readonly limit: number }]>(
      `SELECT o.id, ${stamp} AS stamp, o.raw_title AS title, o.description, o.city, o.level_mask AS levelMask, c.name AS company, k.name AS contact
       FROM ${offersWithNames} LEFT JOIN ranking r ON r.offer_id = o.id
       WHERE o.id > :after AND (r.offer_id IS NULL OR r.model_id <> :modelId OR r.basis <> :corpus)
       ORDER BY o.id LIMIT :limit`,
    )
    .all({ ...key, after, limit });
  const skills = offerSkills(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, levels: levelsOf(row.levelMask), skills: skills.get(row.id) ?? [] }));
}

/** The stamps of offers as they are now; an offer that is gone has none. */
export function stampsOf(db: ReadDb, offerIds: readonly number[]): ReadonlyMap<number, string> {
  const rows = db
    .prepare<{ readonly id: number; readonly stamp: string }, [string]>(
      `SELECT o.id, ${stamp} AS stamp FROM ${offersWithNames} WHERE o.id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(offerIds));
  return new Map(rows.map((row) => [row.id, row.stamp]));
}

const listSchema = z.array(z.string());
/** Lists travel as JSON. */
type FormationRow = Omit<FormationToRank, 'keywords' | 'skills' | 'jobs' | 'romeCodes'> &
  Readonly<Record<'keywords' | 'skills' | 'jobs' | 'romeCodes', string>>;

/** Every formation, in id order. */
export function formationsToRank(db: ReadDb): readonly FormationToRank[] {
  return db
    .prepare<FormationRow>(
      `SELECT f.id, f.title, f.diploma_type AS diplomaType, f.level, f.keywords, f.jobs, f.description,
         (SELECT json_group_array(s.label ORDER BY l.position) FROM formation_skill l JOIN skill s ON s.id = l.skill_id
          WHERE l.formation_id = f.id) AS skills,
         (SELECT json_group_array(r.code ORDER BY r.position) FROM formation_rome r WHERE r.formation_id = f.id) AS romeCodes
       FROM formation f ORDER BY f.id`,
    )
    .all()
    .map((row) => {
      const [keywords, skills, jobs] = [toList(row.keywords), toList(row.skills), toList(row.jobs)];
      return { ...row, keywords, skills, jobs, romeCodes: toList(row.romeCodes) };
    });
}

function toList(json: string): readonly string[] {
  return listSchema.parse(JSON.parse(json));
}

/** Changes when a formation is added, removed or says something else. */
export function formationsStamp(db: ReadDb): string {
  const row = db
    .prepare<{ readonly stamp: string }>(
      `SELECT coalesce(group_concat(id || '.' || content_hash), '') AS stamp
       FROM (SELECT id, content_hash FROM formation ORDER BY id)`,
    )
    .get();
  return row?.stamp ?? '';
}

function offerSkills(db: ReadDb, offerIds: readonly number[]): ReadonlyMap<number, string[]> {
  const rows = db
    .prepare<{ readonly id: number; readonly label: string }, [string]>(
      `SELECT l.offer_id AS id, s.label FROM offer_skill l JOIN skill s ON s.id = l.skill_id
       WHERE l.offer_id IN (SELECT value FROM json_each(?)) ORDER BY l.offer_id, l.position`,
    )
    .all(JSON.stringify(offerIds));
  const skills = new Map<number, string[]>();
  for (const { id, label } of rows) {
    const labels = skills.get(id);
    if (labels) labels.push(label);
    else skills.set(id, [label]);
  }
  return skills;
}

/** Puts the result of one offer in place of the former one. */
export function replaceRanking(db: WriteDb, key: RankingKey, result: RankingResult, rankedAt: string): void {
  const { offerId, outcome, bestScore } = result;
  removeMatches(db, offerId);
  db.prepare<unknown, [number, string, string, string, number | null, string]>(
    `INSERT INTO ranking (offer_id, model_id, basis, outcome, best_score, ranked_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (offer_id) DO UPDATE SET model_id = excluded.model_id, basis = excluded.basis,
       outcome = excluded.outcome, best_score = excluded.best_score, ranked_at = excluded.ranked_at`,
  ).run(offerId, key.modelId, key.corpus, outcome, bestScore, rankedAt);
  const insert = db.prepare<unknown, [number, number, number, string, number, number, number]>(
    `INSERT INTO match (offer_id, rank, formation_id, model_id, score, semantic, lexical) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  result.formations.forEach(({ formationId, score, semantic, lexical }, index) => {
    insert.run(offerId, index + 1, formationId, key.modelId, score, semantic, lexical);
  });
}

type MatchRow = Pick<Match, 'rank' | 'score' | 'semantic' | 'lexical'> &
  Pick<Match['formation'], 'title' | 'diplomaType' | 'level' | 'component'> & { readonly formationId: FormationId };

/** The formations of one offer, best first; null when there is no such offer. */
export function findOfOffer(db: ReadDb, offerId: OfferId): OfferMatches | null {
  const ranking = db
    .prepare<{ readonly outcome: OfferMatches['outcome']; readonly modelId: string | null }, [number]>(
      `SELECT coalesce(r.outcome, 'pending') AS outcome, r.model_id AS modelId
       FROM offer o LEFT JOIN ranking r ON r.offer_id = o.id WHERE o.id = ?`,
    )
    .get(offerId);
  if (!ranking) return null;
  const rows = db
    .prepare<MatchRow, [number]>(
      `SELECT m.rank, m.score, m.semantic, m.lexical, m.formation_id AS formationId, f.title,
         f.diploma_type AS diplomaType, f.level, p.name AS component
       FROM match m JOIN formation f ON f.id = m.formation_id LEFT JOIN component p ON p.id = f.component_id
       WHERE m.offer_id = ? AND EXISTS (SELECT 1 FROM ranking r WHERE r.offer_id = m.offer_id) ORDER BY m.rank`,
    )
    .all(offerId);
  const matches = rows.map(({ formationId, title, diplomaType, level, component, ...match }) => ({
    ...match,
    formation: { id: formationId, title, diplomaType, level, component },
  }));
  return { offerId, outcome: ranking.outcome, matches, modelId: ranking.modelId };
}
