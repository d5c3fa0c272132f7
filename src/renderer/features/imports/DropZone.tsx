import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import { Box, Button, LinearProgress, Typography } from '@mui/material';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface DropZoneProps {
  /** The name of the file on its way, null when none is. */
  readonly uploadingName: string | null;
  readonly onFile: (file: File) => void;
}

/** A place to drop a file, with a button that does the same for everyone else. */
export function DropZone({ uploadingName, onFile }: DropZoneProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  return (
    <Box
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        const file = event.dataTransfer.files[0];
        if (file) onFile(file);
      }}
      sx={{
        border: '2px dashed',
        borderColor: isOver ? 'primary.main' : 'divider',
        borderRadius: 2,
        backgroundColor: isOver ? 'action.selected' : 'background.paper',
        px: 3,
        py: 6,
        textAlign: 'center',
      }}
    >
      <UploadIcon aria-hidden sx={{ fontSize: 40, color: 'primary.main', mb: 1 }} />
      <Typography variant="h2" component="p" sx={{ mb: 0.5 }}>
        {isOver ? t('imports.dropNow') : t('imports.dropHere')}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2.5, maxWidth: '64ch', mx: 'auto' }}>
        {t('imports.dropHint')}
      </Typography>
      {uploadingName === null ? (
        <Button variant="contained" onClick={() => input.current?.click()}>
          {t('imports.chooseFile')}
        </Button>
      ) : (
        <Box role="status" sx={{ maxWidth: 360, mx: 'auto' }}>
          <Typography variant="body2" sx={{ mb: 1 }}>
            {t('imports.uploading', { name: uploadingName })}
          </Typography>
          <LinearProgress aria-label={t('imports.uploading', { name: uploadingName })} />
        </Box>
      )}
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,.tsv,.xlsx,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        hidden
        aria-label={t('imports.chooseFile')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file may be chosen again after it was corrected.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </Box>
  );
}
