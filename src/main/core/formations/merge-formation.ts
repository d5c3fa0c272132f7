import { isCutOff } from '../../../shared/domain/cells/cut-cell';
import type { FormationDraft } from '../../../shared/domain/formation';
import type { ImportField } from '../../../shared/domain/import';
import { isSameSaid, saidFields } from '../db/said-fields';

/** The fields in which both say something, and not the same. */
export function contradictions(stored: FormationDraft, said: FormationDraft): string[] {
  const former = new Map(Object.entries(stored));
  const next = new Map(Object.entries(said));
  return saidFields(said).filter(
    (field) => saidFields(stored).includes(field) && !isSameSaid(former.get(field), next.get(field)),
  );
}

/** What a row says, without what a workbook had to cut off: of such a text or list, what is known is the whole. */
export function withoutCutOff(stored: FormationDraft, draft: FormationDraft): FormationDraft {
  const isCut = (field: 'description' | 'prerequisites' | 'keywords' | 'skills' | 'jobs'): boolean =>
    isCutOff(draft[field], stored[field]);
  return {
    ...draft,
    description: isCut('description') ? '' : draft.description,
    prerequisites: isCut('prerequisites') ? null : draft.prerequisites,
    keywords: isCut('keywords') ? [] : draft.keywords,
    skills: isCut('skills') ? [] : draft.skills,
    jobs: isCut('jobs') ? [] : draft.jobs,
  };
}

const managerFields = ['managerName', 'managerEmail'] as const;

/** What a row says where nobody wrote by hand, and the fields in which it says otherwise than the person did. */
export function withoutByHand(stored: FormationDraft, draft: FormationDraft, byHand: ReadonlySet<string>) {
  // Whoever chose a manager chose the name and the address.
  const isManagerByHand = managerFields.some((field) => byHand.has(field));
  const own = [...managerFields, 'prerequisites' as const].filter((field) =>
    field === 'prerequisites' ? byHand.has(field) : isManagerByHand,
  );
  const said: FormationDraft = { ...draft, ...Object.fromEntries(own.map((field) => [field, null])) };
  const kept = own.filter((field) => draft[field] !== null && draft[field] !== stored[field]);
  return { said, kept };
}

const clearable = [
  ...(['diplomaType', 'level', 'component', 'prerequisites', 'capacity', 'managerName', 'managerEmail'] as const),
];
const clearableLists = ['keywords', 'skills', 'jobs', 'romeCodes'] as const;

/** The fields that a row empties. A code and a title name the formation and stay. */
export function emptied(
  said: FormationDraft,
  cleared: readonly ImportField[],
  byHand: ReadonlySet<string>,
): Partial<FormationDraft> {
  const isCleared = (field: ImportField): boolean => cleared.includes(field) && !byHand.has(field);
  // Named by one of both, a manager is not emptied by the other.
  const isManaged = said.managerName !== null || said.managerEmail !== null || managerFields.some((f) => byHand.has(f));
  const plain = clearable.filter((field) => isCleared(field) && !(isManaged && field.startsWith('manager')));
  return {
    ...Object.fromEntries(plain.map((field) => [field, null])),
    ...Object.fromEntries(clearableLists.filter(isCleared).map((field) => [field, []])),
    ...(isCleared('description') ? { description: '' } : {}),
  };
}

/** What the later one says, and where it says nothing, what the former one does. */
export function merge(old: FormationDraft, draft: FormationDraft): FormationDraft {
  const list = <T>(next: T[], former: T[]): T[] => (next.length > 0 ? next : former);
  return {
    externalId: draft.externalId ?? old.externalId,
    title: draft.title,
    diplomaType: draft.diplomaType ?? old.diplomaType,
    level: draft.level ?? old.level,
    component: draft.component ?? old.component,
    description: draft.description || old.description,
    prerequisites: draft.prerequisites ?? old.prerequisites,
    keywords: list(draft.keywords, old.keywords),
    skills: list(draft.skills, old.skills),
    jobs: list(draft.jobs, old.jobs),
    romeCodes: list(draft.romeCodes, old.romeCodes),
    capacity: draft.capacity ?? old.capacity,
    managerName: draft.managerName ?? (draft.managerEmail === null ? old.managerName : null),
    managerEmail: draft.managerEmail ?? (draft.managerName === null ? old.managerEmail : null),
  };
}
