import ExpandIcon from '@mui/icons-material/ExpandMore';
import {
  Box,
  Button,
  IconButton,
  Skeleton,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRow } from '../../../shared/contract/imports';
import type { ImportId } from '../../../shared/domain/ids';
import type { ImportRowState } from '../../../shared/domain/import';
import { useCall } from '../../api/use-call';
import { ErrorAlert } from '../../components/ErrorState';
import { Facts } from '../../components/Facts';
import { PageBar } from '../../components/PageBar';
import { visuallyHidden } from '../../components/visually-hidden';
import { IssueList } from './IssueList';

const pageSize = 25;

interface ImportRowsProps {
  readonly importId: ImportId;
  readonly state: ImportRowState | null;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

/** Lines of the file with what became of them; each can be opened to its cells. */
export function ImportRows({ importId, state, page, onPage }: ImportRowsProps) {
  const { t } = useTranslation();
  const rows = useCall('imports', 'rows', { importId, state, page, pageSize }, { keepPrevious: true });
  if (rows.error && !rows.data) {
    return (
      <ErrorAlert
        error={rows.error}
        action={
          <Button color="inherit" size="small" onClick={() => void rows.refetch()}>
            {t('common.retry')}
          </Button>
        }
      />
    );
  }
  if (!rows.data) return <Skeleton variant="rounded" height={180} />;
  if (rows.data.total === 0) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('imports.noRows')}
      </Typography>
    );
  }
  return (
    <Box>
      <TableContainer>
        <Table size="small" aria-label={t('imports.rowsOf')} sx={{ tableLayout: 'fixed' }}>
          <TableHead>
            <TableRow>
              <TableCell sx={{ width: 76 }}>{t('imports.line')}</TableCell>
              <TableCell sx={{ width: 112 }}>{t('imports.rowState')}</TableCell>
              <TableCell>{t('imports.rowContent')}</TableCell>
              <TableCell>{t('imports.lineIssues')}</TableCell>
              <TableCell sx={{ width: 56 }}>
                <Box component="span" sx={visuallyHidden}>
                  {t('imports.rowDetail')}
                </Box>
              </TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.data.rows.map((row) => (
              <ImportRowLine key={row.line} row={row} />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {rows.data.total > pageSize ? (
        <PageBar total={rows.data.total} page={page} pageSize={pageSize} onPage={onPage} />
      ) : null}
    </Box>
  );
}

interface ImportRowLineProps {
  readonly row: ImportRow;
}

function ImportRowLine({ row }: ImportRowLineProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const label = t(isOpen ? 'imports.hideCells' : 'imports.showCells', { line: row.line });
  const cells = Object.entries(row.cells);
  const summary = cells
    .map(([, cell]) => cell.trim())
    .filter((cell) => cell !== '')
    .slice(0, 4)
    .join(' · ');
  return (
    <>
      <TableRow sx={{ '& td, & th': { verticalAlign: 'top', ...(isOpen ? { borderBottom: 0 } : {}) } }}>
        <TableCell component="th" scope="row">
          {row.line}
        </TableCell>
        <TableCell>{t(`imports.rowStatesOne.${row.state}`)}</TableCell>
        <TableCell>
          <Typography variant="caption" component="p" noWrap>
            {summary}
          </Typography>
        </TableCell>
        <TableCell>
          <IssueList issues={row.issues} />
        </TableCell>
        <TableCell align="right" sx={{ py: 0 }}>
          <IconButton size="small" onClick={() => setIsOpen(!isOpen)} aria-expanded={isOpen} aria-label={label}>
            <ExpandIcon fontSize="small" sx={{ transform: isOpen ? 'rotate(180deg)' : 'none' }} />
          </IconButton>
        </TableCell>
      </TableRow>
      {isOpen ? (
        <TableRow>
          <TableCell colSpan={5} sx={{ backgroundColor: 'background.default' }}>
            <Box
              sx={{ py: 1, maxHeight: 420, overflow: 'auto', whiteSpace: 'pre-line' }}
              tabIndex={0}
              role="group"
              aria-label={t('imports.lineNumber', { line: row.line })}
            >
              <Facts facts={cells.map(([name, cell]) => ({ label: name, value: cell }))} />
            </Box>
          </TableCell>
        </TableRow>
      ) : null}
    </>
  );
}
