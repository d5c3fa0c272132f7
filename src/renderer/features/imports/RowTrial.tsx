import { Box, Link as TextLink, TableCell, TableRow, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ImportRow } from '../../../shared/contract/imports';
import type { CellValue } from '../../../shared/domain/cells/cell-value';
import { HeadedTable } from '../../components/HeadedTable';
import { useFormat, type Format } from '../../i18n/use-format';

interface RowTrialProps {
  readonly row: ImportRow;
}

/** What a trial found of a row, in a line: the fields that would change, and the offers that it may be one with. */
export function RowTrialSummary({ row: { changes, alike } }: RowTrialProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Box sx={{ fontSize: '0.8125rem', overflowWrap: 'anywhere' }}>
      {changes.length > 0 ? (
        <div>
          {t('imports.changes', { fields: format.list(changes.map(({ field }) => t(`imports.fields.${field}`))) })}
        </div>
      ) : null}
      {alike.map(({ offerId, line, title }) => (
        <div key={offerId ?? `line-${line}`}>
          {offerId === null ? (
            t('imports.alikeLine', { title, line })
          ) : (
            <>
              {t('imports.alikeOffer')}{' '}
              <TextLink component={Link} to={`/offers?open=${offerId}`}>
                {title}
              </TextLink>
            </>
          )}
        </div>
      ))}
    </Box>
  );
}

/** What each field of the record of an updated row is, and what it would be. */
export function RowChanges({ row: { line, changes } }: RowTrialProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (changes.length === 0) return null;
  return (
    <Box
      sx={{ pt: 1, maxHeight: 420, overflow: 'auto' }}
      tabIndex={0}
      role="group"
      aria-label={t('imports.changesOf', { line })}
    >
      <HeadedTable
        label={t('imports.changesOf', { line })}
        size="small"
        sx={{ tableLayout: 'fixed', '& td, & th': { overflowWrap: 'anywhere', whiteSpace: 'pre-line' } }}
        headings={[
          { label: t('imports.changedField'), width: '24%' },
          { label: t('imports.before') },
          { label: t('imports.after') },
        ]}
      >
        {changes.map(({ field, before, after }) => (
          <TableRow key={field}>
            <TableCell component="th" scope="row">
              {t(`imports.fields.${field}`)}
            </TableCell>
            <TableCell>
              <Value value={before} format={format} />
            </TableCell>
            <TableCell>
              <Value value={after} format={format} />
            </TableCell>
          </TableRow>
        ))}
      </HeadedTable>
    </Box>
  );
}

interface ValueProps {
  readonly value: CellValue | null;
  readonly format: Format;
}

function Value({ value, format }: ValueProps) {
  const { t } = useTranslation();
  if (value) return textOf(value, format);
  return (
    <Typography component="span" variant="body2" sx={{ color: 'text.secondary', fontStyle: 'italic' }}>
      {t('imports.nothing')}
    </Typography>
  );
}

function textOf(value: CellValue, format: Format): string {
  if ('text' in value) return value.text;
  if ('digits' in value) return value.digits;
  if ('number' in value) return format.number(value.number);
  if ('day' in value) return format.date(value.day);
  if ('list' in value) return value.list.join(' · ');
  return value.words[format.language === 'fr' ? 0 : 1];
}
