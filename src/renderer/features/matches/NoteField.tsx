import { Box, Button, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { maxNoteLength } from '../../../shared/domain/decision';

interface NoteFieldProps {
  readonly title: string;
  readonly note: string;
  readonly onSave: (note: string) => void;
  readonly onClose: () => void;
}

/** The note of a decided formation, being written. Enter keeps it, Escape leaves it as it was. */
export function NoteField({ title, note, onSave, onClose }: NoteFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(note);
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(text);
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // The panel would close with it.
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
      sx={{ display: 'flex', gap: 1, mt: 0.75, alignItems: 'flex-start' }}
    >
      <TextField
        autoFocus
        fullWidth
        size="small"
        label={t('decisions.noteLabel')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        slotProps={{ htmlInput: { maxLength: maxNoteLength, 'aria-label': t('decisions.noteOf', { title }) } }}
      />
      <Button type="submit" variant="outlined" size="small" sx={{ minHeight: 36, flexShrink: 0 }}>
        {t('decisions.noteSave')}
      </Button>
    </Box>
  );
}
