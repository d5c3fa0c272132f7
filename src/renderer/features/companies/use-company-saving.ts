import { useCallback, useEffect, useRef, useState } from 'react';
import type { CompanyMark } from '../../../shared/contract/companies';
import { AppError } from '../../../shared/domain/app-error';
import { tidyCompanyForm, type CompanyForm } from '../../../shared/domain/company-form';
import type { CompanyId } from '../../../shared/domain/ids';
import { useClient } from '../../api/client-context';

/** What is stored, and the revision by which a change says what it started from. */
export interface StoredForm {
  readonly companyId: CompanyId | null;
  readonly revision: number | null;
  readonly form: CompanyForm;
}

/** A form that was just stored. */
export interface SavedForm extends StoredForm {
  /** What was marked as written by hand; handed in by whoever takes the change back. */
  readonly marks: readonly CompanyMark[];
}

export type SavingState =
  | { readonly kind: 'idle' | 'saving' }
  | { readonly kind: 'failed'; readonly error: AppError }
  /** Somebody else's version is in the way. */
  | { readonly kind: 'conflict'; readonly other: StoredForm }
  | { readonly kind: 'gone' };

interface CompanySavingOptions {
  readonly start: StoredForm;
  readonly form: CompanyForm;
  /** Whether the form may be stored as it is. */
  readonly isRight: boolean;
  /** Whether the form holds all that was written: a number that is no SIRET stands in its field alone. */
  readonly isWhole: boolean;
  /** Told what was stored before and what is now. */
  readonly onSaved: (before: StoredForm, after: SavedForm) => void;
  /** Reads what is stored by now. */
  readonly readOther: (companyId: CompanyId) => Promise<StoredForm>;
}

export interface CompanySaving {
  readonly state: SavingState;
  /** Stores the form, over `other` where somebody has decided so; throws what keeps it from being stored. */
  readonly save: (other?: StoredForm) => Promise<CompanyId | null>;
  /** Whether something was written that is not stored. */
  readonly isUnsaved: () => boolean;
  /** What was written is given up: leaving asks nothing more. */
  readonly forget: () => void;
  /** What kept the form from being stored is told until something of it changes. */
  readonly forgetFailure: () => void;
  /** From now on changes start from this version. */
  readonly startFrom: (other: StoredForm) => void;
}

/** Keeps a form of a company together with what is stored of it. */
export function useCompanySaving(options: CompanySavingOptions): CompanySaving {
  const client = useClient();
  const [state, setState] = useState<SavingState>({ kind: 'idle' });
  const stored = useRef(options.start);
  const isForgotten = useRef(false);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  const isUnsaved = useCallback((): boolean => {
    const { form, isWhole } = latest.current;
    return !isForgotten.current && (!isWhole || !saysTheSame(form, stored.current.form));
  }, []);

  const save = useCallback(
    async (other?: StoredForm): Promise<CompanyId | null> => {
      const { form, isRight, onSaved, readOther } = latest.current;
      const before = other ?? stored.current;
      if (!isUnsaved() && !other) return before.companyId;
      if (!isRight) throw new AppError('invalid-input', 'The form is not complete.');
      setState({ kind: 'saving' });
      /** Stores the form over `former`, and over what somebody changed meanwhile that stands in no field of it. */
      const store = async (former: StoredForm): Promise<SavedForm> => {
        try {
          const { companyId, revision } = former;
          return { ...(await client.companies.save({ companyId, revision, form })), form };
        } catch (error) {
          const known = error instanceof AppError ? error : new AppError('internal', String(error));
          const next = await stateAfter(known, former.companyId, readOther);
          const hasNothingToDecide = next.kind === 'conflict' && saysTheSame(next.other.form, former.form);
          if (hasNothingToDecide) return await store(next.other);
          setState(next);
          throw known;
        }
      };
      const after = await store(before);
      stored.current = after;
      setState({ kind: 'idle' });
      onSaved(before, after);
      return after.companyId;
    },
    [client, isUnsaved],
  );

  const forget = useCallback((): void => {
    isForgotten.current = true;
  }, []);
  const startFrom = useCallback((other: StoredForm): void => {
    stored.current = other;
    setState({ kind: 'idle' });
  }, []);

  const forgetFailure = useCallback(
    (): void => setState((former) => (former.kind === 'failed' ? { kind: 'idle' } : former)),
    [],
  );

  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent): void => {
      if (isUnsaved()) event.preventDefault();
    };
    window.addEventListener('beforeunload', onBeforeUnload);
    return () => window.removeEventListener('beforeunload', onBeforeUnload);
  }, [isUnsaved]);

  return { state, save, isUnsaved, forget, forgetFailure, startFrom };
}

async function stateAfter(
  error: AppError,
  companyId: CompanyId | null,
  readOther: (companyId: CompanyId) => Promise<StoredForm>,
): Promise<SavingState> {
  if (error.code === 'not-found') return { kind: 'gone' };
  if (error.reason !== 'company-changed' || companyId === null) return { kind: 'failed', error };
  const other = await readOther(companyId).catch(() => null);
  return other ? { kind: 'conflict', other } : { kind: 'failed', error };
}

function saysTheSame(one: CompanyForm, other: CompanyForm): boolean {
  return JSON.stringify(tidyCompanyForm(one)) === JSON.stringify(tidyCompanyForm(other));
}
