import type { CellValue } from '../../../shared/domain/cells/cell-value';
import type { ImportField, ImportKind } from '../../../shared/domain/import';
import type { FieldChange } from '../../../shared/domain/row-trial';
import type { ReadDb } from '../db/open';
import { fieldsOfRecord } from '../exports/record-fields-service';
import type { IntakeServices } from './import-intake';
import * as importOwnerRepository from './import-owner-repository';

/** Longer texts are cut for display. */
const shownText = 1_000;

/** A record before a transaction and within it. */
interface Compared {
  readonly kind: ImportKind;
  readonly before: ReadDb;
  readonly after: ReadDb;
}

/** What a transaction has changed of a record so far, field by field; nothing of one that it made itself. */
export function fieldChanges(services: IntakeServices, { kind, before, after }: Compared, id: number): FieldChange[] {
  if (importOwnerRepository.titleOf(before, kind, id) === null) return [];
  const [was, is] = [before, after].map((db) => fieldsOfRecord(services, db, { kind, id }));
  const fields = new Set<ImportField>([...(was?.keys() ?? []), ...(is?.keys() ?? [])]);
  return [...fields].flatMap((field) => {
    const change = { before: was?.get(field) ?? null, after: is?.get(field) ?? null };
    if (JSON.stringify(change.before) === JSON.stringify(change.after)) return [];
    return [{ field, before: shortened(change.before), after: shortened(change.after) }];
  });
}

function shortened(value: CellValue | null): CellValue | null {
  if (!value || !('text' in value) || value.text.length <= shownText) return value;
  return { text: `${value.text.slice(0, shownText)}…` };
}
