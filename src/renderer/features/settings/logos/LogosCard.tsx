import { Box, Button, Typography } from '@mui/material';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../api/use-call';
import { LogoImage } from '../../../components/LogoImage';
import { SettingsCard } from '../SettingsCard';
import { logoTypes } from './to-logo';
import { useLogoActions, type LogoActions, type LogoOwner } from './use-logo-actions';

interface LogosCardProps {
  readonly universityName: string;
}

/** The images that stand for the university and for its components. */
export function LogosCard({ universityName }: LogosCardProps) {
  const { t } = useTranslation();
  const actions = useLogoActions();
  const { data: logos } = useCall('logos', 'list', {});
  const { data: components } = useCall('university', 'components', {});
  if (!logos || !components) return null;
  const pngOf = (componentId: LogoOwner['componentId']): string | null =>
    logos.find((logo) => logo.componentId === componentId)?.png ?? null;
  const owners: readonly LogoOwner[] = [
    { componentId: null, name: universityName || t('dashboards.university'), png: pngOf(null) },
    ...components.map(({ id, name }) => ({ componentId: id, name, png: pngOf(id) })),
  ];
  return (
    <SettingsCard title={t('logos.title')}>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: -1 }}>
        {t('logos.hint')}
      </Typography>
      <Box component="ul" aria-label={t('logos.list')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {owners.map((owner) => (
          <LogoRow key={owner.componentId ?? 0} owner={owner} actions={actions} />
        ))}
      </Box>
    </SettingsCard>
  );
}

interface LogoRowProps {
  readonly owner: LogoOwner;
  readonly actions: LogoActions;
}

function LogoRow({ owner, actions }: LogoRowProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const { name, png } = owner;
  return (
    <Box
      component="li"
      sx={{ display: 'flex', alignItems: 'center', gap: 2, py: 1, borderTop: 1, borderColor: 'divider' }}
    >
      <Typography variant="body2" sx={{ flex: 1, minWidth: 0, fontWeight: owner.componentId === null ? 600 : 400 }}>
        {name}
      </Typography>
      <Box sx={{ width: 150, display: 'flex', justifyContent: 'flex-end' }}>
        {png === null ? (
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {t('logos.none')}
          </Typography>
        ) : (
          <LogoImage png={png} name={t('logos.of', { name })} />
        )}
      </Box>
      <input
        ref={input}
        type="file"
        accept={logoTypes.join(',')}
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file can be chosen again.
          target.value = '';
          if (file) void actions.choose(owner, file);
        }}
      />
      <Button size="small" aria-label={t('logos.chooseOf', { name })} onClick={() => input.current?.click()}>
        {t('logos.choose')}
      </Button>
      <Button
        size="small"
        color="inherit"
        disabled={png === null}
        aria-label={t('logos.removeOf', { name })}
        onClick={() => void actions.remove(owner)}
      >
        {t('logos.remove')}
      </Button>
    </Box>
  );
}
