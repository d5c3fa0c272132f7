import type { ImportPreview } from '../../../shared/contract/imports';
import { AppError } from '../../../shared/domain/app-error';
import { importKinds, requiredFields, type ImportField, type ImportKind } from '../../../shared/domain/import';

export type RecognisedFile = ImportPreview & { readonly kind: ImportKind };

/** As a file of a kind: what somebody imported under its header before, then what can be imported, then what is known best. */
function standing({ kind, profile, mapping }: RecognisedFile): readonly [number, number, number] {
  const required: readonly ImportField[] = requiredFields[kind];
  const isWhole = required.every((field) => mapping.includes(field));
  return [Number(profile !== null), Number(isWhole), new Set(mapping.filter((field) => field !== null)).size];
}

/**
 * A file as the kind that it is best understood as; the first of equal ones. Throws what `preview` throws for every kind.
 */
export async function recogniseFile(preview: (kind: ImportKind) => Promise<ImportPreview>): Promise<RecognisedFile> {
  let best: RecognisedFile | null = null;
  let failure: AppError | null = null;
  for (const kind of importKinds) {
    try {
      const file = { ...(await preview(kind)), kind };
      if (!best || isBetter(standing(file), standing(best))) best = file;
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
      failure ??= error;
    }
  }
  if (best) return best;
  throw failure ?? new Error('There are no kinds of imports.');
}

function isBetter(one: readonly number[], other: readonly number[]): boolean {
  const differing = one.findIndex((value, place) => value !== other[place]);
  return differing >= 0 && (one[differing] ?? 0) > (other[differing] ?? 0);
}
