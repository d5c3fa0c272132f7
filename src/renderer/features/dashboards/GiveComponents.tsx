import { Button } from '@mui/material';
import { Link } from 'react-router';
import type { Wording } from './figure-texts';

/** Leads to where formations get the component that they lack. */
export function GiveComponents({ t }: Pick<Wording, 't'>) {
  return (
    <Button component={Link} to="/imports/new?kind=formations" sx={{ mt: 1.5, displayPrint: 'none' }}>
      {t('dashboards.giveComponents')}
    </Button>
  );
}
