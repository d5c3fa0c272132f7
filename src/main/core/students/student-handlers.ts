import type { GroupHandlers } from '../../../shared/contract/define';
import type { students } from '../../../shared/contract/students';
import type { PassageService } from './passage-service';
import type { StudentService } from './student-service';

export function createStudentHandlers(
  service: StudentService,
  passageService: PassageService,
): GroupHandlers<typeof students> {
  return {
    outlooks: ({ formationIds }) => service.outlooks(formationIds),
    passages: ({ text, offerIds }, signal) => passageService.nearest(text, offerIds, signal),
    approaches: ({ offerIds }) => service.approaches(offerIds),
  };
}
