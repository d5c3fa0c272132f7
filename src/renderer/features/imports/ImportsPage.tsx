import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import {
  Box,
  Button,
  Link as TextLink,
  Paper,
  Skeleton,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
} from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { importRowStates, type Import } from '../../../shared/domain/import';
import { useCall } from '../../api/use-call';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { ImportStateChip } from '../../components/ImportStateChip';
import { PageBar } from '../../components/PageBar';
import { PageHeader } from '../../components/PageHeader';
import { useUndoImport } from '../../components/use-undo-import';
import { useFormat } from '../../i18n/use-format';
import { pageOfAddress } from './import-address';

const pageSize = 25;

/** Every file taken in, each with its report and the way to take it back. */
export function ImportsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const page = pageOfAddress(params);
  const { data, error, refetch } = useCall('imports', 'list', { page, pageSize }, { keepPrevious: true });
  const newImport = (
    <Button variant="contained" component={Link} to="/imports/new">
      {t('imports.newImport')}
    </Button>
  );
  return (
    <Box sx={{ maxWidth: 1240, mx: 'auto', px: 3, pt: 2, pb: 4 }}>
      <PageHeader
        title={t('imports.title')}
        count={data ? t('imports.count', { count: data.total, number: format.number(data.total) }) : undefined}
        actions={data?.total === 0 ? null : newImport}
      />
      <Paper variant="outlined" sx={{ mt: 1.5 }}>
        {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <Skeleton variant="rounded" height={280} /> : null}
        {data?.total === 0 ? (
          <EmptyState
            icon={<UploadIcon />}
            title={t('imports.emptyTitle')}
            text={t('imports.emptyText')}
            action={newImport}
          />
        ) : null}
        {data && data.total > 0 ? (
          <>
            <TableContainer>
              <Table aria-label={t('imports.listLabel')} sx={{ '& th, & td': { px: 1.25 } }}>
                <TableHead>
                  <TableRow>
                    <TableCell>{t('imports.columns.fileName')}</TableCell>
                    <TableCell>{t('imports.columns.kind')}</TableCell>
                    <TableCell>{t('imports.columns.createdAt')}</TableCell>
                    <TableCell>{t('imports.columns.state')}</TableCell>
                    <TableCell align="right">{t('imports.columns.read')}</TableCell>
                    {importRowStates.map((state) => (
                      <TableCell key={state} align="right">
                        {t(`imports.rowStates.${state}`)}
                      </TableCell>
                    ))}
                    <TableCell align="right">{t('imports.columns.actions')}</TableCell>
                  </TableRow>
                </TableHead>
                <TableBody>
                  {data.rows.map((item) => (
                    <ImportLine key={item.id} item={item} />
                  ))}
                </TableBody>
              </Table>
            </TableContainer>
            {data.total > pageSize ? (
              <PageBar
                total={data.total}
                page={page}
                pageSize={pageSize}
                onPage={(next) => setParams(next === 0 ? {} : { page: String(next + 1) })}
              />
            ) : null}
          </>
        ) : null}
      </Paper>
    </Box>
  );
}

interface ImportLineProps {
  readonly item: Import;
}

function ImportLine({ item }: ImportLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const undo = useUndoImport();
  return (
    <TableRow hover sx={{ '&:last-child td, &:last-child th': { borderBottom: 0 } }}>
      <TableCell component="th" scope="row" sx={{ overflowWrap: 'anywhere', minWidth: 160 }}>
        <TextLink
          component={Link}
          to={`/imports/${item.id}`}
          aria-label={t('imports.openReport', { name: item.fileName })}
        >
          {item.fileName}
        </TextLink>
      </TableCell>
      <TableCell>{t(`imports.kinds.${item.kind}`)}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.dateTime(item.createdAt)}</TableCell>
      <TableCell>
        <ImportStateChip state={item.state} />
      </TableCell>
      <TableCell align="right">{format.number(item.counts.read)}</TableCell>
      {importRowStates.map((state) => (
        <TableCell key={state} align="right" sx={item.counts[state] === 0 ? { color: 'text.secondary' } : {}}>
          {format.number(item.counts[state])}
        </TableCell>
      ))}
      <TableCell align="right" sx={{ py: 0.5 }}>
        {item.state === 'committed' ? (
          <Button
            size="small"
            loading={undo.isPending}
            onClick={() => undo.run(item.id)}
            aria-label={t('imports.undoOf', { name: item.fileName })}
          >
            {t('imports.undo')}
          </Button>
        ) : null}
      </TableCell>
    </TableRow>
  );
}
