import { Box, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';

interface LogoProps {
  readonly isFolded: boolean;
}

/** The application's sign: an offer on the left, a formation on the right, the path between them. */
export function Logo({ isFolded }: LogoProps) {
  const { t } = useTranslation();
  return (
    <Box sx={{ height: 56, mb: 0.5, px: 1, display: 'flex', alignItems: 'center', gap: 1.25, flexShrink: 0 }}>
      <svg
        width="30"
        height="30"
        viewBox="0 0 32 32"
        role="img"
        aria-label={isFolded ? t('app.name') : ''}
        aria-hidden={!isFolded}
      >
        <rect width="32" height="32" rx="7" fill="#0f5e6e" />
        <path
          d="M8 10h6l4 12h6"
          fill="none"
          stroke="#fff"
          strokeWidth="2.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <circle cx="24" cy="10" r="2.6" fill="#f2b134" />
        <circle cx="8" cy="22" r="2.6" fill="#fff" />
      </svg>
      {isFolded ? null : (
        <Typography component="span" sx={{ fontWeight: 680, letterSpacing: '-0.015em', whiteSpace: 'nowrap' }}>
          {t('app.name')}
        </Typography>
      )}
    </Box>
  );
}
