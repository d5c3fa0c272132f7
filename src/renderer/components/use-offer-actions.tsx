import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppClient } from '../../shared/contract/contract';
import type { SavedOffer } from '../../shared/contract/offers';
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

/** Puts an offer back to where an action found it. Fails with what the call fails with. */
export type TakeBack = (client: AppClient) => Promise<SavedOffer>;

export interface OfferActions {
  /** Publishes, closes and so on; what takes it back is offered with the notice, and answered; null when it failed. */
  readonly act: (offer: NamedOffer, action: OfferAction, reason?: ClosingReason) => Promise<TakeBack | null>;
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
    const say = ({ id }: NamedOffer, text: string, action: Pick<Notice, 'action'> = {}): void =>
      notify({ about: `offer-${id}`, severity: 'success', text, ...action });
    const tell = (offer: NamedOffer, text: string, undone: string, undo: () => Promise<unknown>): void => {
      const takeBack = async (): Promise<void> => {
        await undo();
        say(offer, undone);
      };
      say(offer, text, { action: <UndoButton onUndo={() => void guard(takeBack)} /> });
    };
    const guard = async <T,>(work: () => Promise<T>): Promise<T | null> => {
      try {
        return await work();
      } catch (error) {
        const { what, todo } = errorText(t, error);
        notify({ severity: 'error', text: `${what} ${todo}` } satisfies Notice);
        return null;
      }
    };
    return {
      act: (offer, action, reason) =>
        guard(async () => {
          const request = { offerId: offer.id, revision: null, action, reason: reason ?? null };
          const { revision, former } = await client.offers.act(request);
          const takeBack: TakeBack = (again) => again.offers.takeBack({ offerId: offer.id, revision, former });
          const { title } = offer;
          tell(offer, t(`editor.actionsDone.${action}`, { title }), t('editor.undone', { title }), () =>
            takeBack(client),
          );
          return takeBack;
        }),
      duplicate: (offer) =>
        guard(async () => {
          const { offerId } = await client.offers.duplicate({ offerId: offer.id });
          const { title } = offer;
          tell(offer, t('editor.duplicated', { title }), t('editor.undone', { title }), () =>
            client.offers.remove({ offerId }),
          );
          return offerId;
        }),
      async remove(offer) {
        const done = await guard(async () => {
          const { id: offerId, title } = offer;
          await client.offers.remove({ offerId });
          tell(offer, t('editor.removed', { title }), t('editor.restored', { title }), () =>
            client.offers.restore({ offerId }),
          );
          return true;
        });
        return done === true;
      },
      async restore(offer) {
        const done = await guard(async () => {
          await client.offers.restore({ offerId: offer.id });
          say(offer, t('editor.restored', { title: offer.title }));
          return true;
        });
        return done === true;
      },
    };
  }, [client, notify, t]);
}
