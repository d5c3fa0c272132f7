import { Box, TextField } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { OfferFilter } from '../../../shared/contract/offers';
import { isoDateSchema } from '../../../shared/domain/academic-year';
import { departmentNames } from '../../../shared/domain/dashboard/department';
import { contractTypes } from '../../../shared/domain/offer';
import { FilterSelect } from '../../components/FilterSelect';
import type { ListAddress } from '../../components/use-list-address';
import { useStudyLevel } from '../../components/use-study-level';
import type { SearchColumn } from '../search/search-list';

const levels = [1, 2, 3, 4, 5, 6, 7, 8] as const;
const departments = Object.entries(departmentNames).map(([value, name]) => ({ value, label: `${value} – ${name}` }));

interface InternshipCriteriaProps {
  readonly address: ListAddress<OfferFilter, SearchColumn>;
}

/** What a student may say beside their words; nothing of it has to be said. */
export function InternshipCriteria({ address }: InternshipCriteriaProps) {
  const { t } = useTranslation();
  const levelName = useStudyLevel();
  const { filter, setFilter } = address;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.25 }}>
      <FilterSelect
        label={t('students.contract')}
        value={filter.contractType}
        options={contractTypes.map((value) => ({ value, label: t(`contractTypes.${value}`) }))}
        onChange={(contractType) => setFilter({ contractType })}
      />
      <FilterSelect
        label={t('students.level')}
        value={filter.level}
        options={levels.map((value) => ({ value, label: levelName(value) }))}
        onChange={(level) => setFilter({ level })}
      />
      <FilterSelect
        label={t('students.department')}
        width={230}
        value={filter.department}
        options={departments}
        onChange={(department) => setFilter({ department })}
      />
      <TextField
        type="date"
        label={t('students.from')}
        value={filter.startsFrom ?? ''}
        onChange={(event) => {
          const day = isoDateSchema.safeParse(event.target.value);
          setFilter({ startsFrom: day.success ? day.data : undefined });
        }}
        slotProps={{ inputLabel: { shrink: true } }}
        sx={{ width: 170 }}
      />
    </Box>
  );
}
