import type { jobs } from '../../../shared/contract/jobs';
import type { GroupHandlers } from '../../../shared/contract/define';
import type { JobRunner } from './job-runner';

export function createJobHandlers(jobRunner: JobRunner): GroupHandlers<typeof jobs> {
  return {
    list: (page) => jobRunner.list(page),
    watch: ({ jobId }, signal) => jobRunner.watch(jobId, signal),
    cancel: async ({ jobId }) => {
      await jobRunner.cancel(jobId);
      return null;
    },
  };
}
