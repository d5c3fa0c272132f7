import { fold } from '../../../shared/domain/fold';
import type { FormationDraft } from '../../../shared/domain/formation';
import type { ImportField } from '../../../shared/domain/import';
import type { ComponentId, FormationId, FormationManagerId } from '../../../shared/domain/ids';
import { contentHash } from '../db/content-hash';
import { openHandEdits, type HandEdits } from '../db/hand-edits';
import type { WriteDb } from '../db/open';
import { keepFormer, snapshotOf, type IntakeOutcome, type Origin } from '../db/provenance';
import { openSkillIntake } from '../reference/skill-service';
import type { ComponentIntake } from '../university/university-service';
import { openFormationLookup, type Known } from './formation-lookup';
import * as formationRepository from './formation-repository';
import { contradictions, emptied, merge, withoutByHand, withoutCutOff } from './merge-formation';
import { isAnotherFormation } from './other-formation';

/** Takes formations in within one transaction. */
export interface FormationIntake {
  /**
   * Creates or completes one formation. A field that a person wrote stays; one that the draft leaves empty keeps what
   * was known, unless it is among `cleared`, the fields that the file empties. `knownId`: the formation that it is, where
   * that is known already.
   */
  put(draft: FormationDraft, cleared?: readonly ImportField[], knownId?: number | null): IntakeOutcome;
  /** The same for what a person decides: nothing of it is left because a person wrote otherwise before. */
  putByPerson(draft: FormationDraft, knownId: FormationId): IntakeOutcome;
  /**
   * Writes these fields of a formation as they are given. Where that is no edit, the import that it comes from can be
   * undone as before. Throws when there is no such formation.
   */
  write(formationId: FormationId, fields: Partial<FormationDraft>, isEdit?: boolean): void;
}

const nothingByHand: ReadonlySet<string> = new Set();

/** A draft whose component and manager were found or made. */
interface Content {
  readonly draft: FormationDraft;
  readonly componentId: ComponentId | null;
  readonly managerId: FormationManagerId | null;
  readonly identityKey: string;
  readonly hash: string;
}

export function openFormationIntake(db: WriteDb, origin: Origin, components: ComponentIntake): FormationIntake {
  const { onTaken, onRemark, keepsKnown } = origin;
  const handEdits = openHandEdits(db, 'formation');
  const skills = openSkillIntake(db);
  const lookup = openFormationLookup(db, origin.matchKey);
  const statements = prepare(db);

  const componentIdOf = ({ component }: FormationDraft): ComponentId | null =>
    component?.trim() ? components.resolve(component) : null;

  const contentOf = (draft: FormationDraft): Content => {
    const componentId = componentIdOf(draft);
    const managerId = resolveManager(db, draft, origin);
    const identityKey = `${fold(draft.title)}|${fold(draft.diplomaType ?? '')}|${componentId ?? ''}`;
    return { draft, componentId, managerId, identityKey, hash: contentHashOf(draft, componentId, managerId) };
  };

  const putParts = (id: FormationId, draft: FormationDraft): void => {
    draft.skills.forEach((label, position) => statements.insertSkill.run(id, position, skills.idOf(label)));
    draft.romeCodes.forEach((code, position) => statements.insertRome.run(id, position, code));
  };

  const update = (old: Known, content: Content, isEdit = true): void => {
    // Nobody saw the row before the end of the transaction that made it: one revision is enough.
    const isOwn = old.importId !== null && old.importId === origin.importId && old.revision === 1;
    const revisionAfter = isOwn || !isEdit ? old.revision : old.revision + 1;
    if (origin.importId !== null && !isOwn) {
      const before = snapshotOf(db, 'formation', old.id);
      keepFormer(db, origin.importId, { kind: 'formation', id: old.id, revisionAfter, before });
    }
    statements.update.run(...valuesOf(content), revisionAfter, origin.at, old.id);
    removeParts(db, old.id);
    putParts(old.id, content.draft);
  };

  /** A code that another formation of its component has is left out: the formation keeps its own. */
  const ofKnown = (draft: FormationDraft, knownId: number): FormationDraft => {
    if (draft.externalId === null) return draft;
    const found = lookup.byCode(draft.externalId, componentIdOf(draft) ?? lookup.byId(knownId)?.componentId ?? null);
    return found && found.id !== knownId ? { ...draft, externalId: null } : draft;
  };

  const insert = (content: Content): IntakeOutcome => {
    const { externalId } = content.draft;
    const holder = externalId === null ? undefined : lookup.byCode(externalId, content.componentId);
    if (holder) {
      onRemark?.('reference-of-other', [content.draft.title, ...lookup.namesOf([holder])]);
      return 'undecided';
    }
    // Told before it is one of them itself.
    const others = externalId === null ? [] : lookup.namesByCode(externalId);
    const id = statements.insert.get(...valuesOf(content), origin.importId, origin.at, origin.at);
    if (id === undefined) throw new Error('The formation was not stored.');
    putParts(id, content.draft);
    onTaken?.(id, []);
    if (others.length > 0) onRemark?.('code-of-other', others);
    return 'created';
  };

  const put = (
    given: FormationDraft,
    cleared: readonly ImportField[],
    byHandOf: HandEdits['of'],
    knownId: number | null,
  ): IntakeOutcome => {
    const wanted = contentOf(given);
    const found = knownId === null ? lookup.find(wanted) : { one: lookup.byId(knownId) };
    if ('several' in found) {
      onRemark?.('ambiguous-match', lookup.namesOf(found.several));
      return 'undecided';
    }
    const old = found.one;
    if (!old) return insert(wanted);
    const draft = ofKnown(given, old.id);
    if (old.contentHash === (draft === given ? wanted : contentOf(draft)).hash) {
      onTaken?.(old.id, []);
      return 'unchanged';
    }
    const stored = formationRepository.draftOf(db, old.id);
    // Whoever chose the code as the key said that it is enough.
    if (knownId === null && origin.matchKey !== 'code' && isAnotherFormation(given, stored)) {
      onRemark?.('reference-of-other', [given.title, ...lookup.namesOf([old])]);
      return 'undecided';
    }
    const byHand = byHandOf(old.id);
    const whole = withoutCutOff(stored, draft);
    const { said, kept } = withoutByHand(stored, whole, byHand);
    onTaken?.(old.id, keepsKnown?.() ? contradictions(stored, whole) : kept);
    // What was known goes over what is said, or the other way round.
    const merged = contentOf(
      keepsKnown?.() ? merge(said, stored) : { ...merge(stored, said), ...emptied(said, cleared, byHand) },
    );
    if (old.contentHash === merged.hash) return 'unchanged';
    update(old, merged);
    return 'updated';
  };

  return {
    put: (draft, cleared = [], knownId = null) => put(draft, cleared, (id) => handEdits.of(id), knownId),
    putByPerson: (draft, knownId) => put(draft, [], () => nothingByHand, knownId),
    write(formationId, fields, isEdit = true) {
      const old = lookup.byId(formationId);
      if (!old) throw new Error(`There is no formation ${formationId}.`);
      const content = contentOf({ ...formationRepository.draftOf(db, formationId), ...fields });
      if (old.contentHash !== content.hash) update(old, content, isEdit);
    },
  };
}

