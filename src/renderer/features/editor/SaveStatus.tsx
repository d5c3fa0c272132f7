import DoneIcon from '@mui/icons-material/CloudDoneOutlined';
import FailedIcon from '@mui/icons-material/ErrorOutlined';
import WaitingIcon from '@mui/icons-material/Sync';
import { Box, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format';
import type { SaveState } from './use-autosave';

interface SaveStatusProps {
  readonly state: SaveState;
}

const wordOf = { conflict: 'failed', gone: 'failed' } as const;

/** Whether what was written is stored, and since when. */
export function SaveStatus({ state }: SaveStatusProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const word = state.kind === 'conflict' || state.kind === 'gone' ? wordOf[state.kind] : state.kind;
  const time = state.kind === 'saved' ? format.time(state.at) : '';
  const icon = {
    new: null,
    waiting: <WaitingIcon />,
    saving: <WaitingIcon />,
    saved: <DoneIcon />,
    failed: <FailedIcon />,
  };
  return (
    <Box
      role="status"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 0.75,
        color: word === 'failed' ? 'error.main' : 'text.secondary',
        '& svg': { fontSize: 18 },
      }}
    >
      {icon[word]}
      <Typography variant="body2">{t(`editor.saveStates.${word}`, { time })}</Typography>
    </Box>
  );
}
