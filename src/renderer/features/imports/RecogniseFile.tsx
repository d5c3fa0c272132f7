import { Skeleton } from '@mui/material';
import type { ReactNode } from 'react';
import type { FileId } from '../../../shared/domain/ids';
import type { ImportKind } from '../../../shared/domain/import';
import { useCall } from '../../api/use-call';

interface RecogniseFileProps {
  readonly fileId: FileId;
  /** What the address says of it; null asks its columns. */
  readonly kind: ImportKind | null;
  readonly children: (kind: ImportKind) => ReactNode;
}

/** Finds out what a file holds of which nobody said it: one that was opened by a double click, or lay in the watched folder. */
export function RecogniseFile({ fileId, kind, children }: RecogniseFileProps) {
  const { data, error } = useCall('imports', 'recognise', { fileId, kind }, { enabled: kind === null });
  if (kind !== null) return children(kind);
  if (data) return children(data.kind);
  // Checking it says what is wrong with it.
  return error ? children('offers') : <Skeleton variant="rounded" height={420} />;
}
