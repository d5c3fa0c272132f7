import { useEffect, useMemo, useRef, useState, type Dispatch, type SetStateAction } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadDocument } from '../../../shared/domain/document';
import type { OfferForm } from '../../../shared/domain/offer-form';
import { useCall } from '../../api/use-call';
import { useNotify } from '../../components/notices';
import { UndoButton } from '../../components/UndoButton';
import { dropOf, withoutDrop } from './dropped-document';
import type { Correspondents, PossibleContact } from './proposals';

interface DroppedDocument {
  /** Takes a document over as the text of the form; a text that it replaces can be put back. */
  readonly take: (document: ReadDocument) => void;
  readonly around: Correspondents;
}

/** Documents that are dropped on the text of a form, and who sent the last of them. */
export function useDroppedDocument(form: OfferForm, setForm: Dispatch<SetStateAction<OfferForm>>): DroppedDocument {
  const { t } = useTranslation();
  const notify = useNotify();
  const [sender, setSender] = useState<PossibleContact | null>(null);
  const domains = useCall('university', 'mailDomains', {}).data;
  const around = useMemo(() => ({ sender, ownDomains: domains ?? [] }), [sender, domains]);
  // A notice outlives many states of the form.
  const latest = useRef({ form, around });
  useEffect(() => {
    latest.current = { form, around };
  });
  const take = (document: ReadDocument): void => {
    const now = latest.current;
    const drop = dropOf(document, now.form, now.around.sender);
    setForm((former) => ({ ...former, description: drop.description }));
    setSender(drop.sender);
    if (drop.before.description.trim() === '') return;
    const undo = (): void => {
      const back = withoutDrop(latest.current.form, drop, latest.current.around.ownDomains);
      if (back === null) {
        notify({ about: 'former-text', severity: 'warning', text: t('editor.putBackTooLate') });
        return;
      }
      setForm(back);
      setSender(drop.formerSender);
      notify({ about: 'former-text', severity: 'success', text: t('editor.isBack') });
    };
    notify({
      about: 'former-text',
      severity: 'info',
      text: t('editor.putBack'),
      action: <UndoButton onUndo={undo} />,
    });
  };
  return { take, around };
}
