import type { ImportId } from '../../../shared/domain/ids';
import { offerIdSchema } from '../../../shared/domain/ids';
import type { AlikeOffer } from '../../../shared/domain/row-trial';
import type { ReadDb } from '../db/open';
import { proposedPairs } from '../offers/offer-duplicates-service';
import type { CellPacker, KeptRow } from '../ports';
import * as importRowRepository from './import-row-repository';

/** A row whose offer would be proposed as one with others. */
export interface AlikeRow {
  readonly row: KeptRow;
  readonly alike: readonly AlikeOffer[];
}

/**
 * The pairs of offers that an import would have proposed as one, asked within its transaction: how many there are, and the
 * rows of the offers that it made, each with its others.
 */
export async function alikeRows(
  db: ReadDb,
  packer: CellPacker,
  importId: ImportId,
): Promise<{ readonly pairs: number; readonly rows: readonly AlikeRow[] }> {
  const pairs = await proposedPairs(db, importId);
  if (pairs.length === 0) return { pairs: 0, rows: [] };
  const othersOf = new Map<number, Omit<AlikeOffer, 'line'>[]>();
  for (const { one, other, similarity } of pairs) {
    for (const [mine, theirs] of [[one, other] as const, [other, one] as const]) {
      const said = { offerId: offerIdSchema.parse(theirs.id), title: theirs.title, similarity };
      if (mine.isOfImport) othersOf.set(mine.id, [...(othersOf.get(mine.id) ?? []), said]);
    }
  }
  const found = importRowRepository
    .firstLines(db, importId)
    .flatMap((firstLine) => importRowRepository.unpack(db, packer, importId, firstLine, othersOf));
  const lineOf = new Map(found.map(({ ownerId, line }) => [ownerId ?? 0, line]));
  const rows = found.map(({ line, state, issues, cells, ownerId }) => ({
    row: { line, state, issues, cells },
    alike: (othersOf.get(ownerId ?? 0) ?? []).map(({ offerId, ...said }) => {
      const otherLine = lineOf.get(offerId ?? 0) ?? null;
      return { ...said, offerId: otherLine === null ? offerId : null, line: otherLine };
    }),
  }));
  return { pairs: pairs.length, rows };
}
