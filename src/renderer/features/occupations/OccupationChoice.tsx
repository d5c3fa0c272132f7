import { Autocomplete, Box, TextField, Typography } from '@mui/material';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OccupationName } from '../../../shared/contract/occupations';
import { useCall } from '../../api/use-call';

interface OccupationChoiceProps {
  readonly chosen: OccupationName | null;
  readonly onChoose: (code: string | null) => void;
}

const nameOf = ({ code, label }: OccupationName): string => `${code} – ${label}`;

/** An occupation of ROME, found by its number or by words of its title. */
export function OccupationChoice({ chosen, onChoose }: OccupationChoiceProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  // What stands in the field after a choice is the choice and no search.
  const text = useDeferredValue(chosen && typed === nameOf(chosen) ? '' : typed.slice(0, 200));
  const { data, isFetching } = useCall('occupations', 'list', { text }, { keepPrevious: true });
  return (
    <Autocomplete<OccupationName>
      options={data ?? []}
      value={chosen}
      inputValue={typed}
      onInputChange={(_event, value) => setTyped(value)}
      onChange={(_event, occupation) => onChoose(occupation?.code ?? null)}
      // The other side has searched.
      filterOptions={(rows) => rows}
      getOptionLabel={nameOf}
      getOptionKey={({ code }) => code}
      isOptionEqualToValue={(row, value) => row.code === value.code}
      loading={isFetching}
      loadingText={t('occupations.loading')}
      noOptionsText={t('occupations.none')}
      renderOption={({ key, ...props }, { code, label }) => (
        <Box component="li" key={key} {...props} sx={{ gap: 1.5 }}>
          <Typography variant="body2" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
            {code}
          </Typography>
          <Typography variant="body2">{label}</Typography>
        </Box>
      )}
      renderInput={(params) => (
        <TextField {...params} label={t('occupations.choose')} placeholder={t('occupations.placeholder')} />
      )}
      sx={{ maxWidth: 640 }}
    />
  );
}
