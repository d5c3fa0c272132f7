import { Alert, AlertTitle, Box, Button, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { GoneCode, RomeCheck } from '../../../shared/contract/rome-pack';
import { romeFaultText } from '../../../shared/texts/rome-fault-text';
import { useFormat } from '../../i18n/use-format';

/** More codes are counted. */
const shownCodes = 10;

interface RomeCheckResultProps {
  readonly check: RomeCheck;
  readonly onPut: (checkId: string, title: string) => Promise<void>;
  readonly onLeave: () => void;
}

/** What a folder of ROME holds and would change, or what is wrong with it, file by file. */
export function RomeCheckResult({ check, onPut, onLeave }: RomeCheckResultProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { checkId, title, publishedOn, occupations, added, removed, gone, faults } = check;
  if (checkId === null || title === null) {
    const language = i18n.language === 'en' ? 'en' : 'fr';
    return (
      <Alert severity="error" variant="outlined" sx={{ width: '100%' }} onClose={onLeave}>
        <AlertTitle>{t('romePack.refusedTitle')}</AlertTitle>
        <Lines lines={faults.map((fault) => romeFaultText(fault, language))} />
      </Alert>
    );
  }
  const facts = [
    ...(publishedOn === null ? [] : [t('romePack.published', { day: format.longDate(publishedOn) })]),
    t('romePack.occupations', { count: occupations }),
    t('romePack.added', { count: added }),
    t('romePack.gone', { count: removed }),
  ];
  return (
    <Alert severity="info" variant="outlined" sx={{ width: '100%' }}>
      <AlertTitle>{t('romePack.lookedTitle', { title })}</AlertTitle>
      <Typography variant="body2">{facts.join(' · ')}</Typography>
      {gone.length > 0 ? <GoneCodes gone={gone} /> : null}
      <Box sx={{ display: 'flex', gap: 1, mt: 1.5 }}>
        <Button variant="contained" size="small" onClick={() => void onPut(checkId, title)}>
          {t('romePack.put')}
        </Button>
        <Button size="small" onClick={onLeave}>
          {t('romePack.cancel')}
        </Button>
      </Box>
    </Alert>
  );
}

interface GoneCodesProps {
  readonly gone: readonly GoneCode[];
}

function GoneCodes({ gone }: GoneCodesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const sentenceOf = ({ code, label, movedTo, mayBe }: GoneCode): string => {
    if (movedTo !== null) return t('romePack.moved', { code, to: movedTo });
    if (mayBe.length > 0) return t('romePack.leftOpen', { code, codes: format.list(mayBe) });
    return label === null ? t('romePack.leftUnknown', { code }) : t('romePack.left', { code });
  };
  const lines = gone.slice(0, shownCodes).map((code) => {
    const records = (['offers', 'formations'] as const).flatMap((kind) =>
      code[kind] === 0 ? [] : [t(`romePack.${kind}`, { count: code[kind] })],
    );
    return `${sentenceOf(code)} (${format.list(records)})`;
  });
  const more = gone.length - shownCodes;
  return (
    <>
      <Typography variant="body2" sx={{ mt: 1 }}>
        {t('romePack.usedGone')}
      </Typography>
      <Lines lines={more > 0 ? [...lines, t('romePack.moreCodes', { count: more })] : lines} />
    </>
  );
}

interface LinesProps {
  readonly lines: readonly string[];
}

function Lines({ lines }: LinesProps) {
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.25, overflowWrap: 'anywhere' }}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </Box>
  );
}
