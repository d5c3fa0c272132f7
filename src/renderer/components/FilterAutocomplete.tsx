import { Autocomplete, TextField } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { OptionCount } from './OptionCount';

interface FilterAutocompleteProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly string[];
  /** How many rows have each value, where that is counted; shown beside it. */
  readonly counts?: ReadonlyMap<string, number> | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly width?: number;
  /** French says « toutes » of a city and « tous » of a contract. */
  readonly isFeminine?: boolean;
}

/** One criterion of a list with many values, found by typing. */
export function FilterAutocomplete({
  label,
  value,
  options,
  counts,
  onChange,
  width = 180,
  isFeminine = false,
}: FilterAutocompleteProps) {
  const { t } = useTranslation();
  const all = isFeminine ? t('common.allFeminine') : t('common.all');
  return (
    <Autocomplete
      options={options}
      value={value ?? null}
      // An old address may name a value that no row has any more; it stays visible until it is cleared.
      isOptionEqualToValue={(option, chosen) => option === chosen}
      onChange={(_event, chosen) => onChange(chosen ?? undefined)}
      sx={{ width }}
      slotProps={{ popper: { style: { minWidth: 240 }, placement: 'bottom-start' } }}
      renderOption={({ key, ...option }, value) => (
        <li key={key} {...option}>
          {value}
          <OptionCount count={counts?.get(value)} />
        </li>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          placeholder={all}
          slotProps={{ ...params.slotProps, inputLabel: { ...params.slotProps.inputLabel, shrink: true } }}
        />
      )}
    />
  );
}
