import { Box } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { visuallyHidden } from '../../components/visually-hidden';

interface PassageNumberProps {
  readonly number: number;
}

/** The number that ties a passage of one text to that of the other. */
export function PassageNumber({ number }: PassageNumberProps) {
  const { t } = useTranslation();
  return (
    <Box
      component="span"
      sx={(theme) => ({
        display: 'inline-flex',
        alignItems: 'center',
        justifyContent: 'center',
        minWidth: 18,
        height: 18,
        px: 0.5,
        borderRadius: 9,
        fontSize: '0.75rem',
        fontWeight: 650,
        lineHeight: 1,
        fontVariantNumeric: 'tabular-nums',
        color: theme.palette.primary.contrastText,
        backgroundColor: theme.palette.primary.main,
      })}
    >
      <span aria-hidden>{number}</span>
      <Box component="span" sx={visuallyHidden}>
        {t('reasons.passageNumber', { number })}
      </Box>
    </Box>
  );
}
