import { FormControlLabel, InputAdornment, Switch, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../shared/contract/settings';
import { SettingRow, SettingsCard } from './SettingsCard';

/** Where the field begins when a person takes the threshold into their own hands. */
const firstOwnThreshold = 50;

interface MatchingCardProps {
  readonly settings: Settings;
}

/** From which score on a formation is proposed, and from which count on a percentage is shown. */
export function MatchingCard({ settings }: MatchingCardProps) {
  const { t } = useTranslation();
  const formerPoints = settings.matchThreshold === null ? null : Math.round(settings.matchThreshold * 100);
  const [isAutomatic, setIsAutomatic] = useState(formerPoints === null);
  const [points, setPoints] = useState(String(formerPoints ?? firstOwnThreshold));
  const [smallNumber, setSmallNumber] = useState(String(settings.smallNumber));
  const wantedPoints = readInteger(points, 0, 100);
  const wantedSmall = readInteger(smallNumber, 1, 100);
  const isValid = wantedSmall !== null && (isAutomatic || wantedPoints !== null);
  const threshold = isAutomatic ? null : wantedPoints;
  const isChanged = threshold !== formerPoints || wantedSmall !== settings.smallNumber;
  return (
    <SettingsCard
      title={t('settings.matching')}
      isChanged={isChanged}
      change={
        isValid ? { smallNumber: wantedSmall, matchThreshold: threshold === null ? null : threshold / 100 } : null
      }
    >
      <SettingRow label={t('settings.threshold')} hint={t('settings.thresholdHint')}>
        <FormControlLabel
          control={<Switch checked={isAutomatic} onChange={(_event, checked) => setIsAutomatic(checked)} />}
          label={t('settings.thresholdAutomatic')}
          slotProps={{ typography: { variant: 'body2' } }}
        />
        {isAutomatic ? null : (
          <TextField
            label={t('settings.thresholdValue')}
            value={points}
            onChange={(event) => setPoints(event.target.value)}
            error={wantedPoints === null}
            helperText={wantedPoints === null ? t('settings.invalidNumber', { min: 0, max: 100 }) : ' '}
            sx={{ width: 220, mt: 1.5 }}
            slotProps={{ htmlInput: { inputMode: 'numeric' } }}
          />
        )}
      </SettingRow>
      <SettingRow label={t('settings.smallNumber')} hint={t('settings.smallNumberHint')}>
        <TextField
          value={smallNumber}
          onChange={(event) => setSmallNumber(event.target.value)}
          error={wantedSmall === null}
          helperText={wantedSmall === null ? t('settings.invalidNumber', { min: 1, max: 100 }) : undefined}
          sx={{ width: 220 }}
          slotProps={{
            htmlInput: { 'aria-label': t('settings.smallNumber'), inputMode: 'numeric' },
            input: { endAdornment: <InputAdornment position="end">{t('settings.smallNumberUnit')}</InputAdornment> },
          }}
        />
      </SettingRow>
    </SettingsCard>
  );
}

function readInteger(text: string, min: number, max: number): number | null {
  const value = /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : null;
  return value !== null && value >= min && value <= max ? value : null;
}
