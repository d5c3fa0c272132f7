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

/**
 * Keeps the focus with a formation that a decision moves to another list, where its buttons are others. `marker` changes
 * with the lists. Call the answer before deciding.
 */
export function useFocusFollows(root: RefObject<HTMLElement | null>, marker: unknown): (id: FormationId) => void {
  const followed = useRef<FormationId | null>(null);
  useEffect(() => {
    const id = followed.current;
    followed.current = null;
    const hasFocus = root.current?.contains(document.activeElement) ?? false;
    if (id === null || hasFocus) return;
    const target =
      root.current?.querySelector<HTMLElement>(`[data-formation="${id}"] button`) ??
      root.current?.querySelector<HTMLElement>('[data-rejected]');
    target?.focus();
  }, [root, marker]);
  return (id) => {
    followed.current = id;
  };
}
