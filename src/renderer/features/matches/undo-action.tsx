import type { ReactNode } from 'react';
import { UndoButton } from '../../components/UndoButton';

/** What takes the last thing back, for a notice. */
export function undoAction(onUndo: () => void): ReactNode {
  return <UndoButton onUndo={onUndo} />;
}
