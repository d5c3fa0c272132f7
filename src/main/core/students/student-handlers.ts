import type { GroupHandlers } from '../../../shared/contract/define';
import type { students } from '../../../shared/contract/students';
import type { StudentService } from './student-service';

export function createStudentHandlers(service: StudentService): GroupHandlers<typeof students> {
  return {
    outlooks: ({ formationIds }) => service.outlooks(formationIds),
    approaches: ({ offerIds }) => service.approaches(offerIds),
  };
}
