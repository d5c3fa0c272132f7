import { createContext, useContext, useEffect, useMemo, useRef, type ReactNode, type RefObject } from 'react';
import type { ChartSection } from './picture';

interface Registered {
  readonly element: HTMLElement;
  readonly read: () => ChartSection;
}

/** What the charts of a page show at this moment. */
export interface ReportSections {
  /** The sections in the order in which the page shows them. */
  read(): readonly ChartSection[];
  add(registered: Registered): () => void;
}

const SectionsContext = createContext<ReportSections | null>(null);

/** Knows the charts below it, so that a report of them says what they say. */
export function ReportSectionsProvider({ sections, children }: { sections: ReportSections; children: ReactNode }) {
  return <SectionsContext value={sections}>{children}</SectionsContext>;
}

/** A place that knows charts; none yet. */
export function useReportSections(): ReportSections {
  return useMemo(() => {
    const known = new Set<Registered>();
    return {
      read: () =>
        [...known].sort((one, other) => (isBehind(one.element, other.element) ? 1 : -1)).map(({ read }) => read()),
      add(registered) {
        known.add(registered);
        return () => void known.delete(registered);
      },
    };
  }, []);
}

function isBehind(one: HTMLElement, other: HTMLElement): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}

/** Makes a section known to the report of its page, if there is one; the result goes to the element that shows it. */
export function useReportSection(section: ChartSection | null): RefObject<HTMLElement | null> {
  const sections = useContext(SectionsContext);
  const element = useRef<HTMLElement>(null);
  const latest = useRef(section);
  useEffect(() => {
    latest.current = section;
  });
  const isKnown = section !== null;
  useEffect(() => {
    if (!sections || !isKnown || !element.current) return undefined;
    const empty: ChartSection = { title: '', sentence: '', headings: [], rows: [], picture: null };
    return sections.add({ element: element.current, read: () => latest.current ?? empty });
  }, [sections, isKnown]);
  return element;
}
