import { AppError } from '../../../shared/domain/app-error';
import { importKinds, type ImportKind } from '../../../shared/domain/import';
import type { WaitingReason } from '../../../shared/domain/watched-folder';
import type { ImportService } from '../imports/import-service';
import type { HeadRow } from '../ports';

/** What is to be done with a file: imported as a kind, refused for good, or left until a person looks at it. */
export type Judgement =
  { readonly kind: ImportKind } | { readonly refusal: AppError } | { readonly waits: WaitingReason };

const judgedRows = 200;
/** A file of which more is rejected is not what was imported before, whatever its header says. */
const mostRejected = 0.1;

/** Looks at the head of a file. Throws `cancelled` only. */
export async function judgeFile(
  { look, isKnown }: Pick<ImportService, 'look' | 'isKnown'>,
  path: string,
  signal: AbortSignal,
): Promise<Judgement> {
  const known: { readonly kind: ImportKind; readonly rows: readonly HeadRow[] }[] = [];
  let refusal: AppError | null = null;
  let isText = false;
  for (const kind of importKinds) {
    try {
      const found = await look(path, kind, judgedRows, signal);
      isText = true;
      if (isKnown(kind, found)) known.push({ kind, rows: found.inspection.rows });
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
      if (error.reason === 'file-unreadable' || error.reason === 'file-missing') return { waits: 'locked' };
      refusal ??= error;
    }
  }
  if (!isText && refusal) return { refusal };
  const [only, other] = known;
  if (!only) return { waits: 'unknown-header' };
  if (other) return { waits: 'several-kinds' };
  const rejected = only.rows.filter(({ draft }) => draft === null).length;
  return rejected > only.rows.length * mostRejected ? { waits: 'doubtful' } : { kind: only.kind };
}
