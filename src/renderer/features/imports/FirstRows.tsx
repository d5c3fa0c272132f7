import { Box, TableCell, TableRow, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/contract/imports';
import { HeadedTable } from '../../components/HeadedTable';
import { IssueList } from './IssueList';

interface FirstRowsProps {
  readonly preview: ImportPreview;
}

/** The first rows as they stand in the file, each with what would be said of it. */
export function FirstRows({ preview }: FirstRowsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Typography variant="h3" sx={{ mb: 1 }}>
        {t('imports.firstRows')}
      </Typography>
      <HeadedTable
        label={t('imports.firstRows')}
        size="small"
        stickyHeader
        container={{
          tabIndex: 0,
          role: 'group',
          'aria-label': t('imports.firstRows'),
          sx: { maxHeight: 380, border: 1, borderColor: 'divider', borderRadius: 1 },
        }}
        headings={[
          { label: t('imports.line') },
          { label: t('imports.lineIssues'), minWidth: 280 },
          ...preview.header.map((label) => ({ label, isNoWrap: true })),
        ]}
      >
        {preview.rows.map((row) => (
          <TableRow key={row.line} sx={{ '& td, & th': { verticalAlign: 'top' } }}>
            <TableCell component="th" scope="row">
              {row.line}
            </TableCell>
            <TableCell>
              <IssueList issues={row.issues} />
            </TableCell>
            {preview.header.map((_name, column) => (
              <TableCell key={column}>
                <Box
                  title={row.cells[column] ?? ''}
                  sx={{
                    maxWidth: 240,
                    overflow: 'hidden',
                    textOverflow: 'ellipsis',
                    whiteSpace: 'nowrap',
                    fontSize: '0.8125rem',
                  }}
                >
                  {row.cells[column] ?? ''}
                </Box>
              </TableCell>
            ))}
          </TableRow>
        ))}
      </HeadedTable>
    </>
  );
}
