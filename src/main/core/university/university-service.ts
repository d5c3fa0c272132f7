import type { Overview } from '../../../shared/contract/university';
import type { ComponentId, ImportId } from '../../../shared/domain/ids';
import type { MatchOutcome } from '../../../shared/domain/offer';
import type { Database, WriteDb } from '../db/open';
import type { Origin } from '../db/provenance';
import type { Redo } from '../db/redo-rows';
import type { SettingService } from '../settings/setting-service';
import * as universityRepository from './university-repository';
import type { ComponentRow, NewComponent } from './university-repository';

export type { ComponentRow, NewComponent } from './university-repository';

/** Finds or makes components within one transaction. */
export interface ComponentIntake {
  /** The component that a file names by its name, code or initials; made when there is none. */
  resolve(wording: string): ComponentId;
  /** Makes a component with all that is known of it, unless there is one of this name or code. */
  put(component: NewComponent): ComponentId;
}

export interface UniversityService {
  overview(): Overview;
  components(): ComponentRow[];
  /** The domains that tell an address of the university from others; addresses of public providers tell nothing. */
  mailDomains(): string[];
  openComponentIntake(db: WriteDb, origin: Origin): ComponentIntake;
  /** Removes components that an import made on the way and that hold no formation any more. */
  removeUnused(db: WriteDb, importId: ImportId): Promise<void>;
  /** Makes the components again that this removed. */
  bringComponentsBack(db: WriteDb, redo: Redo): Promise<void>;
}

export interface UniversityParts {
  readonly database: Database;
  readonly countOffersByOutcome: () => Record<MatchOutcome, number>;
  /** Names the university. */
  readonly settingService: SettingService;
}

/** Where anybody has an address, as some formation managers do. */
const publicProviders = new Set(
  `gmail.com googlemail.com outlook.com outlook.fr hotmail.com hotmail.fr live.com live.fr msn.com yahoo.com yahoo.fr
  orange.fr wanadoo.fr free.fr sfr.fr neuf.fr bbox.fr laposte.net icloud.com me.com gmx.com gmx.fr protonmail.com
  proton.me aol.com`.split(/\s+/),
);

export function createUniversityService(parts: UniversityParts): UniversityService {
  const { database, settingService } = parts;
  settingService.onChange((db, now, before) => {
    if (now.universityName !== before.universityName) universityRepository.renameUniversity(db, now.universityName);
  });
  return {
    overview() {
      const outcomes = parts.countOffersByOutcome();
      const offers = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
      return { offers, ...universityRepository.counts(database.read), outcomes };
    },
    components: () => universityRepository.components(database.read),
    mailDomains: () => universityRepository.mailDomains(database.read).filter((domain) => !publicProviders.has(domain)),
    openComponentIntake(db, origin) {
      const universityId = universityRepository.ensureUniversity(db, settingService.get(db).universityName);
      const wordings = universityRepository.componentWordings(db);
      const put = (component: NewComponent): ComponentId => {
        const keys = [component.name, component.code, component.shortName].map((wording) =>
          universityRepository.componentKeyOf(wording ?? ''),
        );
        const known = wordings.get(keys[0] ?? '') ?? wordings.get(keys[1] ?? '');
        const id =
          known ??
          universityRepository.insertComponent(db, universityId, component, {
            importId: origin.importId,
            createdAt: origin.at,
          });
        for (const key of keys) if (key !== '' && !wordings.has(key)) wordings.set(key, id);
        return id;
      };
      return {
        put,
        resolve: (wording) =>
          wordings.get(universityRepository.componentKeyOf(wording)) ?? put({ ...unnamed, name: wording.trim() }),
      };
    },
    removeUnused: (db, importId) => universityRepository.removeUnused(db, importId),
    bringComponentsBack: (db, redo) => universityRepository.bringComponentsBack(db, redo),
  };
}

const unnamed: NewComponent = { name: '', code: null, shortName: null, kind: null, city: null, email: null };
