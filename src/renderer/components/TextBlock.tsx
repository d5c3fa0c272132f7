import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A longer text is folded; the rest is one click away. */
const foldedLength = 2_400;

interface TextBlockProps {
  readonly text: string;
}

/** Words as their author wrote them, line breaks included, and never read as HTML. */
export function TextBlock({ text }: TextBlockProps) {
  const { t } = useTranslation();
  const [isWhole, setIsWhole] = useState(false);
  const isLong = text.length > foldedLength;
  const shown = isLong && !isWhole ? `${text.slice(0, foldedLength).trimEnd()}…` : text;
  return (
    <>
      <Box
        sx={{
          whiteSpace: 'pre-line',
          overflowWrap: 'anywhere',
          fontSize: '0.9375rem',
          lineHeight: 1.6,
          maxWidth: '72ch',
        }}
      >
        {shown}
      </Box>
      {isLong ? (
        <Button size="small" sx={{ mt: 1 }} onClick={() => setIsWhole(!isWhole)} aria-expanded={isWhole}>
          {isWhole ? t('common.showLess') : t('common.showAll')}
        </Button>
      ) : null}
    </>
  );
}
