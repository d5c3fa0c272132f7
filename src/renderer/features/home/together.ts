import type { AppError } from '../../../shared/domain/app-error';

interface Question {
  readonly data: unknown;
  readonly error: AppError | null;
  readonly refetch: () => unknown;
}

/** Several questions that are shown as one: unanswered until all are, and asked again where one failed. */
export interface Together {
  readonly isLoading: boolean;
  /** The first failure among those without an answer. */
  readonly error: AppError | null;
  readonly retry: () => void;
}

export function together(questions: readonly Question[]): Together {
  const failed = questions.filter(({ data, error }) => error !== null && data === undefined);
  return {
    isLoading: questions.some(({ data, error }) => data === undefined && error === null),
    error: failed[0]?.error ?? null,
    retry: () => {
      for (const { refetch } of failed) refetch();
    },
  };
}
