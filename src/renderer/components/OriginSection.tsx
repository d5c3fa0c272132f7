import { Box, Link as TextLink, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RowOrigin } from '../../shared/contract/imports';
import type { ImportKind } from '../../shared/domain/import';
import { localDay } from '../../shared/util/local-day';
import { useCall } from '../api/use-call';
import { useFormat } from '../i18n/use-format';
import { packageOriginText } from '../i18n/package-origin-text';
import { Facts } from './Facts';

interface OriginSectionProps {
  readonly kind: ImportKind;
  readonly id: number;
}

/** The rows of files that a record comes from: each value with its column, and the columns that are no field. */
export function OriginSection({ kind, id }: OriginSectionProps) {
  const { t } = useTranslation();
  const { data } = useCall('imports', 'origin', { kind, id });
  if (!data || data.length === 0) return null;
  return (
    <Box component="details" sx={{ mt: 2, '& summary': { cursor: 'pointer', fontSize: '0.875rem' } }}>
      <summary>{t('importFiles.origin')}</summary>
      {data.map((origin) => (
        <OriginRow key={`${origin.importId}-${origin.line}`} origin={origin} />
      ))}
    </Box>
  );
}

interface OriginRowProps {
  readonly origin: RowOrigin;
}

function OriginRow({ origin }: OriginRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { importId, fileName, line, importedAt, profileName, rulesVersion, cells } = origin;
  const day = format.longDate(localDay(new Date(importedAt)));
  const fields = cells.flatMap(({ column, field, value }) =>
    field === null
      ? []
      : [
          {
            label: t('importFiles.originField', { column, field: t(`imports.fields.${field}`) }),
            value: shortened(value),
          },
        ],
  );
  const notes = cells.flatMap(({ column, field, value }) =>
    field === null ? [{ label: column, value: shortened(value) }] : [],
  );
  return (
    <Box sx={{ mt: 1.5 }}>
      <Typography variant="body2" sx={{ mb: 0.75 }}>
        <TextLink component={Link} to={`/imports/${importId}?state=all`}>
          {t('importFiles.originRow', { name: fileName, line, day })}
        </TextLink>
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 0.75, overflowWrap: 'anywhere' }}>
        {profileName === null
          ? t('importFiles.originFound', { version: rulesVersion })
          : t('importFiles.originProfile', { name: profileName, version: rulesVersion })}
      </Typography>
      {origin.packageOrigin ? (
        <Typography variant="body2" sx={{ mb: 0.75 }}>
          {packageOriginText(t, format, origin.packageOrigin)}
        </Typography>
      ) : null}
      <Facts facts={fields} />
      {notes.length > 0 ? (
        <>
          <Typography variant="body2" sx={{ mt: 1.5, mb: 0.75, fontWeight: 600 }}>
            {t('importFiles.notes')}
          </Typography>
          <Facts facts={notes} />
        </>
      ) : null}
    </Box>
  );
}

/** The description stands in full above. */
const shownLength = 300;

function shortened(value: string): string {
  return value.length > shownLength ? `${value.slice(0, shownLength)}…` : value;
}
