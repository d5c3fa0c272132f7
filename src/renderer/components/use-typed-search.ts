import { useEffect, useRef, useState, type RefObject } from 'react';

/** Long enough that a word is not asked for letter by letter. */
const pauseMs = 250;

export interface TypedSearch<I extends HTMLInputElement | HTMLTextAreaElement> {
  /** What stands in the field; the search follows after a pause. */
  readonly typed: string;
  readonly setTyped: (text: string) => void;
  /** Searches for a text without waiting for a pause. */
  readonly ask: (text: string) => void;
  /** For the field, which Ctrl+K goes to. */
  readonly input: RefObject<I | null>;
}

/** The text of a field that searches once the person pauses, and follows an address that changes by itself. */
export function useTypedSearch<I extends HTMLInputElement | HTMLTextAreaElement>(
  value: string,
  onChange: (value: string) => void,
): TypedSearch<I> {
  const input = useRef<I>(null);
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (value !== known) {
    // The address changed by itself (back, cleared filters, a suggestion): the field follows.
    setKnown(value);
    setTyped(value);
  }
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    if (typed === known) return;
    const timer = setTimeout(() => {
      setKnown(typed);
      latest.current(typed);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed, known]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  const ask = (text: string): void => {
    setTyped(text);
    setKnown(text);
    onChange(text);
  };
  return { typed, setTyped, ask, input };
}
