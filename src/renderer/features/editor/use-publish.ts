import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { OfferId } from '../../../shared/domain/ids';
import type { OfferForm } from '../../../shared/domain/offer-form';
import { useOfferActions, type TakeBack } from '../../components/use-offer-actions';
import type { Autosave } from './use-autosave';

/** Where it goes on for an offer that was published, and what is told on the way. */
export type AddressOf = (offerId: OfferId, publication: TakeBack) => string;

/** The two ways on from the editor that change more than the form. */
export type WayOut = 'publish' | 'transmit';

interface PublishParts extends Pick<Autosave, 'flush' | 'markRanked'> {
  /** Told why it failed, or null at the start. */
  readonly onError: (error: unknown) => void;
}

interface Publishing {
  /** Saves a form, publishes the offer and goes on. */
  readonly publish: (whole: OfferForm, addressOf: AddressOf) => Promise<void>;
  /** The way out that is being gone; no other begins meanwhile. */
  readonly pending: WayOut | null;
  readonly go: (way: WayOut, work: () => Promise<void>) => Promise<void>;
}

/** Publishes what is written, one way out at a time. */
export function usePublish({ flush, markRanked, onError }: PublishParts): Publishing {
  const navigate = useNavigate();
  const { act } = useOfferActions();
  const [pending, setPending] = useState<WayOut | null>(null);
  const go = async (way: WayOut, work: () => Promise<void>): Promise<void> => {
    setPending(way);
    try {
      await work();
    } finally {
      setPending(null);
    }
  };
  const publish = async (whole: OfferForm, addressOf: AddressOf): Promise<void> => {
    onError(null);
    try {
      const { offerId } = await flush(whole);
      const publication = offerId === null ? null : await act({ id: offerId, title: whole.title }, 'publish');
      if (offerId === null || publication === null) return;
      markRanked();
      await navigate(addressOf(offerId, publication));
    } catch (error) {
      onError(error);
    }
  };
  return { publish, pending, go };
}
