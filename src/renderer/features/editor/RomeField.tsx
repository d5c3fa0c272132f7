import { Box, Button, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { isRomeCode } from '../../../shared/domain/cells/parse-list';
import type { OfferForm } from '../../../shared/domain/offer-form';
import type { OfferReading } from '../../../shared/domain/reading/reading';
import { useFormat } from '../../i18n/use-format';
import { WordedField } from './WordedField';

interface RomeFieldProps {
  readonly form: OfferForm;
  readonly onChange: (change: Partial<OfferForm>) => void;
  readonly occupations: OfferReading['occupations'];
}

/** The ROME code of the offer; the likeliest ones are proposed, and a person chooses. */
export function RomeField({ form, onChange, occupations }: RomeFieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const chosen = occupations.find(({ code, nearest }) => code === form.romeCode || nearest.code === form.romeCode);
  const proposed = t(occupations.length > 1 ? 'editor.proposedSeveral' : 'editor.proposed');
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <WordedField
        label={t('editor.romeCode')}
        hint=""
        value={form.romeCode}
        write={(code) => code}
        read={readRomeCode}
        understood={() => (chosen ? (chosen.nearest.code === form.romeCode ? chosen.nearest.label : chosen.label) : '')}
        wrong={t('editor.romeWrong')}
        onChange={(romeCode) => onChange({ romeCode })}
      />
      {form.romeCode === null && occupations.length > 0 ? (
        <Box
          role="group"
          aria-label={`${t('editor.romeCode')}, ${proposed}`}
          sx={{
            border: '1px dashed',
            borderColor: 'primary.main',
            borderRadius: 1,
            backgroundColor: 'action.hover',
            px: 0.5,
            py: 0.25,
          }}
        >
          <Typography variant="caption" sx={{ color: 'text.secondary', px: 0.5, fontSize: '0.75rem' }}>
            {proposed}
          </Typography>
          {occupations.map(({ nearest, part }) => (
            <Button
              key={nearest.code}
              size="small"
              onClick={() => onChange({ romeCode: nearest.code })}
              sx={{
                justifyContent: 'flex-start',
                textAlign: 'left',
                width: '100%',
                fontStyle: 'italic',
                fontWeight: 500,
                lineHeight: 1.3,
                px: 0.5,
              }}
            >
              {t('editor.occupationShare', { ...nearest, share: format.score(part) })}
            </Button>
          ))}
        </Box>
      ) : null}
    </Box>
  );
}

function readRomeCode(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  return isRomeCode(code) ? code : undefined;
}
