import type { FormationDraft } from '../../../shared/domain/formation';
import { fold } from '../../../shared/domain/fold';
import type { MatchKey } from '../../../shared/domain/match-key';
import type { ComponentId, FormationId } from '../../../shared/domain/ids';
import type { ReadDb } from '../db/open';
import type { LookedUp } from '../db/looked-up';

/** A formation that a row may stand for. */
export interface Known {
  readonly id: FormationId;
  readonly revision: number;
  readonly importId: number | null;
  readonly externalId: string | null;
  readonly componentId: ComponentId | null;
  readonly contentHash: string;
}

/** By what a row is looked for. */
export interface Wanted {
  readonly draft: Pick<FormationDraft, 'externalId' | 'title'>;
  readonly componentId: ComponentId | null;
  /** As in the table. */
  readonly identityKey: string;
}

export interface FormationLookup {
  byId(id: number): Known | undefined;
  /**
   * By the key that was chosen, else its code within its component, else title, diploma and component; a namesake with
   * another code is another one.
   */
  find(wanted: Wanted): LookedUp<Known>;
  /** The formation that has a code within a component. */
  byCode(code: string, componentId: ComponentId | null): Known | undefined;
  /** Formations that have a code, each by its title and component. */
  namesByCode(code: string): readonly string[];
  namesOf(several: readonly Known[]): readonly string[];
}

export function openFormationLookup(db: ReadDb, key: MatchKey = 'automatic'): FormationLookup {
  const select = `select id, revision, import_id importId, external_id externalId, component_id componentId,
    content_hash contentHash from formation where`;
  const byId = db.prepare<Known, [number]>(`${select} id = ?`);
  const byCode = db.prepare<Known, [string]>(`${select} external_id = ?`);
  const byTitle = db.prepare<Known, [string, number | null]>(`${select} title_key = ? and component_id is ?`);
  const byIdentity = db.prepare<Known, [string]>(`${select} identity_key = ?`);
  const nameOf = db
    .prepare<string, [number]>(
      `select f.title || coalesce(' (' || c.name || ')', '') from formation f left join component c on c.id = f.component_id
       where f.id = ?`,
    )
    .pluck();
  const namesOf = (several: readonly Known[]): readonly string[] => several.map(({ id }) => nameOf.get(id) ?? '');

  /** A code means one formation of each component: several schools may give the same one, as for a national diploma. */
  const withCode = (code: string, componentId: ComponentId | null): LookedUp<Known> => {
    const coded = byCode.all(code);
    const exact = coded.find((each) => each.componentId === componentId);
    if (exact || componentId !== null) return { one: exact ?? coded.find((each) => each.componentId === null) };
    return coded.length > 1 ? { several: coded } : { one: coded[0] };
  };

  /** By the key that was chosen; null where the row has no value for it, or nobody chose one. */
  const chosen = ({ draft, componentId }: Wanted): LookedUp<Known> | null => {
    if (key === 'automatic' || (key === 'code' && draft.externalId === null)) return null;
    if (key !== 'code' && componentId === null) return null;
    const found = key === 'code' ? byCode.all(draft.externalId ?? '') : byTitle.all(fold(draft.title), componentId);
    return found.length > 1 ? { several: found } : { one: found[0] };
  };

  return {
    byId: (id) => byId.get(id),
    find(wanted) {
      const byKey = chosen(wanted);
      if (byKey) return byKey;
      const { draft, componentId, identityKey } = wanted;
      const coded = draft.externalId === null ? { one: undefined } : withCode(draft.externalId, componentId);
      if ('several' in coded || coded.one) return coded;
      const namesakes = byIdentity.all(identityKey);
      const uncoded = namesakes.find(({ externalId }) => externalId === null);
      if (uncoded || draft.externalId !== null) return { one: uncoded };
      return namesakes.length > 1 ? { several: namesakes } : { one: namesakes[0] };
    },
    byCode: (code, componentId) => byCode.all(code).find((each) => each.componentId === componentId),
    namesByCode: (code) => namesOf(byCode.all(code)),
    namesOf,
  };
}
