import { setImmediate as nextTurn } from 'node:timers/promises';
import { formatsOf, type ExportFormat, type ExportRequest, type ExportTable } from '../../../shared/contract/exports';
import { AppError, throwIfCancelled } from '../../../shared/domain/app-error';
import type { FileId, FormationId, JobId, OfferId } from '../../../shared/domain/ids';
import type { Match } from '../../../shared/domain/match';
import type { Offer } from '../../../shared/domain/offer';
import { localDay } from '../../../shared/util/local-day';
import { packIds } from '../../../shared/util/packed-ids';
import type { CompanyService } from '../companies/company-service';
import { arrangeFormations, type NamedChoice } from '../../../shared/domain/decision';
import type { Database } from '../db/open';
import type { DecisionService } from '../decisions/decision-service';
import type { FormationService } from '../formations/formation-service';
import type { ImportService } from '../imports/import-service';
import type { JobContext, JobRunner } from '../jobs/job-runner';
import type { MatchingService } from '../matching/matching-service';
import type { OfferService } from '../offers/offer-service';
import type { Clock, FileStore } from '../ports';
import type { SearchService } from '../search/search-service';
import type { TransmissionService } from '../transmissions/transmission-service';
import { chosenColumns } from './chosen-columns';
import type { Cell } from './csv-writer';
import { companyItems, counting, offerItems, type Counted } from './export-items';
import { offerColumns, type Column } from './offer-columns';
import { rejectedTable } from './rejected-table';
import type { SharedHow } from './shared-columns';
import { sharedTable, type SharedRows, type SharedTable } from './shared-table';
import { createTableWriter, fileKinds, type ColumnName, type WrittenTable } from './table-writer';
import { transmissionColumns } from './transmission-columns';
import { companyColumns, formationColumns, matchColumns, type MatchItem } from './other-columns';

export type { SharedTable } from './shared-table';

export interface ExportService {
  /**
   * Starts the job that writes the file; it can be fetched once the job has succeeded. Throws `invalid-input` for a
   * column that there is not, and for a format that is not among `formatsOf`.
   */
  start(
    request: ExportRequest,
    format: ExportFormat,
    columns?: readonly string[] | null,
  ): Promise<{ jobId: JobId; fileId: FileId }>;
  /** The names of the columns that a table has. */
  columns(what: ExportTable): { fr: string; en: string }[];
  /** Rows as they are told to other universities, read as they are asked for. */
  shared(rows: SharedRows, how: SharedHow): SharedTable;
}

export interface ExportParts {
  readonly database: Database;
  readonly jobRunner: JobRunner;
  readonly fileStore: FileStore;
  readonly offerService: OfferService;
  readonly searchService: Pick<SearchService, 'ids'>;
  readonly formationService: FormationService;
  readonly companyService: CompanyService;
  readonly matchingService: MatchingService;
  readonly importService: Pick<ImportService, 'rejected'>;
  readonly decisionService: Pick<DecisionService, 'choicesOf'>;
  readonly transmissionService: Pick<TransmissionService, 'all' | 'count'>;
  readonly clock: Clock;
}

/** Rows written before the event loop gets its turn, and the file a piece: a few milliseconds, some 100 KB. */
const rowsATurn = 100;
/** Offers of a search that are read at once: their ids have to fit into a packed list. */
const readAtOnce = 500;

const fileNames: Record<ExportRequest['what'], ColumnName> = {
  offers: ['offres', 'offers'],
  'found-offers': ['recherche', 'search'],
  formations: ['formations', 'formations'],
  companies: ['entreprises', 'companies'],
  transmissions: ['transmissions', 'transmissions'],
  matches: ['correspondances', 'matches'],
  'rejected-rows': ['lignes-rejetees', 'rejected-rows'],
};

export function createExportService(parts: ExportParts): ExportService {
  return {
    async start(request, format, columns = null) {
      // Said at once, and not by a job that fails.
      if (!formatsOf(request.what).includes(format)) {
        throw new AppError('invalid-input', `${request.what} as ${format}?`, 'export-format-unsuitable', { format });
      }
      if (request.what !== 'rejected-rows') chosenColumns(allColumns[request.what], columns);
      const day = localDay(parts.clock.now());
      const { language, ending } = fileKinds[format];
      const name = `${fileNames[request.what][language]}-${day}.${ending}`;
      const file = parts.fileStore.create(name);
      const jobId = await parts.jobRunner.start({
        kind: 'export',
        subject: name,
        changes: ['exports'],
        run: async (context) => {
          const counted = { rows: 0, cutCells: 0 };
          // In one piece: what is undone or imported meanwhile must not be half in the file.
          const stored = await parts.database.snapshot(() =>
            file.write(chunksOf(parts, { request, format, columns }, counted, context)),
          );
          return { fileId: file.fileId, ...counted, sizeBytes: stored.sizeBytes };
        },
      });
      return { jobId, fileId: file.fileId };
    },
    columns: (what) => allColumns[what].map(({ header: [fr, en] }) => ({ fr, en })),
    shared: (rows, how) => sharedTable(parts, rows, how),
  };
}

