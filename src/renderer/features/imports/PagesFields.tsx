import { Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { PagesFormat } from '../../../shared/domain/import';

interface PagesFieldsProps {
  readonly format: PagesFormat;
}

/** Of which service the pages are: there is nothing to be corrected in how they are read. */
export function PagesFields({ format }: PagesFieldsProps) {
  const { t } = useTranslation();
  const service = t(`importFiles.services.${format.service}`);
  return (
    <>
      <Typography variant="h3" component="h3">
        {t('importFiles.pages', { service })}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('importFiles.pagesHint', { service })}
      </Typography>
    </>
  );
}
