import { Box, Button, Paper, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OfferFilter } from '../../../shared/contract/offers';
import { maxDescriptionLength } from '../../../shared/domain/offer';
import { contractWanted } from '../../../shared/domain/wish';
import { useCall } from '../../api/use-call';
import { PageHeader } from '../../components/PageHeader';
import { useListAddress, type ListAddress } from '../../components/use-list-address';
import { SearchBox } from '../search/SearchBox';
import { longestInAddress, searchListRules, type SearchColumn } from '../search/search-list';
import { InternshipCriteria } from './InternshipCriteria';
import { OfferingCompanies } from './OfferingCompanies';
import { OpenOffers } from './OpenOffers';
import { StudentTabs } from './StudentTabs';

/** Offers on one screen for somebody who reads them one by one. */
const pageSize = 10;

/** The address without what a student does not choose. */
function chosenOf({ contractType, level, department, startsFrom }: OfferFilter) {
  return { contractType, level, department, startsFrom };
}

/** For a student: open offers that come close to what they describe, and who offered such before. */
export function InternshipPage() {
  const { t } = useTranslation();
  const address: ListAddress<OfferFilter, SearchColumn> = useListAddress(searchListRules);
  const text = (address.filter.text ?? '').slice(0, maxDescriptionLength);
  const hasText = text.trim() !== '';
  const chosen = chosenOf(address.filter);
  const [isWide, setWide] = useState(false);
  // Whoever says that they look for an internship is not shown jobs, unless they ask for them.
  const named = chosen.contractType === undefined && !isWide ? contractWanted(text) : null;
  const offers = useCall(
    'search',
    'offers',
    {
      ...{ text, filter: { ...chosen, ...(named && { contractType: named }), isOpen: true } },
      ...{ sort: { by: 'relevance', direction: 'desc' }, page: address.page, pageSize },
    },
    { enabled: hasText, keepPrevious: true },
  );
  const companies = useCall('search', 'companies', { text, filter: {} }, { enabled: hasText, keepPrevious: true });
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, px: 3, pt: 2, pb: 3 }}>
      <PageHeader
        title={t('students.title')}
        actions={
          <Button component={Link} to="/students/formation" state={{ text }} variant="outlined">
            {t('students.toFormations')}
          </Button>
        }
      />
      <StudentTabs />
      <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: '80ch' }}>
        {t('students.lead')}
      </Typography>
      <SearchBox
        label={t('students.box')}
        placeholder={t('students.placeholder')}
        value={text}
        onChange={(next) => address.setText(next.slice(0, longestInAddress))}
        lines={3}
      />
      <InternshipCriteria address={address} />
      {named === null ? null : (
        <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 1 }}>
          <Typography variant="body2">{t(`students.named.${named}`)}</Typography>
          <Button size="small" onClick={() => setWide(true)}>
            {t('students.everyContract')}
          </Button>
        </Box>
      )}
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1.7fr) minmax(0, 1fr)' },
          gap: 2,
          alignItems: 'start',
        }}
      >
        <Paper component="section" variant="outlined" aria-label={t('students.offers')} sx={{ p: 2 }}>
          <OpenOffers
            answer={hasText ? offers : null}
            text={text}
            page={address.page}
            pageSize={pageSize}
            onPage={address.setPage}
          />
        </Paper>
        <Paper component="section" variant="outlined" aria-label={t('students.companies')} sx={{ p: 2 }}>
          <OfferingCompanies answer={hasText ? companies : null} />
        </Paper>
      </Box>
    </Box>
  );
}
