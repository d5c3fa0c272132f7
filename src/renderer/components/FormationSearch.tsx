import { Autocomplete, Box, TextField, Typography } from '@mui/material';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormationRow } from '../../shared/contract/formations';
import { useCall } from '../api/use-call';

/** As many as one looks through before typing more. */
const optionsShown = 25;

interface FormationSearchProps {
  readonly label: string;
  /** What was chosen and stays in the field; left out where each choice empties it for the next one. */
  readonly chosen?: FormationRow | null;
  readonly onChoose: (formation: FormationRow | null) => void;
}

/** Any formation of the university, found by typing. */
export function FormationSearch({ label, chosen, onChoose }: FormationSearchProps) {
  const { t } = useTranslation();
  const staysInField = chosen !== undefined;
  const [typed, setTyped] = useState('');
  // What stands in the field after a choice is the choice and no search.
  const text = useDeferredValue(chosen && typed === nameOf(chosen) ? '' : typed.slice(0, 200));
  const { data, isFetching } = useCall(
    'formations',
    'list',
    { filter: text === '' ? {} : { text }, sort: { by: 'title', direction: 'asc' }, page: 0, pageSize: optionsShown },
    { keepPrevious: true },
  );
  return (
    <Autocomplete<FormationRow>
      options={data?.rows ?? []}
      value={chosen ?? null}
      inputValue={typed}
      onInputChange={(_event, value, reason) => setTyped(reason === 'selectOption' && !staysInField ? '' : value)}
      onChange={(_event, row) => {
        onChoose(row);
        if (!staysInField) setTyped('');
      }}
      blurOnSelect={!staysInField}
      // The other side has searched; a second search by the widget would know nothing of components.
      filterOptions={(rows) => rows}
      getOptionLabel={nameOf}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(row, value) => row.id === value.id}
      loading={isFetching}
      loadingText={t('common.formationsLoading')}
      noOptionsText={t('common.formationsNone')}
      renderOption={({ key, ...props }, row) => (
        <Box component="li" key={key} {...props} sx={{ display: 'block !important' }}>
          <Typography variant="body2">{row.title}</Typography>
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {[row.diplomaType, row.component].filter((part) => part !== null && part !== '').join(' · ')}
          </Typography>
        </Box>
      )}
      renderInput={(params) => <TextField {...params} label={label} />}
    />
  );
}

function nameOf({ title, diplomaType }: FormationRow): string {
  return diplomaType ? `${title} (${diplomaType})` : title;
}
