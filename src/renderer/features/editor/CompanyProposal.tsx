import { Box, Button, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { SimilarCompany } from '../../../shared/contract/companies';
import type { OfferForm } from '../../../shared/domain/offer-form';
import { useCall } from '../../api/use-call';
import type { FieldsProps } from './Field';
import { companyQuestion, knownAmong } from './known-company';
import { ProposalRow } from './ProposalRow';
import { isEmpty, type Proposals } from './proposals';

/** What the text says of the company besides its name; a new one is registered with it. */
const companyFields = ['companySiret', 'contactName', 'contactEmail', 'contactPhone'] as const;

/** The company that the text names: the one that is known by its SIRET or its name, else a new one with its contact. */
export function CompanyProposal({ form, onChange, proposals }: FieldsProps) {
  const { t } = useTranslation();
  const name = proposals.companyName ?? '';
  const question = companyQuestion(form, proposals);
  const found = useCall('companies', 'similar', question ?? { name, siret: null, exceptId: null }, {
    enabled: question !== null,
    keepPrevious: true,
  });
  if (!question || !found.data) return null;
  const known = knownAmong(found.data, question);
  const dismiss = (): void => onChange({ dismissed: [...form.dismissed, 'companyName'] });
  const label = t('editor.company');
  if (known) {
    return (
      <ProposalRow
        label={label}
        value={known.name}
        note={t('editor.companyKnown', { count: known.offerCount })}
        onAccept={() => onChange({ companyName: known.name })}
        onDismiss={dismiss}
      />
    );
  }
  if (name === '') return null;
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <ProposalRow
        label={label}
        value={name}
        note={t('editor.companyNew')}
        onAccept={() => onChange({ companyName: name })}
        onDismiss={dismiss}
      />
      <Button
        size="small"
        variant="outlined"
        sx={{ justifySelf: 'start' }}
        aria-label={t('editor.registerCompanyOf', { name })}
        onClick={() => onChange({ companyName: name, ...withContact(form, proposals) })}
      >
        {t('editor.registerCompany')}
      </Button>
      <Alike companies={found.data} onChoose={(companyName) => onChange({ companyName })} />
    </Box>
  );
}

interface AlikeProps {
  readonly companies: readonly SimilarCompany[];
  readonly onChoose: (name: string) => void;
}

/** Companies of nearly the same name: one of them may be meant. */
function Alike({ companies, onChoose }: AlikeProps) {
  const { t } = useTranslation();
  const names = [...new Set(companies.map(({ name }) => name))].slice(0, 2);
  if (names.length === 0) return null;
  return (
    <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
      {t('editor.companyAlike')}{' '}
      {names.map((known) => (
        <Button key={known} size="small" onClick={() => onChoose(known)} sx={{ minWidth: 0, py: 0 }}>
          {known}
        </Button>
      ))}
    </Typography>
  );
}

function withContact(form: OfferForm, proposals: Proposals): Partial<OfferForm> {
  return Object.fromEntries(
    companyFields.flatMap((field) => (isEmpty(form[field]) && proposals[field] ? [[field, proposals[field]]] : [])),
  );
}
