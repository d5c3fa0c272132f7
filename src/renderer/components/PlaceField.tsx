import { Autocomplete, TextField } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { departmentNames } from '../../shared/domain/dashboard/department';
import { regionNames } from '../../shared/domain/places/regions';
import { OptionCount } from './OptionCount';

/** Where offers are looked for: in a region, a department or a town; one at a time. */
export interface ChosenPlace {
  readonly region: string | undefined;
  readonly department: string | undefined;
  readonly city: string | undefined;
}
type PlaceKind = keyof ChosenPlace;

/** What there is to choose from; the codes of regions and departments, and names of towns. */
export type PlacesToChoose = { readonly [Kind in PlaceKind]: readonly PlaceValue[] };
interface PlaceValue {
  readonly value: string;
  /** How many rows lie there, where that is counted. */
  readonly count?: number | undefined;
}

interface PlaceOption extends PlaceValue {
  readonly kind: PlaceKind;
  readonly label: string;
}

const kinds = ['region', 'department', 'city'] as const satisfies readonly PlaceKind[];
const nowhere: ChosenPlace = { region: undefined, department: undefined, city: undefined };

/** Every region and department of France. */
export const everyArea: PlacesToChoose = {
  region: Object.keys(regionNames).map((value) => ({ value })),
  department: Object.keys(departmentNames)
    .sort()
    .map((value) => ({ value })),
  city: [],
};

interface PlaceFieldProps {
  readonly label: string;
  readonly value: ChosenPlace;
  readonly options: PlacesToChoose;
  readonly onChange: (place: ChosenPlace) => void;
  readonly width?: number;
}

/** One criterion for regions, departments and towns, found by typing a name or a number. */
export function PlaceField({ label, value, options, onChange, width = 180 }: PlaceFieldProps) {
  const { t } = useTranslation();
  const all = kinds.flatMap((kind) =>
    sorted(
      kind,
      options[kind].map((option) => optionOf(kind, option)),
    ),
  );
  const kind = kinds.find((each) => value[each] !== undefined);
  const chosen = kind === undefined ? null : optionOf(kind, { value: value[kind] ?? '' });
  return (
    <Autocomplete
      options={all}
      value={chosen}
      groupBy={(option) => t(`common.places.${option.kind}`)}
      getOptionKey={({ kind: of, value: code }) => `${of} ${code}`}
      // An old address may name a value that no row has any more; it stays visible until it is cleared.
      isOptionEqualToValue={(one, other) => one.kind === other.kind && one.value === other.value}
      onChange={(_event, option) => onChange(option ? { ...nowhere, [option.kind]: option.value } : nowhere)}
      sx={{ width }}
      slotProps={{ popper: { style: { minWidth: 280 }, placement: 'bottom-start' } }}
      renderOption={({ key, ...item }, option) => (
        <li key={key} {...item}>
          {option.label}
          <OptionCount count={option.count} />
        </li>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          placeholder={t('common.all')}
          slotProps={{ ...params.slotProps, inputLabel: { ...params.slotProps.inputLabel, shrink: true } }}
        />
      )}
    />
  );
}

/** Departments go by their numbers, as the towns come sorted. */
function sorted(kind: PlaceKind, options: readonly PlaceOption[]): readonly PlaceOption[] {
  return kind === 'region' ? options.toSorted((one, other) => one.label.localeCompare(other.label, 'fr')) : options;
}

function optionOf(kind: PlaceKind, { value, count }: PlaceValue): PlaceOption {
  const names = { region: regionNames[value], department: departmentNames[value], city: undefined };
  const name = names[kind] ?? value;
  return { kind, value, count, label: kind === 'department' ? `${value} – ${name}` : name };
}
