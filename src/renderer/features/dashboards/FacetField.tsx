import { Autocomplete, Box, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FacetValue } from '../../../shared/contract/dashboards';
import type { DashboardFacet, DashboardFilter } from '../../../shared/domain/dashboard/dashboard-filter';
import { useCall } from '../../api/use-call';
import { useFormat } from '../../i18n/use-format';

/** The mean width of a letter in a field. */
const letterPx = 8;

interface FacetFieldProps {
  readonly facet: DashboardFacet;
  readonly filter: DashboardFilter;
  readonly label: string;
  /** What is chosen, with its name; null for no choice. */
  readonly chosen: { readonly value: string; readonly label: string } | null;
  readonly onChange: (value: string | undefined) => void;
  readonly width: number;
  /** French says « toutes » of a city and « tous » of a contract. */
  readonly isFeminine?: boolean;
  /** A choice that always stands, such as the year. */
  readonly isRequired?: boolean;
  /** Names values that are codes. */
  readonly nameOf?: (value: string) => string;
}

/** One criterion of the dashboards: the values that exist beside the other criteria, each with its number of offers. */
export function FacetField(props: FacetFieldProps) {
  const { facet, filter, label, chosen, onChange, width, isFeminine = false, isRequired = false, nameOf } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState('');
  const question = { filter, facet, text: isOpen ? text : '' };
  const values = useCall('dashboards', 'values', question, { enabled: isOpen, keepPrevious: true });
  const named = (value: FacetValue): FacetValue => ({ ...value, label: nameOf?.(value.value) ?? value.label });
  return (
    <Autocomplete<FacetValue, false, boolean>
      open={isOpen}
      onOpen={() => setIsOpen(true)}
      onClose={() => {
        setIsOpen(false);
        setText('');
      }}
      options={isOpen ? (values.data ?? []).map(named) : []}
      value={chosen && { ...chosen, count: 0 }}
      disableClearable={isRequired}
      loading={values.isLoading}
      // The other side has searched already, in names that are not shown here in full.
      filterOptions={(options) => options}
      getOptionLabel={(option) => option.label}
      getOptionKey={(option) => option.value}
      isOptionEqualToValue={(option, value) => option.value === value.value}
      onInputChange={(_event, next, reason) => {
        if (reason === 'input') setText(next.slice(0, 200));
      }}
      onChange={(_event, next) => onChange(next?.value)}
      // What is chosen can be read; what is not takes little room.
      sx={{ width: chosen === null ? width : Math.max(width, Math.min(280, 100 + chosen.label.length * letterPx)) }}
      slotProps={{ popper: { style: { minWidth: 280 }, placement: 'bottom-start' } }}
      renderOption={({ key, ...item }, option) => (
        <Box component="li" key={key} {...item} sx={{ display: 'flex', gap: 2 }}>
          <Box component="span" sx={{ flex: 1, minWidth: 0 }}>
            {option.label}
          </Box>
          <Box component="span" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
            {format.number(option.count)}
          </Box>
        </Box>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          placeholder={isFeminine ? t('common.allFeminine') : t('common.all')}
          slotProps={{ ...params.slotProps, inputLabel: { ...params.slotProps.inputLabel, shrink: true } }}
        />
      )}
    />
  );
}
