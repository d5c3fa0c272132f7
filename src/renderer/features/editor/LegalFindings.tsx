import { Alert, Box, Button, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { LegalFinding, LegalPlace } from '../../../shared/domain/legal/legal-finding';
import { useFormat, type Format } from '../../i18n/use-format';
import type { Translate } from '../../i18n/translate';

interface LegalFindingsProps {
  readonly findings: readonly LegalFinding[];
  /** Shows a passage in the text. */
  readonly onShow: (place: LegalPlace) => void;
}

/** What the law has to say of the offer, each with its article and a better wording. It forbids nothing. */
export function LegalFindings({ findings, onShow }: LegalFindingsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {findings.map((finding, index) => {
        const { code, severity, articles, place } = finding;
        const values = wordsOf(finding, t, format);
        return (
          <Alert
            key={`${code}-${place?.start ?? ''}-${index}`}
            severity={severity === 'warning' ? 'warning' : 'info'}
            variant="outlined"
            // What is said changes with every pause of who writes: the count is read out instead.
            role="group"
            aria-label={`${t(`editor.severities.${severity}`)} : ${t(`editor.rules.${code}.title`)}`}
            sx={{ py: 0.25, '& .MuiAlert-message': { width: '100%' } }}
          >
            <Typography variant="body2" sx={{ fontWeight: 600 }}>
              {t(`editor.rules.${code}.title`)}
            </Typography>
            <Typography variant="body2">
              {t(`editor.rules.${code}.text`, values)} {t(`editor.rules.${code}.proposal`, values)}
            </Typography>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, alignItems: 'center' }}>
              {place ? (
                <Typography variant="caption">{t('editor.found', { words: finding.values['words'] ?? '' })}</Typography>
              ) : null}
              <Typography variant="caption" sx={{ color: 'text.secondary' }}>
                {articles
                  .map((article) => t(`editor.articles.${article.code}`, { number: article.number }))
                  .join(' ; ')}
              </Typography>
              {place ? (
                <Button size="small" onClick={() => onShow(place)}>
                  {t('editor.showPlace')}
                </Button>
              ) : null}
            </Box>
          </Alert>
        );
      })}
      {findings.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('editor.legalNone')}
        </Typography>
      ) : (
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {t('editor.legalHint')}
        </Typography>
      )}
    </Box>
  );
}

/** Everything that a sentence of the law can be filled with. */
type Words = Partial<
  Record<'words' | 'language' | 'hours' | 'limit' | 'floor' | 'paid' | 'earliest' | 'formerEnd' | 'places', string>
>;

const namedLanguages = ['en', 'de', 'es', 'it', 'pt', 'nl'] as const;

/** The values of a sentence as a person writes them: amounts in euros, days, names of languages. */
function wordsOf({ values }: LegalFinding, t: Translate, format: Format): Words {
  const entries = Object.entries(values).map(([name, value]): [string, string] => {
    if (name === 'floor' || name === 'paid') return [name, format.euros(Number(value))];
    if (name === 'earliest' || name === 'formerEnd') return [name, format.date(String(value))];
    if (name === 'language') {
      const known = namedLanguages.find((language) => language === value);
      return [name, known ? t(`editor.languages.${known}`) : t('editor.otherLanguage')];
    }
    return [name, typeof value === 'number' ? format.number(value) : value];
  });
  return Object.fromEntries(entries);
}
