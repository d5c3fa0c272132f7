import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppClient } from '../../../shared/contract/contract';
import type { CompanyDetail, MergedField } from '../../../shared/contract/companies';
import type { CompanyState } from '../../../shared/domain/company';
import type { CompanyId, CompanyMergeId } from '../../../shared/domain/ids';
import { useClient } from '../../api/client-context';
import { useNotify } from '../../components/notices';
import { UndoButton } from '../../components/UndoButton';
import { errorText } from '../../i18n/error-text';

export interface NamedCompany {
  readonly id: CompanyId;
  readonly name: string;
}

interface NamedMerge {
  readonly id: CompanyMergeId;
  readonly keptName: string;
  readonly mergedName: string;
}

export interface CompanyActions {
  /** Validates companies, or takes that back. */
  readonly setState: (companyIds: readonly CompanyId[], state: CompanyState) => Promise<void>;
  /** Says that two companies are two. */
  readonly setApart: (one: NamedCompany, other: NamedCompany) => Promise<void>;
  /** Makes one company of two; answers whether it was done. */
  readonly merge: (kept: CompanyDetail, merged: CompanyDetail, takes: MergedField[]) => Promise<boolean>;
  readonly unmerge: (merge: NamedMerge) => Promise<void>;
}

/** What can be done with whole companies. Each tells what it did, or why not, and how to take it back. */
export function useCompanyActions(): CompanyActions {
  const { t } = useTranslation();
  const client = useClient();
  const notify = useNotify();
  return useMemo(() => {
    /** Does the work and says what came of it; what takes it back is offered with the words. */
    const tell = async (
      about: string,
      work: () => Promise<{ readonly text: string; readonly undo?: (() => Promise<void>) | undefined }>,
    ): Promise<boolean> => {
      try {
        const { text, undo } = await work();
        const action = undo ? { action: <UndoButton onUndo={() => void undo()} /> } : {};
        notify({ about, severity: 'success', text, ...action });
        return true;
      } catch (error) {
        const { what, todo } = errorText(t, error);
        notify({ about, severity: 'error', text: `${what} ${todo}` });
        return false;
      }
    };

    const setState = async (companyIds: readonly CompanyId[], state: CompanyState): Promise<void> => {
      await tell('company-state', async () => {
        const changed = await client.companies.setState({ companyIds: [...companyIds], state });
        if (changed.length === 0) return { text: t('companies.stateKept') };
        const back = state === 'validated' ? 'to-validate' : 'validated';
        return {
          text: t(`companies.stateDone.${state}`, { count: changed.length }),
          undo: () => setState(changed, back),
        };
      });
    };

    const unmerge = async ({ id, keptName, mergedName }: NamedMerge): Promise<void> => {
      await tell(`merge-${id}`, async () => {
        const { lost } = await client.companies.unmerge({ mergeId: id });
        const text = lost.includes('siret') ? 'undoneWithout' : 'undone';
        return { text: t(`companies.duplicates.${text}`, { merged: mergedName, kept: keptName }) };
      });
    };

    return {
      setState,
      unmerge,
      async setApart(one, other) {
        const pair = { oneId: one.id, otherId: other.id };
        const names = { one: one.name, other: other.name };
        const about = `apart-${one.id}-${other.id}`;
        await tell(about, async () => {
          await client.companies.setApart({ ...pair, isApart: true });
          const undo = async (): Promise<void> => {
            await tell(about, async () => {
              await client.companies.setApart({ ...pair, isApart: false });
              return { text: t('companies.duplicates.together', names) };
            });
          };
          return { text: t('companies.duplicates.apartDone', names), undo };
        });
      },
      merge: (kept, merged, takes) =>
        tell(`merge-of-${merged.id}`, async () => {
          const { mergeId } = await client.companies.merge(mergeRequest(kept, merged, takes));
          const names = { keptName: kept.name, mergedName: merged.name };
          return {
            text: t('companies.duplicates.merged', { kept: kept.name, merged: merged.name }),
            undo: () => unmerge({ id: mergeId, ...names }),
          };
        }),
    };
  }, [client, notify, t]);
}

function mergeRequest(
  kept: CompanyDetail,
  merged: CompanyDetail,
  takes: MergedField[],
): Parameters<AppClient['companies']['merge']>[0] {
  return {
    kept: { companyId: kept.id, revision: kept.revision },
    merged: { companyId: merged.id, revision: merged.revision },
    takes,
  };
}
