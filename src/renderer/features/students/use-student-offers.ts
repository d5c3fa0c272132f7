import { useState } from 'react';
import { useCall } from '../../api/use-call';
import { askWhileReading } from '../search/ask-while-reading';
import {
  canLeaveOut,
  leftOutKinds,
  namedContract,
  studentFilter,
  type LeftOutKind,
  type StudentCriteria,
} from '../../../shared/domain/student-filter';

/** Offers on one screen for somebody who reads them one by one. */
export const studentPageSize = 10;

const howAsked = {
  sort: { by: 'relevance', direction: 'desc' },
  areCopiesGrouped: true,
  isNearAmongTakable: true,
} as const;

interface Asked {
  readonly text: string;
  readonly criteria: StudentCriteria;
  /** What is shown although it is usually left out. */
  readonly also: readonly LeftOutKind[];
}

/**
 * The offers that somebody who studies can still take, the closest to a text first, and how many were left out by which
 * criterion. Nothing is asked while the text is empty.
 */
export function useStudentOffers(text: string, criteria: StudentCriteria, page: number) {
  const [also, setAlso] = useState<readonly LeftOutKind[]>([]);
  const asked = { text, criteria, also };
  const hasText = text.trim() !== '';
  const answer = useCall(
    ...(['search', 'offers'] as const),
    { ...howAsked, text, filter: studentFilter(text, criteria, also), page, pageSize: studentPageSize },
    { enabled: hasText, keepPrevious: true, refetchWhile: askWhileReading },
  );
  // Totals of two questions say nothing together: none is told while one of them is still another question's.
  const shown = answer.isPlaceholderData ? undefined : answer.data?.total;
  const leftOut = {
    past: useLeftOut('past', asked, shown),
    contracts: useLeftOut('contracts', asked, shown),
    levels: useLeftOut('levels', asked, shown),
    places: useLeftOut('places', asked, shown),
    dates: useLeftOut('dates', asked, shown),
  };
  return {
    answer: hasText ? answer : null,
    named: namedContract(text, criteria, also),
    leftOut: leftOutKinds.map((kind) => ({ kind, count: leftOut[kind] })),
    show: (kind: LeftOutKind): void => setAlso([...also, kind]),
  };
}

/** How many more offers would be found if one kind were not left out. */
function useLeftOut(kind: LeftOutKind, { text, criteria, also }: Asked, shown: number | undefined): number {
  const isAsked = text.trim() !== '' && canLeaveOut(kind, text, criteria, also);
  const { data, isPlaceholderData } = useCall(
    ...(['search', 'offers'] as const),
    { ...howAsked, text, filter: studentFilter(text, criteria, [...also, kind]), page: 0, pageSize: 1 },
    { enabled: isAsked, keepPrevious: true, refetchWhile: askWhileReading },
  );
  return isAsked && data && !isPlaceholderData && shown !== undefined ? Math.max(0, data.total - shown) : 0;
}
