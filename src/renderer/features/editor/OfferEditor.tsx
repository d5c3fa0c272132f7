import { Box, Button, Paper } from '@mui/material';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { SavedOffer } from '../../../shared/contract/offers';
import type { LegalPlace } from '../../../shared/domain/legal/legal-finding';
import type { OfferId } from '../../../shared/domain/ids';
import type { OfferStatus } from '../../../shared/domain/offer';
import { emptyOfferForm, type OfferForm } from '../../../shared/domain/offer-form';
import { ErrorAlert } from '../../components/ErrorState';
import { LeaveGuard } from '../../components/LeaveGuard';
import { PageHeader } from '../../components/PageHeader';
import type { TakeBack } from '../../components/use-offer-actions';
import { AlikeOffers } from './AlikeOffers';
import { Column } from './Column';
import { EditorActions } from './EditorActions';
import { LegalFindings } from './LegalFindings';
import { LiveFormations } from '../matches/LiveFormations';
import { OfferFields } from './OfferFields';
import { OfferTextBox } from './OfferTextBox';
import {
  acceptedForm,
  announcedFor,
  canBePublished,
  clearRomeCode,
  proposalsFor,
  proposedSkills,
  stillOpen,
  titleOf,
  withProposals,
} from './proposals';
import { SaveTrouble } from './SaveTrouble';
import { useAutosave } from './use-autosave';
import { useDroppedDocument } from './use-dropped-document';
import { useEditorLive } from './use-editor-live';
import { usePublish, type AddressOf } from './use-publish';
import { useShownCompany } from './use-shown-company';
import { useTellAccepted } from './use-tell-accepted';

interface OfferEditorProps {
  /** The offer as it is stored; null for a new one. */
  readonly stored: (SavedOffer & { readonly form: OfferForm }) | null;
  /** What a new one begins with. */
  readonly initialText: string;
  /** Reads the offer again, as somebody else has left it. */
  readonly onReload: () => void;
}

