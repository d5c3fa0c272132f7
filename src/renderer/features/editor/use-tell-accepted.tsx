import { useTranslation } from 'react-i18next';
import type { OfferId } from '../../../shared/domain/ids';
import type { OfferForm } from '../../../shared/domain/offer-form';
import { useClient } from '../../api/client-context';
import { useNotify } from '../../components/notices';
import { UndoButton } from '../../components/UndoButton';
import { errorText } from '../../i18n/error-text';
import { countAccepted, withoutAccepted } from './accepted-fields';
import { isEmpty, type ProposedField } from './proposals';

type TellAccepted = (
  offerId: OfferId,
  before: OfferForm,
  after: OfferForm,
  /** What was not taken over, for it is only guessed. */
  guessed: readonly ProposedField[],
) => void;

/**
 * Tells how many proposals an offer was given on its way out, with a button that takes them out of it again, and that who
 * offers was left out where it was.
 */
export function useTellAccepted(): TellAccepted {
  const { t } = useTranslation();
  const client = useClient();
  const notify = useNotify();
  return (offerId, before, after, guessed) => {
    const count = countAccepted(before, after);
    const left = guessed.some((field) => isEmpty(after[field])) ? t('editor.guessesLeft') : '';
    if (count === 0 && left === '') return;
    const about = `accepted-${offerId}`;
    const takeOut = async (): Promise<void> => {
      try {
        const { revision, form } = await client.offers.edit({ offerId });
        await client.offers.save({ offerId, revision, form: withoutAccepted(form, before, after), hasNames: true });
        notify({ about, severity: 'success', text: t('editor.proposalsTakenOut') });
      } catch (error) {
        const { what, todo } = errorText(t, error);
        notify({ about, severity: 'error', text: `${what} ${todo}` });
      }
    };
    notify({
      about,
      severity: 'info',
      text: [count === 0 ? '' : t('editor.proposalsAccepted', { count }), left].filter(Boolean).join(' '),
      ...(count === 0 ? {} : { action: <UndoButton onUndo={() => void takeOut()} /> }),
    });
  };
}
