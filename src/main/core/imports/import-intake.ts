import type { ImportId } from '../../../shared/domain/ids';
import type {
  ConflictRule,
  ImportCounts,
  ImportField,
  ImportKind,
  ImportRowState,
  RecognitionCounts,
  RowIssue,
} from '../../../shared/domain/import';
import { keyValueOf, type MatchKey } from '../../../shared/domain/match-key';
import type { ImportDraft } from '../../../shared/domain/read-import-row';
import type { CompanyService } from '../companies/company-service';
import type { WriteDb } from '../db/open';
import type { IntakeOptions, IntakeOutcome, OnRemark, OnTaken } from '../db/provenance';
import { saidFields } from '../db/said-fields';
import type { FormationService } from '../formations/formation-service';
import type { OfferService } from '../offers/offer-service';
import { openRomeCodeIntake } from '../reference/rome-code-service';
import type { CellPacker, ReadRow, StoredRow } from '../ports';
import type { Editions } from './editions';
import { openRowIntake, readingOf, type ImportReading } from './import-row-repository';
import type { RereadRow } from './kept-lines';
import { createRepeats } from './repeats';

/** The services that take rows in and take them back. */
export interface IntakeServices {
  readonly offerService: OfferService;
  readonly formationService: FormationService;
  readonly companyService: CompanyService;
}

/** Takes the rows of one file in, within one transaction, and counts what became of them. */
export interface ImportIntake {
  /** Every row read is counted in exactly one of created, updated, unchanged and rejected. */
  readonly counts: Readonly<ImportCounts>;
  /** Of the rows that stand for a record. */
  readonly recognised: Readonly<RecognitionCounts>;
  /** `cells` gives what stands in the file; it is only asked when the row repeats the reference of another. */
  put(row: ReadRow | RereadRow, cells: () => readonly string[]): TakenRow;
  /** Stores what became of the rows since the last call, beside their cells. */
  keep(packedCells: Uint8Array): void;
}

/** What became of a row, and the record that it stands for. */
export interface TakenRow extends StoredRow {
  readonly ownerId: number | null;
}

/** What a draft came to. */
interface PutResult {
  readonly state: ImportRowState;
  readonly ownerId: number | null;
  /** Fields that say otherwise and were left, because a person wrote them or what is known goes first. */
  readonly kept: readonly string[];
  /** The known name of the company whose SIRET the row gives to another. */
  readonly siretOf: string | null;
  /** What else there is to say of the row, which is rejected where nobody can tell what it stands for. */
  readonly remark: Pick<RowIssue, 'code' | 'value'> | null;
}

/** The code of ROME that an offer's row says, where the version in use has another instead. */
type FormerCode = string | null;
type PutDraft = (...[draft, cleared, knownId, formerCode]: PutArguments) => PutResult;
type PutArguments = readonly [ImportDraft, readonly ImportField[], number | null, FormerCode];

interface JudgedRow extends Omit<StoredRow, 'line'> {
  readonly ownerId: number | null;
}

