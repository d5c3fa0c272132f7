import ClearFiltersIcon from '@mui/icons-material/FilterAltOffOutlined';
import { Box, IconButton, MenuItem, TextField, ToggleButton, ToggleButtonGroup, Tooltip } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { DashboardScope } from '../../../shared/contract/dashboard-figures';
import { academicYearSchema, formatAcademicYear } from '../../../shared/domain/academic-year';
import { yearSpanSchema } from '../../../shared/domain/academic-year-days';
import { yearBases, yearBasisSchema } from '../../../shared/domain/dashboard/dashboard-filter';
import { companyIdSchema, componentIdSchema, formationIdSchema } from '../../../shared/domain/ids';
import { contractTypeSchema } from '../../../shared/domain/offer';
import { FacetField } from './FacetField';
import type { DashboardAddress } from './use-dashboard-address';

interface DashboardFiltersProps {
  readonly address: DashboardAddress;
  /** Names what is chosen; null until the first answer. */
  readonly scope: DashboardScope | null;
}

/** The one row of criteria above every tab. */
export function DashboardFilters({ address, scope }: DashboardFiltersProps) {
  const { t } = useTranslation();
  const { filter, setFilter } = address;
  const { basis } = filter;
  const span = filter.span ?? scope?.span ?? null;
  const year = filter.year ?? scope?.year ?? null;
  const words = (value: string | undefined) => (value === undefined ? null : { value, label: value });
  const named = (id: number | undefined, name: string | undefined) =>
    id === undefined ? null : { value: String(id), label: name ?? String(id) };
  const contractName = (value: string): string => {
    const contract = contractTypeSchema.safeParse(value);
    return contract.success ? t(`contractTypes.${contract.data}`) : value;
  };
  const shared = { filter };
  return (
    <Box
      role="search"
      aria-label={t('common.filters')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.25, alignItems: 'center', displayPrint: 'none' }}
    >
      <FacetField
        {...shared}
        facet="year"
        label={t('dashboards.filters.year')}
        isFeminine
        isRequired
        width={150}
        chosen={year === null ? null : { value: String(year), label: formatAcademicYear(year) }}
        onChange={(value) => setFilter({ year: academicYearSchema.parse(Number(value)) })}
      />
      <ToggleButtonGroup
        exclusive
        size="small"
        value={span}
        aria-label={t('dashboards.filters.span')}
        onChange={(_event, next: unknown) => {
          const chosen = yearSpanSchema.safeParse(next);
          if (chosen.success) setFilter({ span: chosen.data });
        }}
      >
        <ToggleButton value="to-date" sx={{ px: 1.25, height: 40, textTransform: 'none' }}>
          {t('dashboards.spans.to-date')}
        </ToggleButton>
        <ToggleButton value="whole" sx={{ px: 1.25, height: 40, textTransform: 'none' }}>
          {t('dashboards.spans.whole')}
        </ToggleButton>
      </ToggleButtonGroup>
      <TextField
        select
        label={t('dashboards.filters.basis')}
        value={basis}
        onChange={(event) => setFilter({ basis: yearBasisSchema.parse(event.target.value) })}
        sx={{ width: 140 }}
      >
        {yearBases.map((value) => (
          <MenuItem key={value} value={value}>
            {t(`dashboards.bases.${value}`)}
          </MenuItem>
        ))}
      </TextField>
      <FacetField
        {...shared}
        facet="component"
        label={t('dashboards.filters.component')}
        isFeminine
        width={170}
        chosen={named(scope?.component?.id ?? filter.componentId, scope?.component?.name)}
        onChange={(value) =>
          setFilter({
            componentId: value === undefined ? undefined : componentIdSchema.parse(Number(value)),
            formationId: undefined,
          })
        }
      />
      <FacetField
        {...shared}
        facet="formation"
        label={t('dashboards.filters.formation')}
        isFeminine
        width={190}
        chosen={named(filter.formationId, scope?.formation?.title)}
        onChange={(value) =>
          setFilter({ formationId: value === undefined ? undefined : formationIdSchema.parse(Number(value)) })
        }
      />
      <FacetField
        {...shared}
        facet="domain"
        label={t('dashboards.filters.domain')}
        width={140}
        chosen={words(filter.domain)}
        onChange={(domain) => setFilter({ domain })}
      />
      <FacetField
        {...shared}
        facet="contractType"
        label={t('dashboards.filters.contractType')}
        width={130}
        chosen={
          filter.contractType === undefined
            ? null
            : { value: filter.contractType, label: contractName(filter.contractType) }
        }
        nameOf={contractName}
        onChange={(value) =>
          setFilter({ contractType: value === undefined ? undefined : contractTypeSchema.parse(value) })
        }
      />
      <FacetField
        {...shared}
        facet="company"
        label={t('dashboards.filters.company')}
        isFeminine
        width={150}
        chosen={named(filter.companyId, scope?.company?.name)}
        onChange={(value) =>
          setFilter({ companyId: value === undefined ? undefined : companyIdSchema.parse(Number(value)) })
        }
      />
      <FacetField
        {...shared}
        facet="city"
        label={t('dashboards.filters.city')}
        isFeminine
        width={130}
        chosen={words(filter.city)}
        onChange={(city) => setFilter({ city })}
      />
      <FacetField
        {...shared}
        facet="skill"
        label={t('dashboards.filters.skill')}
        isFeminine
        width={150}
        chosen={words(filter.skill)}
        onChange={(skill) => setFilter({ skill })}
      />
      {address.isFiltered ? (
        <Tooltip title={t('common.clearFilters')}>
          <IconButton onClick={address.clearFilter} aria-label={t('common.clearFilters')}>
            <ClearFiltersIcon fontSize="small" />
          </IconButton>
        </Tooltip>
      ) : null}
    </Box>
  );
}
