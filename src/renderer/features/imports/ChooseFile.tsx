import { Box, FormControlLabel, FormLabel, Paper, Radio, RadioGroup, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileId } from '../../../shared/domain/ids';
import { importKindSchema, importKinds, type ImportKind } from '../../../shared/domain/import';
import { packageEnding } from '../../../shared/domain/package';
import { uploadFile } from '../../api/files';
import { ErrorAlert } from '../../components/ErrorState';
import { AskService } from './AskService';
import { filesOf, takenTogether } from './chosen-files';
import { DropZone } from './DropZone';

interface ChooseFileProps {
  /** Null leaves it to the columns. */
  readonly kind: ImportKind | null;
  readonly onKind: (kind: ImportKind | null) => void;
  readonly onFile: (fileId: FileId) => void;
  readonly onFiles: (fileIds: readonly FileId[]) => void;
  readonly onPackage: (fileId: FileId) => void;
}

/** What a person chose, or dropped. */
interface Chosen {
  readonly files: readonly File[] | null;
  readonly entries: readonly FileSystemEntry[];
}

/** What can be said of a file before it is seen; the first is to find out. */
const choices = ['recognised', ...importKinds] as const;

/** The first step: the file, and what it holds where a person wants to say so. */
export function ChooseFile({ kind, onKind, onFile, onFiles, onPackage }: ChooseFileProps) {
  const { t } = useTranslation();
  const labelId = useId();
  // The choice is shown at once; the address follows.
  const [chosen, setChosen] = useState<(typeof choices)[number]>(kind ?? 'recognised');
  const upload = useMutation({
    mutationFn: async (chosen: Chosen) => {
      const files = chosen.files ?? (await filesOf(chosen.entries));
      const taken = await takenTogether(files, (count) => t('importFiles.joined', { count }));
      const uploaded: { readonly fileId: FileId; readonly name: string }[] = [];
      for (const file of taken) uploaded.push({ ...(await uploadFile(file)), name: file.name });
      return uploaded;
    },
    onSuccess: (uploaded) => {
      const [first, second] = uploaded;
      if (second) onFiles(uploaded.map(({ fileId }) => fileId));
      else if (first) (first.name.toLowerCase().endsWith(packageEnding) ? onPackage : onFile)(first.fileId);
    },
  });
  const uploading = upload.isPending ? (upload.variables.files ?? upload.variables.entries)[0]?.name : undefined;
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Box>
        <FormLabel id={labelId} sx={{ fontWeight: 600, color: 'text.primary' }}>
          {t('imports.chooseKind')}
        </FormLabel>
        <RadioGroup
          aria-labelledby={labelId}
          value={chosen}
          onChange={(_event, value) => {
            const said = importKindSchema.safeParse(value).data ?? null;
            setChosen(said ?? 'recognised');
            onKind(said);
          }}
          sx={{ display: 'grid', gridTemplateColumns: 'repeat(4, minmax(0, 1fr))', gap: 1.5, mt: 1 }}
        >
          {choices.map((each) => (
            <Paper
              key={each}
              variant="outlined"
              sx={{
                ...(each === chosen
                  ? { borderColor: 'primary.main', boxShadow: 'inset 0 0 0 1px currentColor', color: 'primary.main' }
                  : {}),
                '& .MuiFormControlLabel-label': { color: 'text.primary' },
              }}
            >
              <FormControlLabel
                value={each}
                control={<Radio size="small" />}
                sx={{ m: 0, p: 1.5, width: '100%', height: '100%', alignItems: 'flex-start', gap: 0.5 }}
                label={
                  <>
                    <Typography component="span" sx={{ fontWeight: 600, display: 'block', lineHeight: '38px' }}>
                      {each === 'recognised' ? t('imports.recognised') : t(`imports.kinds.${each}`)}
                    </Typography>
                    <Typography component="span" variant="caption" sx={{ color: 'text.secondary', display: 'block' }}>
                      {each === 'recognised' ? t('imports.recognisedHint') : t(`imports.kindHints.${each}`)}
                    </Typography>
                  </>
                }
              />
            </Paper>
          ))}
        </RadioGroup>
      </Box>
      <DropZone
        uploadingName={uploading ?? null}
        onFiles={(files) => upload.mutate({ files, entries: [] })}
        onDropped={(entries) => upload.mutate({ files: null, entries })}
      />
      {upload.error ? <ErrorAlert error={upload.error} /> : null}
      {chosen === 'offers' || chosen === 'recognised' ? <AskService onFile={onFile} /> : null}
    </Box>
  );
}
