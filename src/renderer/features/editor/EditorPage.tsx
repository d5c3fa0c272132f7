import { Box, Skeleton } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router';
import type { SavedOffer } from '../../../shared/contract/offers';
import { offerIdSchema, type OfferId } from '../../../shared/domain/ids';
import type { OfferForm } from '../../../shared/domain/offer-form';
import { useClient } from '../../api/client-context';
import { ErrorState } from '../../components/ErrorState';
import { PageHeader } from '../../components/PageHeader';
import { OfferEditor } from './OfferEditor';

/** An offer to be written: a new one, or one that exists. */
export function EditorPage() {
  const location = useLocation();
  const state: unknown = location.state;
  const { offerId } = useParams();
  const initialText: unknown = state && typeof state === 'object' && 'text' in state ? state.text : '';
  if (offerId === undefined) {
    const text = typeof initialText === 'string' ? initialText : '';
    // Another visit begins another offer.
    return (
      <OfferEditor key={location.key} stored={null} initialText={text} onReload={() => window.location.reload()} />
    );
  }
  const id = offerIdSchema.safeParse(Number(offerId));
  // An address that is no id names no offer, which the application then says.
  return <StoredOffer key={offerId} offerId={id.success ? id.data : (Number.MAX_SAFE_INTEGER as OfferId)} />;
}

interface StoredOfferProps {
  readonly offerId: OfferId;
}

type Reading =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'read'; readonly stored: SavedOffer & { readonly form: OfferForm } };

/** Reads the offer once: while somebody writes, no answer of the application replaces the form. */
function StoredOffer({ offerId }: StoredOfferProps) {
  const { t } = useTranslation();
  const client = useClient();
  const [round, setRound] = useState(0);
  const [reading, setReading] = useState<Reading>({ kind: 'loading' });
  useEffect(() => {
    const abort = new AbortController();
    client.offers.edit({ offerId }, { signal: abort.signal }).then(
      (stored) => setReading({ kind: 'read', stored }),
      (error: unknown) => {
        if (!abort.signal.aborted) setReading({ kind: 'failed', error });
      },
    );
    return () => abort.abort();
  }, [client, offerId, round]);
  const reload = (): void => {
    setReading({ kind: 'loading' });
    setRound(round + 1);
  };
  if (reading.kind === 'read') {
    return <OfferEditor key={round} stored={reading.stored} initialText="" onReload={reload} />;
  }
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', gap: 1.5, px: 3, pt: 2, pb: 2 }}>
      <PageHeader title={t('editor.editTitle')} />
      {reading.kind === 'failed' ? (
        <ErrorState error={reading.error} onRetry={reload} />
      ) : (
        <Skeleton variant="rounded" sx={{ flex: 1, transform: 'none' }} />
      )}
    </Box>
  );
}