export function openImportIntake(
  db: WriteDb,
  importId: ImportId,
  kind: ImportKind,
  services: IntakeServices & {
    readonly csvReader: CellPacker;
    readonly editions?: Editions | null;
    readonly conflicts?: ConflictRule;
    /** By what rows are known again. */
    readonly matchKey?: MatchKey;
    /** The source of offers whose row names none. */
    readonly fileSource?: string | null;
    /** Whether the rows are read again and have their records already. */
    readonly rereads?: boolean;
  },
): ImportIntake {
  const { conflicts = 'theirs', rereads = false, matchKey = 'automatic', fileSource = null } = services;
  let rule = conflicts;
  const keepsKnown = (): boolean => rule === 'ours';
  const putDraft = openDraftIntake(db, importId, kind, { ...services, keepsKnown, rereads, matchKey });
  const stored = openRowIntake(db, importId, services.csvReader);
  const romeCodes = openRomeCodeIntake(db);
  const tell = createTakenIssues(readingOf(db, importId));
  let kept: {
    readonly row: StoredRow;
    readonly ownerId: number | null;
    readonly cells: () => readonly string[];
  }[] = [];
  const recognised = { matched: 0, keyless: 0 };
  const counts = { read: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, warnings: 0 };
  const cellsAt = (line: number): readonly string[] | undefined =>
    kept.find(({ row }) => row.line === line)?.cells() ?? stored.cellsAt(line);
  const repeatedIn = createRepeats(cellsAt, services.editions ?? null, matchKey);

  const judge = (row: ReadRow | RereadRow, cells: () => readonly string[]): JudgedRow => {
    if (!row.draft) return { state: 'rejected', issues: row.issues, ownerId: null };
    const draft = fileSource === null ? row.draft : withSource(row.draft, fileSource);
    const issue = repeatedIn(draft, row.line, cells);
    if (!issue) {
      const known = 'known' in row ? row.known : null;
      if (known && known.standing !== 'same') {
        return { state: 'unchanged', issues: [...row.issues, leftIssues[known.standing]], ownerId: null };
      }
      // What is known of a record that the same line had made is what that line said.
      rule = known?.isOwn ? 'theirs' : conflicts;
      const hasKey = matchKey === 'automatic' || keyValueOf(draft, matchKey) !== null;
      const coded = romeCodes?.code(draft) ?? { draft, former: null };
      const formerCode = coded.former?.[0] ?? null;
      const { state, ...taken } = putDraft(coded.draft, row.cleared ?? [], known?.id ?? null, formerCode);
      if (taken.ownerId !== null && state !== 'unchanged') romeCodes?.note(kind, taken.ownerId, coded);
      if (!hasKey) recognised.keyless += 1;
      else if (state === 'updated' || state === 'unchanged') recognised.matched += 1;
      const isPlain = taken.kept.length === 0 && taken.siretOf === null && taken.remark === null;
      return {
        state,
        issues: isPlain ? row.issues : [...row.issues, ...tell(taken, cells(), rule)],
        ownerId: taken.ownerId,
      };
    }
    const state = issue.severity === 'warning' ? 'unchanged' : 'rejected';
    return { state, issues: [...row.issues, issue], ownerId: null };
  };

  return {
    counts,
    recognised,
    put(row, cells) {
      const { state, issues, ownerId } = judge(row, cells);
      counts.read += 1;
      counts[state] += 1;
      for (const { severity } of issues) if (severity === 'warning') counts.warnings += 1;
      const result = { line: row.line, state, issues };
      kept.push({ row: result, ownerId, cells });
      return { ...result, ownerId };
    },
    keep(packedCells) {
      stored.put(
        kept.map(({ row }) => row),
        packedCells,
        { kind, ids: kept.map(({ ownerId }) => ownerId) },
      );
      kept = [];
      romeCodes?.keep();
    },
  };
}

/** What a row says, with the source of its file where it names none. */
function withSource(draft: ImportDraft, source: string): ImportDraft {
  if (draft.kind !== 'offers' || draft.offer.source !== null) return draft;
  return { ...draft, offer: { ...draft.offer, source } };
}

/** Of a line that is read again and whose record is left as it is. */
const leftIssues = {
  later: { severity: 'warning', code: 'said-later', column: null, value: null },
  gone: { severity: 'warning', code: 'record-gone', column: null, value: null },
} as const satisfies Record<string, RowIssue>;

type RuledServices = IntakeServices & {
  readonly keepsKnown: () => boolean;
  readonly rereads: boolean;
  readonly matchKey: MatchKey;
};

