import { Box, Button, Paper, Typography } from '@mui/material';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TextToRank } from '../../../shared/domain/match';
import { maxDescriptionLength } from '../../../shared/domain/offer';
import { emptyOfferForm } from '../../../shared/domain/offer-form';
import { withoutAsking } from '../../../shared/domain/text/without-asking';
import { wishToRank } from '../../../shared/domain/wish';
import { askPreview } from '../../api/ask-preview';
import { useKiosk } from '../../api/use-kiosk';
import { useLive } from '../../api/use-live';
import { PageHeader } from '../../components/PageHeader';
import { useHandedText } from '../../components/held-text';
import { SearchTabs } from '../../components/SearchTabs';
import { Column } from './Column';
import { LiveFormations } from '../matches/LiveFormations';
import { OfferTextBox } from './OfferTextBox';
import { titleOf } from './proposals';

const nobody = { skills: [], company: null, contact: null, city: null };

/** A short first line says what it is about, as the title of an offer does. */
function textOf(description: string): TextToRank {
  const asked = withoutAsking(description);
  return { ...nobody, title: titleOf({ ...emptyOfferForm, description: asked }), description: asked };
}

/** Formations for any text, such as a need told on the telephone; nothing of it is kept. */
export function SearchPage() {
  const { t } = useTranslation();
  const box = useRef<HTMLTextAreaElement>(null);
  const [description, setDescription] = useHandedText();
  const hasText = description.trim() !== '';
  const isKiosk = useKiosk() ?? true;
  // Whoever sits at a desk for students writes of themselves: who they are is not compared.
  const text = !hasText ? null : isKiosk ? wishToRank(description) : textOf(description);
  const live = useLive(askPreview, description.length <= maxDescriptionLength ? text : null);
  return (
    <Box
      sx={{ height: '100%', minHeight: 480, display: 'flex', flexDirection: 'column', gap: 1.5, px: 3, pt: 2, pb: 2 }}
    >
      <PageHeader
        title={t('editor.searchTitle')}
        actions={
          isKiosk ? null : (
            <Button
              variant="outlined"
              component={Link}
              to="/offers/new"
              state={{ text: description }}
              disabled={!hasText}
            >
              {t('editor.makeOffer')}
            </Button>
          )
        }
      />
      <SearchTabs />
      <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: '80ch' }}>
        {t('editor.searchLead')}
      </Typography>
      <Box
        sx={{
          flex: 1,
          minHeight: 0,
          display: 'grid',
          gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
          gap: 2,
        }}
      >
        <OfferTextBox
          label={t('editor.searchText')}
          value={description}
          onChange={setDescription}
          onDocument={isKiosk ? null : ({ text: read }) => setDescription(read)}
          box={box}
        />
        <Paper variant="outlined" sx={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}>
          <Column title={t('editor.formations')}>
            <LiveFormations live={live} text={text} offerId={null} />
          </Column>
        </Paper>
      </Box>
    </Box>
  );
}
