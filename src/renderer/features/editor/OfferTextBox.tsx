import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useId, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadDocument } from '../../../shared/domain/document';
import { maxDescriptionLength } from '../../../shared/domain/offer';
import { useClient } from '../../api/client-context';
import { uploadFile } from '../../api/files';
import { ErrorAlert } from '../../components/ErrorState';
import { useNotify } from '../../components/notices';

interface OfferTextBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Takes over what a document says; null where none can be handed over. */
  readonly onDocument: ((document: ReadDocument) => void) | null;
  /** For showing a passage. */
  readonly box: RefObject<HTMLTextAreaElement | null>;
}

/** The whole text of an offer, pasted, typed, or read out of a document that is dropped. It is text and nothing else. */
export function OfferTextBox({ label, value, onChange, onDocument, box }: OfferTextBoxProps) {
  const { t } = useTranslation();
  const hintId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const takesDocuments = onDocument !== null;
  const reading = useReadDocument((document) => onDocument?.(document));
  const isTooLong = value.length > maxDescriptionLength;
  return (
    <Box
      onDragOver={(event) => {
        if (!takesDocuments || ![...event.dataTransfer.types].includes('Files')) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        setIsOver(false);
        const file = event.dataTransfer.files[0];
        if (!file || !takesDocuments) return;
        event.preventDefault();
        reading.mutate(file);
      }}
      sx={{ display: 'flex', flexDirection: 'column', gap: 1, flex: 1, minHeight: 0 }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        <Typography variant="h2" component="label" htmlFor={`${hintId}-box`}>
          {label}
        </Typography>
        <Box sx={{ flex: 1 }} />
        {takesDocuments ? (
          <Button
            size="small"
            startIcon={<UploadIcon />}
            loading={reading.isPending}
            onClick={() => input.current?.click()}
          >
            {t('editor.openDocument')}
          </Button>
        ) : null}
      </Box>
      {reading.isPending ? (
        <LinearProgress aria-label={t('editor.readingDocument', { name: reading.variables.name })} />
      ) : null}
      {reading.error ? <ErrorAlert error={reading.error} /> : null}
      {isTooLong ? (
        <Alert severity="error" variant="outlined">
          {t('editor.tooLong', { limit: maxDescriptionLength })}
        </Alert>
      ) : null}
      <Box
        component="textarea"
        id={`${hintId}-box`}
        ref={box}
        value={value}
        aria-describedby={hintId}
        spellCheck
        placeholder={t('editor.textHint')}
        onChange={(event) => onChange(event.target.value)}
        sx={(theme) => ({
          flex: 1,
          minHeight: 180,
          width: '100%',
          resize: 'none',
          p: 1.5,
          font: 'inherit',
          fontSize: '0.9375rem',
          lineHeight: 1.6,
          color: 'text.primary',
          backgroundColor: isOver ? theme.palette.action.selected : theme.palette.background.paper,
          border: isOver ? '2px dashed' : '1px solid',
          borderColor: isOver ? 'primary.main' : 'text.secondary',
          borderRadius: 1,
          overflowWrap: 'anywhere',
          '&::placeholder': { color: theme.palette.text.secondary, opacity: 1 },
        })}
      />
      <Typography id={hintId} variant="caption" sx={{ color: 'text.secondary' }}>
        {isOver ? t('editor.dropNow') : t('editor.characters', { count: value.length })}
      </Typography>
      {takesDocuments ? (
        <input
          ref={input}
          type="file"
          accept=".txt,.docx,.pdf,.eml,text/plain,application/pdf"
          hidden
          aria-label={t('editor.openDocument')}
          onChange={(event) => {
            const file = event.target.files?.[0];
            // The same document may be chosen again after it was corrected.
            event.target.value = '';
            if (file) reading.mutate(file);
          }}
        />
      ) : null}
    </Box>
  );
}

/** Hands a document over and tells what was read of it. */
function useReadDocument(onDocument: (document: ReadDocument) => void) {
  const { t } = useTranslation();
  const client = useClient();
  const notify = useNotify();
  return useMutation({
    mutationFn: async (file: File) => {
      const { fileId } = await uploadFile(file);
      return await client.offers.readDocument({ fileId });
    },
    onSuccess: (document, { name }) => {
      onDocument(document);
      const { pages, isCut } = document;
      const isPart = pages !== null && pages.read < pages.total;
      notify({
        about: 'document',
        severity: isPart || isCut ? 'warning' : 'success',
        text: isPart
          ? t('editor.documentPages', { name, ...pages })
          : t(isCut ? 'editor.documentCut' : 'editor.documentRead', { name }),
      });
    },
  });
}
