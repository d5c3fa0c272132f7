import { Autocomplete, Box, TextField, Typography } from '@mui/material';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormationRow } from '../../../shared/contract/formations';
import type { FormationId } from '../../../shared/domain/ids';
import { useCall } from '../../api/use-call';

/** As many as one looks through before typing more. */
const optionsShown = 25;

interface AddFormationProps {
  readonly label: string;
  readonly onAdd: (formation: { readonly id: FormationId; readonly title: string }) => void;
}

/** Any formation of the university, found by typing. */
export function AddFormation({ label, onAdd }: AddFormationProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.slice(0, 200));
  const { data, isFetching } = useCall(
    'formations',
    'list',
    { filter: text === '' ? {} : { text }, sort: { by: 'title', direction: 'asc' }, page: 0, pageSize: optionsShown },
    { keepPrevious: true },
  );
  return (
    <Autocomplete<FormationRow>
      options={data?.rows ?? []}
      value={null}
      inputValue={typed}
      onInputChange={(_event, value, reason) => setTyped(reason === 'selectOption' ? '' : value)}
      onChange={(_event, row) => {
        if (row) onAdd(row);
        setTyped('');
      }}
      blurOnSelect
      // The other side has searched; a second search by the widget would know nothing of components.
      filterOptions={(rows) => rows}
      getOptionLabel={({ title }) => title}
      getOptionKey={({ id }) => id}
      loading={isFetching}
      loadingText={t('transmissions.addLoading')}
      noOptionsText={t('transmissions.addNone')}
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
