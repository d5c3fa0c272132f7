import { Box } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { OfferFilter } from '../../../shared/contract/offers';
import { contractTypes } from '../../../shared/domain/offer';
import { DayField } from '../../components/DayField';
import { FilterSelect } from '../../components/FilterSelect';
import { PlaceField, everyArea } from '../../components/PlaceField';
import type { ListAddress } from '../../components/use-list-address';
import { useStudyLevel } from '../../components/use-study-level';
import type { SearchColumn } from '../search/search-list';

const levels = [1, 2, 3, 4, 5, 6, 7, 8] as const;

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
      <PlaceField
        label={t('common.places.area')}
        width={230}
        value={{ region: filter.region, department: filter.department, city: undefined }}
        options={everyArea}
        onChange={({ region, department }) => setFilter({ region, department })}
      />
      <DayField
        label={t('students.availableFrom')}
        value={filter.availableFrom}
        onChange={(day) => setFilter({ availableFrom: day ?? undefined })}
      />
      <DayField
        label={t('students.availableTo')}
        value={filter.availableTo}
        onChange={(day) => setFilter({ availableTo: day ?? undefined })}
      />
    </Box>
  );
}
