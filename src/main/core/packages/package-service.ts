import { setImmediate as nextTurn } from 'node:timers/promises';
import type { z } from 'zod';
import type { OpenedPackage, packages } from '../../../shared/contract/packages';
import { AppError, throwIfCancelled } from '../../../shared/domain/app-error';
import { fold } from '../../../shared/domain/fold';
import type { CompanyId, FileId, JobId } from '../../../shared/domain/ids';
import { packageEnding, packageOrder } from '../../../shared/domain/package';
import { localDay } from '../../../shared/util/local-day';
import type { Database } from '../db/open';
import type { ExportService, SharedTable } from '../exports/export-service';
import type { JobContext, JobRunner } from '../jobs/job-runner';
import type { Clock, FileStore } from '../ports';
import type { SettingService } from '../settings/setting-service';
import { openPackage } from './read-package';
import { writePackage, type PackageTable } from './write-package';

export type PackageRequest = z.output<typeof packages.write.input>;

export interface PackageService {
  /**
   * Starts the job that writes a package; it can be fetched once the job has succeeded. Throws `conflict`
   * (`package-university-missing`) and `invalid-input` (`package-licence-missing`).
   */
  write(request: PackageRequest): Promise<{ jobId: JobId; fileId: FileId }>;
  /** Checks a package that was handed over, and lays its parts out as files. Throws as `openPackage`. */
  open(fileId: FileId, signal: AbortSignal): Promise<OpenedPackage>;
}

export interface PackageParts {
  readonly database: Database;
  readonly jobRunner: JobRunner;
  readonly fileStore: FileStore;
  readonly exportService: Pick<ExportService, 'shared'>;
  readonly settingService: Pick<SettingService, 'get'>;
  readonly clock: Clock;
}

export function createPackageService(parts: PackageParts): PackageService {
  const { database, jobRunner, fileStore, settingService, clock } = parts;
  return {
    async write(request) {
      const now = clock.now();
      const university = settingService.get().universityName.trim();
      const licence = request.licence.trim();
      if (university === '') throw new AppError('conflict', 'Nobody would be named.', 'package-university-missing');
      if (licence === '') throw new AppError('invalid-input', 'There are no terms.', 'package-licence-missing');
      const name = `${plainName(university)}-${localDay(now)}${packageEnding}`;
      const file = fileStore.create(name);
      const jobId = await jobRunner.start({
        kind: 'export',
        subject: name,
        changes: ['exports'],
        run: async (context) => {
          const counted = { rows: 0 };
          const said = {
            madeAt: now.toISOString(),
            origin: { university },
            licence,
            hasPersonalData: request.personalData,
          };
          const tables = tablesOf(parts, request, university, { context, counted });
          // In one piece: what is undone or imported meanwhile must not be half in the package.
          const stored = await database.snapshot(() => file.write(writePackage(tables, said)));
          return { fileId: file.fileId, rows: counted.rows, sizeBytes: stored.sizeBytes };
        },
      });
      return { jobId, fileId: file.fileId };
    },

    async open(fileId, signal) {
      const { path, name } = fileStore.locate(fileId);
      const reader = await openPackage(path, signal);
      const { id, origin, madeAt, licence, hasPersonalData } = reader.manifest;
      const laidOut: OpenedPackage['parts'] = [];
      try {
        for (const kind of packageOrder) {
          const part = reader.manifest.parts.find((each) => each.kind === kind);
          if (!part) continue;
          const { university } = origin;
          const file = fileStore.create(`${name} (${part.file})`, { id, university, licence, madeAt });
          const { sizeBytes } = await file.write(reader.read(part));
          laidOut.push({ kind, fileId: file.fileId, rows: part.rows, sizeBytes });
        }
      } catch (error) {
        for (const part of laidOut) fileStore.discard(part.fileId);
        throw error;
      } finally {
        reader.close();
      }
      return { fileName: name, university: origin.university, madeAt, licence, hasPersonalData, parts: laidOut };
    },
  };
}

interface Watch {
  readonly context: JobContext;
  readonly counted: { rows: number };
}

/** The tables in the order in which they are written: which companies the offers name is known behind them. */
function* tablesOf(
  { exportService }: PackageParts,
  { contents, personalData }: PackageRequest,
  university: string,
  watch: Watch,
): Generator<PackageTable> {
  const how = { university, personalData };
  const companyIds = new Set<CompanyId>();
  const table = (shared: SharedTable): PackageTable => ({ kind: shared.kind, pieces: watched(shared, watch) });
  if (contents.offers) {
    const onCompany = (id: CompanyId): void => void companyIds.add(id);
    yield table(exportService.shared({ kind: 'offers', filter: contents.offers, onCompany }, how));
  }
  if (contents.formations) {
    yield table(exportService.shared({ kind: 'formations', filter: contents.formations }, how));
  }
  if (contents.companies === 'of-offers') {
    yield table(exportService.shared({ kind: 'companies', ids: companyIds }, how));
  } else if (contents.companies) {
    yield table(exportService.shared({ kind: 'companies', filter: contents.companies }, how));
  }
}

async function* watched({ pieces, total }: SharedTable, { context, counted }: Watch): PackageTable['pieces'] {
  let done = 0;
  for (const piece of pieces) {
    yield piece;
    done += piece.rows;
    counted.rows += piece.rows;
    throwIfCancelled(context.signal);
    context.progress('write', total === null ? done : Math.min(done, total), total);
    await nextTurn();
  }
}

/** A name that every system and every mail program takes. */
function plainName(university: string): string {
  const plain = fold(university)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return plain.slice(0, 60) || 'smart-recruiting';
}
