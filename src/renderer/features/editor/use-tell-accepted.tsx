import { useEffect, useRef, type Dispatch, type SetStateAction } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferId } from '../../../shared/domain/ids';
import type { OfferForm } from '../../../shared/domain/offer-form';
import { useClient } from '../../api/client-context';
import { useNotify } from '../../components/notices';
import { UndoButton } from '../../components/UndoButton';
import type { TakeBack } from '../../components/use-offer-actions';
import { errorText } from '../../i18n/error-text';
import { countAccepted, withoutAccepted } from './accepted-fields';
import { isEmpty, type ProposedField } from './proposals';

interface Accepted {
  readonly before: OfferForm;
  readonly after: OfferForm;
  /** What was not taken over, for it is only guessed. */
  readonly guessed: readonly ProposedField[];
  /** How to take back that the offer was published with it; null where it was published before. */
  readonly publication: TakeBack | null;
}

interface TellAccepted {
  /**
   * Tells how many proposals an offer was given on its way out, and that who offers was left out where it was. It was one
   * click, so one button takes back all that it did: the proposals, and that the offer was published.
   */
  readonly tellAccepted: (offerId: OfferId, accepted: Accepted) => void;
  /** Tells how many proposals were accepted at once in the editor, which goes on; taken back there, or in what it left. */
  readonly tellAcceptedHere: (before: OfferForm, after: OfferForm) => void;
}

/** Tells of proposals that were accepted together, with the way back; `offerId` is null as long as nothing is stored. */
export function useTellAccepted(offerId: OfferId | null, setForm: Dispatch<SetStateAction<OfferForm>>): TellAccepted {
  const { t } = useTranslation();
  const client = useClient();
  const notify = useNotify();
  // A notice outlives the editor.
  const editor = useRef({ offerId, isOpen: true });
  useEffect(() => {
    editor.current = { offerId, isOpen: true };
    return () => {
      editor.current = { offerId, isOpen: false };
    };
  }, [offerId]);

  const takeBack = async (id: OfferId, { before, after, publication }: Omit<Accepted, 'guessed'>): Promise<void> => {
    const about = `offer-${id}`;
    try {
      await publication?.(client);
      const { revision, form } = await client.offers.edit({ offerId: id });
      // No offer is stored without a title.
      const former = { ...before, title: after.title };
      await client.offers.save({
        offerId: id,
        revision,
        form: withoutAccepted(form, former, after),
        hasNames: true,
      });
      notify({ about, severity: 'success', text: t(publication ? 'editor.draftAgain' : 'editor.proposalsTakenOut') });
    } catch (error) {
      const { what, todo } = errorText(t, error);
      notify({ about, severity: 'error', text: `${what} ${todo}` });
    }
  };
  const tellAccepted = (id: OfferId, accepted: Accepted): void => {
    const { before, after, guessed, publication } = accepted;
    // Its title counts as shown already.
    const count = countAccepted({ ...before, title: after.title }, after);
    const left = guessed.some((field) => isEmpty(after[field])) ? t('editor.guessesLeft') : '';
    if (count === 0 && left === '') return;
    const done = publication ? t('editor.publishedWith', { count }) : t('editor.proposalsAccepted', { count });
    notify({
      // It takes the place of the notice of the publication.
      about: `offer-${id}`,
      severity: 'success',
      text: [count > 0 || publication ? done : '', left].filter(Boolean).join(' '),
      ...(count > 0 || publication ? { action: <UndoButton onUndo={() => void takeBack(id, accepted)} /> } : {}),
    });
  };
  const tellAcceptedHere = (before: OfferForm, after: OfferForm): void => {
    const undo = (): void => {
      const { offerId: id, isOpen } = editor.current;
      if (!isOpen && id !== null) return void takeBack(id, { before, after, publication: null });
      setForm((now) => withoutAccepted(now, before, after));
      notify({ about: 'accepted-here', severity: 'success', text: t('editor.proposalsTakenOut') });
    };
    notify({
      about: 'accepted-here',
      severity: 'success',
      text: t('editor.proposalsAccepted', { count: countAccepted(before, after) }),
      action: <UndoButton onUndo={undo} />,
    });
  };
  return { tellAccepted, tellAcceptedHere };
}
