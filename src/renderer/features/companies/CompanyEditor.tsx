import { Box, Button, Paper, Typography } from '@mui/material';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { readSiret } from '../../../shared/domain/company-siret';
import type { CompanyId } from '../../../shared/domain/ids';
import { useClient } from '../../api/client-context';
import { LeaveGuard } from '../../components/LeaveGuard';
import { useNotify } from '../../components/notices';
import { PageHeader } from '../../components/PageHeader';
import { UndoButton } from '../../components/UndoButton';
import { CompanyFields } from './CompanyFields';
import { draftOf, faultsOf, formOf, isRight, writtenForm, type CompanyDraftForm } from './company-draft';
import { ContactFields } from './ContactFields';
import { SavingTrouble } from './SavingTrouble';
import { SimilarCompanies } from './SimilarCompanies';
import { useCompanySaving, type StoredForm } from './use-company-saving';
import { useTellSaved } from './use-tell-saved';

interface CompanyEditorProps {
  readonly start: StoredForm;
}

/** One company being written, beside those that look like it. */
export function CompanyEditor({ start }: CompanyEditorProps) {
  const { t } = useTranslation();
  const client = useClient();
  const navigate = useNavigate();
  const notify = useNotify();
  const fields = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<CompanyDraftForm>(() => draftOf(start.form));
  const [showsFaults, setShowsFaults] = useState(false);
  const faults = faultsOf(draft, start.companyId === null ? null : start.form);
  const onSaved = useTellSaved();
  const readOther = async (companyId: CompanyId): Promise<StoredForm> => {
    const company = await client.companies.get({ companyId });
    return { companyId: company.id, revision: company.revision, form: formOf(company) };
  };
  const form = writtenForm(draft);
  const isWhole = !faults.siret;
  const saving = useCompanySaving({ start, form, isRight: isRight(faults), isWhole, onSaved, readOther });
  const { state, save, forget, forgetFailure, startFrom } = saving;
  const change = (part: Partial<CompanyDraftForm>): void => {
    setDraft((former) => ({ ...former, ...part }));
    forgetFailure();
  };

  const finish = async (other?: StoredForm): Promise<void> => {
    setShowsFaults(true);
    if (!isRight(faults)) {
      // Once the words stand under their fields.
      requestAnimationFrame(() => fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const companyId = await save(other).catch(() => null);
    if (companyId !== null) await navigate(`/companies?open=${companyId}`);
  };
  const leave = async (): Promise<void> => {
    forget();
    await navigate(start.companyId === null ? '/companies' : `/companies?open=${start.companyId}`);
  };
  const takeOther = (other: StoredForm): void => {
    const mine = draft;
    startFrom(other);
    setDraft(draftOf(other.form));
    notify({
      about: 'company-form',
      severity: 'info',
      text: t('companies.form.putBack'),
      action: <UndoButton onUndo={() => setDraft(mine)} />,
    });
  };
  const siret = readSiret(draft.siretText);

  return (
    <Box sx={{ height: '100%', minHeight: 0, overflow: 'auto', px: 3, pt: 2, pb: 3, '& > *': { maxWidth: 1160 } }}>
      <PageHeader
        title={t(start.companyId === null ? 'companies.form.newTitle' : 'companies.form.editTitle')}
        actions={
          <>
            <Button variant="text" onClick={() => void leave()}>
              {t('companies.form.cancel')}
            </Button>
            <Button variant="contained" loading={state.kind === 'saving'} onClick={() => void finish()}>
              {t('companies.form.save')}
            </Button>
          </>
        }
      />
      <SavingTrouble state={state} mine={form} onKeepMine={(other) => void finish(other)} onTakeOther={takeOther} />
      <LeaveGuard
        flush={() => save()}
        isUnsaved={saving.isUnsaved}
        forget={forget}
        rescue={
          state.kind === 'conflict' ? { label: t('companies.form.leaveRescue'), save: () => save(state.other) } : null
        }
      />
      <Box
        sx={{
          mt: 1.5,
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: 'minmax(0, 1fr) 300px',
        }}
      >
        <Box
          component="form"
          ref={fields}
          noValidate
          aria-label={t(start.companyId === null ? 'companies.form.newTitle' : 'companies.form.editTitle')}
          onSubmit={(event) => {
            event.preventDefault();
            void finish();
          }}
          sx={{ display: 'grid', gap: 2, minWidth: 0 }}
        >
          <CompanyFields draft={draft} siret={siret} faults={faults} showsFaults={showsFaults} onChange={change} />
          <ContactFields
            contacts={draft.contacts}
            faults={faults.contacts}
            showsFaults={showsFaults}
            onChange={(contacts) => change({ contacts })}
          />
          {/* Enter in a field saves, as in every form; the button that shows stands at the top. */}
          <input type="submit" hidden />
        </Box>
        <Paper
          variant="outlined"
          component="section"
          aria-label={t('companies.form.existing')}
          sx={{ p: 2, position: 'sticky', top: 0 }}
        >
          <Typography variant="h2" sx={{ fontSize: '1rem', mb: 1 }}>
            {t('companies.form.existing')}
          </Typography>
          <SimilarCompanies
            name={draft.name}
            siret={siret.kind === 'right' || siret.kind === 'recovered' ? siret.siret : null}
            exceptId={start.companyId}
          />
          {state.kind === 'failed' && state.error.reason === 'siret-taken' ? (
            <Box sx={{ mt: 1 }}>
              <Typography variant="body2">
                {t('companies.form.siretTaken', { name: String(state.error.details['name']) })}
              </Typography>
              <Button size="small" component={Link} to={`/companies?open=${String(state.error.details['companyId'])}`}>
                {t('companies.form.siretOpen')}
              </Button>
            </Box>
          ) : null}
        </Paper>
      </Box>
    </Box>
  );
}
