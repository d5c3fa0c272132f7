import { Box, Button, Paper, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OfferFilter } from '../../../shared/contract/offers';
import { useCall } from '../../api/use-call';
import { useHandedState } from '../../components/held-text';
import { PageHeader } from '../../components/PageHeader';
import { useListAddress, type ListAddress } from '../../components/use-list-address';
import { SearchBox } from '../search/SearchBox';
import { searchListRules, type SearchColumn } from '../search/search-list';
import { useSearchText } from '../search/use-search-text';
import { InternshipCriteria } from './InternshipCriteria';
import { LeftOut } from './LeftOut';
import { NamedContract } from './NamedContract';
import { OfferingCompanies } from './OfferingCompanies';
import { OpenOffers } from './OpenOffers';
import { StudentTabs } from './StudentTabs';
import { studentPageSize, useStudentOffers } from './use-student-offers';

/** For a student: open offers that come close to what they describe, and who offered such before. */
export function InternshipPage() {
  const { t } = useTranslation();
  const address: ListAddress<OfferFilter, SearchColumn> = useListAddress(searchListRules);
  const { text, setText } = useSearchText(address);
  const handed = useHandedState(text);
  const hasText = text.trim() !== '';
  const { answer, named, leftOut, show } = useStudentOffers(text, address.filter, address.page);
  // Their answer does not say whether it lacks somebody; that of the offers does.
  const isRead = answer?.data !== undefined && answer.data.isComplete;
  const companies = useCall(...(['search', 'companies', { text, filter: {} }] as const), {
    enabled: hasText && isRead,
    keepPrevious: true,
  });
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, px: 3, pt: 2, pb: 3 }}>
      <PageHeader
        title={t('students.title')}
        actions={
          <Button component={Link} to="/students/formation" state={handed} variant="outlined">
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
        onChange={setText}
        lines={3}
      />
      <InternshipCriteria address={address} />
      <NamedContract named={named} onEvery={() => show('contracts')} />
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
            answer={answer}
            text={text}
            level={address.filter.level}
            onSuggestion={setText}
            page={address.page}
            pageSize={studentPageSize}
            onPage={address.setPage}
          />
          <LeftOut leftOut={leftOut} onShow={show} />
        </Paper>
        <Paper component="section" variant="outlined" aria-label={t('students.companies')} sx={{ p: 2 }}>
          <OfferingCompanies answer={hasText ? companies : null} text={text} />
        </Paper>
      </Box>
    </Box>
  );
}
