import { MenuItem, TextField } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { OptionCount } from './OptionCount';

interface FilterOption<Value> {
  readonly value: Value;
  readonly label: string;
  /** How many rows have it; shown beside it. */
  readonly count?: number | undefined;
}

interface FilterSelectProps<Value extends string | number> {
  readonly label: string;
  readonly value: Value | undefined;
  readonly options: readonly FilterOption<Value>[];
  readonly onChange: (value: Value | undefined) => void;
  readonly width?: number;
  /** French says « toutes » of a city and « tous » of a contract. */
  readonly isFeminine?: boolean;
}

/** One criterion of a list with few values; its first entry takes the criterion away. */
export function FilterSelect<Value extends string | number>(props: FilterSelectProps<Value>) {
  const { label, value, options, onChange, width = 150, isFeminine = false } = props;
  const { t } = useTranslation();
  const all = isFeminine ? t('common.allFeminine') : t('common.all');
  const isKnown = options.some((option) => option.value === value);
  return (
    <TextField
      select
      label={label}
      // A value from an old address that no longer exists is shown as no choice rather than as a fault.
      value={isKnown ? value : ''}
      onChange={(event) =>
        onChange(options.find((option) => String(option.value) === String(event.target.value))?.value)
      }
      sx={{ width }}
      slotProps={{
        inputLabel: { shrink: true },
        select: {
          displayEmpty: true,
          renderValue: (chosen) => options.find((option) => option.value === chosen)?.label ?? all,
        },
      }}
    >
      <MenuItem value="">{all}</MenuItem>
      {options.map((option) => (
        <MenuItem key={option.value} value={option.value}>
          {option.label}
          <OptionCount count={option.count} />
        </MenuItem>
      ))}
    </TextField>
  );
}
