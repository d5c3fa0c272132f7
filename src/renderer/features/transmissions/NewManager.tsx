import { Button, Paper } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FormationManagerId } from '../../../shared/domain/ids';
import { ManagerForm } from './ManagerForm';

interface NewManagerProps {
  readonly onDone: (managerId: FormationManagerId) => void;
}

/** Adds a manager; the panel that opens then gives them formations. */
export function NewManager({ onDone }: NewManagerProps) {
  const { t } = useTranslation();
  return (
    <Paper variant="outlined" component="section" aria-label={t('managers.add')} sx={{ p: 2 }}>
      <ManagerForm
        managerId={null}
        initial={{ name: '', email: null }}
        onSaved={onDone}
        beside={
          <Button component={Link} to="/managers">
            {t('managers.cancel')}
          </Button>
        }
      />
    </Paper>
  );
}
