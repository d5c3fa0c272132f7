import { useTranslation } from 'react-i18next';
import { keyNumber } from '../../../shared/domain/key-number';
import type { Health } from '../../../shared/contract/health';
import type { Fact } from '../../components/Facts';
import type { Translate } from '../../i18n/translate';
import { useFormat, type Format } from '../../i18n/use-format';

/** Versions, sizes and dates, each in a line. */
export function useHealthFacts(health: Health): readonly Fact[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { application, model, database, freeBytes, process } = health;
  const sizes = { size: format.size(database.sizeBytes), journal: format.size(database.journalBytes) };
  const pragmas = Object.entries(database.pragmas).map(([name, value]) => `${name}=${value}`);
  return [
    { label: t('health.facts.application'), value: `${application.version} – ${application.system}` },
    {
      label: t('health.facts.model'),
      value:
        model.state === 'ready'
          ? t('health.facts.modelReady', { id: model.id })
          : `${model.id} – ${t(`settings.modelStates.${model.state}`)}`,
    },
    { label: t('health.facts.database'), value: t('health.facts.journal', sizes) },
    { label: t('encryption.title'), value: encryptionText(health, t) },
    { label: t('health.facts.pragmas'), value: pragmas.join(', ') },
    { label: t('health.facts.integrity'), value: integrityText(health, t, format) },
    {
      label: t('health.facts.backup'),
      value: health.backedUpAt === null ? t('health.facts.none') : format.dateTime(health.backedUpAt),
    },
    { label: t('health.facts.rehearsal'), value: rehearsalText(health, t, format) },
    { label: t('health.facts.free'), value: freeBytes === null ? null : format.size(freeBytes) },
    { label: t('health.facts.memory'), value: format.size(process.memoryBytes) },
    {
      label: t('health.facts.processor'),
      value: t('health.facts.processorUse', {
        cpu: format.span(process.cpuSeconds * 1_000),
        up: format.span(process.upSeconds * 1_000),
      }),
    },
  ];
}

function encryptionText({ database }: Health, t: Translate): string {
  const { isEncrypted, keyId, cipher, pending, opensBy } = database.encryption;
  const openers = [...opensBy, 'recovery' as const].map((opener) => t(`encryption.openers.${opener}`)).join(' · ');
  const now = isEncrypted
    ? t('encryption.on', { cipher, openers, number: keyNumber(keyId ?? '') })
    : t('encryption.off');
  return pending === null ? now : `${now} ${t(`encryption.pending.${pending}`)}`;
}

function integrityText({ afterCrash, database }: Health, t: Translate, format: Format): string {
  if (database.isDamaged && afterCrash?.state !== 'damaged') return t('health.isDamagedNow');
  if (afterCrash === null) return t('health.facts.unchecked');
  return t(`health.facts.${afterCrash.state}`, { date: format.dateTime(afterCrash.at) });
}

function rehearsalText({ rehearsal }: Health, t: Translate, format: Format): string {
  if (rehearsal === null) return t('health.facts.rehearsalNone');
  const date = format.dateTime(rehearsal.at);
  if (rehearsal.offers === null) return t('health.facts.rehearsalFailed', { date });
  return t('health.facts.rehearsed', { date, offers: t('health.offers', { count: rehearsal.offers }) });
}
