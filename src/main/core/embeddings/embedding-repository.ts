import type { ReadDb, WriteDb } from '../db/open';
import type { embeddingOwnerKinds } from './embedding-table';

export type EmbeddingOwner = (typeof embeddingOwnerKinds)[number];

/** A stored vector and the text that it stands for. */
export interface StoredEmbedding {
  readonly ownerId: number;
  readonly textHash: string;
  readonly vector: Float32Array;
}

interface Row {
  readonly ownerId: number;
  readonly textHash: string;
  readonly vector: Buffer;
}

/**
 * The vectors that one model gave for these owners, by owner; whoever has none is missing, and so is one that a failing disk
 * has changed.
 */
export function findMany(
  db: ReadDb,
  owner: EmbeddingOwner,
  modelId: string,
  ownerIds: readonly number[],
): ReadonlyMap<number, StoredEmbedding> {
  const rows = db
    .prepare<Row, [string, string, string]>(
      `SELECT owner_id AS ownerId, text_hash AS textHash, vector FROM embedding
       WHERE owner_kind = ? AND model_id = ? AND owner_id IN (SELECT value FROM json_each(?))`,
    )
    .all(owner, modelId, JSON.stringify(ownerIds));
  const found = new Map<number, StoredEmbedding>();
  for (const row of rows) {
    const vector = toFloats(row.vector);
    if (isWhole(vector)) found.set(row.ownerId, { ...row, vector });
  }
  return found;
}

/** Stores vectors of one model in place of those that it gave before. */
export function replaceMany(
  db: WriteDb,
  owner: EmbeddingOwner,
  modelId: string,
  embeddings: readonly StoredEmbedding[],
): void {
  const statement = db.prepare<unknown, [string, number, string, string, Buffer]>(
    `INSERT INTO embedding (owner_kind, owner_id, model_id, text_hash, vector) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (owner_kind, owner_id, model_id) DO UPDATE SET text_hash = excluded.text_hash, vector = excluded.vector`,
  );
  for (const { ownerId, textHash, vector } of embeddings) {
    statement.run(owner, ownerId, modelId, textHash, Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength));
  }
}

/** What other models left behind. */
export function idsOfOtherModels(db: ReadDb, modelId: string): readonly number[] {
  return db.prepare<number, [string]>('SELECT id FROM embedding WHERE model_id <> ?').pluck().all(modelId);
}

/** Removes one vector. */
export function remove(db: WriteDb, id: number): void {
  db.prepare<unknown, [number]>('DELETE FROM embedding WHERE id = ?').run(id);
}

/** A copy, because a blob may lie anywhere in a larger buffer and floats may not. */
function toFloats(blob: Buffer): Float32Array {
  const floats = new Float32Array(blob.byteLength / Float32Array.BYTES_PER_ELEMENT);
  new Uint8Array(floats.buffer).set(blob);
  return floats;
}

/** Rounding moves the square of a length by less than this. */
const squareTolerance = 1e-3;

/**
 * Whether it is a unit vector, or the zeros of no text. One wrong bit in an exponent makes a number huge or none at all, and
 * no ranking could be stored any more; in a mantissa it moves a score by less than anybody sees.
 */
function isWhole(vector: Float32Array): boolean {
  let squares = 0;
  for (const value of vector) squares += value * value;
  return squares === 0 || Math.abs(squares - 1) < squareTolerance;
}
