import { Skeleton } from '@mui/material';
import type { ReactNode } from 'react';
import type { AppError } from '../../shared/domain/app-error';
import { ErrorState } from './ErrorState';
import { PageBar } from './PageBar';

interface PagedRowsProps<Row> {
  readonly answer: {
    readonly data: { readonly rows: readonly Row[]; readonly total: number } | undefined;
    readonly error: AppError | null;
    readonly refetch: () => unknown;
  };
  readonly page: number;
  readonly pageSize: number;
  readonly onPage: (page: number) => void;
  /** How high the rows are likely to stand, in pixels. */
  readonly heightPx: number;
  /** What stands in place of rows when there is none. */
  readonly empty: ReactNode;
  readonly children: (rows: readonly Row[]) => ReactNode;
}

/** Rows that come page by page: while they come, when they cannot, when there is none, and with the ways on. */
export function PagedRows<Row>(props: PagedRowsProps<Row>) {
  const { answer, page, pageSize, onPage, heightPx, empty, children } = props;
  const { data, error } = answer;
  if (error && !data) return <ErrorState error={error} onRetry={() => void answer.refetch()} />;
  if (!data) return <Skeleton variant="rounded" height={heightPx} />;
  if (data.total === 0) return empty;
  return (
    <>
      {children(data.rows)}
      {data.total > pageSize ? <PageBar total={data.total} page={page} pageSize={pageSize} onPage={onPage} /> : null}
    </>
  );
}
