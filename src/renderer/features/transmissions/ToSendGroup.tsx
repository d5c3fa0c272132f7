import { Alert, Box, Button, Checkbox, Link as TextLink, Paper, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { maxPairs, type Addressee, type WaitingPair } from '../../../shared/contract/transmissions';
import { ErrorAlert } from '../../components/ErrorState';
import { useFormat } from '../../i18n/use-format';
import { ManagerInPlace } from './ManagerInPlace';
import { ContactField, MessageFields } from './MessageFields';
import { useDrafts } from './use-drafts';
import { useMessage } from './use-message';
import { useSayings } from './use-sayings';

interface ToSendGroupProps {
  readonly manager: Addressee | null;
  readonly pairs: readonly WaitingPair[];
}

const keyOf = ({ offerId, formationId }: WaitingPair): string => `${offerId} ${formationId}`;

/** What waits for one manager, and one message for all of it; or what waits for somebody to be named. */
export function ToSendGroup({ manager, pairs }: ToSendGroupProps) {
  const { t } = useTranslation();
  const headingId = useId();
  const isReached = Boolean(manager?.email);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isWriting, setIsWriting] = useState(false);
  const ticked = pairs.filter((pair) => !left.has(keyOf(pair)));
  const portion = portionOf(ticked);
  const offerCount = offersOf(portion);
  const [message, changeMessage] = useMessage(
    offerCount === 1 ? { title: portion[0]?.offerTitle ?? '' } : { count: offerCount },
  );
  const { prepare, isPreparing, error } = useDrafts();
  const tick = (key: string, isTicked: boolean): void => {
    const next = new Set(left);
    if (isTicked) next.delete(key);
    else next.add(key);
    setLeft(next);
  };
  return (
    <Paper variant="outlined" component="section" aria-labelledby={headingId} sx={{ p: 2.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: 1, mb: 1 }}>
        <Typography id={headingId} variant="h2">
          {manager?.name ?? t('transmissions.groupNone')}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', flex: 1 }}>
          {[isReached ? manager?.email : null, t('transmissions.groupCount', { count: offersOf(pairs) })]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {pairs.map((pair) => (
          <Waiting
            key={keyOf(pair)}
            pair={pair}
            manager={manager}
            isTicked={isReached ? !left.has(keyOf(pair)) : null}
            onTick={(isTicked) => tick(keyOf(pair), isTicked)}
          />
        ))}
      </Box>
      {isReached ? (
        <Box sx={{ display: 'grid', gap: 2, mt: 1.5 }}>
          {isWriting ? <MessageFields message={message} onChange={changeMessage} /> : null}
          <ContactField message={message} onChange={changeMessage} />
          {ticked.length > portion.length ? (
            <Alert severity="info">{t('transmissions.portion', { count: maxPairs })}</Alert>
          ) : null}
          {error ? <ErrorAlert error={error} /> : null}
          <Box sx={{ display: 'flex', gap: 1 }}>
            <Button
              variant="contained"
              loading={isPreparing}
              disabled={ticked.length === 0 || message.subject.trim() === ''}
              onClick={() => void prepare(portion.map(pairOf), message)}
            >
              {t('transmissions.oneMail', { count: offerCount })}
            </Button>
            <Button aria-expanded={isWriting} onClick={() => setIsWriting(!isWriting)}>
              {t('transmissions.editMessage')}
            </Button>
            <SentButton pairs={pairs} />
          </Box>
        </Box>
      ) : null}
    </Paper>
  );
}

/** What one message holds: as much as anybody reads, and first that of which no draft was made. */
function portionOf(pairs: readonly WaitingPair[]): readonly WaitingPair[] {
  const isPrepared = ({ prepared }: WaitingPair): boolean => prepared !== null;
  return [...pairs.filter((pair) => !isPrepared(pair)), ...pairs.filter(isPrepared)].slice(0, maxPairs);
}

function offersOf(pairs: readonly WaitingPair[]): number {
  return new Set(pairs.map(({ offerId }) => offerId)).size;
}

function pairOf({ offerId, formationId }: WaitingPair) {
  return { offerId, formationId };
}

interface SentButtonProps {
  readonly pairs: readonly WaitingPair[];
}

/** Says of the drafts that were made for a manager that they have left; of very many in portions, as they were made. */
function SentButton({ pairs }: SentButtonProps) {
  const { t } = useTranslation();
  const { say } = useSayings();
  const prepared = pairs.flatMap((pair) => (pair.prepared === null ? [] : [pair.prepared.id])).slice(0, maxPairs);
  if (prepared.length === 0) return null;
  return (
    <Button variant="outlined" onClick={() => void say(prepared, 'sent')}>
      {t('transmissions.wasSent')}
    </Button>
  );
}

interface WaitingProps {
  readonly pair: WaitingPair;
  readonly manager: Addressee | null;
  /** Null where nobody can be written to. */
  readonly isTicked: boolean | null;
  readonly onTick: (isTicked: boolean) => void;
}

function Waiting({ pair, manager, isTicked, onTick }: WaitingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const labelId = useId();
  const [isNaming, setIsNaming] = useState(false);
  const about = [
    pair.company,
    pair.city,
    pair.formationTitle,
    pair.prepared ? t('transmissions.preparedOn', { at: format.dateTime(pair.prepared.at) }) : null,
  ];
  return (
    <Box component="li" sx={{ py: 0.75, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
        {isTicked === null ? null : (
          <Checkbox
            size="small"
            checked={isTicked}
            onChange={(_event, checked) => onTick(checked)}
            slotProps={{ input: { 'aria-labelledby': labelId } }}
            sx={{ mt: -0.5, ml: -1 }}
          />
        )}
        <Box id={labelId} sx={{ flex: 1, minWidth: 0 }}>
          <TextLink component={Link} to={`/offers?open=${pair.offerId}`} variant="body2">
            {pair.offerTitle}
          </TextLink>
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
            {about.filter(Boolean).join(' · ')}
          </Typography>
        </Box>
        {isTicked === null && !isNaming ? (
          <Button size="small" onClick={() => setIsNaming(true)}>
            {t(manager === null ? 'transmissions.addManager' : 'transmissions.addAddress')}
          </Button>
        ) : null}
      </Box>
      {isNaming ? (
        <ManagerInPlace
          formation={{ id: pair.formationId, title: pair.formationTitle }}
          manager={manager}
          onDone={() => setIsNaming(false)}
        />
      ) : null}
    </Box>
  );
}
