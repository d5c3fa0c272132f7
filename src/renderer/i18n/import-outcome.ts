import type { UndoLook } from '../../shared/contract/imports';
import type { Translate } from './translate';
import type { Format } from './use-format';

type Part = 'removed' | 'restored' | 'kept';

/** What undoing or redoing an import did to its rows, in words; empty where it did nothing. */
export function changedRowsText(t: Translate, format: Format, counts: Readonly<Partial<Record<Part, number>>>): string {
  const parts = (['removed', 'restored', 'kept'] as const).flatMap((part) => {
    const count = counts[part] ?? 0;
    return count === 0 ? [] : [t(`imports.${part}`, { count })];
  });
  return format.list(parts);
}

/** What undoing an import is going to do, a sentence each. */
export function undoSentences(
  t: Translate,
  format: Format,
  { removed, restored, kept, onTheWay }: UndoLook,
): readonly string[] {
  const brought = (['companies', 'contacts', 'components', 'managers'] as const).flatMap((kind) =>
    onTheWay[kind] === 0 ? [] : [t(`imports.alsoCreated.${kind}`, { count: onTheWay[kind] })],
  );
  return [
    ...(removed === 0 ? [] : [t('imports.undoWillRemove', { count: removed })]),
    ...(restored === 0 ? [] : [t('imports.undoWillRestore', { count: restored })]),
    ...(removed + restored === 0 ? [t('imports.undoWillChangeNothing')] : []),
    ...(brought.length === 0 ? [] : [t('imports.undoWillClean', { what: format.list(brought) })]),
    kept === 0 ? t('imports.undoWillKeepNone') : t('imports.undoWillKeep', { count: kept }),
  ];
}
