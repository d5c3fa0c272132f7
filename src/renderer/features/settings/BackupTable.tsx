import { Box, Button, TableCell, TableRow } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup, BackupState } from '../../../shared/contract/backups';
import { HeadedTable } from '../../components/HeadedTable';
import { useFormat } from '../../i18n/use-format';
import { RestoreDialog } from './RestoreDialog';

interface BackupTableProps {
  readonly state: BackupState;
}

/** The backups, each of which can take the database's place at the next start. */
export function BackupTable({ state: { rows, requested, folder: folderOfNow } }: BackupTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, setChosen] = useState<Backup | null>(null);
  return (
    <Box>
      {chosen ? <RestoreDialog backup={chosen} onClose={() => setChosen(null)} /> : null}
      <HeadedTable
        label={t('backups.list')}
        size="small"
        stickyHeader
        container={{ sx: { maxHeight: 320 }, tabIndex: 0, role: 'group', 'aria-label': t('backups.list') }}
        headings={[
          { label: t('backups.columns.at'), isNoWrap: true },
          { label: t('backups.columns.reason') },
          { label: t('backups.columns.size'), align: 'right', isNoWrap: true },
          { label: t('backups.columns.action'), isHidden: true },
        ]}
      >
        {rows.map((backup) => {
          const { name, at, reason, sizeBytes, folder, isOwn, isFormer, isEncrypted } = backup;
          return (
            <TableRow key={name} selected={name === requested}>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.dateTime(at)}</TableCell>
              <TableCell>
                {[
                  t(`backups.reasons.${reason}`),
                  ...(isOwn ? [] : [t(isFormer ? 'backups.former' : 'backups.other')]),
                  ...(isEncrypted ? [t('backups.encrypted')] : []),
                  ...(folder === folderOfNow ? [] : [t('backups.inDataFolder')]),
                ].join(' · ')}
              </TableCell>
              <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
                {format.size(sizeBytes)}
              </TableCell>
              <TableCell align="right">
                <Button
                  size="small"
                  disabled={name === requested}
                  onClick={() => setChosen(backup)}
                  aria-label={t('backups.restoreOf', { date: format.dateTime(at) })}
                >
                  {t('backups.restore')}
                </Button>
              </TableCell>
            </TableRow>
          );
        })}
      </HeadedTable>
    </Box>
  );
}
