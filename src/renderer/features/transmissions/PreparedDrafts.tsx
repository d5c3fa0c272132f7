import DoneIcon from '@mui/icons-material/CheckCircleOutlined';
import DraftIcon from '@mui/icons-material/DraftsOutlined';
import { Box, Button, Typography } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreparedDraft } from '../../../shared/contract/transmissions';
import type { FileId } from '../../../shared/domain/ids';
import { downloadFile } from '../../api/files';
import { useSayings } from './use-sayings';

interface PreparedDraftsProps {
  readonly drafts: readonly PreparedDraft[];
  /** Whether the application knows by now that these were sent. */
  readonly isSent: (draft: PreparedDraft) => boolean;
}

/** The drafts that were just made, and the question whether they were sent: nobody but a person knows. */
export function PreparedDrafts({ drafts, isSent }: PreparedDraftsProps) {
  const { t } = useTranslation();
  const { say } = useSayings();
  const [saying, setSaying] = useState<FileId | 'all' | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const waiting = drafts.filter((draft) => !isSent(draft));
  const sayAll = async (which: FileId | 'all', sent: readonly PreparedDraft[]): Promise<void> => {
    setSaying(which);
    await say(
      sent.flatMap(({ transmissionIds }) => transmissionIds),
      'sent',
    );
    setSaying(null);
  };
  return (
    <Box component="section" aria-labelledby="prepared-drafts" sx={{ display: 'grid', gap: 1.5 }}>
      <Typography
        id="prepared-drafts"
        variant="h3"
        ref={heading}
        tabIndex={-1}
        sx={{ '&:focus-visible': { outlineOffset: 4 } }}
      >
        {t('transmissions.prepared', { count: drafts.length })}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('transmissions.preparedHint', { count: drafts.length })}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {drafts.map((draft) => (
          <Box
            component="li"
            key={draft.fileId}
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              alignItems: 'center',
              gap: 1,
              py: 1,
              borderTop: 1,
              borderColor: 'divider',
            }}
          >
            {isSent(draft) ? (
              <DoneIcon aria-hidden sx={{ color: 'success.main' }} />
            ) : (
              <DraftIcon aria-hidden sx={{ color: 'text.secondary' }} />
            )}
            <Box sx={{ flex: '1 1 180px', minWidth: 0 }}>
              <Typography variant="body2" sx={{ fontWeight: 600 }}>
                {draft.managerName}
              </Typography>
              <Typography variant="caption" component="p" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
                {draft.fileName}
              </Typography>
            </Box>
            {isSent(draft) ? (
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {t('transmissions.isDone')}
              </Typography>
            ) : (
              <>
                <Button
                  size="small"
                  aria-label={t('transmissions.downloadAgainOf', { name: draft.fileName })}
                  onClick={() => downloadFile(draft.fileId)}
                >
                  {t('transmissions.downloadAgain')}
                </Button>
                {drafts.length > 1 ? (
                  <Button
                    size="small"
                    variant="outlined"
                    loading={saying === draft.fileId}
                    aria-label={t('transmissions.yesOneOf', { name: draft.managerName })}
                    onClick={() => void sayAll(draft.fileId, [draft])}
                  >
                    {t('transmissions.yesOne')}
                  </Button>
                ) : null}
              </>
            )}
          </Box>
        ))}
      </Box>
      {waiting.length > 0 ? (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
          <Typography variant="body2" sx={{ fontWeight: 650 }}>
            {t('transmissions.isSent', { count: waiting.length })}
          </Typography>
          <Button variant="contained" loading={saying === 'all'} onClick={() => void sayAll('all', waiting)}>
            {t(waiting.length > 1 ? 'transmissions.yesAll' : 'transmissions.yesOne')}
          </Button>
        </Box>
      ) : null}
    </Box>
  );
}
