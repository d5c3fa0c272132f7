import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSkillFinder, type SkillFinder } from '../../../shared/domain/reading/skill-finder';
import { readSkillVocabulary } from '../../../shared/domain/reading/skill-vocabulary';

/** The vocabulary of skills of a folder of reference tables, ready to be looked for in texts. */
export interface SkillFinderService extends SkillFinder {
  /** Changes with any change of the vocabulary. */
  readonly vocabularyVersion: string;
}

/** Reads skills.csv of the folder (absolute path); throws when it is missing or no table of skills. */
export function openSkillFinder(referenceDir: string): SkillFinderService {
  const text = readFileSync(join(referenceDir, 'skills.csv'), 'utf8');
  const vocabularyVersion = createHash('sha256').update(text).digest('base64url').slice(0, 12);
  return { ...createSkillFinder(readSkillVocabulary(text)), vocabularyVersion };
}
