import DoneIcon from '@mui/icons-material/CheckCircleOutlined';
import { Box, Button, Chip, Link as TextLink, Paper, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { BriefOffer, DecidedPair, OfferPairRow } from '../../../shared/contract/offer-duplicates';
import { importIdSchema } from '../../../shared/domain/ids';
import { useCall } from '../../api/use-call';
import { EmptyState } from '../../components/EmptyState';
import { PagedRows } from '../../components/PagedRows';
import { PageHeader } from '../../components/PageHeader';
import { usePageAddress } from '../../components/page-address';
import type { Translate } from '../../i18n/translate';
import { useFormat } from '../../i18n/use-format';
import { useDuplicateActions } from './use-duplicate-actions';

const pageSize = 20;

/** Offers that may have come twice, each pair side by side; and what was decided, with the way back. */
export function OfferDuplicatesPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const [page, setPage] = usePageAddress();
  const importId = importIdSchema.safeParse(Number(params.get('importId'))).data ?? null;
  const pairs = useCall('offerDuplicates', 'page', { importId, page, pageSize }, { keepPrevious: true });
  const total = pairs.data?.total;
  return (
    <Box sx={{ maxWidth: 1080, mx: 'auto', px: 3, pt: 2, pb: 4, display: 'grid', gap: 2 }}>
      <PageHeader
        title={t('offerDuplicates.title')}
        count={total === undefined ? undefined : t('offerDuplicates.count', { count: total })}
        actions={
          <Button variant="outlined" component={Link} to="/offers">
            {t('offerDuplicates.back')}
          </Button>
        }
      />
      <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: '80ch' }}>
        {t('offerDuplicates.lead')}
      </Typography>
      <PagedRows
        answer={pairs}
        page={page}
        pageSize={pageSize}
        onPage={setPage}
        heightPx={240}
        empty={
          <EmptyState icon={<DoneIcon />} title={t('offerDuplicates.none')} text={t('offerDuplicates.noneText')} />
        }
      >
        {(rows) => (
          <Box
            component="ul"
            aria-label={t('offerDuplicates.list')}
            sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}
          >
            {rows.map((pair) => (
              <PairCard key={`${pair.one.id} ${pair.other.id}`} pair={pair} />
            ))}
          </Box>
        )}
      </PagedRows>
      <Decided />
    </Box>
  );
}

function PairCard({ pair }: { readonly pair: OfferPairRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { decide } = useDuplicateActions();
  const { one, other, similarity } = pair;
  return (
    <Paper
      variant="outlined"
      component="li"
      aria-label={t('offerDuplicates.pair', { one: one.title, other: other.title })}
      sx={{ px: 2, py: 1.5, display: 'grid', gap: 1.5 }}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: 3 }}>
        {[one, other].map((offer) => (
          <InShort key={offer.id} offer={offer} onKeep={() => void decide(pair, offer)} />
        ))}
      </Box>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', justifyContent: 'space-between' }}>
        <Chip
          size="small"
          variant="outlined"
          label={t('offerDuplicates.alike', { ratio: format.percent(similarity) })}
        />
        <Button size="small" onClick={() => void decide(pair, null)}>
          {t('offerDuplicates.apart')}
        </Button>
      </Box>
    </Paper>
  );
}

interface InShortProps {
  readonly offer: BriefOffer;
  readonly onKeep: () => void;
}

function InShort({ offer, onKeep }: InShortProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, title, company, city, postedOn, reference } = offer;
  const known = [
    company,
    city,
    postedOn && format.date(postedOn),
    reference && t('offerDuplicates.reference', { reference }),
  ];
  return (
    <Box sx={{ minWidth: 0, display: 'grid', justifyItems: 'start', alignContent: 'space-between', gap: 1 }}>
      <Box>
        <TextLink component={Link} to={`/offers?open=${id}`} sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {title}
        </TextLink>
        <Typography variant="body2">{known.filter((part) => part).join(' · ')}</Typography>
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {sourceOf(t, offer)}
        </Typography>
      </Box>
      <Button
        size="small"
        variant="outlined"
        aria-label={t('offerDuplicates.keepNamed', { title, from: sourceOf(t, offer) })}
        onClick={onKeep}
      >
        {t('offerDuplicates.keep')}
      </Button>
    </Box>
  );
}

/** Where an offer comes from: its source, else its file. */
function sourceOf(t: Translate, { source, fileName }: BriefOffer): string {
  return [source, fileName].filter((part) => part).join(' – ') || t('offerDuplicates.byHand');
}

function Decided() {
  const { t } = useTranslation();
  const format = useFormat();
  const { takeBack } = useDuplicateActions();
  const [page, setPage] = useState(0);
  const decided = useCall('offerDuplicates', 'decided', { page, pageSize }, { keepPrevious: true });
  const hint = (key: 'decidedText' | 'decidedNone') => (
    <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
      {t(`offerDuplicates.${key}`)}
    </Typography>
  );
  return (
    <Box component="section" aria-label={t('offerDuplicates.decided')}>
      <Typography variant="h2">{t('offerDuplicates.decided')}</Typography>
      <PagedRows
        answer={decided}
        page={page}
        pageSize={pageSize}
        onPage={setPage}
        heightPx={80}
        empty={hint('decidedNone')}
      >
        {(rows) => (
          <>
            {hint('decidedText')}
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
              {rows.map((pair) => (
                <Box
                  component="li"
                  key={`${pair.one.id} ${pair.other.id}`}
                  sx={{ py: 0.75, display: 'flex', gap: 2, alignItems: 'center', borderTop: 1, borderColor: 'divider' }}
                >
                  <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
                    <Typography variant="body2">{lineOf(t, pair)}</Typography>
                    <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
                      {format.dateTime(pair.saidAt)}
                    </Typography>
                  </Box>
                  <Button
                    size="small"
                    variant="outlined"
                    aria-label={t('offerDuplicates.undoNamed', { line: lineOf(t, pair) })}
                    onClick={() => void takeBack(pair)}
                  >
                    {t('offerDuplicates.undo')}
                  </Button>
                </Box>
              ))}
            </Box>
          </>
        )}
      </PagedRows>
    </Box>
  );
}

function lineOf(t: Translate, { one, other, keptId }: DecidedPair): string {
  if (keptId === null) {
    const names = { one: one.title, oneFrom: sourceOf(t, one), other: other.title, otherFrom: sourceOf(t, other) };
    return t('offerDuplicates.apartLine', names);
  }
  const [kept, dropped] = keptId === one.id ? [one, other] : [other, one];
  return t('offerDuplicates.keptLine', {
    ...{ dropped: dropped.title, droppedFrom: sourceOf(t, dropped) },
    ...{ kept: kept.title, keptFrom: sourceOf(t, kept) },
  });
}
