import { Button } from '@mui/material';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TransmissionRow } from '../../../shared/contract/transmissions';
import type { TransmissionId } from '../../../shared/domain/ids';
import type { RefusalReason, SaidKind } from '../../../shared/domain/transmission';
import { useClient } from '../../api/client-context';
import { useNotify } from '../../components/notices';
import { UndoButton } from '../../components/UndoButton';
import { errorText } from '../../i18n/error-text';
import { makeDrafts } from './make-drafts';
import { aboutOf, proposedMessage } from './use-message';

export interface Sayings {
  /** Keeps what a person says, and offers to take it back; answers whether it was kept. */
  readonly say: (
    ids: readonly TransmissionId[],
    kind: SaidKind,
    refusal?: { readonly reason: RefusalReason; readonly note: string },
  ) => Promise<boolean>;
  /** Takes one event back. */
  readonly undo: (eventIds: readonly number[]) => Promise<void>;
  /** Makes one reminder of what one manager has not answered, saves the draft, and asks whether it was sent. */
  readonly remind: (
    rows: readonly Pick<TransmissionRow, 'id' | 'offerId' | 'offerTitle' | 'managerName'>[],
  ) => Promise<void>;
}

/** What can be said of transmissions. Each tells what it did, or why not, and how to take it back. */
export function useSayings(): Sayings {
  const { t, i18n } = useTranslation();
  const client = useClient();
  const notify = useNotify();
  return useMemo(() => {
    const guard = async <T,>(work: () => Promise<T>): Promise<T | null> => {
      try {
        return await work();
      } catch (error) {
        const { what, todo } = errorText(t, error);
        notify({ severity: 'error', text: `${what} ${todo}` });
        return null;
      }
    };
    const undo = async (eventIds: readonly number[]): Promise<void> => {
      await guard(async () => {
        await client.transmissions.undo({ eventIds: [...eventIds] });
        notify({ about: 'transmission', severity: 'success', text: t('transmissions.takenBack') });
      });
    };
    const say: Sayings['say'] = async (ids, kind, refusal) => {
      const kept = await guard(async () => {
        const said = { reason: refusal?.reason ?? null, note: refusal?.note.trim() || null };
        const { eventIds } = await client.transmissions.say({ transmissionIds: [...ids], kind, ...said });
        const isMany = kind === 'sent' && ids.length > 1;
        notify({
          about: 'transmission',
          severity: 'success',
          text: isMany ? t('transmissions.saidMany', { count: ids.length }) : t(`transmissions.said.${kind}`),
          action: <UndoButton onUndo={() => void undo(eventIds)} />,
        });
        return true;
      });
      return kept === true;
    };
    return {
      say,
      undo,
      remind: async (rows) => {
        await guard(async () => {
          const [first] = rows;
          if (!first) return;
          const settings = await client.settings.get({});
          const ofRecipient = i18n.getFixedT(settings.messageLanguage);
          const transmissionIds = rows.map(({ id }) => id);
          const about = aboutOf(rows);
          const message = proposedMessage(ofRecipient, 'remind', about, settings);
          const drafts = await makeDrafts(client, client.transmissions.remind({ transmissionIds, ...message }));
          if (!drafts) return;
          notify({
            about: 'transmission',
            severity: 'info',
            text: t('transmissions.reminderMade', { name: first.managerName, count: about.count }),
            action: (
              <Button color="inherit" size="small" onClick={() => void say(transmissionIds, 'reminded')}>
                {t('transmissions.yesSent')}
              </Button>
            ),
          });
        });
      },
    };
  }, [client, i18n, notify, t]);
}
