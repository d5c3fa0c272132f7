import { Alert, Button, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { FoundOffers } from '../../../shared/contract/search';

interface FoundRemarksProps {
  readonly found: FoundOffers;
  readonly hasText: boolean;
  /** Null where the text is nobody's to change here. */
  readonly onSuggestion: ((text: string) => void) | null;
  /** Shows each of the offers that are copies of one; null where each says it of itself. */
  readonly onEveryCopy: (() => void) | null;
}

/** What has to be known of an answer: what was probably meant, that not every word was found, that more is to come. */
export function FoundRemarks({ found, hasText, onSuggestion, onEveryCopy }: FoundRemarksProps) {
  const { t } = useTranslation();
  const { suggestion, words, total, isComplete, isOnlyNear } = found;
  const isLoose = hasText && suggestion === null && words === 'some-words' && total > 0 && !isOnlyNear;
  return (
    <>
      {suggestion === null || onSuggestion === null ? null : (
        <Alert
          severity="info"
          variant="outlined"
          action={
            <Button color="inherit" size="small" onClick={() => onSuggestion(suggestion)}>
              {t('search.takeSuggestion')}
            </Button>
          }
        >
          {t(words === 'every-word' ? 'search.rareWord' : 'search.suggestion', { text: suggestion.trim() })}
        </Alert>
      )}
      {isLoose ? (
        <Alert severity="info" variant="outlined">
          {t('search.someWords')}
        </Alert>
      ) : null}
      {onEveryCopy !== null && found.rows.some(({ copies }) => copies !== null) ? (
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
          {t('search.grouped')}
          <Button size="small" onClick={onEveryCopy}>
            {t('search.everyCopy')}
          </Button>
        </Typography>
      ) : null}
      {isComplete ? null : (
        <Alert severity="info" variant="outlined">
          {t('search.incomplete')}
        </Alert>
      )}
    </>
  );
}