function removeParts(db: WriteDb, id: FormationId): void {
  db.prepare<unknown, [number]>('delete from formation_skill where formation_id = ?').run(id);
  db.prepare<unknown, [number]>('delete from formation_rome where formation_id = ?').run(id);
}

/** Finds or makes the manager that a row names by e-mail address, else by name. */
function resolveManager(db: WriteDb, draft: FormationDraft, origin: Origin): FormationManagerId | null {
  const key = draft.managerEmail?.trim().toLowerCase() || fold(draft.managerName ?? '');
  if (key === '') return null;
  const known = db
    .prepare<FormationManagerId, [string]>('select id from formation_manager where identity_key = ?')
    .pluck()
    .get(key);
  if (known !== undefined) return known;
  const namesake = draft.managerEmail?.trim() ? null : soleNamesake(db, key);
  if (namesake !== null) return namesake;
  const name = draft.managerName?.trim() || draft.managerEmail || key;
  const made = db
    .prepare<FormationManagerId, (string | number | null)[]>(
      `insert into formation_manager (name, email, identity_key, import_id, created_at) values (?, ?, ?, ?, ?)
       returning id`,
    )
    .pluck()
    .get(name, draft.managerEmail, key, origin.importId, origin.at);
  if (made === undefined) throw new Error('The formation manager was not stored.');
  return made;
}

/** The manager of this folded name, where a person gave the address that the file does not have; null for none or several. */
function soleNamesake(db: WriteDb, nameKey: string): FormationManagerId | null {
  const managers = db
    .prepare<{ id: FormationManagerId; name: string }>('select id, name from formation_manager where email is not null')
    .all()
    .filter(({ name }) => fold(name) === nameKey);
  return managers.length === 1 ? (managers[0]?.id ?? null) : null;
}

/** The hash of everything that a file can say of a formation, its component and manager by their ids. */
export function contentHashOf(draft: FormationDraft, componentId: number | null, managerId: number | null): string {
  const { externalId, title, diplomaType, level, description, keywords, skills, jobs, romeCodes, capacity } = draft;
  const lists = [keywords, skills, jobs, romeCodes].map((list) => JSON.stringify(list));
  const plain = [externalId, title, diplomaType, level, componentId, managerId, capacity, ...lists, description];
  // A formation without prerequisites keeps the hash that it had before there were any.
  return contentHash(draft.prerequisites === null ? plain : [...plain, draft.prerequisites]);
}

function valuesOf({ draft, componentId, managerId, identityKey, hash }: Content): (string | number | null)[] {
  return [
    draft.externalId,
    draft.title,
    draft.diplomaType,
    draft.level,
    componentId,
    managerId,
    draft.capacity,
    JSON.stringify(draft.keywords),
    JSON.stringify(draft.jobs),
    fold(draft.title),
    identityKey,
    hash,
    draft.description,
    draft.prerequisites,
  ];
}

function prepare(db: WriteDb) {
  const written =
    'external_id, title, diploma_type, level, component_id, manager_id, capacity, keywords, jobs, title_key, identity_key, content_hash, description, prerequisites'.split(
      ', ',
    );
  return {
    insert: db
      .prepare<FormationId, (string | number | null)[]>(
        `insert into formation (${written.join(', ')}, import_id, created_at, updated_at)
         values (${written.map(() => '?').join(', ')}, ?, ?, ?) returning id`,
      )
      .pluck(),
    update: db.prepare<unknown, (string | number | null)[]>(
      `update formation set ${written.map((column) => `${column} = ?`).join(', ')}, revision = ?, updated_at = ?
       where id = ?`,
    ),
    insertSkill: db.prepare<unknown, [number, number, number]>(
      'insert into formation_skill (formation_id, position, skill_id) values (?, ?, ?)',
    ),
    insertRome: db.prepare<unknown, [number, number, string]>(
      'insert into formation_rome (formation_id, position, code) values (?, ?, ?)',
    ),
  };
}
