import { Box, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/contract/imports';
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
      <TableContainer
        tabIndex={0}
        role="group"
        aria-label={t('imports.firstRows')}
        sx={{ maxHeight: 380, border: 1, borderColor: 'divider', borderRadius: 1 }}
      >
        <Table size="small" stickyHeader aria-label={t('imports.firstRows')}>
          <TableHead>
            <TableRow>
              <TableCell>{t('imports.line')}</TableCell>
              <TableCell sx={{ minWidth: 280 }}>{t('imports.lineIssues')}</TableCell>
              {preview.header.map((name, column) => (
                <TableCell key={column} sx={{ whiteSpace: 'nowrap' }}>
                  {name}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
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
          </TableBody>
        </Table>
      </TableContainer>
    </>
  );
}
