import { Button } from '@mui/material';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';

interface SkipLinkProps {
  readonly main: RefObject<HTMLElement | null>;
}

/** The first thing that Tab reaches: goes past what every page has to what this one says. */
export function SkipLink({ main }: SkipLinkProps) {
  const { t } = useTranslation();
  return (
    <Button
      variant="contained"
      onClick={() => main.current?.focus()}
      sx={{
        position: 'fixed',
        top: 8,
        left: 8,
        zIndex: 'tooltip',
        transform: 'translateY(-200%)',
        '&:focus': { transform: 'none' },
      }}
    >
      {t('app.skipToContent')}
    </Button>
  );
}
