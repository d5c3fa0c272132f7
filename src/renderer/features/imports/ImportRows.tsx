import ExpandIcon from '@mui/icons-material/ExpandMore';
import { Box, IconButton, Link as TextLink, TableCell, TableRow, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ImportRow } from '../../../shared/contract/imports';
import type { ImportId } from '../../../shared/domain/ids';
import { tellErased } from '../../../shared/domain/cells/erased-mark';
import { useCall } from '../../api/use-call';
import { Facts } from '../../components/Facts';
import { HeadedTable } from '../../components/HeadedTable';
import { PagedRows } from '../../components/PagedRows';
import { useFormat } from '../../i18n/use-format';
import { outcomeOf, type ShownRows } from './import-address';
import { KeptValue } from './KeptValue';
import { IssueList } from './IssueList';
import { RowChanges, RowTrialSummary } from './RowTrial';

const pageSize = 25;

interface ImportRowsProps {
  readonly importId: ImportId;
  readonly state: ShownRows;
  /** Leaves out the rows of which there is nothing to say. */
  readonly onlyWithIssues?: boolean;
  /** How many there are in the file, where only the first ones were kept. */
  readonly count?: number;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

/** Lines of the file with what became of them; each can be opened to its cells. */
export function ImportRows({ importId, state, onlyWithIssues = false, count, page, onPage }: ImportRowsProps) {
  const { t } = useTranslation();
  const answer = useCall(
    'imports',
    'rows',
    { importId, ...asked(state, onlyWithIssues), page, pageSize },
    { keepPrevious: true },
  );
  const kept = answer.data?.total;
  return (
    <>
      {count !== undefined && kept !== undefined && kept < count ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('imports.firstRowsKept', { count: kept, total: count })}
        </Typography>
      ) : null}
      <PagedRows
        answer={answer}
        page={page}
        pageSize={pageSize}
        onPage={onPage}
        heightPx={180}
        empty={
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('imports.noRows')}
          </Typography>
        }
      >
        {(rows) => (
          <HeadedTable
            label={t('imports.rowsOf')}
            size="small"
            sx={{ tableLayout: 'fixed' }}
            headings={[
              { label: t('imports.line'), width: 76 },
              { label: t('imports.rowState'), width: 112 },
              { label: t('imports.rowContent') },
              { label: t('imports.lineIssues') },
              { label: t('imports.rowDetail'), width: 56, isHidden: true },
            ]}
          >
            {rows.map((row) => (
              <ImportRowLine key={row.line} importId={importId} row={row} />
            ))}
          </HeadedTable>
        )}
      </PagedRows>
    </>
  );
}

function asked(shown: ShownRows, onlyWithIssues: boolean) {
  const state = outcomeOf(shown);
  if (state !== undefined) return { state, onlyWithIssues };
  return { state: null, ...(shown === 'kept' ? { onlyKept: true } : { onlyAlike: true }) };
}

interface ImportRowLineProps {
  readonly importId: ImportId;
  readonly row: ImportRow;
}

function ImportRowLine({ importId, row }: ImportRowLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const label = t(isOpen ? 'imports.hideCells' : 'imports.showCells', { line: row.line });
  const cells = row.cells.map(({ column, value }) => ({
    label: column,
    value: tellErased(value, (day) => t('imports.erasedOn', { day: format.date(day) })),
  }));
  const summary = cells
    .map(({ value }) => value.trim())
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
            {row.record ? (
              <TextLink component={Link} to={`/${row.record.kind}?open=${row.record.id}`}>
                {row.record.title}
              </TextLink>
            ) : null}
            {row.record ? ' · ' : ''}
            {summary}
          </Typography>
        </TableCell>
        <TableCell>
          <RowTrialSummary row={row} />
          {row.issues.length === 0 && row.changes.length + row.alike.length > 0 ? null : (
            <IssueList
              issues={row.issues}
              actionOf={({ code, column }) =>
                (code === 'kept-by-hand' || code === 'kept-known') && column !== null && row.record ? (
                  <KeptValue importId={importId} line={row.line} column={column} isTaken={row.taken.includes(column)} />
                ) : null
              }
            />
          )}
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
            <RowChanges row={row} />
            <Box
              sx={{ py: 1, maxHeight: 420, overflow: 'auto', whiteSpace: 'pre-line' }}
              tabIndex={0}
              role="group"
              aria-label={t('imports.lineNumber', { line: row.line })}
            >
              <Facts facts={cells} />
            </Box>
          </TableCell>
        </TableRow>
      ) : null}
    </>
  );
}
