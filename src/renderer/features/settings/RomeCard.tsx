import { Box, Button, LinearProgress, Paper, Skeleton, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RomeCheck, RomeState, StoredRomePack } from '../../../shared/contract/rome-pack';
import type { AppError } from '../../../shared/domain/app-error';
import { romeFilesAmong } from '../../../shared/domain/rome-pack';
import { localDay } from '../../../shared/util/local-day';
import { useClient } from '../../api/client-context';
import { uploadFile } from '../../api/files';
import { useCall } from '../../api/use-call';
import { ErrorAlert } from '../../components/ErrorState';
import { useToldActions } from '../../components/use-told-actions';
import { useFormat } from '../../i18n/use-format';
import { RomeCheckResult } from './RomeCheckResult';

/** Which version of ROME occupations are shown by, and the way to another one. */
export function RomeCard() {
  const { t } = useTranslation();
  const headingId = useId();
  const { data: state, error } = useCall('romePack', 'state', {});
  return (
    <Paper variant="outlined" component="section" aria-labelledby={headingId} sx={{ p: 2.5 }}>
      <Typography variant="h2" id={headingId} sx={{ mb: 1 }}>
        {t('romePack.title')}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {t('romePack.intro')}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
        {t('romePack.ranking')}
      </Typography>
      {error && !state ? <ErrorAlert error={error} /> : null}
      {!state && !error ? <Skeleton variant="rounded" height={96} /> : null}
      {state ? <Versions state={state} /> : null}
    </Paper>
  );
}

interface VersionsProps {
  readonly state: RomeState;
}

function Versions({ state: { inUse, former } }: VersionsProps) {
  const { t } = useTranslation();
  const client = useClient();
  const { tell, attempt } = useToldActions('rome-pack');
  const use = (pack: StoredRomePack | null, before: StoredRomePack | null): Promise<void> =>
    attempt(async () => {
      await client.romePack.use({ packId: pack?.packId ?? null });
      const text = pack ? t('romePack.used', { title: pack.title }) : t('romePack.removed');
      tell(text, () => use(before, pack));
    });
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'start' }}>
        <Box sx={{ flex: 1 }}>
          <Typography variant="body2" sx={{ fontWeight: 600 }}>
            {t('romePack.inUse')}
            {' – '}
            {inUse ? inUse.title : t('romePack.shippedName')}
          </Typography>
          {inUse ? <PackFacts pack={inUse} /> : <Hint text={t('romePack.shippedHint')} />}
        </Box>
        {inUse ? (
          <Button
            variant="outlined"
            aria-label={t('romePack.removeOf', { title: inUse.title })}
            onClick={() => void use(null, inUse)}
          >
            {t('romePack.remove')}
          </Button>
        ) : null}
      </Box>
      {former ? (
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'start' }}>
          <Box sx={{ flex: 1 }}>
            <Typography variant="body2">{t('romePack.former', { title: former.title })}</Typography>
            <PackFacts pack={former} />
          </Box>
          <Button
            aria-label={t('romePack.useFormerOf', { title: former.title })}
            onClick={() => void use(former, inUse)}
          >
            {t('romePack.useFormer')}
          </Button>
        </Box>
      ) : null}
      <TakeFolder inUse={inUse} onUse={use} />
    </Box>
  );
}

interface PackFactsProps {
  readonly pack: StoredRomePack;
}

function PackFacts({ pack: { publishedOn, occupations, importedAt } }: PackFactsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const facts = [
    ...(publishedOn === null ? [] : [t('romePack.published', { day: format.longDate(publishedOn) })]),
    t('romePack.occupations', { count: occupations }),
    t('romePack.importedAt', { at: format.longDate(localDay(new Date(importedAt))) }),
    t('romePack.licence'),
  ];
  return <Hint text={facts.join(' · ')} />;
}

function Hint({ text }: { readonly text: string }) {
  return (
    <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
      {text}
    </Typography>
  );
}

interface TakeFolderProps {
  readonly inUse: StoredRomePack | null;
  readonly onUse: (pack: StoredRomePack | null, before: StoredRomePack | null) => Promise<void>;
}

/** A folder is chosen, looked at, and put into use or left. */
function TakeFolder({ inUse, onUse }: TakeFolderProps) {
  const { t } = useTranslation();
  const client = useClient();
  const input = useRef<HTMLInputElement>(null);
  const { tell, attempt } = useToldActions('rome-pack');
  const [reading, setReading] = useState<number | null>(null);
  const look = useMutation<RomeCheck | null, AppError, readonly File[]>({
    mutationFn: async (files) => {
      setReading(null);
      const fileIds = [];
      for (const file of romeFilesAmong(files)) fileIds.push((await uploadFile(file)).fileId);
      for await (const event of client.romePack.check({ fileIds })) {
        if (event.step === 'checked') return event;
        setReading(event.files);
      }
      return null;
    },
  });
  const put = (checkId: string, title: string): Promise<void> =>
    attempt(async () => {
      await client.romePack.put({ checkId });
      look.reset();
      tell(t('romePack.used', { title }), () => onUse(inUse, null));
    });
  return (
    <Box sx={{ display: 'grid', gap: 1.5, justifyItems: 'start' }}>
      <Button variant="contained" loading={look.isPending} onClick={() => input.current?.click()}>
        {t('romePack.choose')}
      </Button>
      <input
        ref={(element) => {
          input.current = element;
          // Not among the attributes that React knows.
          element?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        multiple
        hidden
        aria-label={t('romePack.choose')}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same folder may be chosen again after it was mended.
          event.target.value = '';
          if (files.length > 0) look.mutate(files);
        }}
      />
      {look.isPending ? (
        <Box role="status" sx={{ width: '100%' }}>
          <Typography variant="body2" sx={{ mb: 0.5 }}>
            {reading === null ? t('romePack.handingOver') : t('romePack.reading', { count: reading })}
          </Typography>
          <LinearProgress aria-label={t('romePack.handingOver')} />
        </Box>
      ) : null}
      {look.error ? <ErrorAlert error={look.error} /> : null}
      {look.data ? (
        <RomeCheckResult check={look.data} onPut={(checkId, title) => put(checkId, title)} onLeave={look.reset} />
      ) : null}
    </Box>
  );
}
