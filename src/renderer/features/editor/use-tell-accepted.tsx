import { useTranslation } from 'react-i18next';
import type { OfferId } from '../../../shared/domain/ids';
import type { OfferForm } from '../../../shared/domain/offer-form';
import { useClient } from '../../api/client-context';
import { useNotify } from '../../components/notices';
import { UndoButton } from '../../components/UndoButton';
import { errorText } from '../../i18n/error-text';
import { countAccepted, withoutAccepted } from './accepted-fields';

/** Tells how many proposals an offer was given on its way out, with a button that takes them out of it again. */
export function useTellAccepted(): (offerId: OfferId, before: OfferForm, after: OfferForm) => void {
  const { t } = useTranslation();
  const client = useClient();
  const notify = useNotify();
  return (offerId, before, after) => {
    const count = countAccepted(before, after);
    if (count === 0) return;
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
      text: t('editor.proposalsAccepted', { count }),
      action: <UndoButton onUndo={() => void takeOut()} />,
    });
  };
}
