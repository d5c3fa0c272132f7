import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppClient } from '../../shared/contract/contract';
import type { OfferId } from '../../shared/domain/ids';
import type { ClosingReason, OfferAction } from '../../shared/domain/offer-life-cycle';
import { useClient } from '../api/client-context';
import { errorText } from '../i18n/error-text';
import { useNotify, type Notice } from './notices';
import { UndoButton } from './UndoButton';

export interface NamedOffer {
  readonly id: OfferId;
  readonly title: string;
}

export interface OfferActions {
  /** Publishes, closes and so on; what takes it back is offered with the notice. Answers whether it was done. */
  readonly act: (offer: NamedOffer, action: OfferAction, reason?: ClosingReason) => Promise<boolean>;
  /** Makes a draft that says the same; answers with its id, null when it failed. */
  readonly duplicate: (offer: NamedOffer) => Promise<OfferId | null>;
  /** Deletes an offer; answers whether it is gone. */
  readonly remove: (offer: NamedOffer) => Promise<boolean>;
  /** Puts a deleted offer back; answers whether it is there. */
  readonly restore: (offer: NamedOffer) => Promise<boolean>;
}

/** What can be done with an offer as a whole. Each tells what it did, or why not, and how to take it back. */
export function useOfferActions(): OfferActions {
  const { t } = useTranslation();
  const client = useClient();
  const notify = useNotify();
  return useMemo(() => {
    const tell = ({ id }: NamedOffer, text: string, undo: (client: AppClient) => Promise<unknown>): void =>
      notify({
        about: `offer-${id}`,
        severity: 'success',
        text,
        action: <UndoButton onUndo={() => void guard(() => undo(client))} />,
      });
    const guard = async <T,>(work: () => Promise<T>): Promise<T | null> => {
      try {
        return await work();
      } catch (error) {
        const { what, todo } = errorText(t, error);
        notify({ severity: 'error', text: `${what} ${todo}` } satisfies Notice);
        return null;
      }
    };
    const putBack = async (from: AppClient, { id, title }: NamedOffer): Promise<void> => {
      await from.offers.restore({ offerId: id });
      notify({ about: `offer-${id}`, severity: 'success', text: t('editor.restored', { title }) });
    };
    return {
      async act(offer, action, reason) {
        const done = await guard(async () => {
          const request = { offerId: offer.id, revision: null, action, reason: reason ?? null };
          const { revision, former } = await client.offers.act(request);
          tell(offer, t(`editor.actionsDone.${action}`, { title: offer.title }), (again) =>
            again.offers.takeBack({ offerId: offer.id, revision, former }),
          );
          return true;
        });
        return done === true;
      },
      duplicate: (offer) =>
        guard(async () => {
          const { offerId } = await client.offers.duplicate({ offerId: offer.id });
          tell(offer, t('editor.duplicated', { title: offer.title }), (again) => again.offers.remove({ offerId }));
          return offerId;
        }),
      async remove(offer) {
        const done = await guard(async () => {
          await client.offers.remove({ offerId: offer.id });
          tell(offer, t('editor.removed', { title: offer.title }), (again) => putBack(again, offer));
          return true;
        });
        return done === true;
      },
      async restore(offer) {
        const done = await guard(async () => {
          await putBack(client, offer);
          return true;
        });
        return done === true;
      },
    };
  }, [client, notify, t]);
}
