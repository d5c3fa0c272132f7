import { createCompanyService, type CompanyService } from '../../src/main/core/companies/company-service';
import type { Database, WriteDb } from '../../src/main/core/db/open';
import { createFormationService, type FormationService } from '../../src/main/core/formations/formation-service';
import { createOfferService, type OfferService } from '../../src/main/core/offers/offer-service';
import type { Clock } from '../../src/main/core/ports';
import { createSettingService, type SettingService } from '../../src/main/core/settings/setting-service';
import { createUniversityService, type UniversityService } from '../../src/main/core/university/university-service';
import { importIdSchema, type ImportId } from '../../src/shared/domain/ids';
import type { ImportKind } from '../../src/shared/domain/import';
import { openTemporaryDatabase } from './temporary-database';

/** The services that keep records, on a database of their own. Unless told, the clock stands on 2 March 2026. */
export interface OpenRecords extends AsyncDisposable {
  readonly database: Database;
  readonly settingService: SettingService;
  readonly companyService: CompanyService;
  readonly offerService: OfferService;
  readonly universityService: UniversityService;
  readonly formationService: FormationService;
  /** Runs the work as an import of its own and answers with the import's id and what the work returned. */
  asImport<T>(
    kind: ImportKind,
    work: (db: WriteDb, importId: ImportId) => T,
  ): Promise<{ importId: ImportId; result: T }>;
}

export function openRecords(clock: Clock = { now: () => new Date('2026-03-02T09:00:00Z') }): OpenRecords {
  const place = openTemporaryDatabase();
  const { database } = place;
  const settingService = createSettingService(database);
  const companyService = createCompanyService({ database, clock });
  const offerService = createOfferService({ database, clock, settingService, companyService });
  const universityService = createUniversityService({
    database,
    countOffersByOutcome: () => offerService.countByOutcome(),
    settingService,
  });
  const formationService = createFormationService({ database, clock, universityService });
  return {
    ...{ database, settingService, companyService, offerService, universityService, formationService },
    asImport: (kind, work) =>
      database.write((db) => {
        const id = db
          .prepare<number, [string]>(
            `insert into import (kind, file_name, state, created_at) values (?, 'x.csv', 'committed', 'x') returning id`,
          )
          .pluck()
          .get(kind);
        const importId = importIdSchema.parse(id);
        return { importId, result: work(db, importId) };
      }),
    [Symbol.asyncDispose]: () => place[Symbol.asyncDispose](),
  };
}
