import { Box, Button, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormationManagerId } from '../../../shared/domain/ids';
import { useAction } from '../../api/use-call';
import { ErrorAlert } from '../../components/ErrorState';
import { useNotify } from '../../components/notices';

interface ManagerFormProps {
  /** Null adds somebody. */
  readonly managerId: FormationManagerId | null;
  readonly initial: { readonly name: string; readonly email: string | null };
  readonly onSaved: (managerId: FormationManagerId) => void;
  /** What stands beside the button. */
  readonly beside?: ReactNode;
}

/** Name and address of a manager. */
export function ManagerForm({ managerId, initial, onSaved, beside }: ManagerFormProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const save = useAction('managers', 'save');
  const [name, setName] = useState(initial.name);
  const [email, setEmail] = useState(initial.email ?? '');
  const isChanged = name !== initial.name || email !== (initial.email ?? '');
  const submit = async (): Promise<void> => {
    const saved = await save.mutateAsync({ managerId, name, email: email.trim() || null }).catch(() => null);
    if (!saved) return;
    notify({ about: 'manager', severity: 'success', text: t('managers.saved', { name: name.trim() }) });
    onSaved(saved.managerId);
  };
  return (
    <Box
      component="form"
      aria-label={t('managers.identity')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.25, alignItems: 'flex-start' }}
    >
      <TextField
        label={t('managers.name')}
        value={name}
        autoFocus={managerId === null}
        onChange={(event) => setName(event.target.value)}
        sx={{ flex: '1 1 180px' }}
        slotProps={{ htmlInput: { maxLength: 200, autoComplete: 'off' } }}
      />
      <TextField
        label={t('managers.email')}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        sx={{ flex: '1 1 220px' }}
        slotProps={{ htmlInput: { maxLength: 320, inputMode: 'email', autoComplete: 'off' } }}
      />
      <Button type="submit" variant="outlined" loading={save.isPending} disabled={name.trim() === '' || !isChanged}>
        {t('managers.save')}
      </Button>
      {beside}
      {save.error ? (
        <Box sx={{ flexBasis: '100%' }}>
          <ErrorAlert error={save.error} />
        </Box>
      ) : null}
    </Box>
  );
}
