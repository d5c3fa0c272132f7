import type { FormationName } from '../../../shared/domain/match';
import { useStudyLevel } from '../../components/use-study-level';

/** Diploma, level and component of a formation in one line, as far as they are known. */
export function useFormationLine({ diplomaType, level, component }: Omit<FormationName, 'id' | 'title'>): string {
  const levelName = useStudyLevel();
  const parts = [diplomaType, level === null ? null : levelName(level), component];
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}
