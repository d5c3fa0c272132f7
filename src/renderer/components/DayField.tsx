import { TextField } from '@mui/material';
import { isoDateSchema, type IsoDate } from '../../shared/domain/academic-year';

interface DayFieldProps {
  readonly label: string;
  readonly value: IsoDate | null | undefined;
  /** Null for an empty field, and for a day that is not whole yet. */
  readonly onChange: (day: IsoDate | null) => void;
}

/** One day, written or chosen from the calendar of the browser. */
export function DayField({ label, value, onChange }: DayFieldProps) {
  return (
    <TextField
      type="date"
      size="small"
      label={label}
      value={value ?? ''}
      onChange={(event) => {
        const day = isoDateSchema.safeParse(event.target.value);
        onChange(day.success ? day.data : null);
      }}
      slotProps={{ inputLabel: { shrink: true } }}
      sx={{ width: 170 }}
    />
  );
}
