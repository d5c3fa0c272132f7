import type { ImportKind } from '../../../shared/domain/import';
import type { ImportDraft } from '../../../shared/domain/read-import-row';
import type { WriteDb } from '../db/open';
import * as romePackRepository from './rome-pack-repository';
import type { MovedRecord } from './rome-pack-repository';

/** What a row says under the codes of the version of ROME in use, and the codes that it says itself. */
export interface CodedDraft {
  readonly draft: ImportDraft;
  /** Null where none of them was moved. */
  readonly former: readonly string[] | null;
}

/** Gives the rows of files that name old codes of ROME those that the version in use has instead. */
export interface RomeCodeIntake {
  code(draft: ImportDraft): CodedDraft;
  /** Remembers that a record has other codes than its row says, for the way back to another version. */
  note(kind: ImportKind, id: number, coded: CodedDraft): void;
  /** Stores what was noted. */
  keep(): void;
}

/** For one transaction; null where no version in use moved any code. */
export function openRomeCodeIntake(db: WriteDb): RomeCodeIntake | null {
  const inUse = romePackRepository.inUse(db);
  const moved = inUse === null ? {} : romePackRepository.movedOf(db, inUse);
  if (inUse === null || Object.keys(moved).length === 0) return null;
  const movedCodes = (codes: readonly string[]): string[] => romePackRepository.afterMoves(codes, moved);
  let noted: MovedRecord[] = [];
  return {
    code(draft) {
      const codes = codesOf(draft);
      if (!codes.some((code) => Object.hasOwn(moved, code))) return { draft, former: null };
      return { draft: withCodes(draft, movedCodes(codes)), former: codes };
    },
    note(kind, id, { former }) {
      if (former === null || kind === 'companies') return;
      const record = kind === 'offers' ? 'offer' : 'formation';
      noted.push({ kind: record, id, before: [...former], after: movedCodes(former) });
    },
    keep() {
      if (noted.length > 0) romePackRepository.addChanged(db, inUse, noted);
      noted = [];
    },
  };
}

function codesOf(draft: ImportDraft): readonly string[] {
  if (draft.kind === 'offers') return draft.offer.romeCode === null ? [] : [draft.offer.romeCode];
  return draft.kind === 'formations' ? draft.formation.romeCodes : [];
}

function withCodes(draft: ImportDraft, codes: readonly string[]): ImportDraft {
  if (draft.kind === 'offers') return { ...draft, offer: { ...draft.offer, romeCode: codes[0] ?? null } };
  if (draft.kind === 'formations') return { ...draft, formation: { ...draft.formation, romeCodes: [...codes] } };
  return draft;
}
