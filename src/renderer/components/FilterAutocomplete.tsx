import { Autocomplete, TextField } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { OptionCount } from './OptionCount';

/** A value that a criterion can take. */
export interface FilterOption<Value extends string | number> {
  readonly value: Value;
  readonly label: string;
  /** What tells it from another of the same name. */
  readonly about?: string | null;
  /** How many rows have it, where that is counted; shown beside it. */
  readonly count?: number | undefined;
}

interface FilterAutocompleteProps<Value extends string | number> {
  readonly label: string;
  /** Null where nothing is chosen; it need not be among the options. */
  readonly chosen: FilterOption<Value> | null;
  readonly options: readonly FilterOption<Value>[];
  readonly onChange: (value: Value | undefined) => void;
  /** Where there are more values than options: told what is typed, so that these become those that have it. */
  readonly onType?: (typed: string) => void;
  readonly width?: number;
  /** French says « toutes » of a city and « tous » of a contract. */
  readonly isFeminine?: boolean;
}

/** Told apart from a dialog of the same colour below it. */
const aboveAll = { sx: { border: 1, borderColor: 'divider', boxShadow: 6 } } as const;

/** One criterion of a list with many values, found by typing. */
export function FilterAutocomplete<Value extends string | number>({
  label,
  chosen,
  options,
  onChange,
  onType,
  width = 180,
  isFeminine = false,
}: FilterAutocompleteProps<Value>) {
  const { t } = useTranslation();
  return (
    <Autocomplete
      options={options}
      value={chosen}
      getOptionKey={({ value }) => value}
      // An old address may name a value that no row has any more; it stays visible until it is cleared.
      isOptionEqualToValue={(one, other) => one.value === other.value}
      onChange={(_event, option) => onChange(option?.value)}
      onInputChange={(_event, typed, reason) => onType?.(reason === 'input' ? typed : '')}
      {...(onType ? { filterOptions: (all: FilterOption<Value>[]) => all } : {})}
      sx={{ width }}
      slotProps={{ popper: { style: { minWidth: 260 }, placement: 'bottom-start' }, paper: aboveAll }}
      renderOption={({ key, ...item }, option) => (
        <li key={key} {...item}>
          {option.about ? `${option.label} · ${option.about}` : option.label}
          <OptionCount count={option.count} />
        </li>
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