function openDraftIntake(db: WriteDb, importId: ImportId, kind: ImportKind, services: RuledServices): PutDraft {
  let taken: Omit<PutResult, 'state'> = nothingTaken;
  const onTaken: OnTaken = (ownerId, kept, siretOf = null) => (taken = { ...taken, ownerId, kept, siretOf });
  const onRemark: OnRemark = (code, names) =>
    (taken = { ...taken, remark: { code, value: names.join(' / ').slice(0, 200) } });
  const put = openIntakeOf(db, importId, kind, services, { onTaken, onRemark });
  return (draft, cleared, knownId, formerCode) => {
    if (draft.kind !== kind) throw new Error(`A row of ${draft.kind} came in an import of ${kind}.`);
    taken = nothingTaken;
    const outcome = put(draft, withoutSaid(draft, cleared), knownId, formerCode);
    return { state: outcome === 'undecided' ? 'rejected' : outcome, ...taken };
  };
}

/** What a row says it does not empty. */
function withoutSaid(draft: ImportDraft, cleared: readonly ImportField[]): readonly ImportField[] {
  if (cleared.length === 0) return cleared;
  const said =
    draft.kind === 'offers'
      ? saidFields(draft.offer)
      : saidFields(draft.kind === 'formations' ? draft.formation : draft.company);
  return cleared.filter((field) => !said.includes(field));
}

const nothingTaken = { ownerId: null, kept: [], siretOf: null, remark: null } as const;

type Put = (...[draft, cleared, knownId, formerCode]: PutArguments) => IntakeOutcome;

function openIntakeOf(
  ...[db, importId, kind, services, told]: readonly [
    ...[WriteDb, ImportId, ImportKind, RuledServices],
    Pick<IntakeOptions, 'onTaken' | 'onRemark'>,
  ]
): Put {
  const { keepsKnown, rereads, matchKey } = services;
  const options = { ...told, keepsKnown, rereads, matchKey };
  const wrong = (): never => {
    throw new Error('A row of another kind came.');
  };
  if (kind === 'offers') {
    const intake = services.offerService.openIntake(db, importId, options);
    return (draft, cleared, knownId, formerCode) =>
      draft.kind === 'offers'
        ? intake.put(draft.offer, draft.contact, { standing: draft.standing, cleared, knownId, formerCode })
        : wrong();
  }
  if (kind === 'formations') {
    const intake = services.formationService.openIntake(db, importId, options);
    return (draft, cleared, knownId) =>
      draft.kind === 'formations' ? intake.put(draft.formation, cleared, knownId) : wrong();
  }
  const intake = services.companyService.openIntake(db, importId, options);
  return (draft, cleared, knownId) =>
    draft.kind === 'companies' ? intake.put(draft.company, cleared, knownId) : wrong();
}

/**
 * Says of each field that was left what stands in its column, of a SIRET under what other name it is known, and of which
 * other records a row may be or has the code.
 */
function createTakenIssues({ header, mapping }: ImportReading) {
  const columnOf = (fields: ReadonlySet<ImportField | null>): string | null =>
    header.find((_column, index) => fields.has(mapping[index] ?? null)) ?? null;
  const siretColumn = columnOf(new Set<ImportField>(['siret', 'companySiret']));
  const codeColumn = columnOf(new Set<ImportField>(['externalId']));
  const remarkIssue = ({ code, value }: NonNullable<PutResult['remark']>): RowIssue =>
    code === 'code-of-other'
      ? { severity: 'warning', code, column: codeColumn, value }
      : { severity: 'error', code, column: null, value };
  return (
    { kept: fields, siretOf, remark }: Omit<PutResult, 'state'>,
    cells: readonly string[],
    rule: ConflictRule,
  ): RowIssue[] => {
    const code = rule === 'ours' ? 'kept-known' : 'kept-by-hand';
    const columns = header.flatMap((column, index) => {
      const value = cells[index]?.trim() ?? '';
      return fields.includes(mapping[index] ?? '') && value !== '' ? [{ column, value: value.slice(0, 200) }] : [];
    });
    const issues = columns.map((column): RowIssue => ({ severity: 'warning', code, ...column }));
    if (siretOf !== null) {
      issues.push({ severity: 'warning', code: 'siret-of-other', column: siretColumn, value: siretOf.slice(0, 200) });
    }
    if (remark !== null) issues.push(remarkIssue(remark));
    return issues;
  };
}
