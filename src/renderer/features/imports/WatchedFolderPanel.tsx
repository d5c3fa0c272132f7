import { Alert, Box, Button, Link as TextLink, Paper, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { WaitingFile } from '../../../shared/contract/watched-folder';
import { AppError } from '../../../shared/domain/app-error';
import { useAction, useCall } from '../../api/use-call';
import { ErrorAlert } from '../../components/ErrorState';
import { errorText } from '../../i18n/error-text';
import { useFormat } from '../../i18n/use-format';

/** More names say no more. */
const namedSubfolders = 5;

/** The files of the watched folder that wait, and why; nothing where no folder is watched. */
export function WatchedFolderPanel() {
  const { t } = useTranslation();
  const { data: state } = useCall('watchedFolder', 'state', {});
  if (!state || state.folder === null) return null;
  const { folder, isReachable, waiting, subfolders } = state;
  return (
    <Box component="section" aria-labelledby="watched-folder" sx={{ mt: 4 }}>
      <Typography id="watched-folder" variant="h6" component="h2">
        {t('watchedFolder.title')}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5, overflowWrap: 'anywhere' }}>
        {folder} ·{' '}
        {waiting.length === 0 ? t('watchedFolder.none') : t('watchedFolder.waiting', { count: waiting.length })} ·{' '}
        <TextLink component={Link} to="/settings">
          {t('watchedFolder.settings')}
        </TextLink>
      </Typography>
      {isReachable ? null : (
        <Alert severity="warning" variant="outlined" sx={{ mb: 1.5 }}>
          {t('watchedFolder.away', { folder })}
        </Alert>
      )}
      {subfolders.length === 0 ? null : (
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5, overflowWrap: 'anywhere' }}>
          {t('watchedFolder.subfolders', {
            count: subfolders.length,
            names: subfolders.slice(0, namedSubfolders).join(', '),
            more: subfolders.length > namedSubfolders ? '…' : '',
          })}
        </Typography>
      )}
      {waiting.length === 0 ? null : (
        <Paper variant="outlined" component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {waiting.map((file) => (
            <WaitingItem key={file.name} file={file} />
          ))}
        </Paper>
      )}
    </Box>
  );
}

interface WaitingItemProps {
  readonly file: WaitingFile;
}

/** For a person to decide; the others go on by themselves. */
const asksForPerson: readonly WaitingFile['reason'][] = [
  'unknown-header',
  'several-kinds',
  'doubtful',
  'package',
  'not-imported',
];

function WaitingItem({ file: { name, sizeBytes, reason, failure } }: WaitingItemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const open = useAction('watchedFolder', 'open');
  const failed = failure && errorText(t, AppError.fromWire(failure));
  return (
    <Box
      component="li"
      sx={{
        ...{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 56, px: 2, py: 1 },
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="body2" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {name} · {format.size(sizeBytes)}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t(`watchedFolder.reasons.${reason}`)}
          {failed ? ` ${failed.what}` : ''}
        </Typography>
        {open.error ? <ErrorAlert error={open.error} /> : null}
      </Box>
      {asksForPerson.includes(reason) ? (
        <Button
          variant="outlined"
          size="small"
          loading={open.isPending}
          aria-label={t('watchedFolder.checkNamed', { name })}
          onClick={() =>
            open.mutate(
              { name },
              {
                onSuccess: ({ fileId, isPackage }) =>
                  void navigate(`/imports/new?${isPackage ? 'package' : 'file'}=${fileId}`),
              },
            )
          }
          sx={{ flexShrink: 0 }}
        >
          {t('watchedFolder.check')}
        </Button>
      ) : null}
    </Box>
  );
}
