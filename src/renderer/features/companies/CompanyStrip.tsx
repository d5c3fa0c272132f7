import { Box, Button, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CompanyState } from '../../../shared/domain/company';
import type { CompanyId } from '../../../shared/domain/ids';
import { useCompanyActions } from './use-company-actions';

interface CompanyStripProps {
  readonly chosen: ReadonlySet<number>;
  readonly onUnchoose: () => void;
  readonly toValidate: number;
  readonly duplicates: number;
  /** Null where the list shows nothing else already. */
  readonly onShowToValidate: (() => void) | null;
}

/** What waits for somebody; and once companies are chosen, what can be done with them. Nothing where neither is. */
export function CompanyStrip(props: CompanyStripProps) {
  const { chosen, toValidate, duplicates, onShowToValidate } = props;
  const { t } = useTranslation();
  if (chosen.size > 0) return <ChosenActions chosen={chosen} onUnchoose={props.onUnchoose} />;
  const asksToValidate = toValidate > 0 && onShowToValidate !== null;
  if (!asksToValidate && duplicates === 0) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {asksToValidate ? (
        <Button size="small" variant="outlined" color="warning" onClick={onShowToValidate}>
          {t('companies.toValidateCount', { count: toValidate })}
        </Button>
      ) : null}
      {duplicates > 0 ? (
        <Button size="small" variant="outlined" component={Link} to="/companies/duplicates">
          {t('companies.duplicates.link', { count: duplicates })}
        </Button>
      ) : null}
    </Box>
  );
}

function ChosenActions({ chosen, onUnchoose }: Pick<CompanyStripProps, 'chosen' | 'onUnchoose'>) {
  const { t } = useTranslation();
  const { setState } = useCompanyActions();
  const ids = [...chosen] as CompanyId[]; // Rows of the list of companies.
  const put = (state: CompanyState): void => {
    void setState(ids, state).then(onUnchoose);
  };
  const [one, other] = ids;
  return (
    <Box
      role="group"
      aria-label={t('companies.selected', { count: ids.length })}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}
    >
      <Typography variant="body2" role="status" sx={{ fontWeight: 600, mr: 1 }}>
        {t('companies.selected', { count: ids.length })}
      </Typography>
      <Button size="small" variant="contained" onClick={() => put('validated')}>
        {t('companies.validate')}
      </Button>
      <Button size="small" variant="outlined" onClick={() => put('to-validate')}>
        {t('companies.unvalidate')}
      </Button>
      {ids.length === 2 ? (
        <Button size="small" variant="outlined" component={Link} to={`/companies/duplicates?one=${one}&other=${other}`}>
          {t('companies.compareTwo')}
        </Button>
      ) : null}
      <Button size="small" onClick={onUnchoose}>
        {t('companies.unselect')}
      </Button>
    </Box>
  );
}
