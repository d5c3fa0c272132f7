import BusinessIcon from '@mui/icons-material/BusinessOutlined';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { companySizes } from '../../../shared/domain/company';
import type { CompanyId } from '../../../shared/domain/ids';
import { useCall } from '../../api/use-call';
import { FilterSelect } from '../../components/FilterSelect';
import { ListPage } from '../../components/ListPage';
import { useListAddress } from '../../components/use-list-address';
import { useFormat } from '../../i18n/use-format';
import { columnsUnderPanel, companyColumns } from './company-columns';
import { companyListRules } from './company-list';
import { CompanyPanel } from './CompanyPanel';

/** Who offers, and how often. */
export function CompaniesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const address = useListAddress(companyListRules);
  const { filter, sort, page, pageSize, setFilter } = address;
  const answer = useCall('companies', 'list', { filter, sort, page, pageSize }, { keepPrevious: true });
  const columns = useMemo(() => companyColumns(t, format), [t, format]);
  return (
    <ListPage
      kind="companies"
      icon={<BusinessIcon />}
      address={address}
      answer={answer}
      columns={columns}
      columnsUnderPanel={columnsUnderPanel}
      exports={[{ label: t('exports.rows'), request: { what: 'companies', filter } }]}
      criteria={
        <FilterSelect
          label={t('companies.filters.size')}
          isFeminine
          width={240}
          value={filter.size}
          options={companySizes.map((value) => ({ value, label: t(`companySizes.${value}`) }))}
          onChange={(size) => setFilter({ size })}
        />
      }
      // Ids in addresses are plain numbers; the call refuses one that no company has.
      panel={({ id, ...panel }) => <CompanyPanel companyId={id as CompanyId} {...panel} />}
    />
  );
}
