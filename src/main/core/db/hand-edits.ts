import type { ImportField } from '../../../shared/domain/import';
import type { ImportDraft } from '../../../shared/domain/read-import-row';
import type { ReadDb, WriteDb } from './open';

/** What a person can write over what a file had said. */
export type HandEditedKind = 'offer' | 'formation' | 'company' | 'contact';

/** The fields of records that a person wrote, which files that come later leave alone. */
export interface HandEdits {
  /** The fields of one record; empty for most. */
  of(id: number): ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

/**
 * Reads the marks of one kind of records within one transaction, in which nobody else sets any. Where there are none at
 * all, which is usual, records are not asked one by one.
 */
export function openHandEdits(db: ReadDb, kind: HandEditedKind): HandEdits {
  const isAny = db
    .prepare<number, [string]>('select exists (select 1 from hand_edit where owner_kind = ? and own is null)')
    .pluck()
    .get(kind);
  if (isAny !== 1) return { of: () => none };
  const fields = db
    .prepare<string, [string, number]>(
      'select field from hand_edit where owner_kind = ? and owner_id = ? and own is null',
    )
    .pluck();
  return { of: (id) => new Set(fields.all(kind, id)) };
}

/** A field that was marked, with the mark that it had before: null where nobody had written it. */
export interface SetMark {
  readonly field: string;
  readonly former: { readonly editedAt: string; readonly own: string | null } | null;
}

/** Marks fields as written by a person at an instant (ISO 8601, UTC), and answers with what takes that back. */
export function markHandEdits(
  db: WriteDb,
  owner: { readonly kind: HandEditedKind; readonly id: number },
  fields: Iterable<string>,
  at: string,
): readonly SetMark[] {
  const find = db.prepare<NonNullable<SetMark['former']>, [string, number, string]>(
    'select edited_at editedAt, own from hand_edit where owner_kind = ? and owner_id = ? and field = ?',
  );
  const mark = db.prepare<unknown, [string, number, string, string]>(
    `insert into hand_edit (owner_kind, owner_id, field, edited_at) values (?, ?, ?, ?)
     on conflict do update set edited_at = excluded.edited_at, own = null`,
  );
  return [...fields].map((field) => {
    const former = find.get(owner.kind, owner.id, field) ?? null;
    mark.run(owner.kind, owner.id, field, at);
    return { field, former };
  });
}

/** Takes marks back: each field has the mark again that it had before, or none and files say it again. */
export function takeMarksBack(
  db: WriteDb,
  owner: { readonly kind: HandEditedKind; readonly id: number },
  marks: Iterable<SetMark>,
): void {
  const drop = db.prepare<unknown, [string, number, string]>(
    'delete from hand_edit where owner_kind = ? and owner_id = ? and field = ?',
  );
  const put = db.prepare<unknown, [string, string | null, string, number, string]>(
    'update hand_edit set edited_at = ?, own = ? where owner_kind = ? and owner_id = ? and field = ?',
  );
  for (const { field, former } of marks) {
    if (former === null) drop.run(owner.kind, owner.id, field);
    else put.run(former.editedAt, former.own, owner.kind, owner.id, field);
  }
}

/** Exchanges one field of a record between what a person wrote and what a row of a file says. */
export interface FieldDesk {
  /** Writes what the row says into the field and answers with what stood there, as JSON. */
  take(id: number, field: ImportField, said: ImportDraft): string;
  /** Writes what `take` answered with back into the field. */
  giveBack(id: number, field: ImportField, own: string): void;
}

/** Lets files say a field again and keeps what the person had written (JSON) for whoever takes that back. */
export function setAside(
  db: WriteDb,
  owner: { readonly kind: HandEditedKind; readonly id: number },
  field: string,
  own: string,
): void {
  db.prepare<unknown, [string, string, number, string]>(
    'update hand_edit set own = ? where owner_kind = ? and owner_id = ? and field = ?',
  ).run(own, owner.kind, owner.id, field);
}

/** The marks of one record: what the person had written (JSON) where a file's value was taken, else null. */
export function handEditsOf(
  db: ReadDb,
  owner: { readonly kind: HandEditedKind; readonly id: number },
): ReadonlyMap<string, string | null> {
  const rows = db
    .prepare<{ field: string; own: string | null }, [string, number]>(
      'select field, own from hand_edit where owner_kind = ? and owner_id = ?',
    )
    .all(owner.kind, owner.id);
  return new Map(rows.map(({ field, own }) => [field, own]));
}
