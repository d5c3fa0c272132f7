import { Alert, Box, Button, FormControlLabel, Paper, Skeleton, Switch, TextField, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceState } from '../../../shared/contract/connectors';
import { useAction, useCall } from '../../api/use-call';
import { ErrorAlert } from '../../components/ErrorState';
import { useNotify } from '../../components/notices';
import { useFormat } from '../../i18n/use-format';
import { SettingRow } from './SettingsCard';

/** Which services may be asked for offers, and with which keys; none unless somebody switches one on. */
export function ConnectorsCard() {
  const { t } = useTranslation();
  const headingId = useId();
  const { data: state, error } = useCall('connectors', 'state', {});
  return (
    <Paper variant="outlined" component="section" aria-labelledby={headingId} sx={{ p: 2.5 }}>
      <Typography variant="h2" id={headingId} sx={{ mb: 1 }}>
        {t('connectors.title')}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
        {t('connectors.intro')}
      </Typography>
      {error && !state ? <ErrorAlert error={error} /> : null}
      {!state && !error ? <Skeleton variant="rounded" height={96} /> : null}
      {state?.damagedFile ? (
        <Alert severity="warning" variant="outlined" sx={{ mb: 2 }}>
          {t('connectors.damagedFile', { file: state.damagedFile })}
        </Alert>
      ) : null}
      {state?.isAllowed === false ? (
        <Alert severity="info" variant="outlined">
          {t('connectors.forbidden')}
        </Alert>
      ) : null}
      {state?.isAllowed ? (
        <Box sx={{ display: 'grid', gap: 2.5 }}>
          {state.services.map((service) => (
            <ServiceSettings key={service.service} state={service} />
          ))}
        </Box>
      ) : null}
    </Paper>
  );
}

interface ServiceSettingsProps {
  readonly state: ServiceState;
}

function ServiceSettings({ state: { service, isOn, keys, askedToday, dailyLimit } }: ServiceSettingsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const turn = useAction('connectors', 'turn');
  const name = t(`importFiles.services.${service}`);
  return (
    <Box
      component="section"
      aria-label={name}
      sx={{ display: 'grid', gap: 2, borderTop: 1, borderColor: 'divider', pt: 2 }}
    >
      <SettingRow label={name} hint={t('connectors.turnOnHint')}>
        <FormControlLabel
          control={
            <Switch
              checked={isOn}
              disabled={turn.isPending}
              onChange={(_event, checked) => {
                const text = t(checked ? 'connectors.turnedOn' : 'connectors.turnedOff', { service: name });
                turn.mutate({ service, isOn: checked }, { onSuccess: () => notify({ severity: 'success', text }) });
              }}
            />
          }
          label={t('connectors.turnOn', { service: name })}
          slotProps={{ typography: { variant: 'body2' } }}
        />
        {turn.error ? <ErrorAlert error={turn.error} /> : null}
      </SettingRow>
      {isOn ? (
        <>
          <KeysForm service={service} keys={keys} name={name} />
          <SettingRow label={t('connectors.asked')}>
            <Typography variant="body2" sx={{ pt: 0.75 }}>
              {t('connectors.askedToday', { count: askedToday, limit: format.number(dailyLimit) })}
            </Typography>
          </SettingRow>
          <SettingRow label={t('connectors.mention')}>
            <Typography variant="body2" sx={{ pt: 0.75 }}>
              {t(`connectors.mentions.${service}`)}
            </Typography>
          </SettingRow>
        </>
      ) : null}
    </Box>
  );
}

interface KeysFormProps extends Pick<ServiceState, 'service' | 'keys'> {
  readonly name: string;
}

/** The two keys of a service: they go in and are never shown again. */
function KeysForm({ service, keys, name }: KeysFormProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const save = useAction('connectors', 'setKeys');
  const forget = useAction('connectors', 'forgetKeys');
  const [id, setId] = useState('');
  const [secret, setSecret] = useState('');
  const isComplete = id.trim() !== '' && secret.trim() !== '';
  const htmlInput = { maxLength: 300, spellCheck: false, autoComplete: 'off' } as const;
  return (
    <SettingRow label={t('connectors.keys')} hint={t(`connectors.keysHint.${service}`)}>
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isComplete) return;
          const onSuccess = (): void => {
            setId('');
            setSecret('');
            notify({ severity: 'success', text: t('connectors.keysSaved', { service: name }) });
          };
          save.mutate({ service, id, secret }, { onSuccess });
        }}
        sx={{ display: 'grid', gap: 1.5 }}
      >
        <Typography variant="body2" sx={{ pt: 0.75 }}>
          {t(`connectors.keysWhere.${keys}`)}
        </Typography>
        <TextField
          label={t(`connectors.keyNames.${service}.id`)}
          value={id}
          onChange={(event) => setId(event.target.value)}
          slotProps={{ htmlInput }}
        />
        <TextField
          label={t(`connectors.keyNames.${service}.secret`)}
          value={secret}
          type="password"
          onChange={(event) => setSecret(event.target.value)}
          slotProps={{ htmlInput: { ...htmlInput, autoComplete: 'new-password' } }}
        />
        {(save.error ?? forget.error) ? <ErrorAlert error={save.error ?? forget.error} /> : null}
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button type="submit" variant="outlined" disabled={!isComplete} loading={save.isPending}>
            {t('connectors.saveKeys')}
          </Button>
          {keys === 'none' ? null : (
            <Button
              loading={forget.isPending}
              onClick={() => {
                const text = t('connectors.keysForgotten', { service: name });
                forget.mutate({ service }, { onSuccess: () => notify({ severity: 'success', text }) });
              }}
            >
              {t('connectors.forgetKeys')}
            </Button>
          )}
        </Box>
      </Box>
    </SettingRow>
  );
}
