import CheckIcon from '@mui/icons-material/Check';
import CloseIcon from '@mui/icons-material/Close';
import { Box, IconButton, Tooltip, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';

interface ProposalRowProps {
  /** The field that it is about. */
  readonly label: string;
  readonly value: string;
  /** Stands beside “proposed, to be confirmed”. */
  readonly note?: string;
  readonly onAccept: () => void;
  readonly onDismiss: () => void;
}

/** A value that the text suggests: dashed and in italics, so that nobody takes it for one that was given. */
export function ProposalRow({ label, value, note, onAccept, onDismiss }: ProposalRowProps) {
  const { t } = useTranslation();
  return (
    <Box
      role="group"
      aria-label={t('editor.proposedValue', { label, value })}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 0.5,
        pl: 1,
        border: '1px dashed',
        borderColor: 'primary.main',
        borderRadius: 1,
        backgroundColor: 'action.hover',
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0, py: 0.25 }}>
        <Typography variant="body2" sx={{ fontStyle: 'italic', overflowWrap: 'anywhere', lineHeight: 1.3 }}>
          {value}
        </Typography>
        <Typography variant="caption" sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>
          {note === undefined ? t('editor.proposed') : `${t('editor.proposed')} · ${note}`}
        </Typography>
      </Box>
      <Tooltip title={t('editor.accept')}>
        <IconButton size="small" color="primary" aria-label={t('editor.acceptOf', { label, value })} onClick={onAccept}>
          <CheckIcon fontSize="small" />
        </IconButton>
      </Tooltip>
      <Tooltip title={t('editor.dismiss')}>
        <IconButton size="small" aria-label={t('editor.dismissOf', { label })} onClick={onDismiss}>
          <CloseIcon fontSize="small" />
        </IconButton>
      </Tooltip>
    </Box>
  );
}
