import { Box, MenuItem, TextField } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { OfferStart } from '../../../shared/domain/offer';
import { localDay } from '../../../shared/util/local-day';
import { useNow } from '../../components/use-now';

const kinds = ['none', 'as-soon-as-possible', 'date', 'range'] as const;

interface StartFieldProps {
  readonly value: OfferStart | null;
  readonly onChange: (value: OfferStart | null) => void;
}

/** When the offer starts, as precisely as its author says it; a past day is flagged. */
export function StartField({ value, onChange }: StartFieldProps) {
  const { t } = useTranslation();
  const today = localDay(new Date(useNow(60_000)));
  const first = value?.kind === 'date' ? value.on : value?.kind === 'range' ? value.from : today;
  const choose = (kind: (typeof kinds)[number]): void => {
    if (kind === 'none') onChange(null);
    else if (kind === 'date') onChange({ kind, on: first });
    else if (kind === 'range') onChange({ kind, from: first, to: first });
    else onChange({ kind });
  };
  const day = (label: string, given: string, take: (next: string) => void) => (
    <TextField
      type="date"
      label={label}
      value={given}
      helperText={given < today ? t('editor.startPast') : null}
      onChange={(event) => event.target.value !== '' && take(event.target.value)}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <TextField
        select
        label={t('editor.start')}
        value={value?.kind ?? 'none'}
        onChange={(event) => choose(event.target.value as (typeof kinds)[number])} // The items below are these kinds.
      >
        {kinds.map((kind) => (
          <MenuItem key={kind} value={kind}>
            {t(`editor.startKinds.${kind}`)}
          </MenuItem>
        ))}
      </TextField>
      {value?.kind === 'date' ? day(t('editor.startOn'), value.on, (on) => onChange({ kind: 'date', on })) : null}
      {value?.kind === 'range' ? (
        <>
          {day(t('editor.startFrom'), value.from, (from) =>
            onChange({ kind: 'range', from, to: value.to < from ? from : value.to }),
          )}
          {day(t('editor.startTo'), value.to, (to) =>
            onChange({ kind: 'range', from: value.from > to ? to : value.from, to }),
          )}
        </>
      ) : null}
    </Box>
  );
}
