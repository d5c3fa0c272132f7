import { MenuItem, TableCell, TableRow, TextField, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/contract/imports';
import {
  importFields,
  importFieldSchema,
  requiredFields,
  type ColumnMapping,
  type ImportField,
  type ImportKind,
} from '../../../shared/domain/import';
import { ownColumns } from '../../../shared/domain/rejected-columns';
import { HeadedTable } from '../../components/HeadedTable';

interface ColumnMappingTableProps {
  readonly kind: ImportKind;
  readonly preview: ImportPreview;
  readonly mapping: ColumnMapping;
  readonly onChange: (mapping: ColumnMapping) => void;
}

const shownExamples = 3;

/** Each column of the file with its first values, and the field that it becomes. */
export function ColumnMappingTable({ kind, preview, mapping, onChange }: ColumnMappingTableProps) {
  const { t } = useTranslation();
  const { header, rows } = preview;
  const required: readonly ImportField[] = requiredFields[kind];
  const own = ownColumns(header, mapping);
  const mapped = mapping.filter((field) => field !== null).length;
  const examplesOf = (column: number): string =>
    rows
      .map(({ cells }) => cells[column]?.trim() ?? '')
      .filter((cell) => cell !== '')
      .slice(0, shownExamples)
      .join(' · ');
  return (
    <>
      <Typography variant="h3">{t('imports.mapping')}</Typography>
      <Typography variant="body2" role="status" sx={{ color: 'text.secondary', mb: 1 }}>
        {t('imports.mappingSentence', { count: mapped, total: header.length })}
      </Typography>
      <HeadedTable
        label={t('imports.mapping')}
        size="small"
        sx={{ tableLayout: 'fixed', minWidth: 640 }}
        headings={[
          { label: t('imports.fileColumn'), width: '26%' },
          { label: t('imports.examples') },
          { label: t('imports.becomes'), width: 260 },
        ]}
      >
        {header.map((name, column) => (
          // Headers may repeat; their place is what tells them apart.
          <TableRow key={column}>
            <TableCell component="th" scope="row" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
              {name}
            </TableCell>
            <TableCell sx={{ color: 'text.secondary' }}>
              <Typography variant="caption" component="p" noWrap title={examplesOf(column)}>
                {examplesOf(column)}
              </Typography>
            </TableCell>
            <TableCell>
              <TextField
                select
                fullWidth
                value={mapping[column] ?? ''}
                onChange={(event) => {
                  const chosen = importFieldSchema.safeParse(event.target.value);
                  onChange(
                    header.map((_name, index) => (index === column ? (chosen.data ?? null) : (mapping[index] ?? null))),
                  );
                }}
                slotProps={{
                  htmlInput: { 'aria-label': `${t('imports.becomes')} – ${name}` },
                  select: {
                    displayEmpty: true,
                    SelectDisplayProps: {
                      'aria-label': t('common.labelled', { label: name, value: t('imports.becomes') }),
                    },
                    sx: { fontSize: '0.875rem', ...(mapping[column] ? {} : { color: 'text.secondary' }) },
                  },
                }}
              >
                <MenuItem value="">{t(column < own ? 'imports.ignored' : 'imports.ofRejected')}</MenuItem>
                {importFields[kind].map((field) => (
                  <MenuItem key={field} value={field}>
                    {t(`imports.fields.${field}`)}
                    {required.includes(field) ? ' *' : ''}
                  </MenuItem>
                ))}
              </TextField>
            </TableCell>
          </TableRow>
        ))}
      </HeadedTable>
    </>
  );
}
