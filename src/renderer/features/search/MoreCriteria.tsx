import MoreIcon from '@mui/icons-material/ExpandMore';
import { Box, Button, Popover, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppClient } from '../../../shared/contract/contract';
import type { OfferFilter } from '../../../shared/contract/offers';
import type { SearchFacets } from '../../../shared/contract/search';
import { seniorities } from '../../../shared/domain/offer';
import { useCall } from '../../api/use-call';
import { useKiosk } from '../../api/use-kiosk';
import { DayField } from '../../components/DayField';
import { FilterAutocomplete } from '../../components/FilterAutocomplete';
import { FilterSelect } from '../../components/FilterSelect';
import type { ListAddress } from '../../components/use-list-address';
import { useSettled } from '../../components/use-settled';
import { useStudyLevel } from '../../components/use-study-level';
import type { SearchColumn } from './search-list';

interface MoreCriteriaProps {
  readonly address: Pick<ListAddress<OfferFilter, SearchColumn>, 'filter' | 'setFilter'>;
  /** The values to choose from, with how many of the offers found have each. */
  readonly counted: SearchFacets | undefined;
  /** What is looked for: the values of a name that is typed are counted in it too. */
  readonly searched: Parameters<AppClient['search']['facets']>[0];
}

/** The criteria that are asked for less often, behind one button; what is chosen stands beside it and can be removed. */
export function MoreCriteria(props: MoreCriteriaProps) {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        color="inherit"
        size="small"
        endIcon={<MoreIcon />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('search.more')}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-label': t('search.more'),
            sx: { mt: 0.5, p: 2, border: 1, borderColor: 'divider' },
          },
        }}
      >
        <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(2, 200px)', gap: 2 }}>
          <Fields {...props} />
        </Box>
      </Popover>
    </>
  );
}

const width = 200;

/** Somebody who types on is not asked for. */
const settleMs = 200;

/** The most frequent values, or those whose names have what somebody types. */
function useTypedValues({ counted, searched }: MoreCriteriaProps) {
  const [typed, onType] = useState('');
  const asked = useSettled(typed.trim(), settleMs) ?? '';
  const isTyped = asked !== '' && typed.trim() !== '';
  const answer = useCall(
    ...(['search', 'values'] as const),
    { ...searched, typed: asked.slice(0, longestTyped) },
    { enabled: isTyped, keepPrevious: true },
  );
  return { onType, found: (isTyped ? answer.data : counted) ?? { skills: [], companies: [] } };
}

const longestTyped = 200;

/** A company is known by its id, whatever others are called. */
function useChosenCompany(companyId: OfferFilter['companyId'], isAsked: boolean) {
  // The input of an unasked question is never sent; it only has to be of the right type.
  const { data } = useCall(
    ...(['companies', 'get'] as const),
    { companyId: companyId ?? 1 },
    { enabled: isAsked && companyId !== undefined },
  );
  return companyId === undefined ? null : { value: companyId, label: data?.name ?? '' };
}

function Fields(props: MoreCriteriaProps) {
  const { address, counted } = props;
  const { filter, setFilter } = address;
  const { t } = useTranslation();
  const levelName = useStudyLevel();
  const isKiosk = useKiosk();
  const skills = useTypedValues(props);
  const companies = useTypedValues(props);
  const chosenCompany = useChosenCompany(filter.companyId, !isKiosk);
  const { levels = [] } = counted ?? {};
  const seniorityCounts = new Map(counted?.seniorities.map(({ value, count }) => [value, count]));
  return (
    <>
      <TitleField
        key={filter.title ?? ''}
        title={filter.title ?? ''}
        onChange={(title) => setFilter({ title: title || undefined })}
      />
      <FilterSelect
        label={t('offers.levels')}
        width={width}
        value={filter.level}
        options={withChosen(levels, filter.level).map(({ value, count }) => ({
          value,
          count,
          label: levelName(value),
        }))}
        onChange={(level) => setFilter({ level })}
      />
      <FilterSelect
        label={t('offers.seniorityLabel')}
        width={width}
        isFeminine
        value={filter.seniority}
        options={seniorities.map((value) => ({
          ...{ value, label: t(`seniority.${value}`), count: seniorityCounts.get(value) },
        }))}
        onChange={(seniority) => setFilter({ seniority })}
      />
      <FilterAutocomplete
        label={t('search.skill')}
        width={width}
        isFeminine
        chosen={filter.skill === undefined ? null : { value: filter.skill, label: filter.skill }}
        options={skills.found.skills.map((skill) => ({ ...skill, label: skill.value }))}
        onType={skills.onType}
        onChange={(skill) => setFilter({ skill })}
      />
      {/* Its chip names the company, which students cannot look up. */}
      {isKiosk ? null : (
        <FilterAutocomplete
          label={t('offers.columns.company')}
          width={width}
          isFeminine
          chosen={chosenCompany}
          options={companies.found.companies.map(({ name, city, ...company }) => ({
            ...company,
            label: name,
            about: city,
          }))}
          onType={companies.onType}
          onChange={(companyId) => setFilter({ companyId })}
        />
      )}
      <DayField
        label={t('search.depositedFrom')}
        value={filter.depositedFrom}
        onChange={(day) => setFilter({ depositedFrom: day ?? undefined })}
      />
      <DayField
        label={t('search.until')}
        value={filter.depositedTo}
        onChange={(day) => setFilter({ depositedTo: day ?? undefined })}
      />
      <DayField
        label={t('search.startsFrom')}
        value={filter.startsFrom}
        onChange={(day) => setFilter({ startsFrom: day ?? undefined })}
      />
      <DayField
        label={t('search.until')}
        value={filter.startsTo}
        onChange={(day) => setFilter({ startsTo: day ?? undefined })}
      />
    </>
  );
}

interface TitleFieldProps {
  readonly title: string;
  readonly onChange: (title: string) => void;
}

/** Words of the title, asked for once the person leaves the field or presses Enter. */
function TitleField({ title, onChange }: TitleFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(title);
  const ask = (): void => {
    if (typed.trim() !== title) onChange(typed.trim());
  };
  return (
    <TextField
      label={t('search.inTitle')}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={ask}
      onKeyDown={(event) => {
        if (event.key === 'Enter') ask();
      }}
      sx={{ gridColumn: '1 / -1' }}
      slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 200, autoComplete: 'off' } }}
    />
  );
}

/** A value that nothing has any more stays to be seen as long as it is chosen. */
function withChosen<Value>(
  counted: readonly { readonly value: Value; readonly count: number }[],
  chosen: Value | undefined,
): readonly { readonly value: Value; readonly count: number }[] {
  const isThere = chosen === undefined || counted.some(({ value }) => value === chosen);
  return isThere ? counted : [{ value: chosen, count: 0 }, ...counted];
}
