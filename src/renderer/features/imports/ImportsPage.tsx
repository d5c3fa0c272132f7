import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import { Box, Button, Link as TextLink, Paper, TableCell, TableRow, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { importRowStates, type Import } from '../../../shared/domain/import';
import { useCall } from '../../api/use-call';
import { EmptyState } from '../../components/EmptyState';
import { HeadedTable, type Heading } from '../../components/HeadedTable';
import { ImportStateChip } from '../../components/ImportStateChip';
import { PagedRows } from '../../components/PagedRows';
import { PageHeader } from '../../components/PageHeader';
import { usePageAddress } from '../../components/page-address';
import { UndoImportButton } from '../../components/UndoImportButton';
import { useFormat } from '../../i18n/use-format';
import { packageAddress } from './import-address';
import { GoBackButton, WentBack } from './GoBackButton';
import { ProfileList } from './ProfileList';
import { WatchedFolderPanel } from './WatchedFolderPanel';

const pageSize = 25;

/** Every file taken in, each with its report and the way to take it back. */
export function ImportsPage() {
  const { t } = useTranslation();
  const [page, setPage] = usePageAddress();
  const answer = useCall('imports', 'list', { page, pageSize }, { keepPrevious: true });
  const { data: wentBack } = useCall('imports', 'lastGoBack', {});
  const total = answer.data?.total;
  const newImport = (
    <Button variant="contained" component={Link} to="/imports/new">
      {t('imports.newImport')}
    </Button>
  );
  const headings: readonly Heading[] = [
    ...(['fileName', 'kind', 'createdAt', 'state'] as const).map((name) => ({ label: t(`imports.columns.${name}`) })),
    { label: t('imports.columns.read'), align: 'right' },
    ...importRowStates.map((state) => ({ label: t(`imports.rowStates.${state}`), align: 'right' as const })),
    { label: t('imports.columns.actions'), align: 'right' },
  ];
  return (
    <Box sx={{ maxWidth: 1240, mx: 'auto', px: 3, pt: 2, pb: 4 }}>
      <PageHeader
        title={t('imports.title')}
        count={total === undefined ? undefined : t('imports.count', { count: total })}
        actions={
          total === 0 ? null : (
            <>
              <GoBackButton />
              {newImport}
            </>
          )
        }
      />
      {wentBack ? <WentBack {...wentBack} /> : null}
      <Paper variant="outlined" sx={{ mt: 1.5 }}>
        <PagedRows
          answer={answer}
          page={page}
          pageSize={pageSize}
          onPage={setPage}
          heightPx={280}
          empty={
            <EmptyState
              icon={<UploadIcon />}
              title={t('imports.emptyTitle')}
              text={t('imports.emptyText')}
              action={newImport}
            />
          }
        >
          {(rows) => (
            <HeadedTable label={t('imports.listLabel')} headings={headings} sx={{ '& th, & td': { px: 1.25 } }}>
              {rows.map((item) => (
                <ImportLine key={item.id} item={item} />
              ))}
            </HeadedTable>
          )}
        </PagedRows>
      </Paper>
      <WatchedFolderPanel />
      <ProfileList />
    </Box>
  );
}

interface ImportLineProps {
  readonly item: Import;
}

function ImportLine({ item }: ImportLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const whole = packageAddress(item);
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
        {whole !== null ? (
          <Typography variant="caption" component="p">
            <TextLink component={Link} to={whole}>
              {t('packages.partOf', {
                university: item.packageOrigin?.university || t('packages.unknownUniversity'),
              })}
            </TextLink>
          </Typography>
        ) : null}
        {item.isWatched || item.rereadOf !== null ? (
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
            {t(item.isWatched ? 'watchedFolder.byFolder' : 'rereading.isReread')}
          </Typography>
        ) : null}
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
        <UndoImportButton item={item} size="small" />
      </TableCell>
    </TableRow>
  );
}
