import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import { Box, Button, LinearProgress, Typography } from '@mui/material';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { droppedEntries } from './chosen-files';

interface DropZoneProps {
  /** The name of the file on its way, null when none is. */
  readonly uploadingName: string | null;
  readonly onFiles: (files: readonly File[]) => void;
  /** What was dropped, among it folders. */
  readonly onDropped: (entries: readonly FileSystemEntry[]) => void;
}

/** A place to drop a file or a folder of pages, with a button that does the same for everyone else. */
export function DropZone({ uploadingName, onFiles, onDropped }: DropZoneProps) {
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
        const entries = droppedEntries(event.dataTransfer);
        if (entries.length > 0) onDropped(entries);
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
        multiple
        accept=".csv,.json,.smartrecruiting,.txt,.tsv,.xlsx,text/csv,text/plain,application/json,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        hidden
        aria-label={t('imports.chooseFile')}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file may be chosen again after it was corrected.
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </Box>
  );
}
