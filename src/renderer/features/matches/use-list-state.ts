import { useEffect, useRef, useState, type RefObject } from 'react';
import type { FormationId } from '../../../shared/domain/ids';
import type { FormationName } from '../../../shared/domain/match';

/** As many as stand side by side and can still be read. */
export const comparedAtMost = 3;

export interface Picking {
  readonly picked: readonly FormationName[];
  readonly toggle: (formation: FormationName) => void;
  readonly clear: () => void;
}

/** The formations that are picked for comparing. */
export function usePicking(): Picking {
  const [picked, setPicked] = useState<readonly FormationName[]>([]);
  const toggle = (formation: FormationName): void =>
    setPicked((former) =>
      former.some(({ id }) => id === formation.id)
        ? former.filter(({ id }) => id !== formation.id)
        : [...former, formation].slice(0, comparedAtMost),
    );
  return { picked, toggle, clear: () => setPicked([]) };
}

interface Followed {
  readonly id: FormationId;
  /** The button that had the focus, where the formation keeps it. */
  readonly verb: string | null;
}

/**
 * Keeps the focus with a formation that a decision moves elsewhere, where its buttons may be others. `marker` changes
 * with the lists. Call the answer before deciding.
 */
export function useFocusFollows(root: RefObject<HTMLElement | null>, marker: unknown): (followed: Followed) => void {
  const wanted = useRef<Followed | null>(null);
  useEffect(() => {
    const followed = wanted.current;
    wanted.current = null;
    const hasFocus = root.current?.contains(document.activeElement) ?? false;
    if (!followed || hasFocus) return;
    const card = root.current?.querySelector(`[data-formation="${followed.id}"]`);
    const target =
      card?.querySelector<HTMLElement>(`[data-verb="${followed.verb}"]`) ??
      card?.querySelector<HTMLElement>('button') ??
      root.current?.querySelector<HTMLElement>('[data-rejected]');
    target?.focus();
  }, [root, marker]);
  return (followed) => {
    wanted.current = followed;
  };
}
