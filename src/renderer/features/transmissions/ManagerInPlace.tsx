import { Autocomplete, Box, Button, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Addressee } from '../../../shared/contract/transmissions';
import type { FormationId, FormationManagerId } from '../../../shared/domain/ids';
import { maxPageSize } from '../../../shared/domain/page';
import { useClient } from '../../api/client-context';
import { useCall } from '../../api/use-call';
import { ErrorAlert } from '../../components/ErrorState';
import { AppError } from '../../../shared/domain/app-error';

interface ManagerInPlaceProps {
  readonly formation: { readonly id: FormationId; readonly title: string };
  /** Who runs it already and has no address; null where nobody does. */
  readonly manager: Addressee | null;
  readonly onDone: () => void;
}

/** Says who runs a formation without leaving the page: somebody who is known, or somebody new. */
export function ManagerInPlace({ formation, manager, onDone }: ManagerInPlaceProps) {
  const { t } = useTranslation();
  const client = useClient();
  const [name, setName] = useState(manager?.name ?? '');
  const [email, setEmail] = useState('');
  const [known, setKnown] = useState<FormationManagerId | null>(manager?.id ?? null);
  const [state, setState] = useState<{ readonly isSaving: boolean; readonly error: AppError | null }>({
    ...{ isSaving: false, error: null },
  });
  const text = name.slice(0, 200);
  const { data } = useCall(
    'managers',
    'list',
    {
      ...{ filter: text === '' ? {} : { text }, sort: { by: 'name', direction: 'asc' }, page: 0 },
      pageSize: maxPageSize,
    },
    { keepPrevious: true },
  );
  const options = data?.rows.filter((row) => row.email !== null) ?? [];
  const save = async (): Promise<void> => {
    setState({ isSaving: true, error: null });
    try {
      const { managerId } = await client.managers.save({ managerId: known, name, email });
      await client.managers.assign({ managerId, formationIds: [formation.id], componentId: null, onlyFree: false });
      onDone();
    } catch (error) {
      setState({ isSaving: false, error: error instanceof AppError ? error : new AppError('internal', String(error)) });
    }
  };
  return (
    <Box
      component="form"
      aria-label={t('managers.of', { title: formation.title })}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1, alignItems: 'flex-start' }}
    >
      <Autocomplete
        freeSolo
        options={options}
        inputValue={name}
        onInputChange={(_event, value, reason) => {
          setName(value.slice(0, 200));
          // Typing on is naming somebody else.
          if (reason === 'input') setKnown(manager?.name === value ? manager.id : null);
        }}
        onChange={(_event, chosen) => {
          if (chosen === null || typeof chosen === 'string') return;
          setKnown(chosen.id);
          setEmail(chosen.email ?? '');
        }}
        filterOptions={(rows) => rows}
        getOptionLabel={(option) => (typeof option === 'string' ? option : option.name)}
        getOptionKey={(option) => (typeof option === 'string' ? option : option.id)}
        renderOption={({ key, ...props }, row) => (
          <Box component="li" key={key} {...props} sx={{ display: 'block !important' }}>
            {row.name}
            <Box component="span" sx={{ display: 'block', fontSize: '0.75rem', color: 'text.secondary' }}>
              {row.email}
            </Box>
          </Box>
        )}
        renderInput={(params) => <TextField {...params} autoFocus label={t('managers.name')} />}
        sx={{ flex: '1 1 180px' }}
      />
      <TextField
        label={t('managers.email')}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        sx={{ flex: '1 1 200px' }}
        slotProps={{ htmlInput: { maxLength: 320, inputMode: 'email', autoComplete: 'off' } }}
      />
      <Button
        type="submit"
        variant="outlined"
        loading={state.isSaving}
        disabled={name.trim() === '' || email.trim() === ''}
      >
        {t('managers.save')}
      </Button>
      <Button onClick={onDone}>{t('managers.cancel')}</Button>
      {state.error ? (
        <Box sx={{ flexBasis: '100%' }}>
          <ErrorAlert error={state.error} />
        </Box>
      ) : null}
    </Box>
  );
}
