import type { GroupHandlers } from '../../../shared/contract/define';
import type { university } from '../../../shared/contract/university';
import type { JobId } from '../../../shared/domain/ids';
import type { UniversityService } from './university-service';

/** What fills an empty database; lives in the samples topic. */
export interface SampleLoader {
  loadSample(): Promise<JobId>;
}

export function createUniversityHandlers(
  service: UniversityService,
  samples: SampleLoader,
): GroupHandlers<typeof university> {
  return {
    overview: () => service.overview(),
    components: () => service.components(),
    mailDomains: () => service.mailDomains(),
    loadSample: async () => ({ jobId: await samples.loadSample() }),
  };
}
