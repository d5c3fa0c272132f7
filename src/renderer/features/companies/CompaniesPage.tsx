import BusinessIcon from '@mui/icons-material/BusinessOutlined';
import { Chip } from '@mui/material';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { companySizes, companyStates } from '../../../shared/domain/company';
import type { CompanyId } from '../../../shared/domain/ids';
import { useCall } from '../../api/use-call';
import { FilterSelect } from '../../components/FilterSelect';
import { ListPage } from '../../components/ListPage';
import { useListAddress } from '../../components/use-list-address';
import { useFormat } from '../../i18n/use-format';
import { columnsUnderPanel, companyColumns } from './company-columns';
import { companyListRules } from './company-list';
import { CompanyPanel } from './CompanyPanel';
import { CompanyStrip } from './CompanyStrip';

/** Who offers, and how often. */
export function CompaniesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const address = useListAddress(companyListRules);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const { filter, sort, page, pageSize, setFilter } = address;
  const answer = useCall('companies', 'list', { filter, sort, page, pageSize }, { keepPrevious: true });
  const waiting = useCall('companies', 'waiting', {}).data;
  const columns = useMemo(() => companyColumns(t, format), [t, format]);
  const stateLabels = {
    'to-validate': t('companies.toValidateCount', { count: waiting?.toValidate ?? 0 }),
    validated: t('companies.states.validated'),
  };
  return (
    <ListPage
      kind="companies"
      icon={<BusinessIcon />}
      address={address}
      answer={answer}
      columns={columns}
      columnsUnderPanel={columnsUnderPanel}
      exports={[{ label: t('exports.rows'), request: { what: 'companies', filter } }]}
      create={{ label: t('companies.create'), to: '/companies/new' }}
      criteria={
        <>
          <FilterSelect
            label={t('companies.filters.state')}
            width={160}
            value={filter.state}
            options={companyStates.map((value) => ({ value, label: stateLabels[value] }))}
            onChange={(state) => setFilter({ state })}
          />
          <FilterSelect
            label={t('companies.filters.size')}
            isFeminine
            width={240}
            value={filter.size}
            options={companySizes.map((value) => ({ value, label: t(`companySizes.${value}`) }))}
            onChange={(size) => setFilter({ size })}
          />
          {filter.createdFrom === undefined ? null : (
            <Chip
              label={t('news.companiesSince', { date: format.dateTime(filter.createdFrom) })}
              onDelete={() => setFilter({ createdFrom: undefined })}
            />
          )}
        </>
      }
      strip={
        <CompanyStrip
          chosen={chosen}
          onUnchoose={() => setChosen(new Set())}
          toValidate={waiting?.toValidate ?? 0}
          duplicates={waiting?.duplicates ?? 0}
          onShowToValidate={filter.state === 'to-validate' ? null : () => setFilter({ state: 'to-validate' })}
        />
      }
      chosen={{ ids: chosen, onChange: setChosen }}
      // Ids in addresses are plain numbers; the call refuses one that no company has.
      panel={({ id, ...panel }) => <CompanyPanel companyId={id as CompanyId} {...panel} />}
    />
  );
}
