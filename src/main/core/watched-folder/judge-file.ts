import { AppError } from '../../../shared/domain/app-error';
import { importKinds, type ImportKind } from '../../../shared/domain/import';
import type { WaitingReason } from '../../../shared/domain/watched-folder';
import type { CsvReader } from '../ports';
import type { ColumnMapping } from '../../../shared/domain/import';

/** What is to be done with a file: imported as a kind, refused for good, or left until a person looks at it. */
export type Judgement =
  { readonly kind: ImportKind } | { readonly refusal: AppError } | { readonly waits: WaitingReason };

/** The mapping that a person chose for files under one header, if any did. */
export type FindMapping = (kind: ImportKind, header: readonly string[]) => ColumnMapping | null;

const judgedRows = 200;
/** A file of which more is rejected is not what was imported before, whatever its header says. */
const mostRejected = 0.1;

/** Looks at the head of a file. Throws `cancelled` only. */
export async function judgeFile(
  csvReader: CsvReader,
  path: string,
  findMapping: FindMapping,
  signal: AbortSignal,
): Promise<Judgement> {
  const known: { readonly kind: ImportKind; readonly mapping: ColumnMapping }[] = [];
  let refusal: AppError | null = null;
  let isText = false;
  for (const kind of importKinds) {
    try {
      const { header } = await csvReader.inspect(path, { kind, format: null, mapping: null }, 1, signal);
      isText = true;
      const mapping = findMapping(kind, header);
      if (mapping) known.push({ kind, mapping });
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
  const asked = { kind: only.kind, format: null, mapping: only.mapping };
  const { rows } = await csvReader.inspect(path, asked, judgedRows, signal);
  const rejected = rows.filter(({ draft }) => draft === null).length;
  return rejected > rows.length * mostRejected ? { waits: 'doubtful' } : { kind: only.kind };
}
