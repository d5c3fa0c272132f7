import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSkillFinder, type SkillFinder } from '../../../shared/domain/reading/skill-finder';
import { readSkillVocabulary, type SkillKind } from '../../../shared/domain/reading/skill-vocabulary';

/** The vocabulary of skills of a folder of reference tables, ready to be looked for in texts. */
export interface SkillFinderService extends SkillFinder {
  /** Changes with any change of the vocabulary. */
  readonly vocabularyVersion: string;
  /** The names of the skills of one kind. */
  labelsOf(kind: SkillKind): readonly string[];
}

/**
 * The finder for skills.csv of a folder (absolute path), which is read when something is first asked for: that takes some
 * 40 ms, and an application that starts has better to do. Throws then when the file is missing or no table of skills.
 */
export function openSkillFinder(referenceDir: string): SkillFinderService {
  let loaded: SkillFinderService | null = null;
  const load = (): SkillFinderService => {
    if (loaded) return loaded;
    const text = readFileSync(join(referenceDir, 'skills.csv'), 'utf8');
    const vocabularyVersion = createHash('sha256').update(text).digest('base64url').slice(0, 12);
    const vocabulary = readSkillVocabulary(text);
    const labelsOf = (wanted: SkillKind) => vocabulary.flatMap(({ kind, label }) => (kind === wanted ? [label] : []));
    loaded = { ...createSkillFinder(vocabulary), vocabularyVersion, labelsOf };
    return loaded;
  };
  return {
    skillsIn: (text, kind) => load().skillsIn(text, kind),
    labelsOf: (kind) => load().labelsOf(kind),
    get vocabularyVersion() {
      return load().vocabularyVersion;
    },
  };
}
