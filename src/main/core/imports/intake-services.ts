import { createCompanyService } from '../companies/company-service';
import type { Database } from '../db/open';
import { createFormationService } from '../formations/formation-service';
import { createOfferService } from '../offers/offer-service';
import type { Clock } from '../ports';
import { createSettingService } from '../settings/setting-service';
import { createUniversityService } from '../university/university-service';
import type { IntakeServices } from './import-intake';

/** The services that rows of files are taken in by, for a thread that has nothing else of the application. */
export function createIntakeServices(database: Database, clock: Clock): IntakeServices {
  const settingService = createSettingService(database);
  const companyService = createCompanyService({ database, clock });
  const offerService = createOfferService({ database, clock, settingService, companyService });
  const countOffersByOutcome = () => offerService.countByOutcome();
  const universityService = createUniversityService({ database, countOffersByOutcome, settingService });
  return {
    offerService,
    companyService,
    formationService: createFormationService({ database, clock, universityService }),
  };
}
