import EditIcon from '@mui/icons-material/EditOutlined';
import { Box, Button, Chip, Skeleton } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CompanyDetail } from '../../../shared/contract/companies';
import type { CompanyId } from '../../../shared/domain/ids';
import { useCall } from '../../api/use-call';
import { ErrorState } from '../../components/ErrorState';
import { PanelSkeleton } from '../../components/PanelSkeleton';
import { SidePanel } from '../../components/SidePanel';
import { CompanyContent } from './CompanyContent';
import { StateChip } from './StateChip';
import { useCompanyActions } from './use-company-actions';

interface CompanyPanelProps {
  readonly companyId: CompanyId;
  readonly takesFocus: boolean;
  readonly onClose: () => void;
}

/** One company: who is reached there, what it offered and where that led. */
export function CompanyPanel({ companyId, takesFocus, onClose }: CompanyPanelProps) {
  const { t } = useTranslation();
  const { data: company, error, refetch } = useCall('companies', 'get', { companyId });
  const hasFailed = error !== null && !company;
  return (
    <SidePanel
      label={hasFailed ? t('nav.companies') : t('companies.panelLabel', { name: company?.name ?? '' })}
      title={hasFailed ? t('errors.title') : (company?.name ?? <Skeleton width="60%" />)}
      takesFocus={takesFocus}
      onClose={onClose}
      contentKey={companyId}
      marks={company ? <CompanyMarks company={company} /> : null}
    >
      {hasFailed ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {company ? <CompanyContent company={company} /> : null}
      {!company && !hasFailed ? <PanelSkeleton /> : null}
    </SidePanel>
  );
}

interface CompanyMarksProps {
  readonly company: CompanyDetail;
}

/** What a company is at a glance, and what can be done with it. */
function CompanyMarks({ company: { id, size, state } }: CompanyMarksProps) {
  const { t } = useTranslation();
  const { setState } = useCompanyActions();
  const isValidated = state === 'validated';
  return (
    <>
      <StateChip state={state} />
      {size ? <Chip size="small" label={t(`companySizes.${size}`)} /> : null}
      <Box sx={{ flex: 1, display: 'flex', justifyContent: 'flex-end', gap: 0.75, whiteSpace: 'nowrap' }}>
        <Button
          size="small"
          variant={isValidated ? 'text' : 'contained'}
          onClick={() => void setState([id], isValidated ? 'to-validate' : 'validated')}
        >
          {t(isValidated ? 'companies.unvalidate' : 'companies.validate')}
        </Button>
        <Button size="small" variant="outlined" startIcon={<EditIcon />} component={Link} to={`/companies/${id}/edit`}>
          {t('companies.edit')}
        </Button>
      </Box>
    </>
  );
}
