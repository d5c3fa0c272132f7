import { Box, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { GoBackCounts } from '../../../shared/contract/imports';
import { changedRowsText } from '../../i18n/import-outcome';
import { useFormat } from '../../i18n/use-format';

/** More imports are counted. */
const shownImports = 8;

interface UndoPreviewProps {
  readonly counts: GoBackCounts;
}

/** What taking several imports back together would do. */
export function UndoPreview({ counts }: UndoPreviewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { imports } = counts;
  if (imports.length === 0) return <Typography variant="body2">{t('rereading.none')}</Typography>;
  const more = imports.length - shownImports;
  return (
    <>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {t('rereading.would', { count: imports.length })}
        {' – '}
        {changedRowsText(t, format, counts) || t('rereading.nothing')}
      </Typography>
      <Box component="ul" sx={{ m: 0, my: 1, pl: 2.25, fontSize: '0.875rem', overflowWrap: 'anywhere' }}>
        {imports.slice(0, shownImports).map((item) => (
          <li key={item.id}>
            {item.fileName}, {format.dateTime(item.createdAt)}
            {' – '}
            {changedRowsText(t, format, item) || t('rereading.nothing')}
          </li>
        ))}
        {more > 0 ? <li>{t('imports.count', { count: more })}…</li> : null}
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('rereading.undoable')}
      </Typography>
    </>
  );
}
