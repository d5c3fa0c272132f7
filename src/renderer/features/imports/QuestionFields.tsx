import { MenuItem, TextField } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { askedContracts, askedDays, type ServiceQuestion } from '../../../shared/domain/service-question';

interface QuestionFieldsProps {
  readonly question: ServiceQuestion;
  readonly isDisabled: boolean;
  readonly onChange: (question: ServiceQuestion) => void;
}

/** What a service is asked for. */
export function QuestionFields({ question, isDisabled, onChange }: QuestionFieldsProps) {
  const { t } = useTranslation();
  const htmlInput = { maxLength: 100 };
  const shown = { inputLabel: { shrink: true }, select: { displayEmpty: true } } as const;
  return (
    <>
      <TextField
        label={t('connectors.words')}
        helperText={t('connectors.wordsHint')}
        value={question.words}
        disabled={isDisabled}
        onChange={({ target }) => onChange({ ...question, words: target.value })}
        slotProps={{ htmlInput }}
        sx={{ flex: '2 1 180px' }}
      />
      <TextField
        label={t('connectors.place')}
        helperText={t('connectors.placeHint')}
        value={question.place}
        disabled={isDisabled}
        onChange={({ target }) => onChange({ ...question, place: target.value })}
        slotProps={{ htmlInput }}
        sx={{ flex: '1 1 170px' }}
      />
      <TextField
        select
        label={t('connectors.contract')}
        value={question.contract ?? ''}
        disabled={isDisabled}
        onChange={({ target }) =>
          onChange({ ...question, contract: askedContracts.find((each) => each === target.value) ?? null })
        }
        slotProps={shown}
        sx={{ width: 130 }}
      >
        <MenuItem value="">{t('connectors.anyContract')}</MenuItem>
        {askedContracts.map((each) => (
          <MenuItem key={each} value={each}>
            {t(`connectors.contracts.${each}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={t('connectors.days')}
        value={question.days ?? ''}
        disabled={isDisabled}
        onChange={({ target }) =>
          onChange({ ...question, days: askedDays.find((each) => String(each) === String(target.value)) ?? null })
        }
        slotProps={shown}
        sx={{ width: 150 }}
      >
        <MenuItem value="">{t('connectors.anyDays')}</MenuItem>
        {askedDays.map((each) => (
          <MenuItem key={each} value={each}>
            {t('connectors.lastDays', { count: each })}
          </MenuItem>
        ))}
      </TextField>
    </>
  );
}
