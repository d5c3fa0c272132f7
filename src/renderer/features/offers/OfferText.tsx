import { Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offerBody } from '../../../shared/domain/reading/offer-body';
import { TextBlock } from '../../components/TextBlock';

interface OfferTextProps {
  readonly description: string;
}

/** What the text of an offer says of it, as it is sent on; the whole of what was received is one click away. */
export function OfferText({ description }: OfferTextProps) {
  const { t } = useTranslation();
  const [isWhole, setIsWhole] = useState(false);
  const body = offerBody(description);
  const isLess = body.replace(/\s+/g, '') !== description.replace(/\s+/g, '');
  return (
    <>
      {isLess ? (
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mb: 1 }}>
          {t(isWhole ? 'offers.receivedWhole' : 'offers.receivedPart')}{' '}
          <Button size="small" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)} sx={{ py: 0 }}>
            {t(isWhole ? 'offers.showPart' : 'offers.showReceived')}
          </Button>
        </Typography>
      ) : null}
      <TextBlock key={String(isWhole)} text={isWhole ? description : body} />
    </>
  );
}
