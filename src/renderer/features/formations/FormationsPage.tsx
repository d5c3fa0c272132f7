import SchoolIcon from '@mui/icons-material/SchoolOutlined';
import { Chip } from '@mui/material';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormationId } from '../../../shared/domain/ids';
import { higherLevels } from '../../../shared/domain/offer';
import { useCall } from '../../api/use-call';
import { FilterSelect } from '../../components/FilterSelect';
import { ListPage } from '../../components/ListPage';
import { useListAddress } from '../../components/use-list-address';
import { useStudyLevel } from '../../components/use-study-level';
import { useFormat } from '../../i18n/use-format';
import { columnsUnderPanel, formationColumns } from './formation-columns';
import { formationListRules } from './formation-list';
import { FormationPanel } from './FormationPanel';

/** The degree programmes that offers are compared with. */
export function FormationsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const level = useStudyLevel();
  const address = useListAddress(formationListRules);
  const { filter, sort, page, pageSize, setFilter } = address;
  const answer = useCall('formations', 'list', { filter, sort, page, pageSize }, { keepPrevious: true });
  const components = useCall('university', 'components', {}).data ?? [];
  const columns = useMemo(() => formationColumns(t, format, level), [t, format, level]);
  return (
    <ListPage
      kind="formations"
      icon={<SchoolIcon />}
      address={address}
      answer={answer}
      columns={columns}
      columnsUnderPanel={columnsUnderPanel}
      exports={[{ label: t('exports.rows'), request: { what: 'formations', filter } }]}
      criteria={
        <>
          <FilterSelect
            label={t('formations.filters.component')}
            isFeminine
            width={280}
            value={filter.componentId}
            options={components.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(componentId) => setFilter({ componentId })}
          />
          <FilterSelect
            label={t('formations.filters.level')}
            width={120}
            value={filter.level}
            options={higherLevels.map((value) => ({ value: Number(value), label: level(value) }))}
            onChange={(value) => setFilter({ level: value })}
          />
          {filter.formationIds === undefined ? null : (
            <Chip
              label={t('dashboards.chips.formationIds', { count: filter.formationIds.length })}
              onDelete={() => setFilter({ formationIds: undefined })}
            />
          )}
        </>
      }
      // Ids in addresses are plain numbers; the call refuses one that no formation has.
      panel={({ id, ...panel }) => <FormationPanel formationId={id as FormationId} {...panel} />}
    />
  );
}
