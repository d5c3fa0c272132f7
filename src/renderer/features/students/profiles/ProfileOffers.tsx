import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate } from '../../../../shared/domain/candidate';
import { candidateText } from '../../../../shared/domain/candidate-text';
import { criteriaOfCandidate } from '../../../../shared/domain/student-filter';
import { LeftOut } from '../LeftOut';
import { NamedContract } from '../NamedContract';
import { OpenOffers } from '../OpenOffers';
import { studentPageSize, useStudentOffers } from '../use-student-offers';
import { useSeenProfile } from './use-seen-profile';

interface ProfileOffersProps {
  readonly profile: Candidate;
}

/** The offers that suit a profile, as what it wants and knows finds them; they follow what comes in. */
export function ProfileOffers({ profile }: ProfileOffersProps) {
  const { t } = useTranslation();
  const [page, setPage] = useState(0);
  const text = candidateText(profile);
  const { answer, named, leftOut, show } = useStudentOffers(text, criteriaOfCandidate(profile), page);
  const news = useSeenProfile(profile);
  return (
    <>
      <NamedContract named={named} onEvery={() => show('contracts')} />
      <OpenOffers
        answer={answer}
        text={text}
        level={profile.level}
        news={news}
        page={page}
        pageSize={studentPageSize}
        onPage={setPage}
        noneText={t('profiles.noneText')}
      />
      <LeftOut leftOut={leftOut} onShow={show} />
    </>
  );
}
