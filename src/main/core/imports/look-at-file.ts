import { AppError } from '../../../shared/domain/app-error';
import { asFound, type NotationWish } from '../../../shared/domain/file-notation';
import {
  requiredFields,
  type ColumnMapping,
  type FileFormat,
  type ImportField,
  type ImportKind,
} from '../../../shared/domain/import';
import { ownColumns } from '../../../shared/domain/rejected-columns';
import type { Database, ReadDb } from '../db/open';
import type { CsvReader, FileInspection } from '../ports';
import * as importProfileRepository from './import-profile-repository';
import * as importRepository from './import-repository';

export interface LookParts {
  readonly database: Pick<Database, 'read'>;
  readonly csvReader: Pick<CsvReader, 'inspect'>;
}

/** What somebody says of a file; null is taken from its profile, else found. */
export interface LookRequest {
  readonly kind: ImportKind;
  readonly format: FileFormat | null;
  readonly mapping: ColumnMapping | null;
  readonly notation?: NotationWish | null | undefined;
  /** False leaves out what was chosen for an earlier file under the same header. */
  readonly usesProfile?: boolean | undefined;
}

/** How a file is understood. */
export interface FileLook {
  readonly inspection: FileInspection;
  /** The choices of an earlier file under the same header; null where there are none, or they are left out. */
  readonly profile: importProfileRepository.ImportProfile | null;
  /** What was said of its notation, now or by the profile. */
  readonly wish: NotationWish;
}

/** Whether files like one that was looked at were imported before, be it without any choice, and that still stands. */
export function isKnownFile(db: ReadDb, kind: ImportKind, { inspection, profile }: FileLook): boolean {
  // Without a header, only the number of columns would say that it is such a file.
  if (profile) return profile.notation.headerLine !== 0;
  if (inspection.notation.headerLine === 0) return false;
  const fingerprint = importProfileRepository.fingerprintOf(inspection.header);
  return importRepository
    .headersTaken(db, kind)
    .some((header) => importProfileRepository.fingerprintOf(header) === fingerprint);
}

/**
 * Looks at the head of a file as somebody says, else as the last one under the same header was imported, else as it is
 * found. Throws what `CsvReader.inspect` throws.
 */
export async function lookAtFile(
  { database, csvReader }: LookParts,
  path: string,
  request: LookRequest,
  { rowLimit, signal }: { readonly rowLimit: number; readonly signal: AbortSignal },
): Promise<FileLook> {
  const { kind, format, usesProfile } = request;
  const inspect = (mapping: ColumnMapping | null, notation: NotationWish): Promise<FileInspection> =>
    csvReader.inspect(path, { kind, format, mapping, notation }, rowLimit, signal);
  const said = request.notation ?? null;
  const first = await inspect(request.mapping, said ?? asFound);
  const plain = { inspection: first, profile: null, wish: said ?? asFound };
  if (usesProfile === false) return plain;
  const profile =
    importProfileRepository.find(database.read, kind, first.header) ??
    (said ? null : await findByHeaderLine(database.read, kind, first, (wish) => inspect(null, wish)));
  if (!profile) return plain;
  const wish = said ?? wishOf(profile, first.header);
  const inspection = await inspect(request.mapping ?? profile.mapping, wish);
  return { inspection, profile, wish };
}

/** Rejected rows that come back were written by the application: with quotes as usual, and the header on top. */
function wishOf({ notation }: importProfileRepository.ImportProfile, header: readonly string[]): NotationWish {
  return isOfRejected(header) ? { ...notation, quoteMark: null, headerLine: null } : notation;
}

/** Whether a file holds rejected rows that come back. */
export function isOfRejected(header: readonly string[]): boolean {
  return ownColumns(header) < header.length;
}

/** The profile of a header that stands at a line where somebody had to say so; null where none fits. */
async function findByHeaderLine(
  db: ReadDb,
  kind: ImportKind,
  { mapping }: FileInspection,
  inspect: (wish: NotationWish) => Promise<FileInspection>,
): Promise<importProfileRepository.ImportProfile | null> {
  const required: readonly ImportField[] = requiredFields[kind];
  const isKnown = required.every((field) => mapping.includes(field));
  for (const headerLine of importProfileRepository.headerLines(db, kind)) {
    // A file without a header only has its number of columns to be known by: one whose header is known is no such file.
    if (headerLine === 0 && isKnown) continue;
    try {
      const { header } = await inspect({ ...asFound, headerLine });
      const profile = importProfileRepository.find(db, kind, header);
      if (profile?.notation.headerLine === headerLine) return profile;
    } catch (error) {
      if (!(error instanceof AppError) || error.reason !== 'file-no-header-line') throw error;
    }
  }
  return null;
}
