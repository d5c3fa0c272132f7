import { Chip } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { OfferFilter } from '../../../shared/contract/offers';
import type { SearchFacets } from '../../../shared/contract/search';
import { formatAcademicYear } from '../../../shared/domain/academic-year';
import { matchOutcomes, offerStatuses, type OfferStatus } from '../../../shared/domain/offer';
import { dueKinds, type DueKind } from '../../../shared/domain/offer-life-cycle';
import { useCall } from '../../api/use-call';
import { useKiosk } from '../../api/use-kiosk';
import { FilterAutocomplete } from '../../components/FilterAutocomplete';
import { FilterSelect } from '../../components/FilterSelect';
import { PlaceField } from '../../components/PlaceField';
import type { ListAddress } from '../../components/use-list-address';
import { FigureCriteria } from './FigureCriteria';
import type { OfferColumn } from './offer-list';

/** A state, or what the calendar asks of open offers: one criterion for who looks for what is to be done. */
const states = [...offerStatuses, ...dueKinds] as const;
/** Those that students ask for: neither drafts nor what is to be done. */
const publicStates = offerStatuses.filter((status) => status !== 'draft');

function isDueKind(state: OfferStatus | DueKind | undefined): state is DueKind {
  return dueKinds.some((kind) => kind === state);
}

interface OfferCriteriaProps {
  readonly address: Pick<ListAddress<OfferFilter, OfferColumn>, 'filter' | 'setFilter'>;
  /** The values to choose from with how many offers have each; without it all values, uncounted. */
  readonly counted?: SearchFacets | undefined;
}

/** The criteria of the offers page. */
export function OfferCriteria({ address, counted }: OfferCriteriaProps) {
  const { t } = useTranslation();
  const { filter, setFilter } = address;
  // Until it is known whose PC this is, nothing of the office is shown.
  const isKiosk = useKiosk() ?? true;
  const all = useCall('offers', 'facets', {}).data;
  const counts = {
    contractType: countsOf(counted?.contractTypes),
    academicYear: countsOf(counted?.academicYears),
    outcome: countsOf(counted?.outcomes),
    domain: countsOf(counted?.domains),
    city: countsOf(counted?.cities),
    department: countsOf(counted?.departments),
    region: countsOf(counted?.regions),
    status: countsOf<OfferStatus | DueKind>(counted?.statuses),
  };
  return (
    <>
      <FilterSelect
        label={t('offers.filters.contractType')}
        width={132}
        value={filter.contractType}
        options={(all?.contractTypes ?? []).map((value) => ({
          ...{ value, label: t(`contractTypes.${value}`), count: counts.contractType?.get(value) },
        }))}
        onChange={(contractType) => setFilter({ contractType })}
      />
      <FilterSelect
        label={t('offers.filters.academicYear')}
        isFeminine
        width={146}
        value={filter.academicYear}
        options={(all?.academicYears ?? []).map((value) => ({
          ...{ value, label: formatAcademicYear(value), count: counts.academicYear?.get(value) },
        }))}
        onChange={(academicYear) => setFilter({ academicYear })}
      />
      {isKiosk ? null : (
        <FilterSelect
          label={t('offers.filters.outcome')}
          isFeminine
          width={178}
          value={filter.outcome}
          options={matchOutcomes.map((value) => ({
            ...{ value, label: t(`outcomes.${value}`), count: counts.outcome?.get(value) },
          }))}
          onChange={(outcome) => setFilter({ outcome })}
        />
      )}
      <FilterAutocomplete
        label={t('offers.filters.domain')}
        width={136}
        chosen={filter.domain === undefined ? null : { value: filter.domain, label: filter.domain }}
        options={(all?.domains ?? []).map((value) => ({ value, label: value, count: counts.domain?.get(value) }))}
        onChange={(domain) => setFilter({ domain })}
      />
      <PlaceField
        label={t('offers.filters.place')}
        width={160}
        value={{ region: filter.region, department: filter.department, city: filter.city }}
        options={{
          region: (all?.regions ?? []).map(countedBy(counts.region)),
          department: (all?.departments ?? []).map(countedBy(counts.department)),
          city: (all?.cities ?? []).map(countedBy(counts.city)),
        }}
        onChange={setFilter}
      />
      <FilterSelect
        label={t('offers.columns.status')}
        width={124}
        value={filter.due ?? filter.status}
        options={(isKiosk ? publicStates : states).map((value) => ({
          value,
          label: isDueKind(value) ? t(`due.kinds.${value}`) : t(`statuses.${value}`),
          count: isDueKind(value) ? undefined : counts.status?.get(value),
        }))}
        onChange={(state) =>
          setFilter(isDueKind(state) ? { due: state, status: undefined } : { due: undefined, status: state })
        }
      />
      <LinkedCriteria address={address} />
      <FigureCriteria address={address} />
    </>
  );
}

/** How many offers have each value; a value that none has is not there. Undefined where nothing was counted. */
function countsOf<Value>(values: readonly { value: Value; count: number }[] | undefined) {
  return values && new Map(values.map(({ value, count }) => [value, count]));
}

function countedBy(counts: ReadonlyMap<string, number> | undefined) {
  return (value: string) => ({ value, count: counts?.get(value) });
}

/** Criteria that come with a link from another page, named and removable. */
function LinkedCriteria({ address }: OfferCriteriaProps) {
  const { t } = useTranslation();
  const { filter, setFilter } = address;
  const { companyId, formationId, importId } = filter;
  // The input of an unasked question is never sent; it only has to be of the right type.
  const company = useCall('companies', 'get', { companyId: companyId ?? 1 }, { enabled: companyId !== undefined });
  const formation = useCall(
    'formations',
    'get',
    { formationId: formationId ?? 1 },
    { enabled: formationId !== undefined },
  );
  const source = useCall('imports', 'get', { importId: importId ?? 1 }, { enabled: importId !== undefined });
  const chips = [
    {
      key: 'company',
      id: companyId,
      name: company.data?.name,
      error: company.error,
      without: { companyId: undefined },
    },
    {
      key: 'formation',
      id: formationId,
      name: formation.data?.title,
      error: formation.error,
      without: { formationId: undefined },
    },
    { key: 'import', id: importId, name: source.data?.fileName, error: source.error, without: { importId: undefined } },
  ] as const;
  return chips.map(({ key, id, name, error, without }) => {
    if (id === undefined) return null;
    // A saved search and an old address may ask for what was deleted since: nothing has it, and removing it goes on.
    const isGone = error?.code === 'not-found';
    return (
      <Chip
        key={key}
        color={isGone ? 'warning' : 'default'}
        variant={isGone ? 'outlined' : 'filled'}
        label={isGone ? t(`offers.filters.gone.${key}`) : t(`offers.filters.${key}`, { name: name ?? id })}
        onDelete={() => setFilter(without)}
      />
    );
  });
}