const allColumns: Record<ExportTable, readonly { readonly header: ColumnName }[]> = {
  offers: offerColumns,
  'found-offers': offerColumns,
  formations: formationColumns,
  companies: companyColumns,
  transmissions: transmissionColumns,
  matches: matchColumns,
};

/** What is to be written, how, and which of its columns: null for all. */
interface Order {
  readonly request: ExportRequest;
  readonly format: ExportFormat;
  readonly columns: readonly string[] | null;
}

/** The file in pieces; rows are read from the database as they are written. */
async function* chunksOf(
  parts: ExportParts,
  { request, format, columns }: Order,
  counted: { rows: number; cutCells: number },
  context: JobContext,
): AsyncGenerator<string | Uint8Array> {
  const { records, header, total } = await tableOf(parts, request, columns, context.signal);
  const writer = createTableWriter(format);
  yield writer.start(header);
  let waiting: Cell[][] = [];
  for (const { cells, done } of records) {
    waiting.push(cells);
    counted.rows += 1;
    if (waiting.length < rowsATurn) continue;
    yield writer.rows(waiting);
    waiting = [];
    throwIfCancelled(context.signal);
    context.progress('write', Math.min(done, total), total);
    await nextTurn();
  }
  yield writer.rows(waiting);
  yield writer.end();
  counted.cutCells = writer.cutCells();
}

async function tableOf(
  parts: ExportParts,
  request: ExportRequest,
  names: readonly string[] | null,
  signal: AbortSignal,
): Promise<WrittenTable> {
  const { offerService, formationService, companyService } = parts;
  const first = { page: 0, pageSize: 1 };
  switch (request.what) {
    case 'offers':
      return table(
        chosenColumns(offerColumns, names),
        offerItems(companyService, offerService.all(request.filter)),
        offerService.count(request.filter),
      );
    case 'found-offers': {
      const found = await parts.searchService.ids(request, signal);
      return table(
        chosenColumns(offerColumns, names),
        offerItems(companyService, inOrder(offerService, found)),
        found.length,
      );
    }
    case 'matches':
      return table(
        chosenColumns(matchColumns, names),
        matchItems(parts, offerService.all(request.filter)),
        offerService.count(request.filter),
      );
    case 'formations': {
      const sort = { by: 'title', direction: 'asc' } as const;
      const { total } = formationService.list({ filter: request.filter, sort, ...first });
      return table(chosenColumns(formationColumns, names), counting(formationService.all(request.filter)), total);
    }
    case 'companies': {
      const sort = { by: 'name', direction: 'asc' } as const;
      const { total } = companyService.list({ filter: request.filter, sort, ...first });
      return table(chosenColumns(companyColumns, names), companyItems(companyService.all(request.filter)), total);
    }
    case 'rejected-rows':
      return await rejectedTable(parts.importService.rejected(request.importId), request.language, signal);
    case 'transmissions': {
      const { transmissionService } = parts;
      const items = counting(transmissionService.all(request.filter));
      return table(chosenColumns(transmissionColumns, names), items, transmissionService.count(request.filter));
    }
  }
}

function table<T>(columns: readonly Column<T>[], items: Iterable<Counted<T>>, total: number): WrittenTable {
  function* records() {
    for (const { item, done } of items) yield { cells: columns.map(({ cell }) => cell(item)), done };
  }
  return { header: columns.map(({ header }) => header), records: records(), total };
}

/** Whole offers in the order of their ids, read a stretch at a time; one that has just gone is left out. */
function* inOrder(offerService: OfferService, ids: readonly OfferId[]): Iterable<Offer> {
  for (let from = 0; from < ids.length; from += readAtOnce) {
    const part = ids.slice(from, from + readAtOnce);
    const byId = new Map([...offerService.all({ among: packIds(part).text })].map((offer) => [offer.id, offer]));
    for (const id of part) {
      const offer = byId.get(id);
      if (offer) yield offer;
    }
  }
}

function* matchItems(parts: ExportParts, offers: Iterable<Offer>): Iterable<Counted<MatchItem>> {
  const codes = new Map<FormationId, string | null>();
  for (const { item, done } of offerItems(parts.companyService, offers)) {
    for (const { match, choice, formation } of formationsOf(parts, item.offer.id)) {
      const { id } = formation;
      if (!codes.has(id)) codes.set(id, parts.formationService.get(id).externalId);
      yield { item: { ...item, formation, match, choice, formationCode: codes.get(id) ?? null }, done };
    }
  }
}

/** The formations of an offer as its panel shows them: chosen, proposed, rejected. */
function formationsOf({ matchingService, decisionService }: ExportParts, offerId: OfferId) {
  const { matches } = matchingService.ofOffer(offerId);
  const { chosen, proposed, rejected } = arrangeFormations(matches, decisionService.choicesOf(offerId));
  const decided = ({ match, choice }: { match: Match | null; choice: NamedChoice }) => {
    return { match, choice, formation: choice.formation };
  };
  return [
    ...chosen.map(decided),
    ...proposed.map((match) => ({ match, choice: null, formation: match.formation })),
    ...rejected.map(decided),
  ];
}
