import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A longer text is folded; the rest is one click away. */
const foldedLength = 2_400;

/** Among short facts, some lines are enough. */
const foldedFactLength = 280;

interface TextBlockProps {
  readonly text: string;
  /** It stands among short facts, and is as small as they are. */
  readonly isFact?: boolean;
}

/** Words as their author wrote them, line breaks included, and never read as HTML. */
export function TextBlock({ text, isFact = false }: TextBlockProps) {
  const { t } = useTranslation();
  const [isWhole, setIsWhole] = useState(false);
  const length = isFact ? foldedFactLength : foldedLength;
  const isLong = text.length > length;
  const shown = isLong && !isWhole ? `${text.slice(0, length).trimEnd()}…` : text;
  return (
    <>
      <Box
        sx={{
          whiteSpace: 'pre-line',
          overflowWrap: 'anywhere',
          ...(isFact ? {} : { fontSize: '0.9375rem', lineHeight: 1.6 }),
          maxWidth: '72ch',
        }}
      >
        {shown}
      </Box>
      {isLong ? (
        <Button
          size="small"
          sx={isFact ? { ml: -0.75 } : { mt: 1 }}
          onClick={() => setIsWhole(!isWhole)}
          aria-expanded={isWhole}
        >
          {isWhole ? t('common.showLess') : t('common.showAll')}
        </Button>
      ) : null}
    </>
  );
}
