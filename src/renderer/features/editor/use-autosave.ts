import { useCallback, useEffect, useRef, useState } from 'react';
import type { SavedOffer } from '../../../shared/contract/offers';
import { AppError } from '../../../shared/domain/app-error';
import type { OfferId } from '../../../shared/domain/ids';
import type { OfferForm } from '../../../shared/domain/offer-form';
import { useClient } from '../../api/client-context';
import { createSaveClock } from './save-clock';

export type SaveState =
  | { readonly kind: 'new' | 'waiting' | 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'failed' | 'conflict' | 'gone'; readonly error: AppError };

/** What is stored, by which the next change says what it started from. */
export interface Stored {
  readonly offerId: OfferId | null;
  readonly revision: number | null;
}

export interface Autosave {
  readonly state: SaveState;
  readonly offerId: OfferId | null;
  /** Saves what is not saved yet, or the form given, and answers with what is stored; throws what saving throws. */
  readonly flush: (form?: OfferForm) => Promise<Stored>;
  /** Whether something was written that is not stored. */
  readonly isUnsaved: () => boolean;
  /** What is not stored is given up: leaving saves no more of it. */
  readonly forget: () => void;
  /** What was saved is being ranked already, so that leaving need not ask for it. */
  readonly markRanked: () => void;
  /** From now on the form belongs to no stored offer; the next save makes a new one. */
  readonly detach: () => void;
}

interface AutosaveOptions {
  /** What was stored when the form was opened; `form` is an empty one for a new offer. */
  readonly start: Stored & { readonly savedAt: string | null; readonly form: OfferForm };
  readonly form: OfferForm;
  /** Whether the names of company and contact are typed to the end. */
  readonly hasNames: boolean;
  /** Told of the id that a new offer gets with its first save. */
  readonly onFirstSave: (offerId: OfferId) => void;
}

/**
 * Keeps a form stored while it is being written: one save at a time, the next one with what came meanwhile. A refusal
 * stops it until somebody decides; a failure is tried again with the next change. Leaving saves what is left.
 */
export function useAutosave({ start, form, hasNames, onFirstSave }: AutosaveOptions): Autosave {
  const client = useClient();
  const [state, setState] = useState<SaveState>(
    start.savedAt === null ? { kind: 'new' } : { kind: 'saved', at: start.savedAt },
  );
  const [offerId, setOfferId] = useState(start.offerId);
  const stored = useRef<Stored>({ offerId: start.offerId, revision: start.revision });
  const wanted = useRef({ form, hasNames });
  const savedText = useRef(JSON.stringify([start.form, true]));
  const running = useRef<Promise<Stored> | null>(null);
  const stopped = useRef(false);
  const hasSaved = useRef(false);
  const firstSave = useRef(onFirstSave);
  useEffect(() => {
    wanted.current = { form, hasNames };
    firstSave.current = onFirstSave;
  });

  const adopt = useCallback((saved: SavedOffer): void => {
    const isFirst = stored.current.offerId === null;
    stored.current = { offerId: saved.offerId, revision: saved.revision };
    setOfferId(saved.offerId);
    setState({ kind: 'saved', at: saved.savedAt });
    if (isFirst) firstSave.current(saved.offerId);
  }, []);

  const flush = useCallback(
    async (given?: OfferForm): Promise<Stored> => {
      // Whoever asks while a save is on its way waits for it, and then for what came meanwhile.
      while (running.current) await running.current.catch(() => undefined);
      if (given) wanted.current = { form: given, hasNames: true };
      const text = JSON.stringify([wanted.current.form, wanted.current.hasNames]);
      if (text === savedText.current) return stored.current;
      const save = async (): Promise<Stored> => {
        setState({ kind: 'saving' });
        const saved = await client.offers.save({ ...stored.current, ...wanted.current });
        savedText.current = text;
        hasSaved.current = true;
        adopt(saved);
        return stored.current;
      };
      running.current = save();
      try {
        return await running.current;
      } catch (error) {
        const known = error instanceof AppError ? error : new AppError('internal', String(error));
        stopped.current = known.code === 'conflict' || known.code === 'not-found';
        setState({
          kind: known.code === 'conflict' ? 'conflict' : known.code === 'not-found' ? 'gone' : 'failed',
          error: known,
        });
        throw known;
      } finally {
        running.current = null;
      }
    },
    [adopt, client],
  );

  const isUnsaved = useCallback((): boolean => {
    const { form: now, hasNames: names } = wanted.current;
    return JSON.stringify([now, names]) !== savedText.current;
  }, []);

  const forget = useCallback((): void => {
    savedText.current = JSON.stringify([wanted.current.form, wanted.current.hasNames]);
  }, []);

  const text = JSON.stringify([form, hasNames]);
  const [clock] = useState(createSaveClock);
  useEffect(() => {
    if (text === savedText.current) clock.saved();
    if (text === savedText.current || stopped.current) return;
    setState((former) => (former.kind === 'saving' ? former : { kind: 'waiting' }));
    const timer = setTimeout(() => {
      clock.saved();
      // What went wrong is in the state.
      void flush().catch(() => undefined);
    }, clock.changed(Date.now()));
    return () => clearTimeout(timer);
  }, [clock, flush, text]);

  useEffect(() => {
    const save = (): void => {
      if (!stopped.current) void flush().catch(() => undefined);
    };
    const onVisibility = (): void => {
      if (document.visibilityState === 'hidden') save();
    };
    const onBeforeUnload = (event: BeforeUnloadEvent): void => {
      if (!isUnsaved()) return;
      save();
      event.preventDefault();
    };
    /** A changed text waits for its ranking until nobody writes any more. */
    const leave = async (): Promise<void> => {
      if (!stopped.current) await flush().catch(() => undefined);
      if (hasSaved.current) await client.matches.refresh({}).catch(() => undefined);
    };
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('beforeunload', onBeforeUnload);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('beforeunload', onBeforeUnload);
      void leave();
    };
  }, [client, flush, isUnsaved]);

  const detach = useCallback((): void => {
    stored.current = { offerId: null, revision: null };
    savedText.current = '';
    stopped.current = false;
  }, []);

  const markRanked = useCallback((): void => {
    hasSaved.current = false;
  }, []);

  return { state, offerId, flush, isUnsaved, forget, markRanked, detach };
}