/** One offer being written: its text, its fields, what the law says, and the formations that it suits. */
export function OfferEditor({ stored, initialText, onReload }: OfferEditorProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const box = useRef<HTMLTextAreaElement>(null);
  const [status, setStatus] = useState<OfferStatus>(stored?.status ?? 'draft');
  const [form, setForm] = useState<OfferForm>(stored?.form ?? { ...emptyOfferForm, description: initialText });
  const [isNaming, setIsNaming] = useState(false);
  const [publishError, setPublishError] = useState<unknown>(null);
  const titleField = useRef<HTMLTextAreaElement>(null);
  const [isTitleAsked, setIsTitleAsked] = useState(false);
  const change = useCallback((part: Partial<OfferForm>) => setForm((former) => ({ ...former, ...part })), []);
  const [start] = useState(() => ({
    offerId: stored?.offerId ?? null,
    revision: stored?.revision ?? null,
    savedAt: stored?.savedAt ?? null,
    form: stored?.form ?? emptyOfferForm,
  }));
  const documents = useDroppedDocument(form, setForm);
  // A long text is read again once the letters that were typed stand there.
  const calm = useDeferredValue(form);
  const proposedTitle = useMemo(
    () => titleOf({ ...emptyOfferForm, description: calm.description }),
    [calm.description],
  );
  const titled = form.title === '' && !form.dismissed.includes('title') ? { ...form, title: proposedTitle } : form;
  const { offerId, state, flush, isUnsaved, forget, markRanked, detach } = useAutosave({
    start,
    // A draft is listed by its title: until somebody gives one, by the one that its text begins with.
    form: status === 'draft' ? titled : form,
    hasNames: !isNaming,
    // The address becomes the offer's own without a new page, which would take the cursor away.
    onFirstSave: (id) => window.history.replaceState(window.history.state, '', `/offers/${id}/edit`),
  });
  const { text, formations, reading, legal, alike, readNow } = useEditorLive(titled, offerId);
  const hasText = text !== null;
  const read = useMemo(() => proposalsFor(calm, reading, documents.around), [calm, reading, documents.around]);
  const { shown, companyFor } = useShownCompany(calm, read);
  // What was accepted a moment ago is no proposal any more, though the text has not been read again yet.
  const proposals = stillOpen(shown, form);
  const skills = proposedSkills(form, reading);
  const romeCode = clearRomeCode(form, reading);
  const proposedCount = Object.keys(proposals).length + skills.length + (romeCode === null ? 0 : 1);
  const { tellAccepted, tellAcceptedHere } = useTellAccepted(offerId, setForm);
  const { publish, pending, go } = usePublish({ flush, markRanked, onError: setPublishError });

  const copy = (): Promise<unknown> => {
    detach();
    setStatus('draft');
    return flush(acceptedForm(form));
  };
  const finish = async (): Promise<void> => {
    const left = await flush().catch(() => null);
    // A draft is found again among the drafts, first of all by whoever has just left it.
    const filter = status === 'draft' ? 'status=draft&' : '';
    if (left) await navigate(left.offerId === null ? '/offers' : `/offers?${filter}open=${left.offerId}`);
  };
  /** Publishes the offer; one without a title asks for it where it is written. */
  const publishTitled = async (said: OfferForm, addressOf: AddressOf): Promise<void> => {
    const whole = acceptedForm(said);
    if (whole.title.trim() !== '') return publish(whole, addressOf);
    setIsTitleAsked(true);
    titleField.current?.focus();
  };
  /**
   * What is published says all that its text says: what is proposed is accepted on the way, and can be taken back, but for
   * who offers where that is only guessed. Only what is published is transmitted.
   */
  const leaveFor = async (addressOf: (id: OfferId) => string): Promise<void> => {
    const now = await readNow();
    const { announced, guessed } = announcedFor(form, now, documents.around);
    const company = await companyFor(form, announced);
    const whole = { ...withProposals(form, now, documents.around, announced), ...company };
    // Or else the next save would say again what stood there before.
    setForm(whole);
    const goOn = (id: OfferId, publication: TakeBack | null): string => {
      tellAccepted(id, { before: form, after: whole, guessed, publication });
      return addressOf(id);
    };
    if (status === 'draft') return publishTitled(whole, goOn);
    const left = await flush(whole).catch(() => null);
    if (left && left.offerId !== null) await navigate(goOn(left.offerId, null));
  };
  const acceptAll = (): void => {
    const companyName = proposals.companyName ?? form.companyName;
    const after = { ...withProposals(form, reading, documents.around), companyName };
    setForm(after);
    tellAcceptedHere(form, after);
  };
  const show = ({ field, start: from, end }: LegalPlace): void => {
    if (field !== 'description' || !box.current) return;
    // Chromium scrolls to the selection when the focus comes, and not before.
    box.current.blur();
    box.current.setSelectionRange(from, end);
    box.current.focus();
  };

  return (
    <Box
      sx={{ height: '100%', minHeight: 520, display: 'flex', flexDirection: 'column', gap: 1.5, px: 3, pt: 2, pb: 2 }}
    >
      <PageHeader
        title={t(stored ? 'editor.editTitle' : 'editor.newTitle')}
        actions={
          <EditorActions
            {...{ state, status, pending }}
            canBePublished={canBePublished(form)}
            onFinish={() => void finish()}
            onTransmit={() => void go('transmit', () => leaveFor((id) => `/offers/${id}/transmit`))}
            onPublish={() => void go('publish', () => leaveFor((id) => `/offers?open=${id}`))}
          />
        }
      />
      <SaveTrouble
        state={state}
        onCopy={() => void copy().catch(() => undefined)}
        onReload={onReload}
        onRetry={() => void flush().catch(() => undefined)}
      />
      <LeaveGuard
        {...{ flush, isUnsaved, forget }}
        rescue={
          state.kind === 'conflict' || state.kind === 'gone' ? { label: t('editor.leaveWithCopy'), save: copy } : null
        }
      />
      {publishError ? <ErrorAlert error={publishError} /> : null}
      <Box
        sx={{
          flex: 1,
          minHeight: 0,
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1.15fr) minmax(0, 1fr) minmax(0, 0.95fr)' },
          gap: 2,
        }}
      >
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, minHeight: 0 }}>
          {alike && hasText ? <AlikeOffers offers={alike} text={calm.description} /> : null}
          <OfferTextBox
            label={t('editor.text')}
            value={form.description}
            onChange={(description) => change({ description })}
            onDocument={documents.take}
            box={box}
          />
          {legal && hasText ? (
            <Paper
              variant="outlined"
              sx={{ maxHeight: '38%', minHeight: 96, display: 'flex', flexDirection: 'column' }}
            >
              <Column
                title={t('editor.legal')}
                note={legal.length > 0 ? t('editor.legalCount', { count: legal.length }) : ''}
              >
                <LegalFindings findings={legal} onShow={show} />
              </Column>
            </Paper>
          ) : null}
        </Box>
        <Paper variant="outlined" sx={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}>
          <Column
            title={t('editor.fields')}
            action={
              proposedCount > 0 ? (
                <Button size="small" onClick={acceptAll}>
                  {t('editor.acceptAll', { count: proposedCount })}
                </Button>
              ) : null
            }
          >
            <OfferFields
              form={form}
              onChange={change}
              proposals={proposals}
              skills={skills}
              occupations={reading?.occupations ?? []}
              onNaming={setIsNaming}
              title={{ field: titleField, isAsked: (isTitleAsked || status !== 'draft') && form.title.trim() === '' }}
            />
          </Column>
        </Paper>
        <Paper variant="outlined" sx={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}>
          <Column title={t('editor.formations')}>
            <LiveFormations live={formations} text={text} offerId={offerId} />
          </Column>
        </Paper>
      </Box>
    </Box>
  );
}
